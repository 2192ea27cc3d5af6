"""Functions and methods that run in the threads of the default executor."""

import asyncio
import time


def blocking(n: int) -> int:
    time.sleep(0.001)
    if n < 0:
        raise ValueError(f"negative {n}")
    return n + n


def quiet() -> None:
    time.sleep(0.001)


class Disk:
    def __init__(self) -> None:
        self.data: dict[str, str] = {}

    def write(self, key: str, value: str) -> None:
        self.data[key] = value

    def read(self, key: str) -> str:
        return self.data[key]


async def main() -> None:
    loop = asyncio.get_running_loop()
    disk = Disk()
    await loop.run_in_executor(None, quiet)
    await loop.run_in_executor(None, disk.write, "a", "x")
    print(await loop.run_in_executor(None, disk.read, "a"), await loop.run_in_executor(None, blocking, 7))
    futures = [loop.run_in_executor(None, blocking, n) for n in range(4)]
    print(await asyncio.gather(*futures))
    try:
        await loop.run_in_executor(None, blocking, -1)
    except ValueError as e:
        print("error", e)
    try:
        await loop.run_in_executor(None, disk.read, "nope")
    except KeyError as e:
        print("error", repr(e))
    f = loop.run_in_executor(None, blocking, 3)
    print(f.done(), isinstance(f, asyncio.Future))
    done, pending = await asyncio.wait([f], timeout=5)
    print(len(done), len(pending), f.result())
    print(await loop.run_in_executor(None, sum, [1, 2, 3]), await loop.run_in_executor(None, lambda: 5))


asyncio.run(main())
