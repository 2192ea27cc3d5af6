class Thing:
    total = 0

    def __init__(self, name: str) -> None:
        self.name = name
        Thing.total += 1

    def go(self) -> str:
        return f"{self.name}#{Thing.total}"

    def __repr__(self) -> str:
        return f"Thing({self.name!r})"


class Lazy:
    def __init__(self, name: str) -> None:
        self.name = name * 2


class Only:
    def __str__(self) -> str:
        return "only"
