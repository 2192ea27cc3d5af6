"""Signals in a loop: a handler of the loop takes SIGINT over from asyncio.run."""
import asyncio
import os
import signal


async def send(sig):
    os.kill(os.getpid(), sig)
    await asyncio.sleep(0.05)


async def handled():
    loop = asyncio.get_running_loop()
    got = []
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
        loop.add_signal_handler(sig, got.append, sig.name)
    for sig in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1, signal.SIGINT):
        await send(sig)
    print(got, loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))


async def given_back():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, print, "never")
    print(loop.remove_signal_handler(signal.SIGINT))
    try:
        await send(signal.SIGINT)
    finally:
        print("cleaned up")


async def cancelled():
    try:
        await send(signal.SIGINT)
    except asyncio.CancelledError:
        print("cancelled", asyncio.current_task().cancelling())
        raise


async def survives():
    try:
        await send(signal.SIGINT)
    except asyncio.CancelledError:
        print("uncancelled", asyncio.current_task().uncancel())
    return "result"


for main in handled, given_back, cancelled, survives:
    try:
        print(main.__name__, asyncio.run(main()))
    except KeyboardInterrupt as e:
        print(main.__name__, repr(e))
