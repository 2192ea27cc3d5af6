from collections.abc import Iterator
from operator import itemgetter
from dataclasses import dataclass


@dataclass
class Token:
    kind: str
    pos: int


def tokens(text: str) -> Iterator[Token]:
    for i, part in enumerate(text.split()):
        yield Token(part, i)


def numbers(n: int) -> Iterator[int]:
    x = 1
    for _ in range(n):
        yield x
        x = x * 1000003


def maybe(n: int) -> Iterator[str | None]:
    for i in range(n):
        yield None if i % 2 else str(i)


def broken() -> Iterator[int]:
    yield 1
    raise ValueError("broken")


def main() -> None:
    ts = list(tokens("b a c"))
    print(ts[0].kind + "!", ts[-1].pos + 1, len(ts))
    for t in sorted(tokens("b a c"), key=lambda t: t.kind):
        print(t.kind, t.pos)
    print([t.kind for t in sorted(tokens("x z y"), key=lambda t: t.kind, reverse=True)])
    print(list(numbers(6)), sorted(numbers(3), reverse=True), sum(list(numbers(3))))
    print(list(maybe(4)), set(numbers(2)) == {1, 1000003}, frozenset([1, 2]) | {3})
    pairs = [("a", 3), ("b", 1)]
    for name, n in sorted(pairs, key=itemgetter(1)):
        print(name.upper(), n + 1)
    print(list((1, 2, 3)), list((1, "a")), sorted((3, 1, 2)), set(("x", "y")) == {"y", "x"})
    d = {"k": 1, "l": 2}
    print(list(d.items()), sorted(d.items(), key=lambda kv: -kv[1]), list(d.values()), list(zip("ab", [1, 2])))
    m = list(map(lambda x: x * 2, [1, 2]))
    print(m, list(enumerate("ab")), list(reversed([1, 2])), list(range(3)))
    it = numbers(4)
    next(it)
    print(list(it), list(it))
    try:
        print(list(broken()))
    except ValueError as e:
        print(e)
    fs: frozenset[str] = frozenset({"b", "a"})
    print(sorted(fs), "a" in fs, len(fs), hash(fs) == hash(frozenset(["a", "b"])), frozenset(tokens("q")) is not None if False else 1)
    groups: dict[frozenset[str], int] = {fs: 1}
    print(groups[frozenset("ab")])
    rows = list(x for x in (1, 2) for _ in range(2))
    print(rows, list("héy"), list(b"ab"))


main()


def words(source: str) -> Iterator[Token]:
    start = 0
    for i, c in enumerate(source + " "):
        if c == " ":
            yield Token(source[start:i], start)
            start = i + 1


class Cursor:
    def __init__(self, source: str) -> None:
        self.tokens = list(words(source))
        self.index = 0

    def __enter__(self) -> "Cursor":
        return self

    def __exit__(self, *exc: object) -> None:
        self.index = 0

    def accept(self, kind: str) -> bool:
        found = self.tokens[self.index].kind == kind
        self.index += found
        return found


with Cursor("let x be") as cursor:
    print(cursor.accept("let"), cursor.accept("let"), cursor.tokens[cursor.index].kind.upper())
