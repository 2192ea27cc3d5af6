import asyncio
async def boom():
    await asyncio.sleep(0)
    raise ValueError("b")
async def forever():
    while True:
        await asyncio.sleep(10)
async def main():
    t = asyncio.create_task(boom())
    try:
        await t
    except ValueError as e:
        print(e)
    r = await asyncio.gather(boom(), return_exceptions=True)
    print(r)
    try:
        x = await asyncio.wait_for(forever(), 0.01)
        print(x)
    except TimeoutError:
        print("timeout")
    try:
        y = await boom()
        print(y)
    except ValueError as e:
        print(e)
    raise SystemExit(0)
try:
    asyncio.run(main())
except SystemExit as e:
    print("end", e.code)
def go():
    return asyncio.run(boom())
try:
    go()
except ValueError as e:
    print(e)
with asyncio.Runner() as r:
    try:
        r.run(boom())
    except ValueError as e:
        print(e)
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(boom())
except ValueError as e:
    print(e)
loop.close()
