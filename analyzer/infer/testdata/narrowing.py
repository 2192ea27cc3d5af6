# What tests tell about a variable.

def first(items: list[str]):
    found = None
    for x in items:
        if x:
            found = x
    found  # found => str | None
    if found is None:
        return 0
    return len(found)  # found => str


def second(d: dict[str, str]):
    v = d.get("a")
    if v is not None:
        v.upper()  # v => str
    else:
        v  # v => str | None
    v  # v => str | None
    w = d.get("b")
    if not w:
        raise ValueError(w)
    w.upper()  # w => str
    if (m := d.get("c")) is not None and m.isdigit():  # m.isdigit() => bool
        pass
    x = d.get("d")
    y = x.upper() if x else ""
    y  # y => str
    z = d.get("e")
    while z is None:
        z = d.get("f")
    z  # z => str | None
    assert z is not None
    z  # z => str
    z = d.get("g")
    z  # z => str | None


def closures(d: dict[str, str]):
    v = d.get("a")

    def change():
        nonlocal v
        v = None

    if v is not None:
        change()
        v  # v => str | None


first(["a"])
second({"a": "b"})
closures({"a": "b"})
