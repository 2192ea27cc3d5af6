# With classes derived from str, a declared str can be something else.
from enum import Enum


class Color(str, Enum):
    RED = "red"


def show(c: str):
    print(c)  # c => any


def plain(c: str):
    print(c)  # c => str


def literal(c):
    print(c)  # c => str


list(map(show, [Color.RED]))
plain("x")
literal("y")
