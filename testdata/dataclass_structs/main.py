from dataclasses import dataclass, field
from typing import ClassVar, Optional

@dataclass
class Point:
    x: int
    y: int = 0

    def dist2(self) -> int:
        return self.x * self.x + self.y * self.y

@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    tags: tuple[str, ...] = ()

@dataclass
class Inventory:
    limit: ClassVar[int] = 3
    name: str
    items: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    note: Optional[str] = None
    secret: str = field(default="s", repr=False, compare=False)

    def __post_init__(self) -> None:
        self.name = self.name.title()

    def add(self, item: str) -> None:
        if len(self.items) >= self.limit:
            raise ValueError(f"{self.name} is full")
        self.items.append(item)
        self.counts[item] = self.counts.get(item, 0) + 1

p = Point(1, 2)
q = Point(x=1, y=2)
print(p, q, p == q, p != q, p is q, p.dist2())
q.y += 5
print(q, p == q, repr(q), f"{q!r} {q}")
v = sorted([Version(1, 2), Version(1, 0), Version(0, 9, ("a",))])
print(v, max(v), Version(1, 2) < Version(1, 3), len({Version(1, 2), Version(1, 2)}) == 1)
try:
    v[0].major = 5
except AttributeError as e:
    print(type(e).__name__, e)
inv = Inventory("box")
for w in "abcd":
    try:
        inv.add(w)
    except ValueError as e:
        print("error:", e)
print(inv, Inventory.limit, inv.counts)
d = {Version(1): "one", Version(2): "two"}
print(d[Version(1)], Version(3) in d)
s = {Version(1), Version(1, 0)}
print(len(s))
try:
    print({p: 1})
except TypeError as e:
    print(e)
match p:
    case Point(x=1, y=yy):
        print("matched", yy)
match v[0]:
    case Version(a, b):
        print(a, b)
pts = [Point(3, 1), Point(1, 5)]
pts.sort(key=lambda p: p.x)
print(pts, sum(p.x for p in pts))
print(Point(1, 2) in pts, pts.index(Point(3, 1)), pts.count(Point(1, 5)))
@dataclass
class Base:
    id: int
    kind: str = "base"
    def show(self) -> str:
        return f"{self.kind}:{self.id}"
@dataclass
class Child(Base):
    extra: float = 1.5
    def show(self) -> str:
        return "child " + super().show() + f" {self.extra}"
bs: list[Base] = [Base(1), Child(2, "c"), Child(3, extra=2.0)]
for b in bs:
    print(b, b.show(), isinstance(b, Child))
print(bs[0] == Base(1), bs[1] == Child(2, "c", 1.5), bs[0] == bs[1])
