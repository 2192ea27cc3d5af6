"""Dataclasses whose fields and annotations the program asks for."""

from dataclasses import dataclass, field, fields, MISSING
from inspect import signature
from typing import Any, get_type_hints


@dataclass
class Conf:
    """How to connect."""
    host: str
    port: int = 80
    tags: list[str] = field(default_factory=list)
    ratio: float = field(default=0.5, repr=False)


class Point:
    def __init__(self, x: int) -> None:
        self.x = x


@dataclass
class Leaf(Conf):
    depth: int = 1


def f(p: Point, c: Conf) -> Point:
    return p


def load(kind: type[Conf], raw: dict[str, str]) -> Any:
    hints = get_type_hints(kind)
    values = {}
    for fl in fields(kind):
        if fl.name in raw:
            values[fl.name] = hints[fl.name](raw[fl.name])
        elif fl.default is not MISSING:
            print("default", fl.name, fl.default, fl.type, getattr(kind, fl.name))
        else:
            print("none", fl.name, fl.default_factory is not MISSING, hasattr(kind, fl.name))
    return kind(**values)


c = load(Conf, {"host": "h", "port": "8080"})
print(c, c.port + 1)
print(load(Leaf, {"host": "i", "depth": "3"}))
print(f(Point(4), Conf("x")).x, signature(f), signature(Conf), signature(Point))
print(get_type_hints(f), get_type_hints(Leaf))
for cls in (Point, Conf):
    try:
        print(getattr(cls, "x" if cls is Point else "host"))
    except AttributeError as e:
        print(e)
