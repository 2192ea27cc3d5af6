import asyncio
async def node(depth: int) -> int:
    if depth == 0:
        return 1
    async with asyncio.TaskGroup() as tg:
        left = tg.create_task(node(depth - 1))
        right = tg.create_task(node(depth - 1))
    return left.result() + right.result()
async def main():
    print(await node(16))
asyncio.run(main())
