import asyncio


class Periodic:
    def __init__(self, fn, key=None):
        self.fn = fn
        self.key = key
        self.runs = 0

    def run(self, *args):
        self.runs += 1
        return self.fn(*args)

    def pair(self, x):
        return self.fn(x), self.key(x) if self.key else None


class Sub(Periodic):
    def twice(self, x):
        return self.fn(self.fn(x))

    @property
    def handler(self):
        return self.fn

    def handle(self, x):
        return self.handler(x)


async def main():
    p = Periodic(lambda a: a + 1, key=str)
    print(p.run(1), p.pair(2), p.fn(5))
    s = Sub(len and (lambda v: v * 2))
    print(s.twice(3), s.handle(4), s.runs, s.handler(5))
    calls = []
    q = Periodic(calls.append)
    q.run(3)
    q.fn(4)
    print(calls, q.runs)


asyncio.run(main())


class Dist:
    def __init__(self, m):
        self.m = m

    def __index__(self):
        return round(self.m)

print([0] * Dist(2.2), "ab" * Dist(2), Dist(1) * (1, 2), "abcdef"[Dist(2.2)], range(Dist(2)), hex(Dist(7)), [1, 2, 3][Dist(0):Dist(2)])



class Fake:
    pretend = "Database"


class Meta(type):
    def __instancecheck__(cls, obj):
        return type.__instancecheck__(cls, obj) or getattr(obj, "pretend", None) == cls.__name__


class Database(metaclass=Meta):
    pass


print(isinstance(Fake(), Database), isinstance(5, Database))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("liftoff")
        self.n -= 1
        return self.n + 1


def collect(it):
    value = yield from it
    yield ("returned", value)


def change(amount, coins):
    if amount > 10:
        return None, []
    return [amount], coins[1:]


print(list(collect(Countdown(2))))
for amount in (5, 20):
    given, rest = change(amount, [1, 2])
    print("none" if given is None else given, rest)
