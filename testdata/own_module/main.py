"""sys.modules[__name__], by which a module gets at its own names."""

import asyncio
import inspect
import sys

import part

LIMIT = 5


class Job:
    def run(self) -> str:
        return f"ran with {LIMIT}"


async def work(n: int = 1) -> str:
    await asyncio.sleep(0)
    return f"worked {n}"


def main() -> None:
    me = sys.modules[__name__]
    print(me.LIMIT, getattr(me, "Job")().run(), hasattr(me, "nope"), me.__name__)
    setattr(me, "LIMIT", 7)
    print(LIMIT, Job().run(), sorted(n for n, o in inspect.getmembers(me, inspect.isfunction)))
    for command in ("work", "wrok"):
        try:
            print(asyncio.run(getattr(sys.modules[__name__], command)()))
        except AttributeError as e:
            print(e)
    print(part.find("greet")("you"), part.NAMES, sys.modules[__name__].part is part)


if __name__ == "__main__":
    main()
