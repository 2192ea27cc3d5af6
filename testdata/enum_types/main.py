import asyncio
import json
from dataclasses import dataclass, field
from enum import Enum, auto, unique


class Status(Enum):
    """Where an order is."""

    NEW = "new"  # just made
    PAID = "paid"
    SHIPPED = "shipped"

    @property
    def final(self) -> bool:
        return self is Status.SHIPPED

    def next(self) -> "Status":
        if self is Status.NEW:
            return Status.PAID
        return Status.SHIPPED

    @classmethod
    def parse(cls, text: str) -> "Status":
        for s in cls:
            if s.value == text.strip().lower():
                return s
        raise ValueError(f"no status {text!r}")


@unique
class Level(Enum):
    LOW = auto()
    MID = auto()
    HIGH = 10

    def __str__(self) -> str:
        return self.name.lower()


class Quiet(Enum):
    ON = 1
    OFF = 0


@dataclass
class Order:
    id: int
    status: Status = Status.NEW
    tags: list[str] = field(default_factory=list)


class Machine:
    TRANSITIONS: dict[Status, set[Status]] = {
        Status.NEW: {Status.PAID},
        Status.PAID: {Status.SHIPPED},
        Status.SHIPPED: set(),
    }

    def __init__(self) -> None:
        self.state = Status.NEW
        self.history: list[Status] = [Status.NEW]

    def to(self, target: Status) -> bool:
        if target not in self.TRANSITIONS[self.state]:
            return False
        self.state = target
        self.history.append(target)
        return True


def describe(s: Status) -> str:
    match s:
        case Status.NEW:
            return "fresh"
        case Status.PAID | Status.SHIPPED:
            return "on its way"


def maybe(text: str) -> Status | None:
    try:
        return Status(text)
    except ValueError as e:
        print("!", e)
        return None


def quiet(q: Quiet) -> str:
    if q == Quiet.ON:
        return q.name
    return str(q.value + 1)


async def main() -> None:
    o = Order(1)
    print(o, o.status, o.status.value, o.status.name, repr(o.status))
    o.status = o.status.next()
    print(f"{o.status} {o.status!r} {o.status.name:>8}|{o.status.final}")
    print(Order(1) == Order(1), Order(1) == Order(1, Status.PAID))
    print([s.value for s in Status], list(Status), len(Status))
    print(sorted(Level, key=lambda v: -v.value), [str(v) for v in Level])
    print(Level.HIGH.value + 1, Level(2), Level["LOW"], Level.MID)
    m = Machine()
    print(m.to(Status.SHIPPED), m.to(Status.PAID), m.to(Status.SHIPPED), m.history)
    print(describe(Status.PAID), describe(Status.NEW))
    print(maybe("paid"), maybe("lost"))
    found = maybe("new")
    if found is not None and found == Status.NEW:
        print("found", found.name, found.final)
    if found:
        print("true")
    print(Status.parse(" PAID "))
    counts: dict[Status, int] = {s: 0 for s in Status}
    counts[Status.NEW] += 2
    print(counts, {s.value: n for s, n in counts.items()})
    print(json.dumps({"status": o.status.value, "n": counts[Status.NEW]}))
    print(isinstance(o.status, Status), isinstance(o.status, Enum), type(o.status).__name__, Status.NEW in Status, Status)
    print(quiet(Quiet.ON), quiet(Quiet.OFF), Status.NEW == "new", Status.NEW != Status.PAID, hash(Status.NEW) == hash(Status.NEW))
    for name in ("PAID", "NOPE"):
        try:
            print(Status[name])
        except KeyError as e:
            print("KeyError", e)
    print({Status.NEW, Status.NEW} == {Status.NEW}, Status.PAID in (Status.NEW, Status.PAID), [s for s in Status if s not in {Status.NEW}])
    anything: list[object] = [Status.NEW, 1, "x", Level.LOW]
    print(anything, anything.index(Level.LOW), Status.NEW in anything)
    for i, s in enumerate(Status, 1):
        print(i, s)
    print(max(Status, key=lambda s: len(s.value)), dict(zip([s.name for s in Level], Level)))
    try:
        print(Level.LOW < Level.MID)
    except TypeError as e:
        print(e)
    try:
        Level(7)
    except ValueError as e:
        print(e)
    by: dict[str, Level] = {lv.name: lv for lv in Level}
    print(by.get("LOW"), by.get("X"), getattr(Status, "NEW"), Status.__members__)


asyncio.run(main())


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self.y = y

    def moved(self, dx: int) -> "Point":
        return Point(self.x + dx, self.y)


p = Point(1, 2).moved(3)
print(p.x, p.y, hasattr(p, "__dict__"), hasattr(p, "x"))
