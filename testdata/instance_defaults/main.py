"""Class attributes that instances set for themselves, seen from everywhere."""

import asyncio


class Poller:
    interval = 0.01
    limit: int = 3
    task: asyncio.Task[None] | None = None
    state = "idle"

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: list[int] = []

    async def run(self) -> None:
        self.state = "running"
        for i in range(self.limit):
            self.seen.append(i)
            await asyncio.sleep(self.interval)
        self.state = "done"

    def start(self) -> None:
        if self.task is None:
            self.task = asyncio.create_task(self.run())

    async def stop(self) -> None:
        if self.task is not None:
            await self.task
            self.task = None


class Hits:
    count = 0

    def hit(self):
        self.count += 1
        return self.count


async def main() -> None:
    p = Poller("p")
    print(p.state, p.limit, p.task, Poller.state)
    p.limit = 2
    p.start()
    await p.stop()
    print(p.state, p.seen, p.task, Poller.limit)
    a, b = Hits(), Hits()
    a.hit()
    a.hit()
    b.hit()
    print(a.count, b.count, Hits.count)


asyncio.run(main())


class Base:
    level = 1
    tags = ["base"]
    owner = None

    def raise_level(self):
        self.level += 1

    def retag(self, tags):
        self.tags = tags


class Derived(Base):
    def own(self, who):
        self.owner = who


def show(x):
    print(type(x).__name__, x.level, x.tags, x.owner, type(x).level, type(x).tags)


b, d = Base(), Derived()
for x in [b, d]:
    show(x)
    x.raise_level()
    show(x)
b.tags.append("shared")
b.retag(["mine"])
b.tags.append("more")
d.own("me")
show(b)
show(d)
print(Base.level, Base.tags, Derived.level, Base.owner)
print(getattr(d, "owner"), hasattr(b, "owner"), getattr(Base, "level"))


class Tick:
    n = 0

    @classmethod
    def all(cls):
        cls.n += 1

    def one(self):
        self.n += 10


t = Tick()
Tick.all()
print(t.n, Tick.n)
t.one()
Tick.all()
print(t.n, Tick.n)


class Gone:
    x = 1

    def set(self):
        self.x = 2

    def unset(self):
        del self.x


g = Gone()
g.set()
print(g.x)
g.unset()
print(g.x)


class Config:
    debug = False
    name: str = "default"
    limits = (1, 2)


c = Config()
c.debug = True
c.limits = (3, 4)
print(c.debug, Config.debug, c.name, c.limits, Config.limits)


class Ctor:
    size = 5

    def __init__(self, size=None):
        if size is not None:
            self.size = size
        self.double = self.size * 2


print(Ctor().double, Ctor(7).double, Ctor(3).size, Ctor.size)


class Always:
    size = 5

    def __init__(self, n):
        self.size = n

    def bump(self):
        self.size += 1


a = Always(2)
a.bump()
print(a.size, Always.size)
