"""Objects that iterate over themselves where nothing but the runtime asks them to."""

import contextlib


class Log:
    def __init__(self, *lines):
        self.lines = list(lines)

    def __iter__(self):
        yield from self.lines


class Chars:
    def __init__(self, text):
        self.text = text

    def __getitem__(self, i):
        return self.text[i]


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Evens:
    def __contains__(self, n):
        return n % 2 == 0


class Flags:
    def __init__(self, *bits):
        self.bits = bits

    def __iter__(self):
        return iter(self.bits)


class Tags(Flags):
    pass


print("/".join(Log("a", "b")))
print(",".join(Chars("xyz")))
print(all(Countdown(3)), any(Countdown(1)))
print(any(Flags(0, 1)), all(Tags(1, 1)))
print(2 in Evens(), 3 not in Evens(), 0 < 4 in Evens())


class Box:
    def __init__(self, items=None):
        self.items = items


class Items:
    def __init__(self):
        self.all = ["p", "q"]

    def __iter__(self):
        yield from self.all


box = Box(Items())
print("p" in box.items, "z" not in box.items, "+".join(box.items or Items()))


class Guard(contextlib.AbstractContextManager):
    """The abstract managers have no instance dictionary of their own."""

    __slots__ = ("held",)

    def __exit__(self, *details):
        return None


with Guard() as guard:
    guard.held = True
    try:
        guard.other = 1
    except AttributeError as error:
        print(error)
