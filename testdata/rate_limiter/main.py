import asyncio
from dataclasses import dataclass, field


@dataclass
class Limiter:
    """Lets at most limit holders in at a time, and counts them."""

    limit: int
    inside: int = 0
    most: int = 0
    waiting: list[asyncio.Event] = field(default_factory=list)

    async def __aenter__(self) -> None:
        while self.inside >= self.limit:
            event = asyncio.Event()
            self.waiting.append(event)
            await event.wait()
        self.inside += 1
        self.most = max(self.most, self.inside)

    async def __aexit__(self, *_: object) -> None:
        self.inside -= 1
        if self.waiting:
            self.waiting.pop(0).set()


async def call(limiter: Limiter, n: int) -> int:
    async with limiter:
        await asyncio.sleep(0.001)
        return n


async def main() -> None:
    limiter = Limiter(2)
    print(await asyncio.gather(*[call(limiter, n) for n in range(6)]))
    print(limiter.most, limiter.inside, len(limiter.waiting))


asyncio.run(main())
