"""Names that are looked up when the program runs: those of other versions of Python, in texts and annotations."""
from __future__ import annotations

import collections
import collections.abc
import copy
import types
from abc import ABC, abstractmethod
from functools import singledispatch, singledispatchmethod

try:
    basestring
except NameError:
    basestring = str
try:
    range = xrange
except NameError:
    pass


def is_text(x):
    return isinstance(x, basestring)


def upto(n):
    return list(range(n))


print(is_text("a"), is_text(1), upto(3), list(range(2)))


class Shape:
    kind = "square"
    limits = {"max": [1, 9]}

    @property
    def area(self):
        return 4.25


print("{0.kind} {0.area:.1f} {0.limits[max][1]}".format(Shape()))


class Circle:
    def __init__(self, r):
        self.r = r


@singledispatch
def show(x) -> str:
    return "anything"


@show.register
def _(x: Circle) -> str:
    return f"circle {x.r}"


@show.register
def _(x: int | float) -> str:
    return f"number {x}"


class Visitor:
    @singledispatchmethod
    def visit(self, node):
        return "generic"

    @visit.register
    def _(self, node: "str"):
        return f"text {node}"


print(show(Circle(2)), show(1.5), show("x"), Visitor().visit("a"), Visitor().visit(1))


def greet(self, word="hello"):
    return f"{word} {self.r}"


c = Circle(3)
c.greet = types.MethodType(greet, c)
print(c.greet(), c.greet(word="bye"), c.greet.__self__ is c)


class Abstract(ABC):
    @abstractmethod
    def run(self): ...


for make in (
    type("Made", (Abstract,), {}),
    type("Seq", (collections.abc.Sequence,), {"__len__": lambda self: 0}),
    lambda: int(x=5),
    lambda: types.MethodType(1, c),
):
    try:
        make()
    except TypeError as e:
        print(e)
print((5).__lt__(6.0), (5).__add__(1.5), (5.0).__add__(1), (2.0).__mul__(1j), (5).__lt__(6))


class Meters(int):
    def __add__(self, other):
        return Meters(super().__add__(other))

    def __repr__(self):
        return f"{int(self)} m"


print(Meters(3) + 4, Meters(3) * 2.5, Meters(3) < 4.5, 2.5 - Meters(1))
Point = collections.namedtuple("Point", "x y")
for change in (lambda p: setattr(p, "x", 1), lambda p: delattr(p, "x")):
    try:
        change(Point(1, 2))
    except AttributeError as e:
        print(e)


class Lower(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower(A=1)
d |= {"B": 2}
print(d, d.copy(), copy.copy(d))


class Slots:
    __slots__ = ("a", "__b")

    def __init__(self):
        self.a, self.__b = 1, [2]

    def both(self):
        return self.a, self.__b


print(copy.copy(Slots()).both(), copy.deepcopy(Slots()).both())
