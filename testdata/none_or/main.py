def pick(x: int | None, y: int | None, z: int) -> int:
    return x or y or z


def name(s: str | None) -> str:
    return s or "none"


print(pick(None, None, 3), pick(0, 2, 3), pick(1, 2, 3), pick(0, None, 0))
print(name(None), name(""), name("x"))
print(sorted([None, 3, None, 1], key=lambda v: (v is not None, v or 0)))
xs = [3, None, 1]
xs.sort(key=lambda v: (v is None, v or 0))
print(xs)
d: dict[str, int] = {"a": 1}
total = (d.get("a") or 5) + (d.get("b") or 7)
print(total)


def rounds(users, first: set[str]) -> list[str]:
    todo, stack = set(), list(first)
    while stack:
        n = stack.pop()
        if n not in todo:
            todo.add(n)
            stack += users[n]
    ready = sorted(n for n in todo if n)
    order: list[str] = []
    while ready:
        order += ready
        following = set()
        for n in ready:
            for u in users[n]:
                following.add(u)
        ready = sorted(following)
    return order


print(rounds({"a": ["b", "c"], "b": ["c"], "c": []}, {"a"}))
