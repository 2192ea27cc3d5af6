import asyncio


async def waiter(name: str, event: asyncio.Event) -> None:
    print(name, "waits")
    await event.wait()
    print(name, "goes")


async def main() -> None:
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(f"w{i}", event)) for i in range(3)]
    await asyncio.sleep(0)
    print("set", event.is_set())
    event.set()
    await asyncio.gather(*waiters)
    print(event.is_set())
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except TimeoutError:
        print("nobody set it")


asyncio.run(main())
