from dataclasses import asdict, dataclass, field, replace


@dataclass
class Item:
    name: str
    price: float
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}"


@dataclass
class Order:
    items: list[Item]
    discount: float = 0.0

    def total(self) -> float:
        return sum(item.price for item in self.items) * (1 - self.discount)


book = Item("book", 12.5, ["paper"])
pen = Item("pen", 1.25)
print(book)
print(pen == Item("pen", 1.25), pen.tags is Item("x", 0).tags)
order = Order([book, pen], discount=0.1)
print(f"{order.total():.3f}")
print(asdict(pen))
versions = [Version(2), Version(1, 9), Version(1, 10)]
print([str(v) for v in sorted(versions)], max(versions))
print(replace(versions[0], minor=3), {Version(1), Version(1, 0)} == {Version(1)})
try:
    versions[0].major = 9
except AttributeError as e:
    print(type(e).__name__, e)
