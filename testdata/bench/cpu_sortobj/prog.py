import asyncio
from dataclasses import dataclass
@dataclass
class Item:
    name: str
    weight: float
    rank: int
def make(n: int) -> list[Item]:
    x = 42
    items: list[Item] = []
    for i in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        items.append(Item(f"n{x % 1000}", x / 1000.0, i))
    return items
async def main():
    items = make(120000)
    s = 0
    for r in range(3):
        by_name = sorted(items, key=lambda it: (it.name, -it.rank))
        s += by_name[r * 100].rank
        items.sort(key=lambda it: it.weight, reverse=r % 2 == 0)
        s += items[r * 77].rank
        await asyncio.sleep(0)
    print(s, items[0].name, items[-1].name)
asyncio.run(main())
