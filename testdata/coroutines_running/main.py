"""What coroutines and asynchronous generators tell of themselves while they run."""

import asyncio, inspect

async def outer():
    me = asyncio.current_task().get_coro()
    print(inspect.getcoroutinestate(me))
    print(me.cr_running, me.cr_await, me.cr_frame is not None)
    await asyncio.sleep(0)
    return me

async def sub(c):
    print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await)

async def waits(ev):
    await ev.wait()

async def main():
    t = asyncio.create_task(outer())
    me = await t
    print(inspect.getcoroutinestate(me))
    ev = asyncio.Event()
    c = waits(ev)
    print(inspect.getcoroutinestate(c))
    t = asyncio.create_task(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c), c.cr_running, c.cr_await is not None)
    ev.set()
    await t
    print(inspect.getcoroutinestate(c), c.cr_frame, c.cr_await)
    # coroutine that awaits itself through a box
    box = []
    async def selfish():
        print(inspect.getcoroutinestate(box[0]), box[0].cr_running)
        try:
            await box[0]
        except (RuntimeError, ValueError) as e:
            print(type(e).__name__, e)
        try:
            box[0].send(None)
        except ValueError as e:
            print(type(e).__name__, e)
        try:
            box[0].close()
        except ValueError as e:
            print(type(e).__name__, e)
        try:
            box[0].throw(KeyError("x"))
        except ValueError as e:
            print(type(e).__name__, e)
    c = selfish()
    box.append(c)
    await c
    c = selfish()
    box[0] = c
    try:
        c.send(None)
    except StopIteration as e:
        print("stop", e.value)
    try:
        c.send(None)
    except RuntimeError as e:
        print(e)
    async def g():
        yield 1
        await asyncio.sleep(0)
        yield 2
    ag = g()
    print(inspect.getasyncgenstate(ag), ag.ag_running, ag.ag_frame is not None)
    print(await anext(ag), inspect.getasyncgenstate(ag))
    an = anext(ag)
    t = asyncio.ensure_future(an) if inspect.iscoroutine(an) else asyncio.create_task(wrap(an))
    await asyncio.sleep(0)
    print(ag.ag_running)
    try:
        await anext(ag)
    except RuntimeError as e:
        print(type(e).__name__, e)
    print(await t)
    await ag.aclose()
    print(inspect.getasyncgenstate(ag))
    try:
        await ag.__anext__()
    except StopAsyncIteration as e:
        print("stopped", e.args)

async def wrap(x):
    return await x

asyncio.run(main())
