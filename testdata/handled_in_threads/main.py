import asyncio
import traceback


def helper(i: int) -> int:
    if i % 5 == 0:
        raise LookupError(i)
    return i % 7


def work(n: int) -> int:
    total = 0
    for i in range(n):
        try:
            try:
                total += helper(i)
            except LookupError:
                total += helper(i + 1)
                if i % 10 == 0:
                    raise KeyError("k")
        except KeyError:
            total += 7
    return total


async def main() -> None:
    print(await asyncio.gather(*(asyncio.to_thread(work, 200) for _ in range(4))))
    try:
        helper(5)
    except LookupError:
        print(traceback.format_exc().splitlines()[-1])


asyncio.run(main())
