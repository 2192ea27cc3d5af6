"""An event loop with a create_task of its own, generators as coroutines, and the
names of coroutines that are made far from where they are defined."""
import asyncio
import types


class CountingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.names = []

    def create_task(self, coro, **options):
        self.names.append(coro.__qualname__)
        return super().create_task(coro, **options)


@types.coroutine
def pause():
    yield


class Job:
    class Step:
        async def run(self):
            await pause()
            return "ran"


async def main():
    async def inner(n):
        await pause()
        return n

    async def outer():
        return await asyncio.create_task(inner(1))

    async with asyncio.TaskGroup() as group:
        group.create_task(outer())
        group.create_task(Job.Step().run(), name="step")
    print(await asyncio.gather(inner(2), inner(3)))
    inside = inner(4)
    print(inside.__name__, inside.__qualname__, await inside)
    return asyncio.get_running_loop().names


print(asyncio.run(main(), loop_factory=CountingLoop))
