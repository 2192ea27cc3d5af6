import asyncio
from collections import deque


class Buffer:
    def __init__(self) -> None:
        self.items: deque[int] = deque()
        self.changed = asyncio.Condition()

    async def put(self, item: int) -> None:
        async with self.changed:
            self.items.append(item)
            self.changed.notify()

    async def get(self) -> int:
        async with self.changed:
            await self.changed.wait_for(lambda: len(self.items) > 0)
            return self.items.popleft()


async def consumer(name: str, buffer: Buffer) -> None:
    for _ in range(2):
        print(name, "got", await buffer.get())


async def main() -> None:
    buffer = Buffer()
    consumers = [asyncio.create_task(consumer(f"c{i}", buffer)) for i in range(2)]
    for n in range(4):
        await asyncio.sleep(0)
        await buffer.put(n)
    await asyncio.gather(*consumers)


asyncio.run(main())
