"""Enumerations whose members are strings or ints as well."""

import asyncio
import json
from dataclasses import dataclass, asdict, field
from enum import Enum, IntEnum, StrEnum, auto


class Status(str, Enum):
    """Where a job is."""

    QUEUED = "queued"
    RUNNING = "running"  # at work
    DONE = "done"

    @property
    def final(self) -> bool:
        return self is Status.DONE

    def label(self) -> str:
        return self.value.title()


class Level(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


class Color(StrEnum):
    RED = auto()
    DARK_BLUE = auto()


class Code(int, Enum):
    OK = 200
    MISSING = 404


@dataclass
class Job:
    name: str
    status: Status = Status.QUEUED
    level: Level = Level.MID
    tags: list[Color] = field(default_factory=list)

    def advance(self) -> None:
        if self.status == Status.QUEUED:
            self.status = Status.RUNNING
        elif self.status is Status.RUNNING:
            self.status = Status.DONE


def describe(s: Status) -> str:
    match s:
        case Status.QUEUED:
            return "waiting"
        case Status.RUNNING | Status.DONE:
            return f"{s} {s.name} {s.value} {s.final}"
    return "?"


def same(s: Status, text: str) -> tuple[bool, bool, bool]:
    return s == text, text == s, s != text


def sort_levels(levels: list[Level]) -> list[Level]:
    return sorted(levels, reverse=True)


def untyped(x):
    return f"{x} {x!r} {str(x)} {type(x).__name__} {isinstance(x, str)} {isinstance(x, int)}"


async def main() -> None:
    job = Job("a")
    job.advance()
    print(job, job.status.label(), describe(job.status), describe(Status.QUEUED))
    print(same(job.status, "running"), same(Status.DONE, "x"), job.status == Status.RUNNING, job.status in (Status.DONE, Status.RUNNING))
    print(job.status.upper(), job.status + "!", len(Status.DONE), Status.DONE.startswith("d"), "-".join([Status.DONE, Status.QUEUED]))
    print(json.dumps({"status": job.status, "level": job.level, "tags": [Color.RED], "code": Code.OK}), json.dumps(asdict(job)))
    print(Status("done"), Status("done") is Status.DONE, Level(5), Color("red"), Code(404).name)
    for bad in ("nope", "queue"):
        try:
            Status(bad)
        except ValueError as e:
            print(e)
    print(f"{Level.HIGH} {Level.HIGH:>5} {Color.DARK_BLUE} {Color.RED:>6} {Code.OK} {Status.DONE} {Status.DONE:>15}|")
    print(str(Level.LOW), str(Color.RED), str(Code.OK), str(Status.DONE), repr(Level.LOW), repr(Color.RED), repr(Status.DONE))
    print(Level.LOW < Level.HIGH, Level.LOW < 3, Level.MID + 1, max(Level.LOW, Level.MID), sort_levels([Level.LOW, Level.HIGH, Level.MID]), sum([Level.LOW, Level.MID]))
    counts: dict[Status, int] = {s: 0 for s in Status}
    counts[job.status] += 2
    print(counts, counts[Status.RUNNING], counts.get("running"), "done" in counts, {Status.DONE: 1} == {"done": 1})
    print(list(Status), [c.value for c in Color], len(Level), [m.name for m in Code])
    print(untyped(Status.DONE), untyped(Level.LOW), untyped(Color.RED), untyped(Code.OK))
    print({Level.HIGH, Level.LOW, Level.MID}, [10, 20, 30, 40, 50, 60][Level.MID], list(range(Level.LOW, Level.MID)))
    print(bool(Status.DONE), hash(Status.DONE) == hash("done"), Level.LOW == 1, Level.LOW is Level(1), Code.OK == 200, isinstance(job.status, str))
    queue: asyncio.Queue[Status] = asyncio.Queue()
    for s in Status:
        queue.put_nowait(s)
    got = await queue.get()
    print(got, got.final, await asyncio.wait_for(queue.get(), 1))
    anything: list[object] = [Status.DONE, Level.LOW, "done", 1]
    print(anything.index("done"), anything.count(1), [x for x in anything if isinstance(x, Status)], [x is Status.DONE for x in anything])
    maybe: Status | None = None
    print(maybe, maybe == "done", job.status or "none", maybe or Status.DONE)
    maybe = Status.DONE
    print(maybe.name, Status["QUEUED"], Status.__members__["DONE"].value)


asyncio.run(main())
