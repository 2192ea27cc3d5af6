import asyncio
import heapq
import logging
import os
import random
import sys
import tempfile

logging.basicConfig(stream=sys.stdout, format="%(message)s")
logging.error("not raised", exc_info=ValueError("passed"))
for call in (
    lambda: heapq.heappush((), 1),
    lambda: heapq.heappop("ab"),
    lambda: random.randrange(0),
    lambda: random.Random(1).randrange(-3),
    lambda: random.randrange(2, 2),
):
    try:
        call()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "log")
    for mode in ("a", "ab", "a+"):
        with open(path, mode) as f:
            print(mode, f.tell(), f.write(b"12" if "b" in mode else "é"), f.tell())


async def numbers():
    yield 1
    await asyncio.sleep(0)
    yield 2


async def main():
    g = numbers()
    await anext(g)
    first, second = g.asend(None), g.asend(None)
    first.send(None)
    try:
        await second
    except RuntimeError as e:
        print(e)
    try:
        first.send(None)
    except StopIteration as e:
        print(e.value)


asyncio.run(main())
