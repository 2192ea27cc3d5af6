"""map() that is consumed where it stands reads like a comprehension."""

import asyncio


async def fetch(url: str, delay: float = 0) -> int:
    await asyncio.sleep(delay)
    return len(url)


def double(n: int) -> int:
    return n * 2


class Loader:
    def __init__(self) -> None:
        self.loads = 0

    async def load(self, key: str) -> str:
        self.loads += 1
        await asyncio.sleep(0)
        return key.upper()

    async def many(self, keys: list[str]) -> list[str]:
        return await asyncio.gather(*map(self.load, keys))


async def main() -> None:
    urls = ["a", "bb", "ccc"]
    print(await asyncio.gather(*map(fetch, urls)))
    loader = Loader()
    print(await loader.many(["x", "y"]), loader.loads)
    print(", ".join(map(str, [1, 2.5, None, (3,)])))
    print(sum(map(len, urls)), max(map(double, [1, 5, 2])), list(map(double, range(4))))
    print([*map(int, ["3", "4"]), 5], sorted(map(str, {10, 9})), tuple(map(abs, (-1, 2))))
    day, month = map(int, "4-11".split("-"))
    print(day + month)
    lazy = map(double, [1, 2])
    for n in lazy:
        print(n)
    try:
        print(list(map(int, ["1", "x"])))
    except ValueError as e:
        print(e)
    print(await asyncio.gather(*map(fetch, urls, [0, 0, 0])))
    print(list(map(lambda n: n + 1, [1, 2])), set(map(double, [])))


asyncio.run(main())
