"""Tasks that run in the background, and waiting for them."""

import asyncio
import itertools


class JobFailed(Exception):
    """A job that cannot be done."""


class Runner:
    """Keeps a strong reference to each task until it is done."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._running: set[asyncio.Task[int]] = set()
        self.finished: list[asyncio.Task[int]] = []

    async def _job(self, id: int, size: int) -> int:
        for _ in range(size):
            await asyncio.sleep(0)
        if size == 3:
            raise JobFailed(f"job {id} of size {size}")
        return size * 10

    def submit(self, size: int) -> int:
        id = next(self._ids)
        task = asyncio.create_task(self._job(id, size), name=f"job-{id}")
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(self.finished.append)
        return id

    async def drain(self) -> None:
        if self._running:
            done, pending = await asyncio.wait(self._running, timeout=5)
            print("drained", len(done), "left", len(pending))


async def value(n: int) -> int:
    await asyncio.sleep(0)
    return n


async def first_of(sizes: list[int]) -> None:
    tasks = [asyncio.ensure_future(value(n)) for n in sizes]
    tasks.append(asyncio.create_task(asyncio.sleep(60, 0)))
    done, pending = await asyncio.wait(tasks[:1] + tasks[-1:], return_when=asyncio.FIRST_COMPLETED)
    print("first", [t.result() for t in done], "pending", len(pending))
    for t in pending:
        t.cancel()
    results = await asyncio.gather(*pending, return_exceptions=True)
    print([type(r).__name__ for r in results])


async def refused(mode: str) -> None:
    task = asyncio.create_task(value(1))
    nothing: list[asyncio.Task[int]] = []
    try:
        await asyncio.wait(nothing)
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait([task], return_when=mode)
    except ValueError as e:
        print(e)
    await asyncio.wait([task])
    print(task.result())


async def protected() -> None:
    inner = asyncio.ensure_future(value(7))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0)
    except TimeoutError:
        print("no time", inner.done())
    print(await asyncio.shield(inner), asyncio.ensure_future(inner) is inner)
    print(await asyncio.shield(value(8)))
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    futures[0].set_result("early")
    done, late = await asyncio.wait(futures, timeout=0)
    print([f.result() for f in done], len(late))


async def in_order_of_completion() -> None:
    tasks = [asyncio.create_task(value(n)) for n in (3, 4)]
    await asyncio.wait(tasks)
    total = 0
    for next_one in asyncio.as_completed(tasks):
        total += await next_one
    for n, next_one in enumerate(asyncio.as_completed([value(5)], timeout=1)):
        print(n, await next_one, total)
    async for task in asyncio.as_completed([tasks[0]]):
        print(task.result())


async def main() -> None:
    runner = Runner()
    print([runner.submit(size) for size in (2, 3, 1)])
    await runner.drain()
    await asyncio.sleep(0)
    for task in runner.finished:
        error = task.exception()
        print(task.get_name(), error if error else task.result())
    for i in itertools.count(10, 5):
        if i > 20:
            break
        print(i, end=" ")
    print(list(itertools.islice(itertools.count(2), 2)))
    await first_of([1, 2])
    await refused("SOMETIME")
    await protected()
    await in_order_of_completion()


asyncio.run(main())
