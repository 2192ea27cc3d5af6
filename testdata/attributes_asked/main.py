"""hasattr of instances of static classes."""

from collections.abc import Callable, Iterable, Hashable, Sized


class A:
    limit = 3

    def __init__(self) -> None:
        self.x = 1

    def __call__(self) -> int:
        return 1

    def __len__(self) -> int:
        return 2

    def __iter__(self):
        return iter([1])

    @staticmethod
    def make() -> int:
        return 1


class B:
    def __init__(self) -> None:
        self.y = 2

    async def close(self) -> None:
        pass


def kind(o) -> str:
    if hasattr(o, "close"):
        return "closable"
    if hasattr(o, "limit"):
        return "limited"
    return "other"


a = A()
b = B()
print(callable(a), callable(b), callable(A), callable(b.close), isinstance(a, Callable), isinstance(a, Iterable), isinstance(b, Iterable), isinstance(a, Sized))
print(hasattr(A, "make"), hasattr(A, "x"), hasattr(a, "make"), hasattr(a, "__len__"), hasattr(b, "__len__"), hasattr(a, "__call__"))
print(kind(a), kind(b), kind(3), kind(open))
print([hasattr(o, "y") for o in (a, b)], getattr(a, "limit", None), getattr(b, "limit", "no"))

class C:
    def __init__(self) -> None:
        self.x = 1

    @property
    def code(self) -> int:
        return 5

    def run(self) -> int:
        return 6


class D(C):
    def run(self) -> int:
        return 7


def test(o: C) -> None:
    print(hasattr(o, "code"), hasattr(o, "run"), hasattr(o, "x"), hasattr(o, "nope"))


test(C())
test(D())
names = ["code", "ru" + "n"]
print([hasattr(C(), n) for n in names])
try:
    raise ValueError(C().code)
except ValueError as e:
    print(hasattr(e, "args"), hasattr(e, "code"))
