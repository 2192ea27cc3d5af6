"""Class bodies that compute, and classes with __format__."""
from types import TracebackType


class Sizes:
    names = ["small", "large"]
    upper = [n.upper() for n in names]
    first = names[0]
    by_length = {len(n): n for n in ("a", "bb")}

    def __init__(self, name: str = first) -> None:
        self.name = name


class Money:
    def __init__(self, amount: float) -> None:
        self.amount = amount

    def __format__(self, spec: str) -> str:
        return f"${self.amount:{spec or '.2f'}}"

    def __str__(self) -> str:
        return "money"


class Quiet:
    def __enter__(self) -> "Quiet":
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> bool:
        print(kind is ValueError, isinstance(tb, TracebackType))
        return True


print(Sizes.upper, Sizes.by_length, Sizes().name, Sizes("x").name)
m = Money(2.5)
print(f"{m} {m!s} {m:.1f}", m, "{} {:.0f}".format(m, m))
with Quiet():
    raise ValueError("x")
