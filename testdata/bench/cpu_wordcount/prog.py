import asyncio
def make_text(seed: int, words: int) -> str:
    x = seed
    out: list[str] = []
    for _ in range(words):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append(f"w{x // 65536 % 5000}")
    return " ".join(out)
async def count(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.split():
        key = word.upper()
        counts[key] = counts.get(key, 0) + 1
    await asyncio.sleep(0)
    return counts
async def main():
    total: dict[str, int] = {}
    for part in await asyncio.gather(*[count(make_text(s, 100000)) for s in range(8)]):
        for word, n in part.items():
            total[word] = total.get(word, 0) + n
    top = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:5]
    for word, n in top:
        print(word, n)
    print(len(total), sum(total.values()))
asyncio.run(main())
