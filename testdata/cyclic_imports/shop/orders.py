from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .customers import PREFIX

if TYPE_CHECKING:
    from .customers import Customer

print("orders: begins, knows", PREFIX)
ORDERS: list[Order] = []
COUNT = 0


@dataclass
class Order:
    customer: Customer
    item: str


def of(customer: Customer) -> list[Order]:
    return [order for order in ORDERS if order.customer is customer]


async def place(customer: Customer, item: str) -> None:
    from .audit import note

    global COUNT
    await asyncio.sleep(0)
    ORDERS.append(Order(customer, item))
    COUNT += 1
    note(f"{customer.name} orders {item}")


print("orders: done")
