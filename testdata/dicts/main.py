def count_words(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in text.lower().split():
        counts[word] = counts.get(word, 0) + 1
    return counts


counts = count_words("the cat and the dog and the bird")
print(counts)
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
    print(f"{word:5} {n}")
print(list(counts), list(counts.values()), "cat" in counts, len(counts))
counts.pop("cat")
counts.setdefault("fish", 7)
counts.update({"dog": 5, "ox": 1})
print(counts, counts.get("nope"), counts.pop("nope", -1))
del counts["ox"]
merged = counts | {"the": 0}
print(merged, {v: k for k, v in merged.items()})
nested = {"a": {"x": 1}, "b": {}}
nested["b"]["y"] = 2
print(nested, nested["a"]["x"])
try:
    nested["c"]
except KeyError as e:
    print("KeyError:", e)
