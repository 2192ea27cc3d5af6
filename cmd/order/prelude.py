import asyncio
import contextvars
import re
import sys

variable = contextvars.ContextVar("variable", default=0)
lines = []
muted = False


def say(*parts):
    if len(lines) < 400 and not muted:
        lines.append(" ".join([str(part) for part in parts]))


def describe(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__}({e.message!r}, {[describe(x) for x in e.exceptions]})"
    text = repr(e)
    if e.__cause__ is not None:
        text += " from " + repr(e.__cause__)
    return re.sub(r" (at [^ ]*:\d+|cb=\[.*?\])", "", text)  # no line numbers after conversion


def outcome(future):
    if not future.done():
        return "pending"
    if future.cancelled():
        return "cancelled"
    if future.exception() is not None:
        return describe(future.exception())
    return future.result()


def texts(values):
    return [describe(v) if isinstance(v, BaseException) else v for v in values]


async def idle(n):
    for i in range(n):
        await asyncio.sleep(0)
    say("idled", n)
    return n


async def stop_after(turns, limit, task):
    """Ends the main task of a program that would go on for ever."""
    for i in range(turns):
        await asyncio.sleep(0)
    limit.reschedule(0)
    for i in range(40):
        await asyncio.sleep(0)
        task.cancel()
    await purge(forever=True)


async def purge(forever=False):
    """Ends all other tasks; in what order they do no longer counts."""
    global muted
    muted = True
    while True:
        rest = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        if not rest and not forever:
            break
        for task in rest:
            task.cancel()
        await asyncio.sleep(0)


async def count(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        say("count closed")


async def failing():
    yield 0
    await asyncio.sleep(0)
    raise ValueError("failing")


def wanted(name):
    """Tells whether a program is to run: all are, or the one that is asked for."""
    return len(sys.argv) == 1 or sys.argv[1] == name


def run(name, main):
    global muted
    lines.clear()
    muted = False
    try:
        asyncio.run(main())
    except BaseException as e:
        say("run", describe(e))
    print("==", name)
    for line in lines:
        print(line)


