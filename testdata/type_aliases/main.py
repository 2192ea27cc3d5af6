"""Names for types, most of which only annotations use."""

import asyncio
import collections.abc as cabc
from dataclasses import dataclass
from typing import Awaitable, Callable, Literal, NewType, Optional, TypeAlias, TypeVar, Union

# Identifiers.
OrderId = NewType("OrderId", str)
UserId = NewType("UserId", int)
Checked = NewType("Checked", int)

# What handlers are.
Handler = Callable[[str], Awaitable[None]]
Level = Literal["low", "high"]
Tags: TypeAlias = "dict[str, int]"
Stream = cabc.AsyncIterator[int]
Pair = tuple[int, str]
T = TypeVar("T", bound="Node")

# These are looked at when the program runs.
Number = Union[int, float]
Mixed = Number | str
READ, WRITE = 1, 2
MODE = READ | WRITE


@dataclass
class Ping:
    term: int
    sender: str


@dataclass
class Pong:
    term: int
    ok: bool


@dataclass
class Stop:
    pass


Message = Ping | Pong | Stop
type Inbox = asyncio.Queue[Message]


class Node:
    def __init__(self, id: UserId) -> None:
        self.id = id
        self.inbox: Inbox = asyncio.Queue()
        self.term = 0

    def me(self: T) -> T:
        return self

    async def run(self) -> None:
        while True:
            event = await self.inbox.get()
            match event:
                case Ping():
                    self.on_ping(event)
                case Pong(term, ok):
                    print("pong", term, ok)
                case Stop():
                    return

    def on_ping(self, ping: Ping) -> None:
        self.term = max(self.term, ping.term)
        print("ping", ping.sender, self.term)

    def describe(self, message: Message) -> str:
        if isinstance(message, Ping):
            return message.sender
        if isinstance(message, Pong):
            return str(message.ok)
        return "stop"


class Record(dict):
    owner: Optional[Checked]
    kind: Mixed = 3


def first(pair: Pair, level: Level = "low") -> str:
    return f"{pair[0]}{pair[1]}{level}"


def is_number(x: object) -> bool:
    return isinstance(x, Number)


def total(rows: list[Pair]) -> int:
    type Counts = list[int]
    counts: Counts = []
    for row in rows:
        counts.append(row[0])
    return sum(counts)


async def numbers() -> Stream:
    for i in range(3):
        yield i


async def main() -> None:
    node = Node(UserId(7))
    for message in (Ping(1, "a"), Pong(2, True), Ping(3, "b"), Stop()):
        await node.inbox.put(message)
        print(node.describe(message))
    await node.run()
    print(node.me().id + 1, OrderId("a").upper(), first((1, "x")), MODE)
    print(is_number(3), is_number("3"), Record.kind, [n async for n in numbers()])
    print(total([(1, "a"), (2, "b")]))
    tags: Tags = {"a": UserId(True)}
    print(tags, list(map(Checked, [1, 2])))


asyncio.run(main())
