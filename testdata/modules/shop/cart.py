from . import prices


class Cart:
    def __init__(self) -> None:
        self.items: dict[str, int] = {}

    def add(self, name: str, count: int) -> None:
        self.items[name] = self.items.get(name, 0) + count

    async def total(self) -> int:
        amount = 0
        for name, count in self.items.items():
            amount += await prices.lookup(name) * count
        return amount
