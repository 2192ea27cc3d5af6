import asyncio
async def wait_long(i: int, done: list[int]) -> None:
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        done[i % 10] += 1
        raise
async def main():
    done = [0] * 10
    tasks = [asyncio.create_task(wait_long(i, done)) for i in range(100000)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(sum(done), len(results), sum(task.cancelled() for task in tasks))
asyncio.run(main())
