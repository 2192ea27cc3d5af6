"""Members that are strings or ints as well, where their type is not known or another operation takes them."""

import asyncio
import copy
import json
import logging
import sys
from collections import Counter, defaultdict, deque
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from typing import Any, NamedTuple, Optional

logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)


class Kind(str, Enum):
    A = "a"
    B = "b"

    def __str__(self) -> str:
        return f"kind-{self.value}"

    @classmethod
    def parse(cls, text: str) -> "Kind":
        for k in cls:
            if k.value == text.lower():
                return k
        raise ValueError(text)

    @staticmethod
    def default() -> "Kind":
        return Kind.A


class Prio(IntEnum):
    LOW = 1
    HIGH = 2


class Tag(StrEnum):
    X = "x"
    Y = "y"


class Event(NamedTuple):
    kind: Kind
    prio: Prio


@dataclass(order=True)
class Item:
    prio: Prio
    name: str


def literal(k: Kind) -> str:
    match k:
        case "a":
            return "is a"
        case Kind.B:
            return "is B"
    return "other"


def untyped_literal(k):
    match k:
        case Kind.A:
            return "A"
        case "b":
            return "b"
        case Prio():
            return "prio"
        case 7:
            return "seven"
    return "none"


async def give(k: Kind) -> Kind:
    await asyncio.sleep(0)
    return k


def pair(k: Kind) -> tuple[Kind, int]:
    return k, 1


def opt(text: str) -> Optional[Kind]:
    return Kind(text) if text in ("a", "b") else None


async def main() -> None:
    print(literal(Kind.A), literal(Kind.B), untyped_literal(Kind.A), untyped_literal("b"), untyped_literal(Kind.B), untyped_literal(Prio.LOW), untyped_literal(7), untyped_literal(1))
    print(pair(Kind.A), [pair(Kind.B)], {Kind.A: pair(Kind.A)}, Event(Kind.A, Prio.HIGH), Event(Kind.A, Prio.LOW)._asdict())
    results = await asyncio.gather(give(Kind.A), give(Kind.B))
    print(results, await asyncio.create_task(give(Kind.B)))
    fut: asyncio.Future[Kind] = asyncio.get_running_loop().create_future()
    fut.set_result(Kind.A)
    print(await fut, fut.result() is Kind.A)
    c = Counter([Kind.A, Kind.B, Kind.A])
    print(c, c.most_common(1), c["a"])
    d: defaultdict[Kind, list[Prio]] = defaultdict(list)
    d[Kind.A].append(Prio.LOW)
    print(dict(d), json.dumps(d), json.dumps({Tag.X: [Prio.HIGH], "k": Kind.B}, sort_keys=True))
    q: deque[Prio] = deque([Prio.HIGH, Prio.LOW], maxlen=2)
    print(q, sorted(q), min(q), sorted([Item(Prio.HIGH, "a"), Item(Prio.LOW, "b")]))
    heap = asyncio.PriorityQueue()
    for p in (Prio.HIGH, Prio.LOW):
        heap.put_nowait((p, p.name))
    print(await heap.get(), heap.get_nowait())
    print(opt("a"), opt("z"), opt("b") is Kind.B, (opt("a") or Kind.B).name)
    print(Kind.parse("B"), Kind.default(), f"{Kind.A}", str(Kind.B), "%s" % Kind.A, "{}".format(Kind.B), repr(Kind.A))
    logging.info("%s %d %s", Kind.A, Prio.HIGH, Tag.X)
    print(copy.deepcopy(Kind.A) is Kind.A, copy.copy([Tag.X]), [Tag.X] == ["x"], (Tag.X, 1) == ("x", 1), {Tag.X} == {"x"}, "x" in {Tag.X}, Tag.X in {"x"}, Tag.X in ["x", "y"])
    data: dict[str, Any] = {"kind": Kind.A, "prio": Prio.HIGH}
    k = data["kind"]
    print(k is Kind.A, k == "a", k.value, isinstance(k, Kind), isinstance(k, str), type(k) is Kind, data)
    kind: Kind = data["kind"]
    print(kind.name, kind in (Kind.A,), {kind: 1}[Kind.A])
    try:
        wrong: Kind = json.loads('"a"')
        print(wrong, wrong == Kind.A)
    except TypeError as e:
        print(e)
    print(Tag.X + Tag.Y, Tag.X * 2, Tag.X < Tag.Y, Prio.LOW < Prio.HIGH, Prio.HIGH - Prio.LOW, Prio.LOW * 2.5, -Prio.LOW, Prio.HIGH ** 3, [0, 1, 2][Prio.LOW], "abc"[Prio.LOW])
    total = 0
    for p in Prio:
        total += p
    print(total, sum(Prio), max(Prio), sum(p for p in Prio), [p + 1 for p in Prio], any(p > 1 for p in Prio))
    s = "pre-"
    s += Tag.X
    print(s, Tag.X.upper(), Tag.Y.join(["1", "2"]), Tag("x").name, len(Tag.X), Tag.X[0], sorted([Tag.Y, "xx", Tag.X]))
    x: Prio | int = Prio.LOW
    print(x, x + 1)
    x = 5
    print(x, int(Prio.HIGH), float(Prio.LOW), Prio.LOW.real, hash(Prio.LOW) == 1, {1: "one"}[Prio.LOW], bool(Prio.LOW))


asyncio.run(main())
