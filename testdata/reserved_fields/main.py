"""Fields and methods whose names mean something else in Go, reached by their names
when the program runs."""

import asyncio
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(order=True)
class Record:
    type: str
    func: Any = field(compare=False)
    range: int = 3
    map: dict = field(default_factory=dict, compare=False)
    len: int = 0

    def __str__(self) -> str:
        return f"{self.type}/{self.range}"


class Node:
    def __init__(self, var, select):
        self.var = var
        self.select = select
        self.string = str(var)

    def interface(self):
        return self.var, self.select


def read(thing, *names):
    return [getattr(thing, name) for name in names]


async def main() -> None:
    rows = {"a": Record("x", print), "b": Record("w", None, 9)}
    for row in sorted(rows.values()):
        print(row, row.type, repr(row), read(row, "type", "range", "map", "len"))
        await asyncio.sleep(0)
    print(json.dumps(asdict(replace(rows["b"], type="new", len=2))))
    anything: Any = rows["a"]
    anything.type = "changed"
    anything.range += 1
    print(rows["a"], "{0.type} {0.range}".format(anything), vars(rows["b"]))
    node: Any = Node(1, "s")
    print(read(node, "var", "select", "string"), node.interface(), node.__dict__)
    match node:
        case Node(var=1, select=s):
            print("matched", s)


asyncio.run(main())
