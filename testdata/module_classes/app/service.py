import asyncio
from dataclasses import dataclass

from . import errors
from .core.models import Job, Status
from .errors import NotFound


@dataclass(frozen=True)
class Config:
    retries: int = 1


class Service:
    def __init__(self, config: Config) -> None:
        self.config = config
        self.seen: list[str] = []

    async def run(self, name: str) -> Job:
        await asyncio.sleep(0)
        self.seen.append(name)
        if name == "missing":
            raise NotFound(name)
        if name == "bad":
            raise errors.AppError("bad", name)
        return Job(name).finish()

    async def many(self, jobs: list[Job]) -> list[Status]:
        done = await asyncio.gather(*(self.run(j.name) for j in jobs))
        return [j.status for j in done]
