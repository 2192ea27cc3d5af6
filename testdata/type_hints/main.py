from __future__ import annotations
from dataclasses import dataclass
from typing import get_type_hints, Optional
import typing

class Egg:
    chicken: Chicken
    size: int = 1
    def lay(self, other: Egg, n: list[Chicken], cb: "Optional[Egg]" = None) -> Egg | None: ...
class Chicken:
    egg: Egg
@dataclass
class Box:
    item: Egg
    many: dict[str, Box]
Alias = dict[str, Egg]
def f(a: Alias, *b: int, **c: Box) -> None: ...
def g(z: Missing): ...
print(get_type_hints(Egg), get_type_hints(Chicken), get_type_hints(Egg.lay), get_type_hints(Box), get_type_hints(f))
try:
    get_type_hints(g)
except NameError as e:
    print(e)
def local():
    class L: ...
    def h(x: L): ...
    try:
        print(get_type_hints(h))
    except NameError as e:
        print(e)
    print(get_type_hints(h, localns={"L": L})["x"].__name__)
local()
print(f.__annotations__, Box(Egg(), {}).item.size)


def spelled(a: dict[str,int], b: Optional [int]=None, *, d: "int|None", g: tuple[int,...], h: int|str|None) -> None: ...


class Movie(typing.TypedDict):
    title: str
    next: Movie


class Size(typing.NamedTuple):
    w: int
    h: "int" = 0


print(spelled.__annotations__, Movie.__annotations__, Size.__annotations__, get_type_hints(Size), get_type_hints(Movie))
