"""Coroutines that nothing awaits are reported where they are dropped."""

import asyncio
import inspect
import warnings


async def fetch(x):
    print("fetch", x)
    return x


def number(n):
    print("number", n)
    return n


class Job:
    async def run(self):
        return 1


async def main():
    job = Job()
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        fetch(number(1))
        job.run()
        asyncio.sleep(1)

        async def inner():
            pass

        inner()
        await fetch(2)
    for w in seen:
        print(w.category.__name__, w.message, w.lineno)
    print(type(seen[0].source).__name__)
    # The default is once for each place.
    with warnings.catch_warnings(record=True) as seen:
        for i in range(3):
            fetch(i)
        fetch(3)
    print([w.lineno for w in seen])
    # An error cannot be raised where an object is dropped.
    with warnings.catch_warnings(action="error"):
        fetch(4)
    print("still here")


async def looks():
    with warnings.catch_warnings(record=True) as seen:
        c = fetch(5)
        print(type(c).__name__, inspect.iscoroutine(c), c.__qualname__)
        del c
        print(len(seen))
        d = fetch(6)
        await d
        del d
        e = fetch(7)
        e.close()
        del e
    print([(str(w.message), w.lineno) for w in seen])


asyncio.run(main())
asyncio.run(looks())
with warnings.catch_warnings(record=True) as seen:
    fetch(8)
    c = fetch(9)
    print(len(seen))
    del c
    print([w.lineno for w in seen])
fetch(10)
