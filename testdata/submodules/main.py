"""Names imported from the modules that define them, not from their packages."""

import asyncio
import asyncio.base_events
from asyncio.unix_events import SelectorEventLoop
from concurrent.futures._base import Future, TimeoutError
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from concurrent.futures.thread import ThreadPoolExecutor


def square(n: int) -> int:
    return n * n


async def main() -> None:
    loop = asyncio.get_running_loop()
    print(isinstance(loop, asyncio.base_events.BaseEventLoop), isinstance(loop, SelectorEventLoop))
    with ThreadPoolExecutor(1) as threads:
        job = threads.submit(square, 3)
        print(isinstance(job, Future), await asyncio.wrap_future(job))
    with ProcessPoolExecutor(1) as processes:
        print(await loop.run_in_executor(processes, square, 4))
    print(TimeoutError is asyncio.TimeoutError, issubclass(BrokenProcessPool, RuntimeError), BrokenProcessPool.__module__)


if __name__ == "__main__":
    asyncio.run(main())
