import asyncio

active = 0
peak = 0


async def fetch(n: int, semaphore: asyncio.Semaphore) -> int:
    global active, peak
    async with semaphore:
        active += 1
        peak = max(peak, active)
        await asyncio.sleep(0.005)
        active -= 1
        return n


async def main() -> None:
    semaphore = asyncio.Semaphore(3)
    results = await asyncio.gather(*(fetch(n, semaphore) for n in range(10)))
    print(sum(results), peak, active)
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as e:
        print(e)


asyncio.run(main())
