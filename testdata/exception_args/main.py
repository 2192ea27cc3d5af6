from typing import Optional


class P:
    pass


class E(Exception):
    def __init__(self, pair: tuple[int, str], who: Optional[P] = None) -> None:
        self.pair = pair
        self.who = who


try:
    raise E((1, "a"))
except E as e:
    print(e, e.args, e.args[0][1], len(e.args))


class Plain(Exception):
    def __init__(self, code, text):
        self.code = code


class Star(Exception):
    def __init__(self, *codes):
        self.codes = codes


class Keyed(Exception):
    def __init__(self, code, *, why="?"):
        self.code = code
        self.why = why


class Super(Exception):
    def __init__(self, code, text="t"):
        super().__init__(code)
        self.text = text


class Derived(Plain):
    pass


for make in (lambda: Plain(1, "x"), lambda: Star(1, 2), lambda: Keyed(1, why="b"), lambda: Keyed(2), lambda: Super(3), lambda: Super(code=4), lambda: Derived(5, "y"), lambda: Plain(code=6, text="z")):
    try:
        raise make()
    except Exception as e:
        print(type(e).__name__, e, e.args, repr(e))
