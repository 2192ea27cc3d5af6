import asyncio
import sys


async def main() -> None:
    await asyncio.sleep(0)
    print("leaving")
    sys.exit(3)


asyncio.run(main())
