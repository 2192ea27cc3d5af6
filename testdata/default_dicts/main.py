import asyncio
import collections
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import DefaultDict


@dataclass
class Stats:
    hits: int = 0
    names: list[str] = field(default_factory=list)


@dataclass
class Config:
    stats: Stats = field(default_factory=Stats)
    queue: deque[int] = field(default_factory=deque)
    limits: dict[str, int] = field(default_factory=lambda: {"a": 1})


class Index:
    """Words by their first letter."""

    def __init__(self) -> None:
        self.words: defaultdict[str, list[str]] = defaultdict(list)
        self.counts: DefaultDict[str, int] = collections.defaultdict(int)

    def add(self, word: str) -> None:
        self.words[word[0]].append(word)
        self.counts[word] += 1

    def report(self) -> list[str]:
        return [f"{k}: {', '.join(v)}" for k, v in sorted(self.words.items())]


def group(pairs: list[tuple[str, int]]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for k, v in pairs:
        out[k].append(v)
    return dict(out)


def total(d: defaultdict[str, float], key: str) -> float:
    return d[key]


async def main() -> None:
    index = Index()
    for w in "apple avocado banana apple cherry".split():
        index.add(w)
    print(index.report(), index.counts["apple"], index.counts["none"], len(index.counts))
    print(group([("a", 1), ("b", 2), ("a", 3)]))
    sums: defaultdict[str, float] = defaultdict(float)
    sums["x"] += 1.5
    sums["x"] *= 2
    print(sums["x"], total(sums, "y"), sorted(sums), "y" in sums, sums.get("z"), sums.pop("y"))
    seen: defaultdict[int, set[str]] = defaultdict(set)
    seen[3].add("c")
    seen[1].add("a")
    print(list(seen.keys()), [len(s) for s in seen.values()], max(seen))
    nested: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    nested["a"]["b"] += 2
    nested["a"]["c"] -= 1
    print({k: dict(v) for k, v in nested.items()})
    rows = defaultdict(lambda: [0, 0])
    rows["r"][1] += 5
    rows["s"]
    print(list(rows.items()))
    table: defaultdict[str, Stats] = defaultdict(Stats)
    table["q"].hits += 1
    table["q"].names.append("n")
    print(table["q"], table["w"].hits, len(table))
    try:
        del sums["nope"]
    except KeyError as e:
        print("KeyError", e)
    c = Config()
    c.queue.append(4)
    c.stats.hits += 2
    print(c, Config().stats.hits)
    shown = defaultdict(int)
    shown["k"] += 1
    print(shown, repr(shown), shown == {"k": 1}, isinstance(shown, dict), shown.default_factory)
    big = defaultdict(int)
    for i in range(70):
        big["n"] += 2**i
    print(big["n"], dict(big))


asyncio.run(main())


def failing(divisor: int) -> None:
    shares: defaultdict[str, int] = defaultdict(int)
    try:
        shares["a"] //= divisor
    except ZeroDivisionError as e:
        print(e, sorted(shares.items()))


failing(0)
