"""Modules that import each other: at the top, where functions run, and for their types only."""

import asyncio

from shop import customers, orders
from shop.customers import Customer


async def main() -> None:
    ada = Customer("Ada")
    await orders.place(ada, "tea")
    await orders.place(ada, "cake")
    print(ada.history())
    print(customers.most_loyal().name, orders.COUNT)


asyncio.run(main())
