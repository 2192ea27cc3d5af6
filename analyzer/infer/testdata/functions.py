# Parameters and results of functions that are only called by name.
import asyncio


def add(a, b):
    return a + b  # a + b => int


def scale(x: float):
    return x  # x => any


def maybe(flag: bool):
    if flag:
        return "yes"


def greet(name: str, times: int = 2):
    return name * times  # name * times => str


def used_as_value(name: str, n: int):
    name, n  # name => str; n => any
    return [name]


def count(n):
    for i in range(n):
        yield i * 2


async def fetch(n):
    await asyncio.sleep(0)
    return str(n)


async def stream(n):
    yield n


async def main():
    add(1, 2)  # add(1, 2) => int
    scale(1)
    scale(2.0)
    maybe(True)  # maybe(True) => str | None
    greet("a")  # greet("a") => str
    for x in count(3):
        x  # x => int
    coro = fetch(1)  # fetch(1) => coroutine[str]
    await coro  # await coro => str
    await fetch(2)  # await fetch(2) => str
    task = asyncio.create_task(fetch(3))
    task  # task => asyncio.Task[str]
    await task  # await task => str
    async for item in stream(1):
        item  # item => int
    queue = asyncio.Queue()
    await queue.put("x")
    await queue.get()  # await queue.get() => str
    list(map(used_as_value, [], []))


asyncio.run(main())
