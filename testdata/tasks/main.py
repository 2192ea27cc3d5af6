import asyncio


async def step(name: str, n: int) -> str:
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name * n


async def main() -> None:
    a = asyncio.create_task(step("a", 3), name="first")
    b = asyncio.create_task(step("b", 2))
    b.add_done_callback(lambda task: print("done:", task.result()))
    print(a.get_name(), a.done())
    print(await a, await b, a.done())
    print(asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    background = {asyncio.create_task(step("c", 1)) for _ in range(2)}
    for task in background:
        await task


asyncio.run(main())
