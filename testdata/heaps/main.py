"""Heaps, priority queues, barriers and conditions with types; sums that outgrow an int."""

import asyncio
import heapq
class Job:
    def __init__(self, p: int) -> None:
        self.p = p
    def __lt__(self, other: "Job") -> bool:
        return self.p < other.p
async def feed(q: asyncio.PriorityQueue[tuple[int, str]], n: int) -> None:
    for i in range(n):
        await q.put((i * 7919 % 1009, f"job {i}"))
    await q.put((5000, "stop"))
async def work(q: asyncio.PriorityQueue[tuple[int, str]]) -> int:
    h = 0
    while True:
        p, name = await q.get()
        if name == "stop":
            return h
        h = (h * 31 + p + len(name)) % 1000003
        if h % 5 == 0:
            await asyncio.sleep(0)
async def meet(b: asyncio.Barrier, k: int, seen: list[int]) -> int:
    total = 0
    for _ in range(3):
        i = await b.wait()
        seen.append(k)
        total += i
    return total
async def main() -> None:
    q: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    lifo: asyncio.LifoQueue[int] = asyncio.LifoQueue(3)
    for i in range(3):
        lifo.put_nowait(i)
    print(lifo.full(), [lifo.get_nowait() for _ in range(3)], isinstance(q, asyncio.Queue), type(lifo).__name__)
    results = await asyncio.gather(feed(q, 50), work(q))
    print(results)
    b = asyncio.Barrier(3)
    seen: list[int] = []
    print(await asyncio.gather(*[meet(b, k, seen) for k in range(3)]), seen)
    heap: list[tuple[float, str]] = []
    for i in range(10):
        heapq.heappush(heap, (i * 37 % 11 / 2, str(i)))
    while heap:
        cost, label = heapq.heappop(heap)
        print(cost, label, end=" ")
    print()
    try:
        heapq.heappop(heap)
    except IndexError as e:
        print("empty", e)
    nums = [5, 3, 8, 1]
    heapq.heapify(nums)
    print(heapq.heappushpop(nums, 4), heapq.heapreplace(nums, 9), nums)
    jobs: list[Job] = []
    for p in (4, 2, 9):
        heapq.heappush(jobs, Job(p))
    print([heapq.heappop(jobs).p for _ in range(3)])
    mixed: list = [3, 1.5]
    heapq.heapify(mixed)
    heapq.heappush(mixed, 2)
    print(mixed, heapq.nsmallest(2, mixed))
    big = [2**62, 2**62, 2**61, -5]
    print(sum(big), sum(x * 3 for x in big), sum([2**70, 1]), sum(x for x in range(10)), sum(d for d in {1: 2, 3: 4}.values()))
    print(sum(True for _ in range(3)), sum(b for b in [True, False, True]))
    cond = asyncio.Condition()
    async def waits() -> bool:
        async with cond:
            ok = await cond.wait_for(lambda: len(seen) > 12)
            return ok
    t = asyncio.create_task(waits())
    await asyncio.sleep(0)
    async with cond:
        seen.extend([1, 2, 3, 4])
        cond.notify_all()
    print(await t, cond.locked())
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)
    n, name = 5, "50%"
    print(f"{n}% of {name}", f"{n}", f"%d {n}%s", f"{name}%", len(f"a{n}b{name}c{n}"))
    s = f"{n}%% {name}%d"
    print(s, f"{n:03d}|{name:>5}", f"{n}{n}")
    print(f"{n}%% {name}%d")
    print(f"100%")


def mixed() -> list:
    heap = [(5, "x"), 1.5][:1]
    heapq.heappush(heap, (0, "z"))
    return [heapq.heappushpop(heap, (4, "a")), heapq.heapreplace(heap, (9, "b")), heap]


print(mixed())
asyncio.run(main())
