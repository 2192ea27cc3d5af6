import asyncio
import sys


def show(where):
    e = sys.exc_info()[1]
    print(where, repr(e))


class Failure(Exception):
    pass


def chain(e):
    parts = []
    while e is not None:
        parts.append(repr(e))
        e = e.__context__
    return " <- ".join(parts)


async def worker(name, delay):
    show(f"{name} starts with")
    try:
        raise Failure(name)
    except Failure:
        show(f"{name} handles")
        await asyncio.sleep(0)
        show(f"{name} still handles")
        for _ in range(delay):
            await asyncio.sleep(0)
        show(f"{name} once more")
        try:
            raise KeyError(name)
        except KeyError as e:
            await asyncio.sleep(0)
            print(name, "chain", chain(e))
    show(f"{name} after")


async def plain(name):
    for i in range(4):
        show(f"{name} {i}")
        await asyncio.sleep(0)
    try:
        raise ValueError(name)
    except ValueError as e:
        print(name, "chain", chain(e))


async def reraise(name):
    try:
        try:
            raise Failure(name)
        except Failure:
            await asyncio.sleep(0)
            raise
    except Failure as e:
        print("bare raise", chain(e))


async def interleaved():
    await asyncio.gather(worker("a", 2), plain("p"), worker("b", 1), reraise("r"), reraise("s"))


def numbers(tag):
    try:
        raise Failure(tag)
    except Failure:
        show(f"gen {tag} handles")
        yield 1
        show(f"gen {tag} resumed")
        yield 2
    show(f"gen {tag} after")
    yield 3
    show(f"gen {tag} end")


def generators():
    for n in numbers("loop"):
        show(f"body {n}")
    a, b = numbers("a"), numbers("b")
    next(a)
    show("outside after a")
    next(b)
    show("outside after b")
    try:
        raise KeyError("outer")
    except KeyError:
        next(a)
        next(a)
        show("outer handler")
        next(a, None)
    next(b)
    next(b)
    try:
        next(b)
    except StopIteration as e:
        print("stop", chain(e))


async def anumbers(tag):
    try:
        raise Failure(tag)
    except Failure:
        await asyncio.sleep(0)
        show(f"agen {tag} handles")
        yield 1
        show(f"agen {tag} resumed")
        yield 2
    show(f"agen {tag} after")


async def agenerators():
    async for n in anumbers("loop"):
        show(f"abody {n}")
    g = anumbers("g")
    try:
        raise KeyError("outer")
    except KeyError:
        await anext(g)
        show("after first")
        await anext(g)
    show("before last")
    await anext(g, None)


async def called_in_handler():
    show("callee")
    await asyncio.sleep(0)
    show("callee later")
    try:
        raise ValueError("inner")
    except ValueError as e:
        print("callee", chain(e))
    show("callee after")


async def handler_calls():
    try:
        raise Failure("caller")
    except Failure:
        await called_in_handler()
        t = asyncio.create_task(called_in_handler())
        await t
        show("caller")
        asyncio.get_running_loop().call_soon(show, "callback")
        await asyncio.sleep(0)


async def eager():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        raise Failure("eager caller")
    except Failure:
        t = asyncio.create_task(called_in_handler())
        show("after eager start")
        await t
    loop.set_task_factory(None)


def hand_driven():
    async def sleeper(tag):
        try:
            raise Failure(tag)
        except Failure:
            await Pause()
            show(f"hand {tag}")

    a, b = sleeper("a"), sleeper("b")
    a.send(None)
    b.send(None)
    show("driver")
    for c in (a, b):
        try:
            c.send(None)
        except StopIteration:
            show("driver stop")


class Pause:
    def __await__(self):
        yield


try:
    raise RuntimeError("around the loop")
except RuntimeError:
    asyncio.run(interleaved())
show("module")
generators()
asyncio.run(agenerators())
asyncio.run(handler_calls())
asyncio.run(eager())
hand_driven()
