"""Casts, and aliases that the program reads when it runs."""

import asyncio
from typing import Any, Callable, Optional, get_args, cast, Union, TYPE_CHECKING
if TYPE_CHECKING:
    from collections.abc import Sequence

Json = Union[dict[str, "Json"], list["Json"], str, int, None]
Callback = Callable[[str], None]
Pair = tuple[str, int]
Keep = Union[int, str]
Maybe = Optional[Pair]


class Bus:
    listeners: dict[str, list[Callback]]

    def __init__(self) -> None:
        self.listeners = {}

    def on(self, name: str, cb: Callback) -> Callback:
        self.listeners.setdefault(name, []).append(cb)
        return cb

    def emit(self, name: str, text: str) -> int:
        for cb in self.listeners.get(name, []):
            cb(text)
        return len(self.listeners.get(name, []))


def depth(j: Json) -> int:
    if isinstance(j, dict):
        return 1 + max((depth(v) for v in j.values()), default=0)
    if isinstance(j, list):
        return 1 + max((depth(v) for v in j), default=0)
    return 0


def split(s: str) -> Maybe:
    k, sep, v = s.partition("=")
    return (k, int(v)) if sep else None


def typed(items: "Sequence[Pair]") -> int:
    return sum(n for _, n in items)


async def main() -> None:
    bus = Bus()
    seen: list[str] = []
    bus.on("a", seen.append)
    bus.on("a", lambda t: seen.append(t.upper()))

    @bus.on.__func__ if False else (lambda f: bus.on("b", f))
    def handle(text: str) -> None:
        seen.append(f"<{text}>")

    print(bus.emit("a", "x"), bus.emit("b", "y"), bus.emit("c", "z"), seen)
    print(depth({"a": [1, {"b": None}]}), split("k=3"), split("zz"))
    print(get_args(Keep), typed([("a", 1), ("b", 2)]))
    print(cast(Pair, ("q", 1))[1] + 1, cast("Pair", ("q", 1)))
    p = split("n=41")
    if p is not None:
        name, n = p
        print(name, n + 1)

asyncio.run(main())
