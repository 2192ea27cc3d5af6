import asyncio
from abc import ABC, abstractmethod
from typing import Generic, TypeVar, Iterator

K = TypeVar("K")
V = TypeVar("V")


class Cache(ABC, Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self._data: dict[K, V] = {}

    def put(self, key: K, value: V) -> None:
        if key not in self._data and len(self._data) >= self.capacity:
            del self._data[self.evict()]
        self._data[key] = value
        self.touch(key)

    @abstractmethod
    def touch(self, key: K) -> None: ...

    @abstractmethod
    def evict(self) -> K:
        """Chooses."""

    @property
    @abstractmethod
    def name(self) -> str: ...

    def keys(self) -> list[K]:
        return list(self._data)


class Lru(Cache[K, V]):
    def __init__(self, capacity: int) -> None:
        super().__init__(capacity)
        self._order: list[K] = []

    def touch(self, key: K) -> None:
        if key in self._order:
            self._order.remove(key)
        self._order.append(key)

    def evict(self) -> K:
        return self._order.pop(0)

    @property
    def name(self) -> str:
        return "lru"


class Fifo(Cache[str, int]):
    def touch(self, key: str) -> None:
        pass

    def evict(self) -> str:
        return next(iter(self._data))

    @property
    def name(self) -> str:
        return "fifo"


class Stack[E]:
    def __init__(self) -> None:
        self._items: list[E] = []
        self.__count = 0

    def push(self, item: E) -> None:
        self._items.append(item)
        self.__count += 1

    def pop(self) -> E:
        return self._items.pop()

    @property
    def count(self) -> int:
        return self.__count


class Sub(Stack[int]):
    def __init__(self) -> None:
        super().__init__()
        self.__count = 100

    def both(self) -> tuple[int, int]:
        return self.__count, self.count


class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...

    def describe(self) -> str:
        return f"{type(self).__name__} {self.area():.2f}"


class Sq(Shape):
    def __init__(self, s: float) -> None:
        self.s = s

    def area(self) -> float:
        return self.s ** 2


class Circle(Shape):
    def __init__(self, r: float) -> None:
        self.r = r

    def area(self) -> float:
        return 3.14 * self.r * self.r


def fill(c: Cache[str, int]) -> None:
    for i, w in enumerate(["a", "b", "a", "c"]):
        c.put(w, i)
    print(c.name, c.keys())


async def main() -> None:
    fill(Lru(2))
    fill(Fifo(2))
    s = Stack[int]()
    s.push(1)
    print(s.pop(), s.count)
    u: Stack[str] = Stack()
    u.push("x")
    print(u.pop(), u.count)
    b = Sub()
    b.push(3)
    print(b.both(), b._Stack__count, b._Sub__count)
    try:
        b.__count
    except AttributeError as e:
        print(e)
    shapes: list[Shape] = [Sq(2), Circle(1.0)]
    for x in shapes:
        print(x.describe(), isinstance(x, Shape))
    q = asyncio.Queue[int]()
    await q.put(1)
    print(await q.get() + 1)
    d = dict[str, int](a=1)
    print(d)


asyncio.run(main())
