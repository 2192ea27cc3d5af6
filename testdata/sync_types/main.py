"""Conditions, barriers, queues of each order and generators of random numbers are typed."""

import asyncio
import random


class Buffer:
    def __init__(self, size: int) -> None:
        self.size = size
        self.items: list[int] = []
        self.cond = asyncio.Condition()

    async def put(self, n: int) -> None:
        async with self.cond:
            await self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(n)
            self.cond.notify_all()

    async def get(self) -> int:
        async with self.cond:
            while not self.items:
                await self.cond.wait()
            n = self.items.pop(0)
            self.cond.notify()
            return n


async def phase(barrier: asyncio.Barrier, name: str) -> None:
    i = await barrier.wait()
    print("through", i >= 0, barrier.parties)


def simulate(rng: random.Random) -> float:
    total = 0.0
    names = ["a", "b", "c"]
    rng.shuffle(names)
    for _ in range(rng.randint(2, 4)):
        total += rng.random() + rng.uniform(1, 2)
    print(names, rng.choice(names), rng.sample(names, 2), rng.randrange(10))
    return round(total, 4)


async def main() -> None:
    b = Buffer(2)
    getters = [asyncio.create_task(b.get()) for _ in range(3)]
    await asyncio.gather(*(b.put(n) for n in range(3)))
    print(await asyncio.gather(*getters))
    barrier = asyncio.Barrier(2)
    await asyncio.gather(phase(barrier, "x"), phase(barrier, "y"))
    print(simulate(random.Random(7)), simulate(random.Random("seed")))
    pq: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for n, s in [(3, "c"), (1, "a"), (2, "b")]:
        pq.put_nowait((n, s))
    while not pq.empty():
        n, s = await pq.get()
        print(n + 1, s.upper())
        pq.task_done()
    lifo = asyncio.LifoQueue()
    await lifo.put(1)
    await lifo.put(2)
    print(await lifo.get(), lifo.qsize(), lifo)
    c2 = asyncio.Condition()
    try:
        c2.notify()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
