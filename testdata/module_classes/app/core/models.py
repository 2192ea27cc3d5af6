from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import NamedTuple, TYPE_CHECKING

if TYPE_CHECKING:
    from app.service import Service

registry: dict[str, type] = {}


def register(cls):
    registry[cls.__name__] = cls
    return cls


class Status(str, Enum):
    NEW = "new"
    DONE = "done"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


@dataclass
class Job:
    name: str
    status: Status = Status.NEW
    level: Level = Level.LOW
    tags: list[str] = field(default_factory=list)

    def finish(self) -> Job:
        self.status = Status.DONE
        return self


class Point(NamedTuple):
    x: int
    y: int

    def norm(self) -> float:
        return math.hypot(self.x, self.y)


class Base:
    count = 0

    def __init__(self, name: str) -> None:
        Base.count += 1
        self.name = name

    def hello(self) -> str:
        return f"base {self.name} {self.count}"


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    @staticmethod
    def make(r: float) -> Circle:
        return Circle(r)


class Circle(Shape):
    def __init__(self, r: float) -> None:
        self.r = r

    def area(self) -> float:
        return 3 * self.r ** 2


class Late:
    default = 5

    def __init__(self) -> None:
        self.value = self.default
