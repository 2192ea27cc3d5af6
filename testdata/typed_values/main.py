import asyncio
import sys
def parse(text: str) -> int:
    total = 0
    for part in text.split(","):
        part = part.strip()
        if not part:
            continue
        n = int(part)
        total += n
    for i in range(3):
        total += i
    i = "done"
    print(i, total)
    return total
def handle(k: int) -> str:
    try:
        if k == 0:
            raise ValueError("zero")
        if k == 1:
            raise KeyError("one")
        return "ok"
    except ValueError as e:
        return f"v {e}"
    except KeyError as e:
        return f"k {e} {e.args}"
def reuse(x):
    x = str(x)
    x = x + "!"
    return len(x)
def loop() -> list[str]:
    out = []
    data = "3 1 2"
    data = data.split()
    for d in data:
        d = int(d)
        out.append("*" * d)
    while data:
        item = data.pop()
        item = item * 2
        out.append(item)
    return out
def fib(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a
def bsearch(xs: list[int], t: int) -> int:
    lo, hi = 0, len(xs) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if xs[mid] == t:
            return mid
        if xs[mid] < t:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1
def collatz(n: int) -> int:
    c = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        c += 1
    return c
def digits(n: int) -> int:
    s = 0
    while n > 0:
        s += n % 10
        n //= 10
    return s
def primes(n: int) -> list[int]:
    out: list[int] = []
    k = 2
    while len(out) < n:
        if all(k % p for p in out if p * p <= k):
            out.append(k)
        k += 1
    return out
class Grid:
    def __init__(self, w: int, h: int) -> None:
        self.w = w
        self.h = h
        self.cells = [[0] * w for _ in range(h)]
    def __getitem__(self, pos: tuple[int, int]) -> int:
        x, y = pos
        return self.cells[y][x]
    def __setitem__(self, pos: tuple[int, int], v: int) -> None:
        x, y = pos
        self.cells[y][x] = v
    def __call__(self, k: int) -> int:
        return k + self.w
    def __len__(self) -> int:
        return self.w * self.h
    def __contains__(self, v: int) -> bool:
        return any(v in row for row in self.cells)
    def __iter__(self):
        for row in self.cells:
            yield row
class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents
    def __add__(self, o: "Money") -> "Money":
        return Money(self.cents + o.cents)
    def __sub__(self, o: "Money") -> "Money":
        return Money(self.cents - o.cents)
    def __mul__(self, k: int) -> "Money":
        return Money(self.cents * k)
    def __eq__(self, o: object) -> bool:
        return isinstance(o, Money) and self.cents == o.cents
    def __lt__(self, o: "Money") -> bool:
        return self.cents < o.cents
    def __str__(self) -> str:
        return f"${self.cents / 100:.2f}"
    def __neg__(self) -> "Money":
        return Money(-self.cents)
class Node:
    def __init__(self, v: int) -> None:
        self.v = v
        self.next: "Node | None" = None
class LinkedList:
    def __init__(self) -> None:
        self.head: Node | None = None
        self.n = 0
    def push(self, v: int) -> None:
        node = Node(v)
        node.next = self.head
        self.head = node
        self.n += 1
    def total(self) -> int:
        t = 0
        cur = self.head
        while cur is not None:
            t += cur.v
            cur = cur.next
        return t
    def find(self, v: int) -> Node | None:
        cur = self.head
        while cur:
            if cur.v == v:
                return cur
            cur = cur.next
        return None
parse("1, 2,,3")
print(handle(0), handle(1), handle(2), reuse(12), loop())
print(fib(10), fib(100), gcd(48, 18), bsearch([1, 3, 5, 7, 9, 11], 7), bsearch([1], 4), collatz(27), digits(987654321), primes(12))
g = Grid(3, 2)
g[1, 1] = 5
g[(0, 0)] += 2
print(g[1, 1], g[0, 0], g(4), len(g), 5 in g, 9 in g, list(g), bool(g))
m = Money(150) + Money(25) - Money(5)
print(m, str(m * 2), m == Money(170), m == 170, m != Money(1), m < Money(3), -m, f"{m}", min([Money(3), m, Money(9)]), sorted([m, Money(1)])[0])
ll = LinkedList()
for v in (1, 2, 3):
    ll.push(v)
f = ll.find(2)
print(ll.total(), ll.n, f.v if f else None, ll.find(9), type(ll).__name__, ll.head.__class__.__name__)
x = sys.maxsize
y = x + 1
print(x, y, x * x, y - x, (x + 5) % 7, -x // 3, x >> 3, 1 << 40, hash(5))
for e in [1, 2]:
    pass
print(e)
big = 1
for k in range(1, 30):
    big *= k
print(big)
acc = 0
for k in range(100):
    acc = acc * 31 + k
print(acc)
