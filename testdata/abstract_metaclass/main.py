"""Abstract classes by metaclass=ABCMeta."""

from abc import ABCMeta, abstractmethod
import abc


class Shape(metaclass=ABCMeta):
    def __init__(self, name: str) -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...

    def show(self) -> str:
        return f"{self.name} {self.area():.2f}"


class Square(Shape):
    def __init__(self, side: float) -> None:
        super().__init__("square")
        self.side = side

    def area(self) -> float:
        return self.side ** 2


class Sink(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    async def put(self, x: int) -> None:
        pass


class ListSink(Sink):
    def __init__(self) -> None:
        self.items: list[int] = []

    async def put(self, x: int) -> None:
        self.items.append(x)


import asyncio


async def main() -> None:
    sinks: list[Sink] = [ListSink(), ListSink()]
    for i, s in enumerate(sinks):
        await s.put(i)
    print([s.items for s in sinks if isinstance(s, ListSink)])
    for shape in [Square(2), Square(1.5)]:
        print(shape.show())


asyncio.run(main())
