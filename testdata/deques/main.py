"""Deques keep the type of their elements."""

import asyncio
from collections import deque


class SlidingWindow:
    """At most limit calls in any period."""

    def __init__(self, limit: int, period: float) -> None:
        self.limit = limit
        self.period = period
        self.stamps: deque[float] = deque()

    def allow(self, now: float) -> bool:
        while self.stamps and now - self.stamps[0] >= self.period:
            self.stamps.popleft()
        if len(self.stamps) >= self.limit:
            return False
        self.stamps.append(now)
        return True


def breadth_first(graph: dict[str, list[str]], start: str) -> list[str]:
    seen = {start}
    order: list[str] = []
    todo = deque([start])
    while todo:
        node = todo.popleft()
        order.append(node)
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                todo.append(other)
    return order


def moving_average(values: list[float], size: int) -> list[float]:
    window: deque[float] = deque(maxlen=size)
    out = []
    for v in values:
        window.append(v)
        out.append(round(sum(window) / len(window), 2))
    return out


async def main() -> None:
    w = SlidingWindow(2, 1.0)
    print([w.allow(t) for t in (0.0, 0.1, 0.2, 1.05, 1.2)], w.stamps)
    print(breadth_first({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, "a"))
    print(moving_average([1.0, 2.0, 6.0, 7.0], 2))

    names = deque(["x", "y"], maxlen=3)
    names.extend(["z", "w"])
    names.appendleft("v")
    print(names, names[0], names[-1], "z" in names, names.index("z"))
    names[1] = "Y"
    names.rotate(1)
    print(list(names), [n.lower() for n in reversed(names)], sorted(names))
    print([*names, "end"], names.copy() == names, bool(deque()), len(names))
    del names[0]
    names += ["q"]
    print(names.pop(), names.maxlen, list(enumerate(names)))

    counts = deque([1, 2, 3])
    counts[0] += 10
    print(max(counts), sum(counts), counts.count(2), [n for n in counts if n > 2])

    mixed = deque([1])
    mixed.append("one")
    for item in mixed:
        print(type(item).__name__, end=" ")
    print()

    pairs = deque([(1, "a"), (2, "b")])
    for number, letter in pairs:
        print(number * 2, letter.upper())
    try:
        for number, letter in pairs:
            pairs.append((number + 1, letter))
    except RuntimeError as e:
        print(e)
    try:
        deque().popleft()
    except IndexError as e:
        print(e)
    try:
        print(counts[9])
    except IndexError as e:
        print(e)
    try:
        deque(maxlen=-1)
    except ValueError as e:
        print(e)


asyncio.run(main())
