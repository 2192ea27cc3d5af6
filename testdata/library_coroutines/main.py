"""The names of the library's coroutines, and where they wait."""
import asyncio
import re


def show(x):
    print(re.sub(r" at 0x\w+| at \S*/lib/python3.13/(asyncio/\w+.py)", r" at \1", repr(x)))


async def main():
    queue, last, lock, event = asyncio.Queue(), asyncio.PriorityQueue(), asyncio.Lock(), asyncio.Event()
    semaphore, condition, barrier = asyncio.BoundedSemaphore(1), asyncio.Condition(), asyncio.Barrier(2)
    coroutines = [queue.get(), last.get(), lock.acquire(), semaphore.acquire(), event.wait(), barrier.wait(), asyncio.sleep(1),
                  queue.join(), queue.put(3), condition.acquire(), asyncio.wait_for(event.wait(), 5), condition.wait()]
    tasks = []
    for c in coroutines:
        print(c.__name__, c.__qualname__)
        tasks.append(asyncio.create_task(c, name=c.__qualname__))
        show(tasks[-1])
    await asyncio.sleep(0)
    for t in tasks:
        show(t)
        t.cancel()
    await asyncio.wait(tasks)
    waits = asyncio.create_task(lock.acquire(), name="waits")
    show(waits)
    await asyncio.sleep(0)
    show(waits)
    waits.cancel()


asyncio.run(main())
