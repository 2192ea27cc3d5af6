import bisect
import csv
import io
import json
import sqlite3
from types import MappingProxyType


class Mean:
    def __init__(self) -> None:
        self.total, self.count = 0.0, 0

    def step(self, x: float) -> None:
        self.total += x
        self.count += 1

    def inverse(self, x: float) -> None:
        self.total -= x
        self.count -= 1

    def value(self) -> float | None:
        return self.total / self.count if self.count else None

    def finalize(self) -> float | None:
        return self.value()


db = sqlite3.connect(":memory:")
db.create_aggregate("mean", 1, Mean)
db.create_window_function("wmean", 1, Mean)
print(db.execute("SELECT mean(c) FROM (SELECT 2 AS c UNION SELECT 3)").fetchone())
print(db.execute("SELECT c, wmean(c) OVER (ORDER BY c ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM (SELECT 2 AS c UNION SELECT 3 UNION SELECT 7)").fetchall())


class Sorted:
    def __init__(self, *items: int) -> None:
        self.items: list[int] = list(items)

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, i: int) -> int:
        return self.items[i]

    def insert(self, at: int, item: int) -> None:
        self.items = self.items[:at] + [item] + self.items[at:]


s = Sorted(1, 5)
bisect.insort(s, 3)
print(s.items)


class Semi:
    delimiter = ";"
    quotechar = "'"
    doublequote = True
    skipinitialspace = False
    lineterminator = "|"
    quoting = csv.QUOTE_ALL


out = io.StringIO()
csv.writer(out, Semi).writerow([1, "a'b"])
print(out.getvalue())


class Shout:
    def __init__(self, **options: object) -> None:
        self.options = sorted(options)

    def encode(self, o: object) -> str:
        return f"<{o!r}>"


class Parse:
    def __init__(self, **options: object) -> None:
        self.options = sorted(options)

    def decode(self, s: str) -> str:
        return s.upper()


print(json.dumps([1], cls=Shout), json.loads("abc", cls=Parse))


class Names:
    def __getitem__(self, k: str) -> str:
        return k * 2

    def copy(self) -> str:
        return "copied"

    def get(self, k: str, d: object = None) -> str:
        return f"got {k}"


proxy = MappingProxyType(Names())
print(proxy["a"], proxy.get("x"), proxy.copy())
