"""Names of library modules and builtins that the program gives other values."""
import asyncio
import builtins
import random
import time
from time import monotonic


class Service:
    async def fetch(self, x):
        await asyncio.sleep(5)
        return x + 1


def helper(a):
    return a * 2


def stamp():
    return round(time.time())


def put(module, name, value):
    old = getattr(module, name)
    setattr(module, name, value)
    return old


def imported():
    from asyncio import sleep
    from time import time as now

    return now(), sleep


async def main():
    slept = []

    async def nosleep(delay, result=None):
        slept.append(delay)
        return result

    old = asyncio.sleep
    asyncio.sleep = nosleep
    try:
        print(await Service().fetch(1), await asyncio.sleep(3, "result"), slept)
    finally:
        asyncio.sleep = old
    print(await asyncio.sleep(0, "real"), asyncio.sleep is old)

    time.time = lambda: 5.2
    print(stamp(), time.time())

    real = put(random, "random", lambda: 0.5)
    print(random.random(), random.random())
    put(random, "random", real)
    print(0 <= random.random() < 1)

    setattr(time, "monotonic", lambda: -1)
    print(time.monotonic(), monotonic() > 0)

    length = builtins.len
    builtins.len = lambda x: 42
    print(len([]), len("abc"))
    builtins.len = length
    print(len([1, 2]))

    async def other(self, x):
        return f"other {x}"

    first = Service.fetch
    setattr(Service, "fetch", other)
    print(await Service().fetch(1))
    Service.fetch = first
    print(helper(3), globals()["helper"](4))

    # What an import in a function binds depends on when it runs.
    print(imported()[0] > 100, imported()[1] is old)
    time.time, asyncio.sleep = (lambda: 5.5), other
    print(imported()[0], imported()[1] is other)
    asyncio.sleep = old


asyncio.run(main())
