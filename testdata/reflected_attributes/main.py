"""setattr, vars and __dict__ of some objects leave the classes of others structs."""

import argparse
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Point:
    x: int
    y: int

    def __post_init__(self):
        object.__setattr__(self, "x", abs(self.x))


class Bag:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def show(self):
        return sorted(vars(self).items())


class Plain:
    def __init__(self, n):
        self.n = n

    def twice(self):
        return self.n * 2


def untyped(x):
    return x.twice()


parser = argparse.ArgumentParser()
parser.add_argument("--n", type=int, default=3)
args = parser.parse_args([])
print(vars(args), args.__dict__)
print(Bag(a=1, b="x").show(), Point(-1, 2))
dir, patch = 1, 2
print(dir + patch)
p = Plain(args.n)
print(p.twice(), untyped(p), [untyped(x) for x in (p, Plain(2))])


@dataclass(frozen=True)
class Money:
    amount: int
    currency: str = "EUR"
    text: str = field(init=False)

    def __post_init__(self) -> None:
        if self.amount < 0:
            raise ValueError("negative")
        object.__setattr__(self, "currency", self.currency.upper())
        object.__setattr__(self, "text", f"{self.amount} {self.currency}")


m = Money(3, "usd")
print(m, m.text, m == Money(3, "USD"), hash(m) == hash(Money(3, "USD")))
try:
    m.amount = 5
except AttributeError as e:
    print(type(e).__name__, e)
try:
    Money(-1)
except ValueError as e:
    print(e)
