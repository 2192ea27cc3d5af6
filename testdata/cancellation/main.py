import asyncio


async def worker(name: str) -> None:
    try:
        while True:
            await asyncio.sleep(0.01)
    except asyncio.CancelledError as e:
        print(name, "cancelled", e.args)
        raise
    finally:
        print(name, "cleanup")


async def stubborn() -> str:
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("not now")
    return "finished anyway"


async def main() -> None:
    task = asyncio.create_task(worker("w1"))
    await asyncio.sleep(0)
    task.cancel("stop it")
    try:
        await task
    except asyncio.CancelledError:
        print("w1 is", "cancelled" if task.cancelled() else "done")
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print(task.cancel())
    print(await task, task.cancelled(), task.cancelling())
    never = asyncio.create_task(worker("w2"))
    never.cancel()
    results = await asyncio.gather(never, return_exceptions=True)
    print(type(results[0]).__name__)


asyncio.run(main())
