import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple


@dataclass
class Order:
    """An order that knows what is left of it."""

    symbol: str
    qty: int
    step: Decimal = Decimal("0.25")
    remaining: int = field(init=False)  # set below
    state: str = field(init=False, default="new")
    history: list[str] = field(init=False, default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self.remaining = self.qty

    def fill(self, n: int) -> None:
        self.remaining -= n
        self.history.append(f"fill {n}")
        self.state = "done" if self.remaining == 0 else "part"


@dataclass(frozen=True)
class Shift:
    worker: str
    pause: timedelta = timedelta(minutes=30)
    log: Path = Path("/var/log")
    seen: bool = field(default=False, init=False)


@dataclass
class Late:
    a: int
    b: int = field(init=False)

    def __post_init__(self) -> None:
        try:
            print(self.b)
        except AttributeError as e:
            print(e)
        self.b = self.a


class Slot(NamedTuple):
    start: int
    length: timedelta = timedelta(hours=1)


async def main() -> None:
    a = Order("ACME", 10)
    b = Order("X", 3, Decimal("1"))
    a.fill(4)
    a.fill(6)
    b.fill(1)
    print(a, a.history)
    print(b, b.history, a.step + b.step)
    s = Shift("ann")
    print(s, s.pause + Shift("bob", timedelta(0)).pause, s.log / "x", s.seen)
    match a:
        case Order(symbol, qty, step):
            print(symbol, qty, step)
    print(Slot(3), Slot(4, timedelta(1)).length)
    print(Order("Q", 1) == Order("Q", 1), Late(3))


asyncio.run(main())
