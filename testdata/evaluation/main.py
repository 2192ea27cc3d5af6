"""The order in which the parts of an expression are evaluated, and what a call does with * and **."""
import asyncio

x = 1
def inc() -> int:
    global x
    x += 1
    return x
def show(a: int, b: int) -> None:
    print(a, b)
print(x, inc(), x)
print(x + inc())
print([x, inc(), x])
show(x, inc())
t = (x, inc())
print(t)
print(f"{x} {inc()} {x}")
y = x + inc() * x
print(y)
x += inc()
print(x)
print(x < inc(), x == inc())
d = {x: inc()}
print(d)
def loc():
    a = 1
    def bump():
        nonlocal a
        a += 1
        return a
    print(a, bump(), a)
    print(a + bump())
    l = [a, bump()]
    print(l)
    a += bump()
    print(a)
    print(a * bump() + a)
    print(str(a) + str(bump()))
    print(a if bump() else 0, bump())
loc()
class Counter:
    def __init__(self): self.v = 1
    def inc(self):
        self.v += 1
        return self.v
c = Counter()
print(c.v, c.inc(), c.v)
print(c.v + c.inc())
print([c.v, c.inc()])
c.v += c.inc()
print(c.v)
items = [1, 2]
print(items[0], items.pop(0), items[0])
def chg():
    items[0] = 50
    return 1
print(items[0] + chg(), items[0])


def g(*a, **k): return (a, k)
class K:
    def m(self, *a, **k): return g(*a, **k)
    @classmethod
    def c(cls, a): pass
class NM: pass
def gen():
    yield 1
    raise ValueError("x")
options = {"a": 1}
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
t(lambda: g(**options, **options))
t(lambda: g(*5))
t(lambda: g(1, *5))
t(lambda: g(**5))
t(lambda: g(**NM()))
t(lambda: g(**{1: 2}))
t(lambda: K().m(*5))
t(lambda: K().m(**options, a=3))
t(lambda: K().m(*[1], **options, b=3))
t(lambda: K.c(*5))
t(lambda: K(*5))
t(lambda: int(*5))
t(lambda: print(*5))
t(lambda: [].append(*5))
t(lambda: "".join(**5))
t(lambda: K().m(*gen()))
t(lambda: [*5])
t(lambda: (1, *None))
t(lambda: {**5})
t(lambda: len(*[1], **{}))
t(lambda: (lambda *a: a)(*(x for x in [1,2]), *"ab", 3))
def forwards(*args, **kw):
    kw["q"] = 1
    return g(*args, z=1, **kw)
t(lambda: forwards(1))
t(lambda: forwards(1, z=2))
order = []
def noted(x):
    order.append(x); return x
t(lambda: g(noted(1), *noted([2]), noted(3), k=noted(4), **noted({"e": 5}), l=noted(6)))
print(order)
t(lambda: NM().foo(*[1]))
t(lambda: max(*[]))
t(lambda: max(*[3, 4], **{"key": lambda v: -v}))


class Account:
    def __init__(self) -> None:
        self.n: int = 0
        self.s: float = 1.5
    async def add(self) -> int:
        await asyncio.sleep(0)
        return 1
    async def go(self) -> None:
        self.n += await self.add()
        self.s += await self.add()
total: int = 0
async def one() -> int:
    await asyncio.sleep(0)
    return 1
async def work() -> None:
    global total
    total += await one()
async def main() -> None:
    c = Account()
    await asyncio.gather(c.go(), c.go(), work(), work(), work())
    print(c.n, c.s, total)
    n = 0
    for i in range(3):
        n += await one()
    print(n)
asyncio.run(main())


def choose(a: "int | None", b: "str | None", c: "list[int] | None" = None) -> int:
    print(a or 0, b or "none", a and a + 1, c or [], (a or b) is None)
    return a or -1


print(choose(None, None), choose(1, "s", [1]), choose(0, "", []))
print(sorted([None, 3, None, 1], key=lambda v: (v is not None, v or 0)))
