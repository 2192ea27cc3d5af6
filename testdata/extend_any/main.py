"""Iterators of one type go into containers of any."""


def fill(n):
    stack = [("a", 1)]
    stack.append(n)
    d = {"k": 2}
    pairs = [("q", 5)]
    stack.extend(d.items())
    stack.extend(pairs)
    stack.extend((k, v) for k, v in d.items())
    stack.extend(sorted(pairs))
    stack.extend(zip("ab", [1, 2]))
    stack += [(1, 2)]
    s = {1, "a"}
    s.update(x for x in [1, 2])
    s.update(pairs)
    s.update(d.items())
    return stack, len(s)


print(fill(5), fill("x"))
