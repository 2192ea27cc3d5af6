import asyncio
class Counter:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.value = 0
    async def add(self, rounds: int) -> None:
        for i in range(rounds):
            async with self.lock:
                seen = self.value
                if i % 4 == 0:
                    await asyncio.sleep(0)
                self.value = seen + 1
async def main():
    counter = Counter()
    await asyncio.gather(*(counter.add(2000) for _ in range(100)))
    print(counter.value)
asyncio.run(main())
