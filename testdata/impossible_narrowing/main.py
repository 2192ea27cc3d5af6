"""Tests of classes while nothing of them is known to come, and where nothing ever does."""

import asyncio
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class A:
    x: int


@dataclass(frozen=True)
class B:
    y: str


Rpc: TypeAlias = A | B


q = []


class Node:
    def __init__(self) -> None:
        self.inbox: asyncio.Queue[Any] = asyncio.Queue()
        self.total = 0

    def on_a(self, m: A) -> None:
        self.total += m.x

    def on_b(self, m: B) -> None:
        print(m.y, self.total)

    def arm(self) -> None:
        q.append(lambda: self.inbox.put_nowait("stop"))

    async def run(self) -> None:
        while True:
            event = await self.inbox.get()
            match event:
                case "stop":
                    break
                case A():
                    self.on_a(event)
                case B():
                    self.on_b(event)


class C:
    def __init__(self, x: int) -> None:
        self.x = x


class D:
    def __init__(self, y: str) -> None:
        self.y = y


def f(v: str) -> int:
    if isinstance(v, C):
        return v.x
    return len(v)


def g(b: D) -> str:
    match b:
        case C():
            return str(b.x)
        case D():
            return b.y


def h(n: int | None) -> int:
    if isinstance(n, C):
        print(n.x + 1)
        m = n.x
        return m
    return n or 0


async def main() -> None:
    n = Node()
    for e in (A(1), B("x"), "stop"):
        n.inbox.put_nowait(e)
    n.arm()
    await n.run()
    q[0]()
    print(n.inbox.qsize())


asyncio.run(main())

print(f("abc"), g(D("y")), h(3), h(None))
