from __future__ import annotations
import asyncio


class Grid:
    def __init__(self, text: str) -> None:
        self.rows = text.split()
        self.h, self.w = len(self.rows), len(self.rows[0])

    def __contains__(self, at: tuple[int, int]) -> bool:
        y, x = at
        return 0 <= y < self.h and 0 <= x < self.w


class Strict:
    def __init__(self, allowed: set[str]) -> None:
        self.allowed = allowed
        self.asked: list[str] = []

    def __contains__(self, word: str) -> bool:
        self.asked.append(word)
        if not word:
            raise ValueError("empty word")
        return word in self.allowed


class Shelf:
    def __init__(self) -> None:
        self.inner = Strict({"a", "b"})
        self.grid = Grid("abc def")

    def has(self, word: str) -> bool:
        return word.strip() in self.inner and (len(word), 0) not in self.grid


log: list[str] = []


def word(w: str) -> str:
    log.append(f"item {w}")
    return w


def strict(s: Strict) -> Strict:
    log.append("container")
    return s


async def fetch(w: str) -> str:
    await asyncio.sleep(0)
    return w


async def main() -> None:
    g = Grid("ab cd")
    print((0, 1) in g, (9, 9) in g, (1, 1) not in g, (g.h - 1, g.w - 1) in g)
    s = Strict({"x", "y"})
    print(word("x") in strict(s), word("q") not in strict(s), log)
    print(await fetch("y") in s, "x".lower() in s, s.asked)
    try:
        print("".join([]) in s)
    except ValueError as e:
        print(e)
    shelf = Shelf()
    print(shelf.has(" a "), shelf.has("z"), shelf.inner.asked, [w for w in "abc" if w + "" in shelf.inner])
    if (0, 0) in shelf.grid and not (5, 5) in shelf.grid:
        print("both")


asyncio.run(main())
