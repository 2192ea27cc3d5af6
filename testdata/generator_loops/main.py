"""Loops over generators that nothing else refers to, and every way out of them."""
import asyncio


def plain(n: int):
    for i in range(n):
        yield i
    return "result"


def tidy(n: int):
    try:
        for i in range(n):
            yield i
    finally:
        print("tidied", n)


def nested(n: int):
    for i in tidy(n):
        yield i * 10


def delegating(n: int):
    r = yield from plain(n)
    print("got", r)
    yield from tidy(n)


def stops():
    yield 1
    raise StopIteration("inside")


class Tree:
    def __init__(self, v: int, left: "Tree | None" = None, right: "Tree | None" = None) -> None:
        self.v, self.left, self.right = v, left, right

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.v
        if self.right:
            yield from self.right.walk()

    def items(self):
        for v in self.walk():
            yield v, v * v


def first_over(limit: int) -> int:
    for x in tidy(10):
        if x > limit:
            return x
    return -1


def raising():
    for x in tidy(5):
        if x == 2:
            raise ValueError(x)


def nexts():
    it = iter([1, 2])
    for x in plain(5):
        print(next(it))


async def asource(n: int):
    for i in range(n):
        if i % 3 == 0:
            await asyncio.sleep(0)
        yield i
    print("source ends")


async def adouble(it):
    async for v in it:
        yield v * 2


async def akeep(it):
    async for v in it:
        if v % 3 == 0:
            yield v


async def aclean(n: int):
    try:
        for i in range(n):
            yield i
    finally:
        print("cleaned", n)


async def astops():
    yield 1
    raise StopAsyncIteration


async def other(name: str):
    for i in range(4):
        print(name, i)
        await asyncio.sleep(0)


async def main():
    t = asyncio.create_task(other("side"))
    async for v in akeep(adouble(asource(10))):
        print("item", v)
        await asyncio.sleep(0)
    async for v in akeep(adouble(asource(10))):
        if v > 5:
            break
        print("again", v)
    else:
        print("no else")
    try:
        async for v in asource(5):
            if v == 2:
                raise KeyError(v)
    except KeyError as e:
        print("caught", e)
    try:
        async for v in astops():
            print("astops", v)
    except RuntimeError as e:
        print(e, type(e.__cause__).__name__)
    async for v in adouble(aclean(3)):
        print("c", v)
    async for v in aclean(5):
        if v == 1:
            break
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([v async for v in adouble(asource(4))])

    async def inner():
        async for v in asource(6):
            if v == 4:
                return v
    print(await inner())
    waiting = asyncio.create_task(consume())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("consumer cancelled")
    await t


async def consume():
    async for v in adouble(asource(100)):
        await asyncio.sleep(0)


for x in plain(3):
    print(x)
for x in plain(10):
    if x == 2:
        break
    if x == 1:
        continue
    print("p", x)
else:
    print("no")
for x in nested(3):
    print(x)
    if x == 10:
        break
for x in delegating(2):
    print("d", x)
for x in delegating(3):
    if x == 1:
        break
for x in delegating(2):
    for y in delegating(1):
        print(x, y)
try:
    for x in stops():
        print("s", x)
except RuntimeError as e:
    print(e, repr(e.__cause__))
print(first_over(3))
try:
    raising()
except ValueError as e:
    print("value", e)
try:
    nexts()
except StopIteration as e:
    print("stop", e.value)
except RuntimeError as e:
    print("runtime", e)
t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))
print(list(t.walk()), sum(t.walk()), max(t.walk()))
for a, b in t.items():
    if a > 3:
        break
    print(a, b)
print(sorted(t.items(), reverse=True), dict(t.items()))
asyncio.run(main())
