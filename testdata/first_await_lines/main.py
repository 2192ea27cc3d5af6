"""The lines of tasks that wait at the first await of their coroutines."""

import asyncio
import re


async def quiet():
    await asyncio.sleep(0)


async def loud() -> int:
    await asyncio.sleep(0)
    return 1


def show(t):
    text = repr(t)
    print(re.sub(r"/[^ ]*/", "", text))


async def main():
    ts = [asyncio.create_task(c, name="t") for c in (asyncio.sleep(0), quiet(), loud())]
    for t in ts:
        show(t)
    await asyncio.sleep(0)
    for t in ts:
        show(t)
    await asyncio.gather(*ts)
    for t in ts:
        show(t)


asyncio.run(main())
