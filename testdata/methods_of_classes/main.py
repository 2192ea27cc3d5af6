"""Methods that are read of their class, as values."""

import asyncio
import hashlib
from dataclasses import dataclass
from functools import partial


@dataclass(frozen=True)
class Info:
    name: str
    size: int

    @classmethod
    def scan(cls, name: str, size: int) -> "Info":
        return cls(name, size * 2)

    @staticmethod
    def valid(name: str) -> bool:
        return name.isalpha()

    def key(self) -> tuple[int, str]:
        return self.size, self.name

    def label(self, prefix: str = "-") -> str:
        return f"{prefix}{self.name}"


class Worker:
    def __init__(self, n: int) -> None:
        self.n = n

    async def run(self, k: int) -> int:
        await asyncio.sleep(0)
        return self.n * k


class Sub(Worker):
    async def run(self, k: int) -> int:
        return await super().run(k) + 1


async def main() -> None:
    infos = await asyncio.gather(*(asyncio.to_thread(Info.scan, n, len(n)) for n in ("bb", "a")))
    print(sorted(infos, key=Info.key), [i.size + 1 for i in infos])
    print(list(filter(Info.valid, ["a", "1"])), list(map(Info.label, infos)))
    make = partial(Info.scan, size=4)
    print(make("q"), Info.label(infos[0], "+"))
    for w in (Worker(2), Sub(3)):
        print(await Worker.run(w, 3), await w.run(3))
    op = Worker.run
    print(await op(Sub(5), 1), op.__name__, Info.scan.__name__)
    try:
        Info.label()
    except TypeError as e:
        print(e)

asyncio.run(main())
