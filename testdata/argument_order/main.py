"""Arguments are evaluated in order, whatever a later one changes."""

class T:
    total = 0

    def __init__(self, name: str) -> None:
        self.name = name
        T.total += 1

    def go(self) -> str:
        return f"{self.name}{T.total}"


print(T("a").go(), T.total, T("b").go(), T.total)
try:
    print('12'[3].join(['b', 'a', 'C'][::0]))
except Exception as e:
    print(type(e).__name__, e)


def text(s):
    print("text", s)
    return s


def words(*w):
    print("words", w)
    return list(w)


print(text("-").join(words("a", "b")), text("a") in text("abc"), text("x") in words("x"), text("k") not in {text("q"): 1})
try:
    print('1.5'[-1:3:0] in f'{"z":d}')
except ValueError as e:
    print(e)
print(text("abc").replace(text("b"), text("c")), text("a,b").split(text(",")))
