"""Iterators of one type go into containers of any."""

import collections


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


def mix(first):
    items = [first]
    items.extend("ab")
    items.extend({"k": 1})
    items.extend({3})
    items += "cd"
    items.extend((1, "x"))
    items.extend(range(2))
    items.extend(b"z")
    s = {first}
    s.update("pq")
    s.update("q", "r")
    s |= set("w")
    d = collections.deque([first])
    d.extend("mn")
    d.extendleft("op")
    x = [first] + list("yz")
    x[1:1] = "uv"
    return items, sorted(map(str, s)), d, x, {**dict.fromkeys("ab", first)}


print(mix(5), mix("x"))


def letters(last):
    items = []
    items.extend("ab")
    items.append(last)
    return items


print(letters(1), letters("c"))


def queued(last):
    q = collections.deque()
    q.extend(collections.deque("d"))
    q.appendleft(last)
    q.extendleft(collections.deque("e"))
    q.extend(q)
    return q


print(queued(1), queued("c"))
