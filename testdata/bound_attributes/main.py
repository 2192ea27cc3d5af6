"""Class attributes that are something else for each instance."""
from functools import partialmethod
import json
import math


class Typed:
    def __get__(self, obj, owner=None):
        return 5


class A:
    peek = property(lambda self: self.n)
    fn = lambda self, k=1: self.n + k
    desc = Typed()
    cm = classmethod(lambda cls: cls.__name__)
    sm = staticmethod(lambda q: q * 2)

    def __init__(self, n):
        self.n = n

    def move(self, d):
        return self.n + d

    alias = len
    right = partialmethod(move, 1)


class B:
    prop = property(lambda self: self.n)

    def __init__(self, n):
        self.n = n


class C:
    fn = lambda self: self.n

    def __init__(self, n):
        self.n = n


class D:
    desc = Typed()

    def __init__(self, n):
        self.n = n


def helper(self):
    return self.n * 3


class E:
    helped = helper

    def __init__(self, n):
        self.n = n


class F:
    cm = classmethod(lambda cls: cls.__name__)
    sm = staticmethod(lambda q: q * 2)

    def __init__(self, n):
        self.n = n


def maker(k):
    def method(self):
        return self.n + k
    return method


class G:
    made = maker(10)

    def __init__(self, n):
        self.n = n


class H:
    kind = int
    conv = str.upper
    table = {"a": 1}

    def __init__(self, n):
        self.n = n


for f in (lambda: A(3).fn(), lambda: A(3).desc, lambda: A.sm(4), lambda: A(1).peek, lambda: A(1).right(), lambda: B(3).prop, lambda: C(4).fn(), lambda: D(1).desc, lambda: E(2).helped(), lambda: F(1).cm(), lambda: F(1).sm(3), lambda: F.sm(3), lambda: G(1).made(), lambda: H(1).kind("5"), lambda: H(1).table["a"]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(B(5).prop, C(6).fn(), D(1).desc, E(3).helped(), F(1).cm(), F(1).sm(2), G(2).made(), H(1).kind("7"), H.conv("a"))


def own(self, *args):
    return "own", type(self).__name__, args


HOOKS = {"own": own, "length": len, "limit": 5}


class J:
    picked = HOOKS["own"]
    size = HOOKS["length"]
    limit = HOOKS["limit"]
    load = json.loads
    root = math.sqrt


class K:
    count = 3
    parse = json.loads


for f in (lambda: J().picked(1), lambda: J().size("abc"), lambda: J().limit(), lambda: J().load(), lambda: J.load("[1]"), lambda: J().root(16), lambda: K().count(), lambda: K.parse("{}"), lambda: K.count(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
