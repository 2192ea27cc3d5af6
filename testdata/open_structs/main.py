import asyncio
import dataclasses
from dataclasses import dataclass, field, replace
from typing import Any


class Conn:
    def __init__(self, host: str) -> None:
        self.host = host
        self.port = 80

    def connect(self) -> None:
        self.sock = f"sock:{self.host}"
        self.tries = 0

    def close(self) -> str:
        self.tries += 1
        return self.sock + str(self.tries)


class Pool(Conn):
    def start(self) -> None:
        self.items: list[int] = [1]
        self.items.append(2)


@dataclass
class P:
    x: int


@dataclass(frozen=True)
class F:
    x: int


@dataclass(slots=True)
class S:
    x: int


class Dyn(dict):
    pass


def poke(o: Any, v: int) -> None:
    o.state = v
    o.x = v


@dataclass(frozen=True)
class Cfg:
    host: str
    port: int = 80
    tags: tuple[str, ...] = ()


@dataclass
class Item:
    name: str
    qty: int = 0
    extra: list[int] = field(default_factory=list)


@dataclass
class WithPost:
    a: int
    b: int = 0

    def __post_init__(self) -> None:
        self.b = self.a * 2


def grow(c: Cfg, n: int) -> list[Cfg]:
    out: list[Cfg] = []
    for i in range(n):
        c = replace(c, port=c.port + i)
        out.append(c)
    return out


async def copies() -> None:
    c = Cfg("h")
    print(c, replace(c), replace(c, port=1, tags=("x",)), c == replace(c), c is replace(c))
    print(grow(c, 3))
    i = Item("a", 1, [1])
    j = dataclasses.replace(i, qty=5)
    j.extra.append(2)
    print(i, j, i.extra is j.extra)
    i.note = "n"
    k = replace(i, name="k")
    print(hasattr(k, "note"), i.note)
    print(replace(WithPost(3), a=4))
    print(replace(i, qty="many"))
    try:
        replace(i, nope=1)
    except TypeError as e:
        print(e)


async def main() -> None:
    await copies()
    c = Conn("h")
    try:
        c.close()
    except AttributeError as e:
        print(e)
    c.connect()
    print(c.close(), c.close(), c.tries, c.port)
    p = Pool("p")
    p.start()
    p.connect()
    print(p.items, p.sock, p.close())
    q = P(1)
    poke(q, 5)
    print(q, q.x, q.state, hasattr(q, "nope"))
    q.more = "m"
    print(q.more, q == P(5))
    for o in (F(1), S(2)):
        try:
            poke(o, 3)
        except AttributeError as e:
            print(type(e).__name__, e)
    try:
        print(q.missing)
    except AttributeError as e:
        print(e)
    del q.more
    print(hasattr(q, "more"))


asyncio.run(main())
