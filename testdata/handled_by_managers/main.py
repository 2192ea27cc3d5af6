import asyncio
import sys
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager


def handled():
    return repr(sys.exc_info()[1])


class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print(self.name, "enter", handled())
        return self

    def __exit__(self, kind, value, tb):
        print(self.name, "exit", handled())
        return False

    async def __aenter__(self):
        await asyncio.sleep(0)
        print(self.name, "aenter", handled())
        return self

    async def __aexit__(self, kind, value, tb):
        await asyncio.sleep(0)
        print(self.name, "aexit", handled())
        return False


@contextmanager
def scope(name):
    try:
        yield name
    except KeyError:
        print(name, "handles", handled())
    finally:
        print(name, "finally", handled())


@asynccontextmanager
async def ascope(name):
    try:
        yield name
    except KeyError as e:
        await asyncio.sleep(0)
        print(name, "handles", handled(), repr(e.__context__))
        raise ValueError(name)
    finally:
        await asyncio.sleep(0)
        print(name, "finally", handled())


async def managed(name):
    try:
        async with Guard(name):
            await asyncio.sleep(0)
            raise KeyError(name)
    except KeyError as e:
        print(name, "caught", repr(e), repr(e.__context__))
    try:
        async with ascope(name):
            raise KeyError(name)
    except ValueError as e:
        print(name, "caught", repr(e), repr(e.__context__))


async def stacks():
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(Guard("outer"))
            stack.enter_context(Guard("inner"))
            stack.callback(lambda: print("callback", handled()))
            raise KeyError("stack")
    except KeyError as e:
        print(repr(e), repr(e.__context__))


async def main():
    await asyncio.gather(managed("a"), managed("b"))
    await stacks()
    try:
        raise IndexError("around")
    except IndexError:
        await managed("c")
    print(handled())


with scope("sync"):
    raise KeyError("sync")
try:
    with ExitStack() as stack:
        stack.enter_context(Guard("g"))
        raise KeyError("x")
except KeyError:
    pass
try:
    with Guard("plain"):
        raise KeyError("y")
except KeyError:
    pass
g = Guard("dynamic")
for m in [g, scope("listed")]:
    try:
        with m:
            raise KeyError("z")
    except KeyError:
        print("left", handled())
print(handled())
asyncio.run(main())
