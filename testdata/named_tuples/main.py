import asyncio
from typing import NamedTuple, Optional


class Bid(NamedTuple):
    """One bid of a bidder."""

    amount: int
    bidder: str
    note: str = ""

    def beats(self, other: "Bid") -> bool:
        return self.amount > other.amount

    @property
    def label(self) -> str:
        return f"{self.bidder}:{self.amount}"


class Point(NamedTuple):
    x: float
    y: float = 0.0

    def __str__(self) -> str:
        return f"<{self.x}, {self.y}>"


def best(bids: list[Bid]) -> Optional[Bid]:
    if not bids:
        return None
    top = bids[0]
    for bid in bids[1:]:
        if bid.beats(top):
            top = bid
    return top


async def main() -> None:
    bids = [Bid(3, "a"), Bid(5, "b", "hi"), Bid(amount=4, bidder="c")]
    print(best(bids), best([]))
    print(sorted(bids), max(bids), min(bids, key=lambda b: b.bidder))
    print({Bid(3, "a"): 1}[Bid(3, "a")], Bid(3, "a") == bids[0], hash(bids[0]) == hash((3, "a", "")))
    for amount, bidder, note in bids:
        print(amount * 2, bidder, note or "-")
    first = bids[0]
    amount, who, _ = first
    print(amount, who, first[0] + 1, first[-1], first.label)
    raised = first._replace(amount=first.amount + 10)
    print(raised, first, raised > first, raised != first, raised is first)
    seen = {first, raised, Bid(3, "a")}
    print(len(seen), first in bids, bids.index(raised._replace(amount=5, bidder="b", note="hi")))
    p = Point(1.5)
    print(p, repr(p), f"{p} {p!r}", p.x + p.y, bool(p))
    print([b for a, b, _ in bids if a > 3])
    bids.sort(reverse=True)
    print([b.label for b in bids])
    totals: dict[Point, int] = {}
    for q in (Point(0, 1), Point(0.0, 1.0), Point(2)):
        totals[q] = totals.get(q, 0) + 1
    print(totals)
    match first:
        case Bid(amount=3, bidder=name):
            print("three", name)
        case Bid(n, name, _):
            print(n, name)


asyncio.run(main())
