import asyncio
import inspect


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


def show(what, c):
    print(what, inspect.getcoroutinestate(c), inspect.iscoroutine(c), inspect.isawaitable(c), c.cr_frame is None)


async def main():
    c = add(1, 2)
    show("made", c)
    print(await c)
    show("awaited", c)
    c = add(3, 4)
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    show("in its task", c)
    print(await t)
    show("of a task that is done", c)
    c = add("a", 1)
    try:
        await c
    except TypeError as e:
        show(e, c)
    c = add(5, 6)
    c.close()
    show("closed", c)
    c = add(5, 6)
    c.send(None)
    show("stepped", c)
    try:
        c.send(None)
    except StopIteration as e:
        show(e.value, c)


asyncio.run(main())
