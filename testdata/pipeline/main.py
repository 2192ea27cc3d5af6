"""A pipeline of three stages that pass items on through queues."""

import asyncio

STOP = None


async def produce(out, count):
    for n in range(count):
        await out.put(n)
    await out.put(STOP)


async def transform(source, out, function):
    while True:
        item = await source.get()
        if item is STOP:
            await out.put(STOP)
            return
        await out.put(function(item))


async def collect(source):
    results = []
    while (item := await source.get()) is not STOP:
        results.append(item)
    return results


async def main():
    first, second, third = (asyncio.Queue(maxsize=1) for _ in range(3))
    *_, results = await asyncio.gather(
        produce(first, 5),
        transform(first, second, lambda n: n * n),
        transform(second, third, lambda n: f"<{n}>"),
        collect(third),
    )
    print(results)


asyncio.run(main())
