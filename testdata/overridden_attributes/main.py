"""Constants in class bodies that derived classes give other values."""

import asyncio


class ApiError(Exception):
    status = 500
    retry = False
    kind: str = "server"
    hint: str | None = None

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key

    def render(self) -> str:
        return f"{self.status} {self.kind}: {self} (retry={self.retry}, hint={self.hint})"


class NotFound(ApiError):
    status = 404
    kind = "client"


class Busy(ApiError):
    status = 503
    retry = True
    hint = "later"


class Step:
    name = "step"
    cost = 1.5

    def run(self, n: int) -> str:
        return f"{self.name}:{n} {self.cost * n:.1f}"


class Fetch(Step):
    name = "fetch"


class Store(Fetch):
    name = "store"
    cost = -2


class Plugin:
    """Its classes are values, so that their attributes are read of them, too."""

    title = "plugin"

    def show(self) -> str:
        return f"<{self.title}>"


class Loud(Plugin):
    title = "LOUD"


class Counter:
    """Its attribute is assigned."""

    limit = 3

    def room(self, used: int) -> int:
        return self.limit - used


class Small(Counter):
    limit = 1


class Fault(Exception):
    """Its classes are told to a context manager, which reads the attribute of them."""

    weight = 1


class Heavy(Fault):
    weight = 7


class Ledger:
    def __init__(self) -> None:
        self.total = 0

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: object, error: object, traceback: object) -> bool:
        if kind is not None:
            self.total += kind.weight
        return True


async def call(key: str) -> str:
    await asyncio.sleep(0)
    if key == "missing":
        raise NotFound("no such key", key)
    if key == "busy":
        raise Busy("try again")
    if key == "bad":
        raise ApiError("broken")
    return key


async def main() -> None:
    for key in ("a", "missing", "busy", "bad"):
        try:
            print(await call(key))
        except NotFound as e:
            print("404", e.status, e.key, e.render())
        except ApiError as e:
            print(type(e).__name__, e.status, e.render(), "again" if e.retry else "stop")
    for plugin in (Plugin, Loud):
        print(plugin.title, plugin().show())
    ledger = Ledger()
    with ledger:
        raise Heavy("much")
    with ledger:
        raise Fault("little")
    print(ledger.total)
    counters: list[Counter] = [Counter(), Small()]
    counters[0].limit = 9
    print([c.room(1) for c in counters])
    steps: list[Step] = [Step(), Fetch(), Store()]
    for step in steps:
        print(step.name, step.cost, step.run(3), isinstance(step, Fetch))


asyncio.run(main())
