"""Generators that are dropped while they are suspended."""
import asyncio
import functools
import itertools
from contextlib import contextmanager
from itertools import islice, chain
from typing import Iterator, Generator, Iterable


@contextmanager
def section(name: str):
    print("enter", name)
    try:
        yield name
    finally:
        print("leave", name)


def numbers(n: int) -> Iterator[int]:
    try:
        for i in range(n):
            yield i
    finally:
        print("numbers", n, "closed")


def sectioned(names):
    for name in names:
        with section(name) as s:
            yield s


def doubled(source: Iterable[int]) -> Iterator[int]:
    for x in source:
        yield x * 2


def labelled(source):
    try:
        for x in source:
            yield f"<{x}>"
    except GeneratorExit:
        print("labelled told to exit")
        raise


def first(source):
    return next(source)


def take(n: int, source: Iterable[int]) -> list[int]:
    out = []
    for x in source:
        if len(out) == n:
            break
        out.append(x)
    return out


def evens(source):
    return (x for x in source if x % 2 == 0)


def pipeline(n):
    return doubled(numbers(n))


def two():
    a = numbers(31)
    b = numbers(32)
    print(next(a), next(b))


def chained():
    a = numbers(41)
    b = labelled(a)
    print(next(b))
    print("leaving chained")


def deleted():
    a = numbers(42)
    z = zip(a, "ab")
    print(next(z))
    del a
    print("a is held by z")
    print(list(z))
    print("z is there")


def looped():
    for n in range(50, 53):
        g = numbers(n)
        print("got", next(g))
    print("after loop")


def conditional(flag):
    g = None
    if flag:
        g = numbers(60)
        next(g)
    if g is not None:
        print("have one")
    return flag


def wrapped(n):
    g = numbers(n)
    next(g)
    return zip(g, "xyz")


class Tree:
    def __init__(self, value, *kids):
        self.value = value
        self.kids = kids

    def visit(self):
        try:
            yield self.value
            for kid in self.kids:
                yield from kid.visit()
        finally:
            print("left", self.value)


async def counting(source):
    total = 0
    for x in source:
        await asyncio.sleep(0)
        total += x
        if x == 2:
            break
    return total


async def run() -> None:
    print(await counting(numbers(70)))
    g = numbers(71)
    print(next(g))
    await asyncio.sleep(0)
    print("run ends")


def main() -> None:
    print(next(numbers(1)))
    print(first(numbers(2)), "first")
    print(take(2, numbers(5)))
    print(list(islice(numbers(6), 2)), "islice")
    print([x for x, _ in zip(numbers(7), "ab")])
    for i, x in enumerate(numbers(8)):
        if i == 1:
            break
    print("enumerate left")
    for a, b in zip(numbers(9), [1]):
        print(a, b)
    print("zip over")
    print(any(x > 0 for x in numbers(10)))
    print(all(map(lambda v: v < 2, numbers(11))))
    print(next(doubled(numbers(12))))
    print(next(evens(numbers(13))), "evens")
    for x in pipeline(14):
        if x > 2:
            break
    print("pipeline left")
    print(next(pipeline(15)))
    print(next(chain(numbers(16), numbers(17))))
    x, *rest = numbers(3)
    print(x, rest)
    try:
        p, q = numbers(18)
    except ValueError as e:
        print("error", e)
    print(2 in numbers(19), "contained")
    print(*islice(numbers(20), 2))
    two()
    print("two done")
    chained()
    print("chained done")
    deleted()
    print("deleted done")
    looped()
    print("looped done")
    conditional(True)
    print("conditional done")
    z = wrapped(61)
    print(next(z))
    z = None
    print("wrapped done")
    tree = Tree(1, Tree(2, Tree(3)), Tree(4))
    for v in tree.visit():
        if v == 3:
            break
    print("tree left")
    print(next(tree.visit()))
    t = tree.visit()
    print(next(t), next(t))
    del t
    print("t gone")
    s = sectioned(["a", "b"])
    print(next(s))
    print(next(s))
    s = sectioned(["c"])
    print(next(s))

    def local():
        try:
            yield "local"
        finally:
            print("local closed")

    print(next(local()))
    print(functools.reduce(lambda p, q: p + q, islice(numbers(90), 3)))
    print("-".join(labelled(islice(numbers(91), 2))))
    w = itertools.takewhile(lambda v: v < 1, numbers(92))
    print(list(w))
    print("takewhile ended")
    print(sum(numbers(4)))
    print(max(islice(numbers(93), 3)), sorted(islice(numbers(94), 3), reverse=True))


main()
asyncio.run(run())
g = numbers(100)
print(next(g))
del g
print("g deleted")
h = numbers(101)
print(next(h))
h = numbers(102)
print(next(h))
k = labelled(numbers(103))
print(next(k))
print("end")
