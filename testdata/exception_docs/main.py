"""__doc__ of exceptions, which programs show as an explanation."""

import asyncio


class Plain(ValueError):
    pass


class Told(KeyError):
    "a key that was told"


def explain(action) -> None:
    try:
        action()
    except Exception as e:
        print(type(e).__name__, "-", e.__doc__)


async def main() -> None:
    explain(lambda: 1 / 0)
    explain(lambda: {}["x"])
    explain(lambda: int("x"))
    explain(lambda: [][1])
    explain(lambda: open("/nonexistent"))
    explain(lambda: asyncio.Queue().get_nowait())
    explain(lambda: asyncio.get_running_loop().create_future().result())
    for c in (Plain, Plain(), Told, Told(), TimeoutError, KeyboardInterrupt(), ExceptionGroup, BaseExceptionGroup,
              ConnectionResetError(1), UnicodeDecodeError, asyncio.CancelledError, asyncio.IncompleteReadError,
              asyncio.LimitOverrunError, Warning, StopAsyncIteration):
        print(repr(c.__doc__))


asyncio.run(main())


class Long(Exception):
    """First line.

        Indented more.
    Second line,	tabbed.
    """


def documented():
    """   Starts late.
      Goes on.
    """


print([Long.__doc__, Long(1).__doc__, documented.__doc__])
