from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

LIMIT = 10
T = TypeVar("T")


class Kind(Enum):
    START = "start"
    STOP = "stop"


class StorageError(Exception):
    """Anything about storage."""


class NotFound(StorageError):
    def __init__(self, key: str) -> None:
        super().__init__(f"no row {key!r}")
        self.key = key


@dataclass(frozen=True, order=True)
class Event:
    kind: str
    size: int = 0

    @classmethod
    def parse(cls, text: str) -> Event:
        kind, _, size = text.partition(":")
        return cls(kind, int(size))

    @staticmethod
    def default() -> Event:
        return Event(Kind.START.value)


@dataclass
class Tree:
    value: int
    children: list[Tree] = field(default_factory=list)

    def total(self) -> int:
        return self.value + sum(c.total() for c in self.children)

    def walk(self) -> Iterator[Tree]:
        yield self
        for c in self.children:
            yield from c.walk()


class Store(ABC):
    @abstractmethod
    async def get(self, key: str) -> int | None: ...

    @abstractmethod
    def __len__(self) -> int: ...


async def retry(fn: Callable[[], Awaitable[T]], times: int = 3) -> T:
    for attempt in range(times):
        try:
            return await fn()
        except StorageError:
            if attempt == times - 1:
                raise
            await asyncio.sleep(0)
    raise RuntimeError("unreachable")


def describe(x: object) -> str:
    match x:
        case None:
            return "nothing"
        case Event(kind=k, size=s):
            return f"event {k}/{s}"
        case Kind.START:
            return "start"
    return type(x).__name__
