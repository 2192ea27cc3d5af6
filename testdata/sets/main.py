a = {1, 2, 3, 4}
b = {3, 4, 5}
print(a | b, a & b, a - b, a ^ b)
print(a <= b, {3} < b, a.isdisjoint({9}), 2 in a)
a.add(10)
a.discard(1)
a.discard(99)
print(sorted(a), len(a))
print(sorted({c for c in "mississippi"}))
frozen = frozenset([1, 2])
print(frozen == {2, 1}, {frozen: "key"}[frozenset([2, 1])])
seen: set[str] = set()
for name in ["x", "y", "x", "z", "y"]:
    if name in seen:
        print("again", name)
    seen.add(name)
try:
    a.remove(1000)
except KeyError as e:
    print("KeyError", e)
