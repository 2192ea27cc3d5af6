import asyncio


async def main() -> None:
    jobs: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for priority, name in [(3, "low"), (1, "high"), (2, "middle")]:
        jobs.put_nowait((priority, name))
    print(jobs.qsize(), jobs.empty())
    while not jobs.empty():
        priority, name = await jobs.get()
        print(priority, name)
        jobs.task_done()
    await jobs.join()
    stack: asyncio.LifoQueue[int] = asyncio.LifoQueue(maxsize=2)
    stack.put_nowait(1)
    stack.put_nowait(2)
    try:
        stack.put_nowait(3)
    except asyncio.QueueFull:
        print("full", stack.full())
    print(stack.get_nowait(), stack.get_nowait())
    try:
        stack.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


asyncio.run(main())
