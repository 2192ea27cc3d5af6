import asyncio
import functools


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("result", result)
        return result

    return wrapper


def retry(times):
    def decorate(function):
        @functools.wraps(function)
        async def wrapper(*args):
            for attempt in range(times):
                try:
                    return await function(*args)
                except ValueError as e:
                    print("attempt", attempt + 1, "failed:", e)
            raise RuntimeError(f"{function.__name__} gave up")

        return wrapper

    return decorate


@logged
def add(a, b=1):
    """Add two numbers."""
    return a + b


calls = []


@retry(times=3)
async def flaky(limit):
    calls.append(limit)
    await asyncio.sleep(0)
    if len(calls) < limit:
        raise ValueError(f"call {len(calls)}")
    return "fine"


async def main():
    print(await flaky(3))
    calls.clear()
    try:
        await flaky(9)
    except RuntimeError as e:
        print(e)


add(1)
add(2, b=3)
print(add.__name__, add.__doc__)
asyncio.run(main())
