import asyncio


async def job(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError("bad job")
    return name


async def main() -> None:
    tasks = [asyncio.create_task(job(f"j{i}", 0.2 * i)) for i in range(1, 4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait(pending, timeout=5)
    print(sorted(t.result() for t in done), len(pending))
    tasks = [asyncio.create_task(job("bad", 0.01)), asyncio.create_task(job("good", 1))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    for task in done:
        print(repr(task.exception()))
    for task in pending:
        task.cancel()
    for next_done in asyncio.as_completed([job("late", 0.3), job("soon", 0.05)]):
        print(await next_done)


asyncio.run(main())
