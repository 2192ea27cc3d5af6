"""Tuples whose items have types of their own, everywhere a tuple can go."""
import asyncio
import collections
import functools
import heapq
import json


class Node:
    def __init__(self, name: str) -> None:
        self.name = name

    def __lt__(self, other: "Node") -> bool:
        return self.name < other.name

    def __repr__(self) -> str:
        return f"Node({self.name})"


class Grid:
    origin = (0, 0)

    def __init__(self, width: int, height: int) -> None:
        self.size = (width, height)
        self.cells: dict[tuple[int, int], str] = {}
        self.last: tuple[int, int] | None = None

    def put(self, x: int, y: int, what: str) -> None:
        self.cells[(x, y)] = what
        self.last = (x, y)

    def around(self, x: int, y: int) -> list[tuple[int, int]]:
        found = []
        for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            if (x + dx, y + dy) in self.cells:
                found.append((x + dx, y + dy))
        return found


def fib(n):
    state = (0, 1)
    for _ in range(n):
        state = (state[1], state[0] + state[1])
    return state[0]


def split(text: str, at: int):
    if at > len(text):
        return None
    return text[:at], text[at:]


def show(*values, **named):
    print(values, sorted(named.items()))


def untyped(x):
    return x


@functools.lru_cache(maxsize=None)
def area(size):
    return size[0] * size[1]


def pairs(n: int):
    for i in range(n):
        yield i, i * 0.5


async def stream(n: int):
    for i in range(n):
        await asyncio.sleep(0)
        yield str(i), i


async def measure(name: str):
    await asyncio.sleep(0)
    return name, len(name), True


def dicts() -> None:
    grid = Grid(3, 4)
    grid.put(1, 1, "a")
    grid.put(1, 2, "b")
    grid.put(0, 1, "c")
    print(grid.size, grid.origin, Grid.origin, grid.last, grid.cells)
    print(grid.around(1, 1), grid.around(9, 9))
    print(grid.cells.get((1, 1)), grid.cells.get((5, 5)), grid.cells.get((5, 5), "?"), (1, 2) in grid.cells)
    print(grid.cells.pop((1, 2)), grid.cells.setdefault((7, 7), "s"), list(grid.cells))
    del grid.cells[(0, 1)]
    try:
        del grid.cells[(0, 1)]
    except KeyError as e:
        print("KeyError", e, e.args)
    for (x, y), what in grid.cells.items():
        print(x, y, what)
    print((1.0, 1) in grid.cells, (True, True) in grid.cells, untyped((1, 1)) in grid.cells, grid.cells[untyped((1, 1))])
    counts = collections.Counter([("a", 1), ("b", 2), ("a", 1)])
    print(counts[("a", 1)], counts.most_common(1))
    groups = collections.defaultdict(list)
    groups[(1, "x")].append((2.5, True))
    groups[(1, "x")].append((1.5, False))
    print(dict(groups), sorted(groups[(1, "x")]))


def sets() -> None:
    seen = {(1, 2), (3, 4), (1, 2)}
    seen.add((5, 6))
    print(len(seen), sorted(seen), (3, 4) in seen, seen - {(1, 2)} == {(3, 4), (5, 6)})
    nan = float("nan")
    odd = (nan, 1)
    print(odd == odd, odd in [odd], [odd].index(odd), {odd: 1}.get(odd))
    print(hash((1, 2)) == hash((1.0, True + 1)), hash(("a", (1, 2))) == hash(untyped(("a", (1, 2)))), hash((1, 2, 3)))
    print({(i % 3, i) for i in range(6)})


def order() -> None:
    heap: list[tuple[float, int, Node]] = []
    for i, name in enumerate(["d", "b", "c", "a"]):
        heapq.heappush(heap, (i % 2 * 0.5, i % 2, Node(name)))
    while heap:
        cost, i, node = heapq.heappop(heap)
        print(cost, i, node, end="; ")
    print()
    rows = [("b", 2), ("a", 2), ("c", 1)]
    print(sorted(rows), sorted(rows, key=lambda r: (-r[1], r[0])), min(rows), max(rows, key=lambda r: r[1]))
    rows.sort(reverse=True)
    print(rows, rows.count(("a", 2)), rows.index(("a", 2)), ("z", 9) in rows)
    rows.remove(("b", 2))
    print(rows, (1, 2) < (1, 3), (1, 2) == (1, 2), (1, "a") != (1, "a"), (1.5, 2) >= (1.5, 3), (1, 2) == [1, 2])
    a, b = (1, 2), (1, 2)
    print(a == b, a <= b, a + b, a * 2, len(a), a[-1], a[::-1], a.index(2), a.count(1))
    try:
        print((1, 2)[untyped(2)])
    except IndexError as e:
        print(e)


def dynamic() -> None:
    pair = (3, "x")
    show(pair, *pair, key=pair)
    print("%s-%s" % pair, f"{pair} {pair!r:>10}", "{0[1]}".format(pair), str(pair), repr((1.0, "q")))
    print(json.dumps([pair, pair]), isinstance(pair, tuple), type(pair).__name__, bool(pair))
    first, *rest = pair
    print(first, rest, [x for x in pair], list(pair), dict([pair, (4, "y")]))
    mixed = [pair, (4, "y"), None]
    for m in mixed:
        if m is not None:
            n, s = m
            print(n, s, end=" ")
    print(mixed)
    items = list({"k": 1}.items())
    items.append(("l", 2))
    print(items, sorted(items, key=lambda kv: kv[1], reverse=True), dict(items))
    match pair:
        case (3, str(s)):
            print("matched", s)
    for at in (2, 9):
        parts = split("hello", at)
        if parts is None:
            print("none")
        else:
            head, tail = parts
            print(head, tail, parts)
    print(fib(100), area((3, 4)), area((3, 4)), area.cache_info().hits)
    nested = [((1, 2), "a"), ((0, 5), "b")]
    nested.sort()
    for (x, y), name in nested:
        print(x, y, name, end=" ")
    print(nested, max(nested)[0][1])
    print(functools.reduce(lambda acc, x: (acc[0] + x, acc[1] * x), [1, 2, 3], (0, 1)))
    print([(i, c) for i, c in enumerate("ab")], list(zip([1, 2], [(1, 2), (3, 4)])), list(pairs(3)))
    total = 0.0
    for i, half in pairs(4):
        total += i * half
    print(total)
    x, y = 1, 2
    x, y = y, x
    print(x, y)
    swap = (x, y)
    y, x = swap
    print(x, y)
    try:
        raise ValueError(pair, 1)
    except ValueError as e:
        print(e.args, e)
    wide = (1, 2)
    wide += (3,)
    print(wide)


async def main() -> None:
    dicts()
    sets()
    order()
    dynamic()
    async for text, n in stream(2):
        print(text, n)
    print([pair async for pair in stream(2)])
    name, length, ok = await measure("abc")
    print(name, length, ok, await measure("de"))
    results = await asyncio.gather(measure("x"), measure("yy"))
    print(results, [r[1] for r in results])
    task = asyncio.create_task(measure("task"))
    print((await task)[0], task.result())
    queue: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for p, q in [(2, "b"), (1, "z"), (1, "a")]:
        queue.put_nowait((p, q))
    while not queue.empty():
        print(await queue.get(), end=" ")
    print()
    future = asyncio.get_running_loop().create_future()
    future.set_result((1, "f"))
    print(await future)


asyncio.run(main())
