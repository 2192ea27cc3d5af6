"""Attributes of a static class that are replaced by other ways than setattr."""

from unittest.mock import patch as replaced


class Plain:
    def __init__(self, n):
        self.n = n

    def twice(self):
        return self.n * 2


def load(target, state):
    target.__dict__ = state


def anything(x):
    return [x, "s"][0]


p = Plain(1)
load(anything(p), {"n": 5, "extra": 1})
print(p.n, p.twice(), p.extra)


class Service:
    def fetch(self):
        return "real"


s = Service()
with replaced.object(Service, "fetch", lambda self: "fake"):
    print(anything(s).fetch())
print(anything(s).fetch())
