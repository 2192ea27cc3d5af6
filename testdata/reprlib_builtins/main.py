import builtins, reprlib
print(builtins.len([1]), builtins.int("5"), builtins.ValueError is ValueError, builtins.__name__, builtins.print is print, sorted == builtins.sorted)
real = builtins.sum
print(real([1, 2]), getattr(builtins, "max")(1, 5), hasattr(builtins, "nope"))
print(reprlib.repr(list(range(20))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(9)}), reprlib.repr({3, 1, 2}), reprlib.repr(10**60), reprlib.repr((1,)), reprlib.repr([[[[[[[1]]]]]]]), reprlib.repr(frozenset()), reprlib.repr(range(5)))
r = reprlib.Repr(maxlist=2, maxstring=10, indent=2)
print(r.repr([1, [2, 3, 4], "a long string here"]), r.maxlist, reprlib.aRepr.maxdict)
class Mine(reprlib.Repr):
    def repr_Node(self, x, level): return f"<{x.v}>"
class Node:
    def __init__(self, v): self.v, self.next = v, None
    @reprlib.recursive_repr()
    def __repr__(self): return f"Node({self.v}, {self.next!r})"
n = Node(1); n.next = Node(2); n.next.next = n
print(n, Mine().repr([n, n]), Node.__repr__.__name__)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
show(lambda: {*5})
show(lambda: [*5])
show(lambda: (*5, 1))
show(lambda: {**5})
show(lambda: print(*5))
show(lambda: "a,b"[5].join("abc"[::0]))
rows: list[dict[str, int]] = []
rows.sort(key=lambda r: (r["a"], -r["b"]))
print(sorted(rows, key=lambda r: r["x"]), max(rows, key=lambda r: r["q"], default=None))
names: list[str] = []
names.sort(key=lambda s: s.lower())
print(sorted(names, key=lambda s: (len(s), s)), min(names, key=len, default="none"))
pairs: list[tuple[int, str]] = []
pairs.sort(key=lambda p: p[1], reverse=True)
print(pairs)
def top(items: list[tuple[str, float]] = []) -> list[str]:
    items.sort(key=lambda kv: -kv[1])
    return [k for k, _ in items]
print(top(), top([("a", 1.0), ("b", 2.5)]))
