import asyncio


async def save() -> str:
    await asyncio.sleep(0.02)
    print("saved")
    return "ok"


async def main() -> None:
    task = asyncio.create_task(save())
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=0.005)
    except TimeoutError:
        print("gave up waiting", task.done())
    print(await task)


asyncio.run(main())
