# Programs whose names testdata/names.txt resolves as CPython's symtable does.
import os.path, sys as system

total = 0


def counter(start, *rest, step=1, **options):
    count = start

    def bump():
        nonlocal count
        global total
        count += step
        total += 1
        return list(count + n for n in rest if (last := n))

    return bump, last_seen


class Stack:
    limit = 10
    sizes = list(limit for _ in range(limit))

    def __init__(self):
        self.__items = []
        __private = limit

    def push(self, item, __hidden=None):
        return super().push(item, self.limit, __private, __hidden)

    class Inner:
        def get(self):
            return limit, Stack, __class__


def late():
    print(value)
    value = 1
    del value
    del gone
    for value in options:
        pass
    with open(value) as f, (yield):
        pass
    try:
        pass
    except OSError as error:
        pass
    match value:
        case [a, *b] | {"k": a, **b}:
            pass
        case Stack(x=c) as whole:
            pass
    import os
    from a import b as d
    bare: int
    annotated: Stack = 1
    lambda x, *y: (x, y, z, value)


async def gen():
    async for x in aiter_of(total):
        yield (v for k, v in x async for total in k)
    sum(y for y in x)
