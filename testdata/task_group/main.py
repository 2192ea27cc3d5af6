import asyncio


async def work(name: str, delay: float, fail: bool = False) -> str:
    try:
        await asyncio.sleep(delay)
        if fail:
            raise RuntimeError(f"{name} failed")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(f"t{i}", 0.01 * (3 - i))) for i in range(3)]
    print([task.result() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 1))
            group.create_task(work("bad", 0.01, fail=True))
    except* RuntimeError as errors:
        print(errors.message, [str(e) for e in errors.exceptions])


asyncio.run(main())
