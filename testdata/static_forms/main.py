import asyncio
def table(rows: list[list[int]]) -> str:
    text = ''
    for r in rows:
        line = '>'
        for c in r:
            line += str(c)
            line += ','
        text += line + '\n'
        if len(text) > 20:
            text = text[:3] + text
    return text
def enc(s: str) -> str:
    out = ""
    i = 0
    while i < len(s):
        ch = s[i]
        n = 1
        while i + n < len(s) and s[i + n] == ch:
            n += 1
        out += f"{n}{ch}" if n > 1 else ch
        i += n
    return out
async def main() -> None:
    acc = "x"
    for i in range(5):
        acc += str(i)
        acc += acc
    print(acc)
    print(table([[1, 2], [3, 4, 5], [6]]), enc("aaabccd"))
    total = sum(x * 0.5 for x in range(4))
    print(total, total / 2, sum([0.0][1:]), f"{sum([0.25, 0.5]):.2f}")
    xs = [3, 1, 2]
    xs += [5, 4]
    print(sorted(xs, key=lambda x: -x), max(xs), min(xs, default=0), max((len(w) for w in ["a", "bbb"]), default=0))
    d = {"a": 1, "b": 2}
    for i, (k, v) in enumerate(d.items()):
        print(i, k, v)
    for a, b in zip(xs, ["p", "q"]):
        print(a, b)
    print(list(d.items()), sorted(d.items(), key=lambda kv: kv[1], reverse=True), sum(v > 1 for v in d.values()))
    for x in reversed(xs):
        print(x, end=" ")
    print("%d-%s" % (3, "z"), 3 * "ab", [1] * 3 + [2])
    step = 2
    print([i for i in range(0, 10, step)], list(range(3)))
asyncio.run(main())
