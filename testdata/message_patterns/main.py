import asyncio
from dataclasses import dataclass
from typing import Optional, TypeAlias, Union


@dataclass
class Ping:
    seq: int


@dataclass(frozen=True)
class Data:
    key: str
    value: int = 0


@dataclass
class Stop:
    reason: Optional[str] = None


class Node:
    def __init__(self, name: str) -> None:
        self.name = name


Message: TypeAlias = Ping | Data | Stop
Old = Union[Ping, Data]


def handle(m: Message) -> str:
    match m:
        case Ping(seq) if seq > 10:
            return f"big ping {seq}"
        case Ping(seq=n):
            return f"ping {n + 1}"
        case Data("x", v):
            return f"x={v}"
        case Data(key=k, value=0 | 1 as small):
            return f"{k} small {small}"
        case Data() as d:
            return f"data {d.key} {d.value * 2} {m.key}"
        case Stop(None):
            return "stop"
        case Stop(reason):
            return "stop: " + reason.upper()
        case _:
            return f"other {m!r}"


async def consumer(queue: asyncio.Queue[Message]) -> None:
    while True:
        m = await queue.get()
        print(handle(m))
        match m:
            case Stop():
                break


def pick(flag: int) -> Message:
    if flag == 0:
        return Ping(1)
    return Data("q", flag)


async def main() -> None:
    q: asyncio.Queue[Message] = asyncio.Queue()
    for m in [Ping(1), Ping(11), Data("x", 5), Data("y", 1), Data("z", 7), Stop("why"), Stop()]:
        print(handle(m))
    await q.put(Ping(3))
    await q.put(Data("a"))
    await q.put(Stop())
    await consumer(q)
    print(handle(pick(0)), handle(pick(9)))
    print(Message, isinstance(Ping(1), Message), isinstance(3, Old))
    x = Data("k", 3)
    match x:
        case Data(key="k", value=v):
            print("v", v)
    n = Node("n1")
    match n:
        case Node(name="other"):
            print("no")
        case Node(name=nm):
            print(nm)


asyncio.run(main())
