"""Functions and methods that collect arguments, and methods as values."""

import asyncio
from collections.abc import Callable


class Shelf:
    """Keeps what it is given by name."""

    def __init__(self, label: str, **limits: int) -> None:
        self.label = label
        self.limits = limits
        self.counts: dict[str, int] = {}

    def put(self, **amounts: int) -> "Shelf":
        for name, amount in amounts.items():
            limit = self.limits.get(name, 10)
            self.counts[name] = min(self.counts.get(name, 0) + amount, limit)
        return self

    def total(self, *names: str, scale: float = 1.0) -> float:
        return sum(self.counts[name] for name in names) * scale

    def describe(self) -> str:
        return f"{self.label}: " + ", ".join(f"{n}={c}" for n, c in sorted(self.counts.items()))


class Bell:
    def __init__(self, name: str) -> None:
        self.name = name
        self.rung = 0

    def ring(self, times: int) -> int:
        self.rung += times
        return self.rung

    def quiet(self, times: int) -> int:
        return self.rung - times


class LoudBell(Bell):
    def ring(self, times: int) -> int:
        return super().ring(2 * times)


def largest(first: int, *rest: int) -> int:
    best = first
    for n in rest:
        if n > best:
            best = n
    return best + len(rest)


def join(sep: str, *parts: str, **marks: bool) -> str:
    text = sep.join(parts)
    return text + "".join(mark for mark, on in marks.items() if on)


def forward(*args: int, **options: str) -> list[str]:
    seen = [f"{a}" for a in args]
    return seen + [f"{k}:{v}" for k, v in options.items()]


def loose(sep: str, *parts: str, **marks: str) -> str:
    return sep.join(parts) + str(marks)


def noted(text: str) -> str:
    print("evaluated", text)
    return text


async def fetch(name: str, *tags: str, **params: int) -> str:
    await asyncio.sleep(0)
    return f"{name} {'/'.join(tags)} {sum(params.values())}"


def hold(action: Callable[[int], int], times: int) -> int:
    return action(times)


async def main() -> None:
    shelf = Shelf("tools", nail=5).put(nail=7, saw=1).put()
    shelf.put(saw=2)
    print(shelf.describe(), shelf.total("nail", "saw"), shelf.total(scale=2.0))
    print(shelf.total(*shelf.counts, scale=0.5), shelf.limits)

    print(largest(3), largest(1, 9, 4), largest(2, *[5, 6]), largest(0, *range(3), 7))
    print(join("-"), join("-", "a", "b", shout=True, why=False), loose("", *"xyz", end="!"))
    print(join(noted("+"), noted("l"), noted("r"), last=noted("k") == "k"))
    print(forward(), forward(1, 2, key="v"), loose(*("+", "q"), **{"k": "w"}))

    print(await fetch("x"), await fetch("y", "a", "b", page=2, size=3))
    print(await asyncio.gather(fetch("g", n=1), fetch("h", "t")))

    bells = [Bell("small"), LoudBell("big")]
    print([hold(bell.ring, 3) for bell in bells], [b.rung for b in bells])
    table = {"ring": bells[0].ring, "quiet": bells[1].quiet}
    print(table["ring"](1), table["quiet"](2), bells[0].ring == table["ring"])

    try:
        loose(**{"sep": "a", "parts": "b"})
        loose("-", **{"sep": "a"})
    except TypeError as error:
        print(error)


asyncio.run(main())
