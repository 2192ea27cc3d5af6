import asyncio


async def slow(seconds: float) -> str:
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    return f"slept {seconds}"


async def main() -> None:
    print(await asyncio.wait_for(slow(0.01), timeout=1))
    try:
        await asyncio.wait_for(slow(5), timeout=0.01)
    except TimeoutError as e:
        print("timed out", repr(str(e)))
    try:
        async with asyncio.timeout(0.01) as scope:
            await slow(5)
    except TimeoutError:
        print("timeout", scope.expired())
    async with asyncio.timeout(None) as scope:
        print(scope.when())
        await slow(0)
    async with asyncio.timeout(1):
        print(await slow(0.001))


asyncio.run(main())
