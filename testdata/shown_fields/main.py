from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    A = "a"


@dataclass
class D:
    k: Kind = Kind.A


class N(NamedTuple):
    k: Kind = Kind.A


print(D())
print(N())
from collections import deque


@dataclass
class Inner:
    n: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inner) and self.n % 10 == other.n % 10


@dataclass(frozen=True)
class Key:
    a: int
    b: Kind = Kind.A


@dataclass
class Outer:
    i: Inner
    q: deque[Kind]
    m: dict[str, Inner]
    k: Key


x = Outer(Inner(1), deque([Kind.A]), {"z": Inner(2)}, Key(1))
y = Outer(Inner(11), deque([Kind.A]), {"z": Inner(12)}, Key(1))
print(x == y, x != y)
print(x)
print(deque([Kind.A, Kind.A]))
print({Key(1): 2}[Key(1)], Key(1) in {Key(1)})
print([x] == [y], (x, 1) == (y, 1))
