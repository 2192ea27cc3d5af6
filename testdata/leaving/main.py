"""exit() and quit(), which module site adds to the builtins, beside sys.exit()."""

import asyncio
import builtins
import sys


def leave(how: str) -> None:
    if how == "plain":
        exit()
    if how == "number":
        quit(2)
    if how == "text":
        exit("goodbye")
    sys.exit(how)


async def worker() -> None:
    await asyncio.sleep(0)
    exit(4)


async def main() -> None:
    for how in ("plain", "number", "text", "else"):
        try:
            leave(how)
        except SystemExit as e:
            print(repr(e), e.code)
    print(exit, quit, type(quit).__name__, type(quit).__module__, quit.name, builtins.exit is exit)
    actions = {"q": quit, "x": exit}
    try:
        actions["x"](code=1)
    except SystemExit as e:
        print(e.args)
    try:
        input()
    except ValueError as e:
        print(e)
    try:
        await worker()
    finally:
        print("leaving")


asyncio.run(main())
