"""Arguments that are bound when the call runs, and what is wrong with them."""

class Plain(Exception):
    pass

class Coded(Exception):
    def __init__(self, code: int, text: str = "x") -> None:
        super().__init__(code, text)
        self.code = code

class Deep(Coded):
    pass

def fail(*args: object) -> None:
    raise Plain(*args)

for a in ((), (1,), (1, "b")):
    try:
        fail(*a)
    except Plain as e:
        print(e.args, repr(e))
for b in ((3,), (4, "t"), ()):
    try:
        raise Deep(*b)
    except Coded as e:
        print(e.code, e.args, type(e).__name__)
    except TypeError as e:
        print(e)
try:
    raise Coded(**{"code": 5})
except Coded as e:
    print(e.code + 1, e)

class Node:
    def __init__(self, *kids: "Node", name: str = "") -> None:
        self.kids = kids
        self.name = name

    @classmethod
    def of(cls, *names: str) -> "Node":
        return cls(*(cls(name=n) for n in names), name="root")

    def walk(self, depth: int = 0) -> None:
        print(" " * depth + self.name)
        for k in self.kids:
            k.walk(depth + 1)

Node.of("a", "b").walk()
kids = [Node(name="q")]
Node(*kids, name="z").walk()
t = ("p", "r")
n = Node(*[Node(name=x) for x in t])
n.walk(*(2,))

def area(w: float, h: float = 2.0) -> float:
    return w * h

print(area(*(3, 4)), area(*[1.5]), area(**{"w": 2}), area(*(1.5, 2)))

def opt(x: int | None = None, *, flag: bool = False) -> str:
    return f"{x}{flag}"

vals = [None, 3]
print([opt(*[v]) for v in vals], opt(**{"flag": True}), opt(*(None,)), opt(*vals[:0]))

def pos(a: int, /, b: int, *, c: int = 0) -> int:
    return a * 100 + b * 10 + c

p = (1, 2)
print(pos(*p), pos(1, **{"b": 3}), pos(*p, c=4), pos(*[1], b=5, **{"c": 6}))
for bad in (lambda: pos(*p, 3), lambda: pos(*[1], a=2, b=3), lambda: pos(**{"a": 1, "b": 2}), lambda: pos(1, b=2, **{"b": 3})):
    try:
        print(bad())
    except TypeError as e:
        print(e)
big = (10**30, 1)
print(pos(*big))
