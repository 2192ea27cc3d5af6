"""weakref and __del__: when objects are dropped, and what tells of it."""
import asyncio
import gc
import weakref
from dataclasses import dataclass


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self._parent = None

    @property
    def parent(self):
        return self._parent() if self._parent else None

    def add(self, child):
        child._parent = weakref.ref(self)
        self.children.append(child)

    def __repr__(self):
        return f"Node({self.name!r})"

    def greet(self):
        return f"hello from {self.name}"


class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name)


class Slotted:
    __slots__ = ("a",)


class SlottedWeak:
    __slots__ = ("a", "__weakref__")


@dataclass(eq=False)
class Conn:
    ident: int


class Emitter:
    def __init__(self):
        self.handlers = []

    def on(self, method):
        self.handlers.append(weakref.WeakMethod(method))

    def emit(self, value):
        self.handlers = [h for h in self.handlers if h() is not None]
        return [h()(value) for h in self.handlers]


class Listener:
    def __init__(self, name):
        self.name = name

    def handle(self, value):
        return f"{self.name} got {value}"


def scope():
    r = Resource("scoped")
    print("in scope", r.name)


def tree():
    root = Node("root")
    kid = Node("kid")
    root.add(kid)
    print(kid.parent, kid.parent is root)
    del root
    print(kid.parent)


def callbacks():
    n = Node("cb")
    r = weakref.ref(n, lambda ref: print("gone", ref() is None))
    f = weakref.finalize(n, print, "finalized", 1, sep="-")
    print(r().name, f.alive, r.__callback__ is not None)
    n = None
    print(r(), f.alive, f())


def mappings():
    cache = weakref.WeakValueDictionary()
    a, b = Node("a"), Node("b")
    cache["a"], cache["b"] = a, b
    print(sorted(cache), len(cache), "a" in cache, cache.get("zz", "none"))
    del a
    print(list(cache.items()), len(cache), cache.get("a"))
    try:
        cache["a"]
    except KeyError as e:
        print("KeyError", e)
    keep = cache.setdefault("c", Node("c"))
    print(cache["c"] is keep, cache.pop("c"), "c" in cache)
    data = weakref.WeakKeyDictionary()
    k1, k2 = Node("k1"), Node("k2")
    data[k1], data[k2] = 1, 2
    print(data[k1], len(data), k2 in data, [k.name for k in data])
    k1 = None
    print(len(data), dict(data.items()))
    group = weakref.WeakSet()
    for i in range(3):
        group.add(Conn(i))
    print(len(group))
    conns = [Conn(i) for i in range(3)]
    for c in conns:
        group.add(c)
    print(len(group), sorted(c.ident for c in group), conns[0] in group)
    conns.pop()
    print(len(group))
    del c
    print(len(group))
    conns.clear()
    print(len(group), list(group))


def proxies():
    n = Node("proxied")
    p = weakref.proxy(n)
    print(p.name, p.greet(), isinstance(p, Node), str(p), type(p) is weakref.ProxyType)
    p.name = "renamed"
    print(n.name)
    del n
    try:
        p.name
    except ReferenceError as e:
        print(type(e).__name__, e)


def events():
    e = Emitter()
    one, two = Listener("one"), Listener("two")
    e.on(one.handle)
    e.on(two.handle)
    print(e.emit(1))
    del one
    print(e.emit(2), len(e.handlers))
    print(weakref.ref(two.handle)())


def equality():
    n = Node("x")
    r1, r2 = weakref.ref(n), weakref.ref(n)
    print(r1 is r2, r1 == r2, hash(r1) == hash(n), weakref.getweakrefcount(n))
    for bad in (1, "s", (), [], {}, None, Slotted()):
        try:
            weakref.ref(bad)
        except TypeError as e:
            print(e)
    s = SlottedWeak()
    print(weakref.ref(s)() is s, weakref.ref(Node)() is Node, weakref.ref(tree)() is tree)


def replaced():
    r = Resource("first")
    r = Resource("second")
    holder = {"r": r}
    r = None
    print("still held")
    holder.pop("r")
    print("dropped")
    items = [Resource("list")]
    items[0] = None
    gc.collect()


class Pool:
    def __init__(self):
        self.live = weakref.WeakSet()

    def make(self, i):
        c = Conn(i)
        self.live.add(c)
        return c


async def worker(pool, i, gate):
    conn = pool.make(i)
    await gate.wait()
    return conn.ident


async def main():
    pool, gate = Pool(), asyncio.Event()
    tasks = [asyncio.create_task(worker(pool, i, gate)) for i in range(3)]
    await asyncio.sleep(0)
    print("live", len(pool.live))
    gate.set()
    print(await asyncio.gather(*tasks), len(pool.live))


scope()
tree()
callbacks()
mappings()
proxies()
events()
equality()
replaced()
asyncio.run(main())
last = Resource("global")
at_exit = Node("exit")
weakref.finalize(at_exit, print, "at exit")
print("end")


class Bell:
    def ring(self):
        return "ring"


bell = Bell()
method = weakref.WeakMethod(bell.ring)
print(isinstance(method, weakref.ref), isinstance(method, weakref.ReferenceType), method()(), method == weakref.WeakMethod(bell.ring))
