"""StopIteration cannot leave a coroutine."""

import asyncio
import itertools

async def stop():
    raise StopIteration(3)

async def first(xs):
    return next(iter(xs))

async def pick(xs: list[int]) -> int:
    it = iter(xs)
    return next(it)

def down(n: int) -> int:
    return n if n == 0 else down(n - 1)

class S:
    def __init__(self) -> None:
        self.it = iter([1])
    async def take(self) -> int:
        return next(self.it)

async def outer() -> None:
    await stop()

class Ids:
    """Numbers that never end: nothing stops the coroutine."""

    def __init__(self):
        self._ids = itertools.count(1)

    async def new(self):
        return next(self._ids)


async def main():
    print(down(3))
    for f in (stop(), first([]), pick([]), outer()):
        try:
            print(await f)
        except RuntimeError as e:
            print(repr(e), repr(e.__cause__))
    try:
        await pick([])
    except RuntimeError as e:
        print("direct", e)
    s = S()
    print(await s.take())
    try:
        await s.take()
    except RuntimeError as e:
        print("method", e)
    print("id", await Ids().new())
    try:
        await asyncio.create_task(stop())
    except RuntimeError as e:
        print("task", e)
    try:
        await asyncio.gather(first([]), first([1]))
    except RuntimeError as e:
        print("gather", e)

asyncio.run(main())
