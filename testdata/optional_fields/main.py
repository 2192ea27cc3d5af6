"""What tests tell of fields holds until something can have assigned them."""

import asyncio


class Node:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: Node | None = None
        self.right: Node | None = None


class Tree:
    def __init__(self) -> None:
        self.root: Node | None = None
        self.size = 0

    def add(self, key: int) -> None:
        if self.root is None:
            self.root = Node(key)
            self.size = 1
            return
        node = self.root
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    break
                node = node.right
        self.size += 1

    def least(self) -> int:
        node = self.root
        while node is not None and node.left is not None:
            node = node.left
        return node.key if node else -1

    def top(self) -> int:
        if self.root and self.root.left and self.root.left.key > 1:
            return self.root.left.key
        return 0


class Worker:
    def __init__(self, name: str) -> None:
        self.name = name
        self.task: asyncio.Task[int] | None = None
        self.note: str | None = None

    async def run(self) -> int:
        await asyncio.sleep(0)
        self.note = self.name
        return 1

    def start(self) -> None:
        if self.task is None:
            self.task = asyncio.create_task(self.run())

    async def stop(self) -> int:
        result = 0
        if self.task is not None and not self.task.done():
            result = await self.task
            self.task = None
        if self.note is not None:
            print(self.note.upper(), len(self.note))
        return result

    def clear(self) -> None:
        self.note = None


class Box:
    def __init__(self, item: Node | None) -> None:
        self.item = item
        self.other: Box | None = None

    def drop(self) -> bool:
        self.item = None
        return True

    @property
    def emptied(self) -> int:
        self.item = None
        return 0

    def __eq__(self, o: object) -> bool:
        self.item = None
        return True


def show(e: Exception) -> None:
    print(e)


def aliased(a: Box, b: Box) -> None:
    if a.item is not None:
        b.item = None
        try:
            print(a.item.key)
        except AttributeError as e:
            show(e)


def called(a: Box) -> None:
    try:
        if a.item and a.drop() and a.item.key:
            print("?")
    except AttributeError as e:
        show(e)


def through_property(a: Box) -> None:
    try:
        if a.item is not None and a.emptied == 0:
            print(a.item.key)
    except AttributeError as e:
        show(e)


def compared(a: Box, b: Box) -> None:
    try:
        if a.item is not None and a == b:
            print(a.item.key)
    except AttributeError as e:
        show(e)


def looped(a: Box) -> None:
    if a.item is None:
        return
    try:
        for i in range(2):
            print(i, a.item.key)
            a.drop()
    except AttributeError as e:
        show(e)


def replaced(a: Box, b: Box) -> None:
    if a.item is not None:
        a = b
        try:
            print(a.item.key)
        except AttributeError as e:
            show(e)


def captured(a: Box) -> None:
    def inside() -> None:
        try:
            print(a.item.key)
        except AttributeError as e:
            show(e)

    if a.item is not None:
        key = lambda: a.item.key if a.item else -1
        print(key())
        a.drop()
        inside()
        print(key())


async def awaited(a: Box) -> None:
    if a.item is not None:
        await asyncio.sleep(0)
        try:
            print(a.item.key)
        except AttributeError as e:
            show(e)


class Lazy:
    def __init__(self) -> None:
        self.made = 0
        self.node: Node | None = None

    def get(self) -> int:
        if self.node is None:
            self.made += 1
            self.node = Node(self.made)
        return self.node.key

    def swap(self, key: int) -> int:
        if self.node is not None and self.node.key == key:
            self.node = None
        else:
            self.node = Node(key)
        return -1 if self.node is None else self.node.key


def walk(a: Box) -> int:
    n = 0
    at: Box | None = a
    while at is not None and at.item is not None:
        n += at.item.key
        at = at.other
    return n


async def hazards() -> None:
    a = Box(Node(1))
    aliased(a, a)
    called(Box(Node(2)))
    through_property(Box(Node(3)))
    compared(Box(Node(4)), a)
    looped(Box(Node(5)))
    replaced(Box(Node(6)), Box(None))
    captured(Box(Node(7)))
    b = Box(Node(8))
    task = asyncio.create_task(awaited(b))
    await asyncio.sleep(0)
    b.drop()
    await task
    c = Box(Node(9))
    c.other = Box(Node(10))
    c.other.other = Box(None)
    print(walk(c))
    lazy = Lazy()
    print(lazy.get(), lazy.get(), lazy.swap(5), lazy.swap(5), lazy.get())


async def main() -> None:
    await hazards()
    t = Tree()
    for k in [5, 2, 8, 1]:
        t.add(k)
    print(t.size, t.least(), t.top())
    w = Worker("w")
    w.start()
    print(await w.stop())
    print(await w.stop())
    if w.note is not None:
        w.clear()
        try:
            print(w.note.upper())
        except AttributeError as e:
            print(e)


asyncio.run(main())
