"""Attributes that methods set after __init__: until then, instances do not have them."""

import asyncio
from dataclasses import dataclass, field


class Meter:
    def __init__(self, name):
        self.name = name

    def reset(self):
        self.count = 0
        self.label = None
        self.items = []

    def add(self, n):
        self.count += n
        self.items.append(n)
        if n > 2:
            self.label = "big"

    def mean(self):
        return self.count / len(self.items)

    def show(self):
        return f"{self.name}: {self.count} {self.label} {self.items}"

    def tell(self):
        return lambda: self.count

    def both(self):
        self.a, self.b = 1, self.name
        for self.i in range(3):
            pass
        with open("/dev/null") as self.f:
            pass
        return self.a, self.b, self.i, self.f.closed


m = Meter("m")
for what in ("show", "mean", "add", "tell"):
    try:
        if what == "show":
            m.show()
        elif what == "mean":
            m.mean()
        elif what == "add":
            m.add(1)
        else:
            m.tell()()
    except AttributeError as e:
        print(what, e, e.name, e.obj is m)
print(hasattr(m, "count"), getattr(m, "count", "none"))
m.reset()
print(hasattr(m, "count"), getattr(m, "count", "none"), m.label)
m.add(3)
m.add(4)
print(m.show(), m.mean(), m.tell()())
print(m.both())
print(m.a, m.b)


class Base:
    def setup(self):
        self.handle = self.make()

    def make(self):
        return 1

    def use(self):
        return self.handle


class Derived(Base):
    def make(self):
        return 5

    def extra(self):
        self.more = [1, 2]


b = Base()
d = Derived()
for x in (b, d):
    try:
        print(x.use())
    except AttributeError as e:
        print(e)
    x.setup()
    print(x.use(), x.handle)
try:
    d.more
except AttributeError as e:
    print(e)
d.extra()
print(d.more)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1

    def later(self):
        self.y = self.x + 1


s = Slotted()
try:
    print(s.y)
except AttributeError as e:
    print(e)
s.later()
print(s.y)


class Conditional:
    def __init__(self, on):
        if on:
            self.value = 3

    def get(self):
        return self.value


print(Conditional(True).get())
try:
    Conditional(False).get()
except AttributeError as e:
    print(e)


class Lazy:
    def __init__(self):
        self._n = 0

    @property
    def data(self):
        if not hasattr(self, "_data"):
            self._n += 1
            self._data = {"n": self._n}
        return self._data


z = Lazy()
print(z.data, z.data)


class Opt:
    def pick(self, v):
        self.v = None if v < 0 else Meter("x")

    def name(self):
        return self.v.name if self.v else "none"


o = Opt()
o.pick(-1)
print(o.name())
o.pick(1)
print(o.name())
o2 = Opt()
try:
    o2.name()
except AttributeError as e:
    print(e)
o2.v = None
print(o2.name())



@dataclass
class Server:
    host: str
    port: int = 0
    clients: list[str] = field(default_factory=list)

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._handle, self.host, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = await reader.readline()
        self.clients.append(line.decode().strip())
        writer.write(line.upper())
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async def stop(self) -> None:
        self._server.close()
        await self._server.wait_closed()


async def main() -> None:
    s = Server("127.0.0.1")
    try:
        await s.stop()
    except AttributeError as e:
        print(e)
    await s.start()
    reader, writer = await asyncio.open_connection("127.0.0.1", s.port)
    writer.write(b"hello\n")
    print(await reader.readline())
    writer.close()
    await writer.wait_closed()
    await s.stop()
    s.port = 0
    print(s, s == Server("127.0.0.1", 0, ["hello"]))


asyncio.run(main())
