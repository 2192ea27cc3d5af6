# With statements on instances call the methods of their classes.
import asyncio
from contextlib import ExitStack
from typing import Optional


class Gate:
    """Lets a number of holders in, and waits for one to leave."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.inside = 0
        self.changed = asyncio.Event()

    async def __aenter__(self) -> int:
        while self.inside >= self.size:
            self.changed.clear()
            await self.changed.wait()
        self.inside += 1
        return self.inside

    async def __aexit__(self, *exc) -> None:
        self.inside -= 1
        self.changed.set()


class Span:
    """Tells what happened in it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.error: Optional[str] = None

    def __enter__(self):
        print("+", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            self.error = f"{kind.__name__}: {error}"
        print("-", self.name, self.error, traceback is None)


class Quiet(Span):
    """Suppresses the errors of some classes."""

    def __init__(self, name: str, *classes: type) -> None:
        super().__init__(name)
        self.classes = classes

    def __exit__(self, kind, error, traceback):
        super().__exit__(kind, error, traceback)
        return kind is not None and issubclass(kind, self.classes)


class Suppress:
    def __enter__(self) -> None:
        print("from here")

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> bool:
        if error is None:
            return False
        print("suppressed", repr(error), error.args)
        return isinstance(error, LookupError)


class Faulty:
    """Raises when it is left."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __enter__(self) -> str:
        if not self.message:
            raise ValueError("no message")
        return self.message.upper()

    def __exit__(self, kind, error, traceback) -> None:
        raise RuntimeError(f"{self.message}, after {error!r}")


class Counting(type):
    """Counts its instances."""

    made = 0

    def __call__(cls):
        cls.made += 1
        return super().__call__()


class Counted(metaclass=Counting):
    def __enter__(self):
        return "counted"

    def __exit__(self, *exc):
        print("leaves")


async def hold(gate: Gate, n: int) -> str:
    async with gate as inside:
        await asyncio.sleep(0)
        if n == 3:
            raise KeyError(n)
        return f"{n}: {inside}"


def first(names: list[str]) -> str:
    for name in names:
        with Quiet(name, ValueError):
            if name == "skip":
                continue
            if name == "bad":
                raise ValueError(name)
            if name == "stop":
                break
            return name
        print("after", name)
    return "none"


def look(keys: list[str]) -> int:
    found = {"a": 1, "b": 2}
    total = 0
    for key in keys:
        with Suppress():
            total += found[key]
    return total


async def main() -> None:
    gate = Gate(2)
    print(await asyncio.gather(*(hold(gate, n) for n in range(5)), return_exceptions=True))
    print(gate.inside)
    async with Gate(1) as n, Gate(2):
        print("both", n)

    print(first(["skip", "bad", "x"]), first(["bad", "stop", "x"]), first([]))
    print(look(["a", "z", "b"]))
    try:
        with Suppress():
            raise TypeError("not this")
    except TypeError as e:
        print("came out:", e)

    for message in ["late", ""]:
        try:
            with Faulty(message) as text:
                print(text)
                raise KeyError("first")
        except (RuntimeError, ValueError) as e:
            print(e)

    with Span("outer") as outer, Span("inner"):
        print(outer.error)
    try:
        with Span("failing") as failing:
            raise OSError("disk")
    except OSError:
        print(failing.error)
    spans: list[Span] = [Span("plain"), Quiet("quiet", ZeroDivisionError)]
    for span in spans:
        try:
            with span:
                print(1 // (len(spans) - 2))
        except ZeroDivisionError:
            print("not suppressed")
    with Counted() as word:
        print(word, Counted.made)
    with ExitStack() as stack:
        stack.enter_context(Span("on the stack"))
        print("within")


asyncio.run(main())
