import functools

__all__ = ["Base", "BaseError", "Slow"]


class BaseError(Exception):
    pass


class TooBig(BaseError):
    def __init__(self, limit: int) -> None:
        super().__init__(f"over {limit}")
        self.limit = limit


@functools.total_ordering
class Ordered:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


class Base:
    kind = "base"

    def __init__(self, n: int) -> None:
        self._value = n

    @property
    def value(self) -> int:
        return self._value

    @value.setter
    def value(self, v: int) -> None:
        self._value = v

    def describe(self) -> str:
        return f"{self.kind}:{self.value}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Base) and other._value == self._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __lt__(self, other: "Base") -> bool:
        return self._value < other._value

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._value}>"

    @classmethod
    def create(cls, n: int) -> "Base":
        return cls(n)


class Resource:
    def __init__(self, name: str) -> None:
        self.name = name
        self.open = False

    async def __aenter__(self) -> "Resource":
        self.open = True
        return self

    async def __aexit__(self, *exc) -> None:
        self.open = False


class Timer:
    def __enter__(self) -> "Timer":
        self.ticks = 1
        return self

    def __exit__(self, t, e, tb) -> bool:
        self.ticks += 1
        return False

    def __str__(self) -> str:
        return f"timer {self.ticks}"


class Slow:
    def __init__(self, n: int) -> None:
        self.n = n

    def run(self) -> int:
        return self.n ** 2


def fail(limit: int) -> None:
    raise TooBig(limit)
