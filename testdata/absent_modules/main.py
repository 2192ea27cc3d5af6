"""What a program does where a module or a name may be missing."""

import asyncio
import contextlib
import os
import sys

try:
    import uvloop_of_others as uvloop
except ImportError:
    uvloop = None

try:
    import faster_json as json
except ModuleNotFoundError:
    import json

try:
    from typing import Protocol
except ImportError:
    from typing_extensions_of_others import Protocol

if sys.version_info >= (3, 8):
    from functools import cached_property
else:
    from backports_of_others import cached_property

if sys.platform == "win32":
    import winreg

    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())

try:
    import http_of_others.client
except Exception:
    HTTP = False
else:
    HTTP = True

try:
    import textwrap
    from math import floor as down, sqrt
except ImportError:
    textwrap = None
    sqrt = lambda x: x

    def down(x: float) -> int:
        return int(x)


with contextlib.suppress(ImportError):
    from colours_of_others import red

try:
    from asyncio import timeout_of_others
except ImportError as e:
    print(type(e).__name__, e.args[0].split(" (")[0])


class Named(Protocol):
    name: str


class Circle:
    name = "circle"

    def __init__(self, radius: float) -> None:
        self.radius = radius

    @cached_property
    def area(self) -> float:
        print("computed")
        return 3 * self.radius**2


def fetch(url: str) -> str:
    if not HTTP:
        return "no " + url
    return http_of_others.client.get(url)


def colour() -> str:
    try:
        return red("text")
    except NameError as e:
        return str(e)


def new_loop() -> str:
    try:
        return repr(asyncio.ProactorEventLoop())
    except AttributeError as e:
        return str(e)


def windows_loop() -> str:
    from asyncio.windows_events import ProactorEventLoop

    return repr(ProactorEventLoop())


def read_key() -> str:
    import msvcrt

    return msvcrt.getwch()


def on_windows() -> None:
    for f in (windows_loop, read_key):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


async def main() -> None:
    on_windows()
    shape = Circle(2)
    print(shape.area, shape.area)
    print(json.dumps({"uvloop": uvloop is not None, "nt": os.name == "nt"}))
    print(textwrap.dedent("  text") if textwrap else "none", sqrt(4), down(2.5))
    print(fetch("x"), "/", colour(), "/", new_loop())
    try:
        import arrays_of_others.linalg as la

        print(la)
    except ImportError as e:
        print(type(e).__name__, e, e.name)
    try:
        print(la)
    except UnboundLocalError as e:
        print(e)


if uvloop:
    uvloop.install()
asyncio.run(main())
