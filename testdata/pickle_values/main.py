"""Pickles of values, classes and objects, byte by byte, and what they load as."""
import collections
import copyreg
import datetime
import decimal
import enum
import io
import pickle
from dataclasses import dataclass, field


class Color(enum.Enum):
    RED = 1
    BLUE = "b"


@dataclass
class Point:
    x: int
    y: float = 0.5
    tags: list = field(default_factory=list)


class Node:
    def __init__(self, name):
        self.name = name
        self.next = None


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1
        self.b = "two"


class Stateful:
    def __init__(self):
        self.log, self.cache = ["x"], {"k": 1}

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["cache"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = {}


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return (Reduced, (self.n + 1,))


class Bag(dict):
    pass


class Stack(list):
    pass


class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


class Kelvin:
    def __init__(self, degrees):
        self.degrees = degrees


def pickle_kelvin(k):
    return Kelvin, (k.degrees,)


copyreg.pickle(Kelvin, pickle_kelvin)


def double(n):
    return 2 * n


def show(v):
    data = pickle.dumps(v)
    print(data.hex(), repr(pickle.loads(data))[:60])


def main():
    values = [None, True, 0, 255, 256, 65536, -1, 2**31, -2**40, 10**30, -255, 1.5, "text", "é", "", b"", b"raw", (), (1,), (1, 2), (1, 2, 3),
              (1, 2, 3, 4), [], [1], [1, 2, [3]], {}, {"a": 1}, {"a": 1, "b": [2]}, set(), {7}, frozenset(), frozenset({3}), 1 + 2j, range(3),
              slice(1, 2), bytearray(b"ab"), int, len, Color.RED, ["s", "s", "t"]]
    for v in values:
        show(v)
    for protocol in range(6):
        print(protocol, pickle.dumps([1, 2.5, "a\nb", (True, None), {"k": b"v"}, 10**12, {1}], protocol).hex())
        print(protocol, pickle.dumps(Point(1, 2.0, ["t"]), protocol).hex())
    for v in (Point(1), Color.BLUE, decimal.Decimal("1.50"), datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 6),
              datetime.timedelta(days=1, seconds=2), collections.OrderedDict(a=1), collections.deque([1, 2], 5), collections.Counter("aab"),
              collections.defaultdict(list, a=[1])):
        show(v)
    n = Node("first")
    n.next = n
    m = pickle.loads(pickle.dumps(n))
    print(m.name, m.next is m, m is not n)
    s = pickle.loads(pickle.dumps(Slotted()))
    print(s.a, s.b)
    t = pickle.loads(pickle.dumps(Stateful()))
    print(t.log, t.cache)
    print(pickle.loads(pickle.dumps(Reduced(1))).n, pickle.loads(pickle.dumps(Kelvin(3))).degrees)
    b = Bag(a=1)
    b.extra = "e"
    c = pickle.loads(pickle.dumps(b))
    print(type(c).__name__, c, c.extra, pickle.loads(pickle.dumps(Stack([1, 2]))))
    e = pickle.loads(pickle.dumps(AppError(3, "bad")))
    print(repr(e), e.code, pickle.loads(pickle.dumps(double))(4), pickle.loads(pickle.dumps(Point)) is Point)
    many = list(range(1001))
    print(pickle.loads(pickle.dumps(many)) == many, len(pickle.dumps(many)), len(pickle.dumps(["z" * 70000, 1])), len(pickle.dumps([str(i) for i in range(20000)])))
    shared = [1]
    pair = pickle.loads(pickle.dumps((shared, shared)))
    print(pair[0] is pair[1])
    buf = io.BytesIO()
    for v in (1, "two", [3]):
        pickle.dump(v, buf)
    buf.seek(0)
    while True:
        try:
            print(pickle.load(buf), end=" ")
        except EOFError as exc:
            print(exc)
            break
    for bad in (b"", b"\x80\x04K", b"hello", b"\x80\x09.", pickle.dumps([1, 2])[:-1]):
        try:
            print(pickle.loads(bad))
        except Exception as exc:
            print(type(exc).__name__, exc)
    for bad in (lambda: 1, (i for i in range(3)), io.StringIO):
        try:
            print(len(pickle.dumps(bad)) > 0)
        except Exception as exc:
            print(type(exc).__name__, str(exc)[:30])
    try:
        pickle.dumps(1, 6)
    except ValueError as exc:
        print(exc)
    print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError, pickle.PickleError), isinstance(pickle.dumps(1), bytes))


main()
