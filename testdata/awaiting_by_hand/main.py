"""Futures, awaitables and asynchronous generators that the program drives by hand."""
import asyncio


async def outcome_of(fut):
    try:
        return await fut
    except OSError as e:
        return f"caught {e}"


async def never_a_result():
    """Nothing ever gives the future a result, so that what is awaited has no type."""
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    tasks = [asyncio.create_task(outcome_of(fut)) for _ in range(2)]
    await asyncio.sleep(0)
    fut.set_exception(OSError("no result"))
    print(await asyncio.gather(*tasks))


def set_exceptions():
    """The state of the future is looked at first."""
    fut = asyncio.get_running_loop().create_future()
    for exc in (5, int, StopIteration("x"), 5, int, OSError):
        try:
            fut.set_exception(exc)
            print("set", repr(fut.exception()))
        except (TypeError, asyncio.InvalidStateError) as e:
            print(type(e).__name__, e)


class GivesCoroutine:
    def __await__(self):
        return asyncio.sleep(0)


class GivesNumber:
    def __await__(self):
        return 5


async def numbers(log):
    try:
        yield 1
        yield 2
    finally:
        log.append("closed")


async def generator_states():
    log = []
    g = numbers(log)
    print(g.ag_running, g.ag_suspended, g.ag_frame is None)
    print(await anext(g), g.ag_suspended)
    await g.aclose()
    print(g.ag_suspended, g.ag_frame is None, log)
    print(await g.athrow(ValueError("lost")), await g.aclose())
    try:
        await anext(g)
    except StopAsyncIteration:
        print("exhausted")


async def main():
    await never_a_result()
    set_exceptions()
    for awaitable in (GivesCoroutine(), GivesNumber()):
        try:
            await awaitable
        except TypeError as e:
            print(e)
    await generator_states()


asyncio.run(main())
