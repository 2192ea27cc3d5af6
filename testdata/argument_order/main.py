"""Arguments are evaluated in order, whatever a later one changes."""

class T:
    total = 0

    def __init__(self, name: str) -> None:
        self.name = name
        T.total += 1

    def go(self) -> str:
        return f"{self.name}{T.total}"


print(T("a").go(), T.total, T("b").go(), T.total)
