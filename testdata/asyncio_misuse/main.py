import asyncio


def attempt(label, fn):
    try:
        print(label, "->", fn())
    except Exception as e:
        print(label, "!!", type(e).__name__, e)


async def numbers():
    yield 1
    yield 2


async def misuse():
    g = numbers()
    step, end = g.__anext__(), g.aclose()
    print(await step)
    await end
    for again in (step, end):
        try:
            await again
        except RuntimeError as e:
            print(e)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as e:
        print(e)
    try:
        await asyncio.open_connection("127.0.0.1", "no such port")
    except OSError as e:
        print(e, e.args)


async def main():
    loop = asyncio.get_running_loop()
    await misuse()
    attempt("close", loop.close)
    attempt("until complete", lambda: loop.run_until_complete(loop.create_future()))
    other = asyncio.new_event_loop()
    attempt("other until complete", lambda: other.run_until_complete(other.create_future()))
    attempt("still", lambda: asyncio.get_running_loop() is loop)
    attempt("run_forever", loop.run_forever)
    attempt("now", lambda: asyncio.get_running_loop() is loop)
    attempt("running", loop.is_running)
    await asyncio.sleep(0)
    attempt("later", lambda: asyncio.get_running_loop() is loop)
    t = loop.create_task(asyncio.sleep(0, "through the loop"))
    print(await t)
    try:
        await asyncio.sleep(0.01)
    except RuntimeError as e:
        print("sleep", e)
    other.close()
    return "end"


print(asyncio.run(main()))
