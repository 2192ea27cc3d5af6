"""Methods that run in threads."""

import asyncio
import time


class Store:
    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.next: "Store | None" = None

    def load(self, name: str, scale: int = 2) -> int:
        time.sleep(0.001)
        if name == "bad":
            raise KeyError(name)
        return self.rows.get(name, 0) * scale

    def save(self, name: str, value: int) -> None:
        self.rows[name] = value

    def count(self) -> int:
        return len(self.rows)

    async def run(self) -> None:
        await asyncio.to_thread(self.save, "a", 4)
        print(await asyncio.to_thread(self.load, "a"), await asyncio.to_thread(self.load, "a", scale=5))
        print(await asyncio.gather(*(asyncio.to_thread(self.load, n) for n in ("a", "b"))))
        try:
            await asyncio.to_thread(self.load, "bad")
        except KeyError as e:
            print("no", e)
        n = await asyncio.to_thread(self.count)
        coro = asyncio.to_thread(self.count)
        print(n, await coro)


async def main() -> None:
    s = Store()
    t = asyncio.create_task(asyncio.to_thread(s.save, "z", 9))
    s = Store()
    await t
    print(s.rows)
    await s.run()


asyncio.run(main())
