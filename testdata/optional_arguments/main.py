"""`x or default` where x may be None, and calls that collect with *args."""


class Tag:
    pass


class Record:
    def __init__(self, options=None, items=None, name=None, seen=None, count=None, share=None, pair=None, tag=None):
        self.options = dict(options or {})
        self.items = list(items or [])
        self.name = name or "anonymous"
        self.seen = seen or set()
        self.count = count or 3
        self.share = share or 1.5
        self.pair = pair or (1, 2)
        self.tag = tag or Tag()

    def show(self):
        print(self.options, self.items, self.name, self.seen, self.count, self.share, self.pair, type(self.tag).__name__)


def combine(a: dict[str, int] | None = None, b: list[int] | None = None, c: str | None = None):
    d = a or {}
    e = b or []
    if a:
        d["z"] = 1
    if not b:
        e.append(1)
    if a and b:
        print("both")
    while b and len(b) < 3:
        b.append(0)
    return d, e, c or "none", bool(a), not c


def noted(value):
    print("evaluated", value)
    return value


def calls():
    def collect(*parts, end=True):
        return parts, end

    def strict(a, b=2):
        return a, b

    print(collect(1, 2), collect(noted(1), end=noted(False)), collect(*[1, 3], end=0))
    print(strict(1), strict(1, b=3))
    try:
        strict(1, c=2)
    except TypeError as e:
        print(e)


Record({"limit": 12}, [1], "n", {1}, 5, 2.5, (3, 4), Tag()).show()
Record().show()
print(combine({"x": 1}, [4]))
print(combine(None, [], ""))
print(combine())
calls()
