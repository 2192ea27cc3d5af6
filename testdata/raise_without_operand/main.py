import asyncio


class Failure(Exception):
    pass


def again():
    raise


async def again_later():
    await asyncio.sleep(0)
    raise


async def main():
    try:
        try:
            raise Failure("one")
        except Failure:
            again()
    except Failure as e:
        print("helper raised", repr(e))
    try:
        try:
            raise Failure("two")
        except Failure:
            await again_later()
    except Failure as e:
        print("coroutine raised", repr(e))
    try:
        again()
    except RuntimeError as e:
        print(e)
    try:
        try:
            pass
        finally:
            raise
    except RuntimeError as e:
        print("in finally:", e)
    try:
        try:
            raise Failure("three")
        finally:
            raise
    except Failure as e:
        print("in finally:", e)

    async def other():
        try:
            raise KeyError("other")
        except KeyError:
            await asyncio.sleep(0)
            await asyncio.sleep(0)

    t = asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        again()
    except RuntimeError as e:
        print(e)
    await t


asyncio.run(main())
