from __future__ import annotations
import asyncio
class Shape:
    """A shape."""
    count = 0
    def __init__(self, name: str) -> None:
        self.name = name
        Shape.count += 1
    def area(self) -> float:
        raise NotImplementedError
    def describe(self) -> str:
        return f"{self.name} with area {self.area():.2f}"
    @property
    def label(self) -> str:
        return self.name.upper()
class Circle(Shape):
    def __init__(self, r: float) -> None:
        super().__init__("circle")
        self.r = r
    def area(self) -> float:
        return 3.14 * self.r ** 2
class Rect(Shape):
    def __init__(self, w: float, h: float, name: str = "rect") -> None:
        super().__init__(name)
        self.w, self.h = w, h
    def area(self) -> float:
        return self.w * self.h
class Square(Rect):
    def __init__(self, s: float) -> None:
        super().__init__(s, s, name="square")
    def describe(self) -> str:
        return "[" + super().describe() + "]"
shapes: list[Shape] = [Circle(1.5), Rect(2.0, 3.5), Square(2.0)]
for s in shapes:
    print(s.describe(), s.label, type(s).__name__, isinstance(s, Rect))
print(Shape.count, max(shapes, key=lambda s: s.area()).name)
try:
    Shape("x").describe()
except NotImplementedError:
    print("abstract")
class Stack:
    def __init__(self) -> None:
        self._items: list[int] = []
    def push(self, x: int) -> None:
        self._items.append(x)
    def pop(self) -> int:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()
    def __len__(self) -> int:
        return len(self._items)
    def __iter__(self):
        return iter(self._items)
    def __contains__(self, x: int) -> bool:
        return x in self._items
    def __getitem__(self, i: int) -> int:
        return self._items[i]
    def __repr__(self) -> str:
        return f"Stack({self._items!r})"
    def __bool__(self) -> bool:
        return len(self._items) > 0
st = Stack()
print(bool(st), len(st), st)
for i in range(3):
    st.push(i * 10)
print(len(st), st[1], 20 in st, 5 in st, list(st), st, [x + 1 for x in st], "yes" if st else "no")
print(st.pop(), st.pop(), st.pop())
try:
    st.pop()
except IndexError as e:
    print("IndexError", e)
class Vec:
    def __init__(self, x: float, y: float) -> None:
        self.x = x
        self.y = y
    def __add__(self, o: Vec) -> Vec:
        return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k: float) -> Vec:
        return Vec(self.x * k, self.y * k)
    def __eq__(self, o: object) -> bool:
        if not isinstance(o, Vec):
            return NotImplemented
        return self.x == o.x and self.y == o.y
    def __hash__(self) -> int:
        return hash((self.x, self.y))
    def __str__(self) -> str:
        return f"({self.x}, {self.y})"
    def __neg__(self) -> Vec:
        return Vec(-self.x, -self.y)
    def __lt__(self, o: Vec) -> bool:
        return self.x < o.x
a = Vec(1.0, 2.0); b = Vec(3.0, 4.0)
print(a + b, a * 2.0, a == b, a == Vec(1.0, 2.0), a != b, -a, str(a), f"{a + b:>12}" if False else "", a < b, sorted([b, a])[0], a == 5)
print(len({a, Vec(1.0, 2.0), b}), {a: 1}[Vec(1.0, 2.0)])
class Account:
    rate: float = 0.05
    def __init__(self, owner: str, balance: float = 0.0):
        self.owner = owner
        self._balance = balance
        self.history: list[tuple[str, float]] = []
    @property
    def balance(self) -> float:
        return self._balance
    @balance.setter
    def balance(self, v: float) -> None:
        if v < 0:
            raise ValueError("negative")
        self.history.append(("set", v))
        self._balance = v
    @classmethod
    def empty(cls, owner: str) -> Account:
        return cls(owner)
    @staticmethod
    def valid(x: float) -> bool:
        return x >= 0
    def interest(self) -> float:
        return self._balance * self.rate
acc = Account.empty("bob")
acc.balance = 100.0
acc.balance += 50.0
print(acc.balance, acc.interest(), Account.valid(-1.0), acc.valid(3.0), acc.history)
try:
    acc.balance = -1.0
except ValueError as e:
    print("err", e)
Account.rate = 0.1
print(acc.interest())
class AppError(Exception):
    def __init__(self, msg: str, code: int = 1) -> None:
        super().__init__(msg)
        self.code = code
class NotFound(AppError):
    def __init__(self, key: str) -> None:
        super().__init__(f"no {key}", 404)
        self.key = key
class Denied(AppError):
    pass
class Plain(ValueError):
    """plain"""
class Sub(Plain):
    pass
def check(k: str) -> int:
    if k == "a":
        raise NotFound(k)
    if k == "b":
        raise Denied("denied", 403)
    if k == "c":
        raise Sub("x", 3)
    if k == "d":
        raise Plain
    return 7
for k in "abcde":
    try:
        print(check(k))
    except NotFound as e:
        print("nf", e, e.key, e.code, e.args)
    except AppError as e:
        print("app", type(e).__name__, e, e.code, repr(e))
    except (Plain, KeyError) as e:
        print("plain", type(e).__name__, e.args, repr(e), isinstance(e, ValueError))
class Res:
    def __init__(self, name: str) -> None:
        self.name = name
        self.open = False
    async def __aenter__(self) -> Res:
        self.open = True
        return self
    async def __aexit__(self, et, ev, tb) -> bool:
        self.open = False
        print("exit", self.name, et.__name__ if et else None)
        return et is KeyError
    def __enter__(self) -> "Res":
        print("enter", self.name)
        return self
    def __exit__(self, et, ev, tb) -> None:
        print("leave", self.name)
class Twice:
    def __init__(self) -> None:
        self.a = 1
        self.a = 2
        self.b = 3
class Counter:
    def __init__(self, n: int) -> None:
        self.n = n
        self.i = 0
    def __aiter__(self) -> Counter:
        return self
    async def __anext__(self) -> int:
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await asyncio.sleep(0)
        return self.i
async def main() -> None:
    async with Res("r1") as r:
        print(r.name, r.open)
    async with Res("r2"):
        raise KeyError("k")
    with Res("r3") as r3:
        print(r3.open)
    async for i in Counter(3):
        print(i, end=" ")
    print()
    f = acc.interest
    print(f())
    print(Twice().a, Twice().b)
asyncio.run(main())
