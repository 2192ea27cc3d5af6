"""Code that runs between a test of a field and its use."""

import asyncio
from collections import deque


class Part:
    def __init__(self, n: int) -> None:
        self.n = n


class Owner:
    def __init__(self) -> None:
        self.part: Part | None = Part(1)


class Trigger:
    def __init__(self, owner: Owner) -> None:
        self.owner = owner

    def __eq__(self, other: object) -> bool:
        self.owner.part = None
        return False

    def __hash__(self) -> int:
        self.owner.part = None
        return 1


def drop_key(n: int) -> int:
    shared.part = None
    return n


def fail(e: Exception) -> None:
    print(type(e).__name__, e)


shared = Owner()


def by_key(o: Owner) -> None:
    items = [2, 1]
    if o.part is not None:
        items.sort(key=drop_key)
        try:
            print(items, o.part.n)
        except AttributeError as e:
            fail(e)


def by_deque(o: Owner, d: deque[Trigger], t: Trigger) -> None:
    if o.part is not None and t not in d:
        try:
            print(o.part.n)
        except AttributeError as e:
            fail(e)


def by_class(o: Owner) -> None:
    if o.part is not None:
        class Inner:
            o.part = None
        try:
            print(Inner.__name__, o.part.n)
        except AttributeError as e:
            fail(e)


def by_decorator(o: Owner) -> None:
    def clear(f):
        o.part = None
        return f

    if o.part is not None:
        @clear
        def inner() -> None:
            pass
        try:
            print(o.part.n)
        except AttributeError as e:
            fail(e)


def numbers(o: Owner):
    yield 1
    o.part = None
    yield 2


def by_star(o: Owner) -> None:
    if o.part is not None:
        try:
            print([*numbers(o), o.part.n])
        except AttributeError as e:
            fail(e)


def by_hash(o: Owner, t: Trigger) -> None:
    if o.part is not None:
        try:
            print(len({t: o}), o.part.n)
        except AttributeError as e:
            fail(e)


def by_set(o: Owner, t: Trigger) -> None:
    if o.part is not None:
        found = {t}
        try:
            print(len(found), o.part.n)
        except AttributeError as e:
            fail(e)


def by_match(o: Owner, t: Trigger) -> None:
    if o.part is not None:
        match t:
            case 5:
                print("five")
            case _:
                try:
                    print(o.part.n)
                except AttributeError as e:
                    fail(e)


class Gate:
    def __init__(self) -> None:
        self.lock = asyncio.Lock()

    async def through(self) -> str:
        async with self.lock:
            await asyncio.sleep(0)
            return "through"


class Changer:
    def __init__(self, gate: Gate) -> None:
        gate.lock = asyncio.Lock()


async def changed() -> None:
    gate = Gate()
    first = gate.lock
    async with first:
        task = asyncio.create_task(gate.through())
        await asyncio.sleep(0)
        Changer(gate)
    print(await task, first.locked(), gate.lock.locked())


def ring() -> None:
    d = deque([1, 2])
    d.extend(d)
    d.extendleft(d)
    print(d)


async def main() -> None:
    by_key(shared)
    o = Owner()
    by_deque(o, deque([Trigger(o)]), Trigger(o))
    by_class(Owner())
    by_decorator(Owner())
    by_star(Owner())
    o = Owner()
    by_hash(o, Trigger(o))
    o = Owner()
    by_set(o, Trigger(o))
    o = Owner()
    by_match(o, Trigger(o))
    await changed()
    ring()


asyncio.run(main())
