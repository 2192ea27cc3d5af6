"""doc"""
import os
import sys as system
from collections import deque, OrderedDict as OD
import os.path
x: int = 5
y: "list[int]"
def add(a, b=2):
    return a + b
class K:
    v = 1
    def m(self): return x
print(sorted(n for n in globals() if not n.startswith("__")))
print("x" in globals(), "zz" in globals(), globals()["x"], globals().get("nope", 7), globals()["add"](3))
globals()["x"] = 50
print(x, K().m())
globals()["dyn"] = "made"
print(dyn, __annotations__)
for name in ("A", "B"):
    globals()[name] = name.lower()
print(A, B, name)
del x
try:
    K().m()
except NameError as e:
    print(e)
print("e" in globals())
def setit():
    global fresh
    fresh = 1
    fresh += 4
    for i in range(2):
        pass
    return locals()
print(setit(), fresh, "fresh" in globals())
def f(a, b, *c, d=4, **k):
    z = a + b
    def inner():
        return z + q
    q = 9
    if a > 1:
        w = 3
    return locals()
r = f(1, 2, 3, e=5)
print({k: v for k, v in r.items() if k != "inner"})
print("{a} {b}".format(**locals_of(1)) if "locals_of" in globals() else "no")
def outer():
    n = 5
    def inner(m):
        t = n + m
        return locals(), dir()
    return inner(3)
print(outer())
def plain():
    a = 1
    if a > 3:
        b = 2
    c = [i for i in range(2)]
    return locals(), sorted(vars())
print(plain())
class C:
    a = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    b = 2
print(C.names)
handlers = {n[4:]: f for n, f in list(globals().items()) if n.startswith("cmd_")}
def cmd_go(): return "went"
def cmd_stop(): return "stopped"
handlers = {n[4:]: f for n, f in list(globals().items()) if n.startswith("cmd_")}
print(sorted(handlers), handlers["go"](), globals()["cmd_" + "stop"]())
print(globals() is globals(), globals() == locals(), type(globals()), __name__, globals()["__name__"], globals()["__doc__"])
print([n for n in dir() if not n.startswith("__")][:6], vars() is globals())
if (n := 5) > 3:
    print(n, globals()["n"])
with open(os.devnull) as fh:
    pass
for i, (j, k) in enumerate([(1, 2)]):
    pass
print("fh" in globals(), i, j, k)
a, b = 1, 2
a, b = b, a
a += 5
print(a, b, globals()["a"])
match [1, 2]:
    case [p, q2]:
        print(p, q2, globals()["q2"])
globals().update(zz=1, yy=2)
print(zz + yy, len)
try:
    undefined_name
except NameError as e:
    print(e)
def late():
    return helper()
try:
    late()
except NameError as e:
    print(e)
def helper(): return "helped"
print(late())
