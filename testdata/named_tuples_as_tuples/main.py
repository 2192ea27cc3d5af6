import json
from typing import NamedTuple


class A(NamedTuple):
    x: int
    y: str


class B(NamedTuple):
    x: int
    y: str


class C(NamedTuple):
    p: int
    q: int


class D(NamedTuple):
    p: int
    q: int


class E(NamedTuple):
    p: int
    q: int


class F(NamedTuple):
    p: int
    q: int


class G(NamedTuple):
    p: int
    q: int = 7


class H(NamedTuple):
    p: int
    q: int


class I(NamedTuple):
    p: int
    q: int


class J(NamedTuple):
    p: int
    q: int

    def total(self) -> int:
        return sum(self)


class K(NamedTuple):
    p: int
    q: int


class L(NamedTuple):
    p: int
    q: int


def pct(a: A) -> str:
    return "%d-%s" % a


def main() -> None:
    print(pct(A(1, "z")))
    b = B(2, "k")
    print(b == (2, "k"), (2, "k") == b, b != (2, "k"), b in [(2, "k")], (2, "k") in {b: 1})
    c = C(1, 2)
    print(isinstance(c, tuple), len(C(3, 4)))
    d = D(5, 6)
    print(*d)
    print(json.dumps(E(1, 2)), list(E(3, 4)), E(3, 4) + (1,))
    for v in F(8, 9):
        print(v)
    try:
        g = G(1)
        g.p = 5
    except AttributeError as e:
        print(e)
    h = H(1, 2)
    first, *rest = h
    print(first, rest)
    i = I(4, 5)
    match i:
        case (a, 5):
            print("seq", a)
    print(J(1, 2).total())
    k = K(1, 2)
    print("{0[1]}".format(k), k._asdict(), K._fields)
    m = L(1, 2)
    print(m[1:], m[0], m.count(1), type(m).__name__, m < (1, 3))
    n = {1: G(2, 3)}
    print(n, n[1].q, n.get(5), sorted([G(2, 3), G(1)]))
    if c is not None and c > C(0, 9):
        print("greater")
    x, y = c
    print(x, y, hash(c) == hash((1, 2)))


main()
