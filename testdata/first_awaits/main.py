"""Coroutines that begin with an await, in every way in which that can end."""
import asyncio

log: list[str] = []


async def sleeper(name: str, turns: int) -> str:
    delay = 0.001 * turns
    if turns == 0:
        await asyncio.sleep(0)
        log.append(f"{name} after a turn")
        return name
    await asyncio.sleep(delay)
    log.append(f"{name} slept")
    return name


async def guarded(lock: asyncio.Lock, name: str) -> None:
    async with lock:
        log.append(f"{name} has the lock")
        await asyncio.sleep(0)
        log.append(f"{name} gives it back")


async def limited(sem: asyncio.Semaphore, name: str) -> int:
    async with sem:
        log.append(f"{name} in")
        await asyncio.sleep(0)
        log.append(f"{name} out")
        return len(name)


async def waiter(event: asyncio.Event, name: str) -> bool:
    try:
        await event.wait()
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise
    log.append(f"{name} woke")
    return True


async def consumer(queue: asyncio.Queue[int], name: str) -> None:
    while True:
        item = await queue.get()
        log.append(f"{name} got {item}")
        queue.task_done()


async def outer(event: asyncio.Event, name: str) -> bool:
    return await waiter(event, name)


async def stubborn(event: asyncio.Event) -> str:
    try:
        await event.wait()
    except asyncio.CancelledError:
        log.append("stubborn goes on")
        await asyncio.sleep(0)
        return "done all the same"
    return "woke"


class Service:
    def __init__(self, limit: int) -> None:
        self.gate = asyncio.Semaphore(limit)
        self.served = 0

    async def serve(self, name: str) -> int:
        async with self.gate:
            self.served += 1
            log.append(f"serve {name}")
            await asyncio.sleep(0)
            return self.served

    def replace(self) -> None:
        self.gate = asyncio.Semaphore(1)


async def main() -> None:
    tasks = [asyncio.create_task(sleeper(f"s{i}", i % 3)) for i in range(5)]
    tasks[1].cancel()
    await asyncio.sleep(0)
    log.append("main had a turn")
    tasks[2].cancel("enough")
    for r in await asyncio.gather(*tasks, return_exceptions=True):
        log.append(repr(r))

    lock = asyncio.Lock()
    async with lock:
        waiting = [asyncio.create_task(guarded(lock, f"g{i}")) for i in range(4)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        log.append("main holds the lock")
        await asyncio.sleep(0)
        waiting[2].cancel()
    await asyncio.wait(waiting)
    log.append(str([t.cancelled() for t in waiting]))

    sem = asyncio.Semaphore(2)
    jobs = [asyncio.create_task(limited(sem, f"j{i}")) for i in range(5)]
    await asyncio.sleep(0)
    jobs[3].cancel()
    log.append(str(await asyncio.gather(*jobs, return_exceptions=True)))

    event = asyncio.Event()
    first = asyncio.create_task(waiter(event, "first"))
    second = asyncio.create_task(outer(event, "second"))
    third = asyncio.create_task(stubborn(event))
    await asyncio.sleep(0)
    first.cancel()
    third.cancel()
    event.set()
    log.append(str(await asyncio.gather(first, second, third, return_exceptions=True)))
    event.clear()
    try:
        await asyncio.wait_for(waiter(event, "late"), 0.001)
    except TimeoutError:
        log.append("late was too late")

    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=2)
    consumers = [asyncio.create_task(consumer(queue, f"c{i}")) for i in range(3)]
    for i in range(7):
        await queue.put(i)
    await queue.join()
    for c in consumers:
        c.cancel()
    log.append(str(await asyncio.gather(*consumers, return_exceptions=True)))

    service = Service(1)
    served = [asyncio.create_task(service.serve(f"v{i}")) for i in range(3)]
    await asyncio.sleep(0)
    service.replace()
    served.append(asyncio.create_task(service.serve("v3")))
    log.append(str(await asyncio.gather(*served)))

    done: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    following = [asyncio.create_task(follow(done, i)) for i in range(3)]
    await asyncio.sleep(0)
    following[1].cancel()
    await asyncio.sleep(0)
    log.append(f"done: {done.cancelled()}")
    log.append(str(await asyncio.gather(*following, return_exceptions=True)))

    left = asyncio.create_task(sleeper("left", 1000))
    await asyncio.sleep(0)
    print("\n".join(log))
    print(left.done())


async def follow(done: asyncio.Future[str], i: int) -> str:
    result = await done
    return f"{i}: {result}"


asyncio.run(main())
