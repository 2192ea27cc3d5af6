import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def blocking(n: int) -> int:
    time.sleep(0.01 * n)
    return n * n


def broken() -> None:
    raise OSError("disk on fire")


async def main() -> None:
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 3))
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, blocking, n) for n in range(4)]
        print(await asyncio.gather(*futures))
    try:
        await asyncio.to_thread(broken)
    except OSError as e:
        print("from a thread:", e)


asyncio.run(main())
