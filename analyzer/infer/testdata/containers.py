# Elements get their types from what flows in; two names for one container agree.

def lists():
    a = []
    b = a
    b.append("x")
    a  # a => list[str]
    c = [1, 2]
    c[0]  # c[0] => int
    c[1:]  # c[1:] => list[int]
    mixed = [1, "a"]
    mixed  # mixed => list[any]
    floats = [1, 2.5]
    floats  # floats => list[any]
    maybe = [None, "x"]
    maybe[0]  # maybe[0] => str | None
    nested = [[]]
    nested[0].append(2)
    nested  # nested => list[list[int]]
    a.extend(["y"])
    a.pop()  # a.pop() => str
    sorted(c)  # sorted(c) => list[int]
    list(a)  # list(a) => list[str]
    sorted(a, key=len)  # sorted(a, key=len) => list[str]
    a  # a => list[str]


def dicts(words: list[str]):
    groups = {}
    for w in words:
        groups.setdefault(len(w), []).append(w)
    groups  # groups => dict[int, list[str]]
    groups.get(3)  # groups.get(3) => list[str] | None
    groups.get(3, [])  # groups.get(3, []) => list[str]
    for k, v in groups.items():
        k, v  # k => int; v => list[str]
    for i, w in enumerate(words):
        i + 1, w  # i + 1 => int; w => str
    for a, b in zip(words, range(3)):
        a, b  # a => str; b => int
    {w: len(w) for w in words}  # {w: len(w) for w in words} => dict[str, int]
    {len(w) for w in words}  # {len(w) for w in words} => set[int]
    [w.upper() for w in words]  # [w.upper() for w in words] => list[str]
    (w.upper() for w in words)  # (w.upper() for w in words) => iterator[str]
    ",".join(w for w in words)  # ",".join(w for w in words) => str
    max(words)  # max(words) => str


def tuples():
    t = (1, "x")
    n, s = t
    n, s  # n => int; s => str
    t[1]  # t[1] => str
    pairs = [(1, 2.0)]
    for i, x in pairs:
        i, x  # i => int; x => float
    stack = [(0, "a")]
    while stack:
        depth, name = stack.pop()
        stack.append((depth + 1, name + "b"))
    stack  # stack => list[struct[int, str]]
    node = None
    for i in range(3):
        node = (i, node)
    node  # node => any


def escapes(unknown):
    kept = ["a"]
    print(kept, len(kept))
    kept  # kept => list[str]
    leaked = ["a"]
    unknown(leaked)
    leaked  # leaked => list[any]
    declared: list[str] = []
    unknown(declared)
    declared  # declared => list[str]
    inner = [["a"]]
    unknown(inner)
    inner[0]  # inner[0] => any


lists()
dicts([])
tuples()
escapes(print)
