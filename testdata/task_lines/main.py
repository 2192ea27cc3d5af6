"""The lines of the program that reprs of tasks, futures and handles show."""
import asyncio
import functools
import re


def show(label, value):
    text = re.sub(r"(?:/\S*)?/([\w.]+\.py:\d+)", r"\1", repr(value))
    print(f"{label}: {re.sub(r'0x[0-9a-f]+', 'ADDR', text)}")


async def leaf(n):
    await asyncio.sleep(0.001 * n)
    return n


async def branch(n):
    total = 0
    for i in range(n):
        total += await leaf(
            i + 1)
    if total:
        await asyncio.sleep(0)
    return total


def traced(f):
    @functools.wraps(f)
    async def wrapper(*args):
        return await f(*args)
    return wrapper


@traced
async def decorated(event):
    await event.wait()


class Door:
    def __init__(self):
        self.task = None

    async def __aenter__(self):
        show("entering", self.task)
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *exc):
        show("leaving", self.task)
        await asyncio.sleep(0)

    async def pass_through(self, lock):
        async with self:
            async with lock:
                await asyncio.sleep(0.001)
                show("inside", self.task)
        try:
            raise ValueError("no")
        except ValueError:
            await asyncio.sleep(0)
        finally:
            await asyncio.sleep(0)

    def opened(self, *args):
        pass


class Ticks:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def ticking():
    async for n in Ticks(2):
        if n == 0:
            show("self", asyncio.current_task())
    return [n async for n in Ticks(1)]


async def waits_for(lock, queue):
    async with lock:
        item = await queue.get()
    return item


async def fails():
    await asyncio.sleep(0)
    raise KeyError("lost")


async def steps():
    door = Door()
    task = door.task = asyncio.create_task(door.pass_through(asyncio.Lock()), name="door")
    while not task.done():
        show("door", task)
        await asyncio.sleep(0)
        if "wait_for" in repr(task):
            await asyncio.sleep(0.1)
    show("door", task)


async def tasks():
    event, lock, queue = asyncio.Event(), asyncio.Lock(), asyncio.Queue()
    made = [
        asyncio.create_task(branch(2), name="branch"),
        asyncio.create_task(decorated(event), name="decorated"),
        asyncio.create_task(ticking(), name="ticking"),
        asyncio.create_task(waits_for(lock, queue), name="first"),
        asyncio.create_task(waits_for(lock, queue), name="second"),
        asyncio.create_task(fails(), name="fails"),
        asyncio.create_task(asyncio.sleep(1), name="library"),
    ]
    for t in made:
        show("new", t)
    await asyncio.sleep(0)
    for t in made:
        show("begun", t)
    made[4].cancel()
    show("cancelling", made[4])
    event.set()
    queue.put_nowait(5)
    made[6].cancel()
    await asyncio.wait(made)
    for t in made:
        show("done", t)
    print(len([t.exception() for t in made if not t.cancelled()]))


async def callbacks():
    loop = asyncio.get_running_loop()
    door = Door()

    def local(*args):
        show("local", handle)

    handle = loop.call_soon(local, 1, 2)
    show("handle", handle)
    show("lambda", loop.call_soon(lambda: None))
    show("partial", loop.call_soon(functools.partial(local, 3)))
    show("method", loop.call_soon(door.opened, 1))
    show("builtin", loop.call_soon(len, ""))
    timer = loop.call_at(5e9, local)
    show("timer", timer)
    timer.cancel()
    show("timer", timer)
    future = loop.create_future()
    future.add_done_callback(lambda f: show("called", f))
    show("future", future)
    future.add_done_callback(local)
    show("future", future)
    future.add_done_callback(door.opened)
    show("future", future)
    await asyncio.sleep(0)
    future.set_result(1)
    await asyncio.sleep(0)
    both = asyncio.gather(leaf(1), leaf(2))
    for t in sorted(asyncio.all_tasks(), key=lambda t: int(t.get_name().split("-")[1])):
        show("all", t)
    await both
    async with asyncio.TaskGroup() as group:
        task = group.create_task(leaf(1), name="in group")
        show("group", task)
    shielded = asyncio.shield(leaf(3))
    show("shield", [t for t in asyncio.all_tasks() if t is not asyncio.current_task()])
    await shielded
    waited = asyncio.create_task(leaf(3), name="waited for")
    await asyncio.wait_for(asyncio.gather(waited), 1)
    show("main", asyncio.current_task())


async def main():
    await steps()
    await tasks()
    await callbacks()


asyncio.run(main())
