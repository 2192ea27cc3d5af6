import asyncio

import shop.prices as prices
from shop import Cart, VERSION


async def main() -> None:
    cart = Cart()
    cart.add("tea", 2)
    cart.add("cake", 1)
    print(VERSION, await cart.total())
    print(prices.known())


asyncio.run(main())
