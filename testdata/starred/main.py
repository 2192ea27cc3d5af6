import asyncio


def merge(left: list[int], right: list[int]) -> list[int]:
    out: list[int] = []
    while left and right:
        if left[0] < right[0]:
            out.append(left.pop(0))
        else:
            out.append(right.pop(0))
    return [*out, *left, *right]


def many(d: dict[str, int], s: set[str], t: tuple[int, int], text: str):
    yield [*d]
    yield [*d, *s]
    yield [0, *t, 9]
    yield [*text, "x"]
    yield [*d.values(), *[n * n for n in range(3)], *(n for n in t)]
    yield [*map(str, t), *zip(text, t)]
    yield [1, *text, None]


async def main() -> None:
    print(merge([1, 4, 6], [2, 3]))
    for x in many({"a": 1, "b": 2}, {"q"}, (3, 4), "hi"):
        print(x)
    names = ["z", *sorted(["b", "a"])]
    names.append("q")
    print(names, [*names, *names], [*[]], [*range(3)])
    try:
        print([*5])
    except TypeError as e:
        print(e)
    rows = [[1], [2]]
    print([*rows[0], 3], rows)
    nested = [*[[1], [2]], [3]]
    nested[0].append(5)
    print(nested)

    def f():
        print("f")
        return [1]

    def g():
        print("g")
        return 2

    print([g(), *f(), g(), *f()])
    pairs = [("a", 1), *[("b", 2)]]
    for name, n in pairs:
        print(name.upper(), n + 1)


asyncio.run(main())
