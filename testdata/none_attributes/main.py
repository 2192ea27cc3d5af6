class Base:
    def __init__(self, v: int) -> None:
        self.v = v
        self.nxt: "Base | None" = None
        self.cb = None
    def kind(self) -> str:
        return "base"
class Sub(Base):
    def kind(self) -> str:
        return "sub"
class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.items: list[int] = []
        self.prev: "Node | None" = None
        self.next: "Node | None" = None
        self.__hid = key
    def hidden(self) -> int:
        return self.next.__hid
class L:
    def __init__(self) -> None:
        self.head = Node(0)
        self.tail = Node(0)
        self.head.next = self.tail
        self.tail.prev = self.head
    def add(self, n: Node) -> None:
        n.prev = self.tail.prev
        n.next = self.tail
        self.tail.prev.next = n
        self.tail.prev = n
def trace(s: str, v: int) -> int:
    print("eval", s)
    return v
def find(n: "Node | None", key: int) -> "Node | None":
    while n is not None:
        if n.key == key:
            return n
        n = n.next
    return None
l = L()
for i in range(1, 5):
    l.add(Node(i))
print(l.head.next.key, l.head.next.next.key, l.head.hidden())
def t(f) -> None:
    try:
        f()
    except AttributeError as e:
        print(e)
def a() -> None:
    print(l.tail.next.key)
def b() -> None:
    l.tail.next.key = trace("value", 3)
def c() -> None:
    l.tail.next.key += trace("no", 3)
def d() -> None:
    find(l.head, 3).key += trace("yes", 30)
    print(find(l.head, 33).key, find(l.head, 33).next.key)
def e() -> None:
    print(find(l.head, 100).key)
def g() -> None:
    find(l.head, 33).items.append(7)
    print(find(l.head, 33).items)
    find(l.head, 77).items.append(trace("no", 7))
def h() -> None:
    print(l.tail.hidden())
def i() -> None:
    x = find(l.head, 78)
    x.next, x.prev = None, None
def j() -> None:
    x: Base = Sub(1)
    x.nxt = Base(2)
    print(x.nxt.v, x.kind(), x.nxt.kind())
    x.nxt.nxt.v = 3
def k() -> None:
    x = Base(1)
    for y in (Sub(5), Base(6)):
        x.nxt = y
        x.nxt.v -= 1
        print(x.nxt.v)
    x.nxt.nxt.v -= 1
def m() -> None:
    n = None
    print(n.foo)
def o() -> None:
    n = None
    n.foo = 4
def p() -> None:
    del find(l.head, 78).key
for f in (a, b, c, d, e, g, h, i, j, k, m, o, p):
    t(f)
def q() -> None:
    try:
        x = find(l.head, 1).next.key
        print("ok", x)
        y = find(l.head, 99).next.key
        print(y)
    except AttributeError as err:
        print("caught", err)
    finally:
        print("end")
q()
def r() -> str:
    n = find(l.head, 2)
    def inc() -> int:
        n.next.key += 5
        return 1
    return f"{n.next.key + inc()} {n.next.key}"
print(r())
