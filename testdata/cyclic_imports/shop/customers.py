from __future__ import annotations

print("customers: begins")
PREFIX = "customer"

from . import orders
from .audit import note

KNOWN: list[Customer] = []


class Customer:
    def __init__(self, name: str) -> None:
        self.name = name
        KNOWN.append(self)
        note(f"{PREFIX} {name}")

    def history(self) -> list[str]:
        return [order.item for order in orders.of(self)]


def most_loyal() -> Customer:
    return max(KNOWN, key=lambda c: len(orders.of(c)))


print("customers: done")
