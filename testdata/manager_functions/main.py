# Functions that contextlib makes context managers of.
import asyncio
import contextlib
from contextlib import asynccontextmanager, contextmanager
from typing import AsyncIterator, Iterator

log: list[str] = []


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name
        self.open = True

    async def query(self, text: str) -> str:
        await asyncio.sleep(0)
        if "DROP" in text:
            raise PermissionError(f"{self.name} refuses {text}")
        return f"{self.name}: {text}"


class Pool:
    """Lends a number of connections."""

    def __init__(self, size: int) -> None:
        self.free = [Connection(f"c{n}") for n in range(size)]
        self.lock = asyncio.Semaphore(size)
        self.lent = 0

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[Connection]:
        """Lends a connection until the body ends."""
        async with self.lock:
            conn = self.free.pop()
            self.lent += 1
            try:
                yield conn
            finally:
                self.free.append(conn)
                log.append(f"back {conn.name}")

    @contextmanager
    def paused(self, why: str = "maintenance"):
        log.append(f"pause for {why}")
        yield
        log.append("go on")


@asynccontextmanager
async def transaction(conn: Connection, name: str) -> AsyncIterator[str]:
    log.append(f"begin {name}")
    try:
        yield name.upper()
    except PermissionError as e:
        log.append(f"rollback {name}: {e}")
        raise RuntimeError(f"{name} failed") from e
    else:
        log.append(f"commit {name}")


@contextmanager
def section(title: str, level: int = 1) -> Iterator[int]:
    print(f"<h{level}>{title}")
    try:
        yield level + 1
    finally:
        print(f"</h{level}>")


@contextmanager
def ignoring(*kinds):
    try:
        yield
    except kinds:
        print("ignored")


@contextmanager
def ignoring_keys():
    try:
        yield "keys"
    except KeyError as e:
        print("no key", e)


@contextlib.contextmanager
def chosen(flag: bool) -> Iterator[str]:
    if flag:
        with section("flagged", 3):
            yield "yes"
    else:
        yield "no"
    print("chosen ends")


@asynccontextmanager
async def limited(seconds: float):
    async with asyncio.timeout(seconds):
        yield seconds


@contextmanager
def as_value(name):
    print("enter", name)
    yield name
    print("leave", name)


def find(words: list[str]) -> str:
    for word in words:
        with section(word) as level:
            if word == "skip":
                continue
            if word == "end":
                break
            return f"{word} at {level}"
    return "nothing"


def numbers() -> Iterator[int]:
    with section("numbers"):
        for n in range(3):
            yield n


async def work(pool: Pool, n: int) -> str:
    async with pool.connection() as conn, transaction(conn, f"t{n}") as name:
        answer = await conn.query("DROP" if n == 2 else f"SELECT {n}")
        return f"{name} {answer}"


async def main() -> None:
    pool = Pool(2)
    print(await asyncio.gather(*(work(pool, n) for n in range(4)), return_exceptions=True))
    print(pool.lent, len(pool.free), log)
    with pool.paused():
        log.append("now")
    with pool.paused(why="tests"):
        log.append("then")
    print(log[-6:])

    print(find(["skip", "a"]), find(["skip", "end", "b"]), find([]))
    print([n * 2 for n in numbers()])
    with ignoring_keys() as what:
        print({}[what])
    with ignoring(ZeroDivisionError, ValueError):
        print(1 // len(log[:0]))
    for flag in (True, False):
        with chosen(flag) as answer:
            print(answer)
    try:
        with section("outer"), section("inner", level=2):
            raise LookupError("found nothing")
    except LookupError as e:
        print("caught", e)
    try:
        async with limited(0.01) as seconds:
            print("within", seconds)
            await asyncio.sleep(5)
    except TimeoutError:
        print("too slow")

    total = 0
    for n in range(3):
        with section(str(n)) as level:
            total += level * n
            inner = level
    print(total, inner)
    with contextlib.ExitStack() as stack:
        names = [stack.enter_context(as_value(name)) for name in "ab"]
        print(names)
    with as_value("c") as c:
        print(c)


asyncio.run(main())
