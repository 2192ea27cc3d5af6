from collections import deque


def f(d):
    d.append(5)


d = deque("abc")
f(d)
print(d)
e = deque(range(3))
f(e)
e.append("x")
print(e)
g = deque(["a"], maxlen=2)
g.append(1)
g.append(None)
print(g)
h = deque("ab" if len(g) else [1])
h.append(3)
print(h)
