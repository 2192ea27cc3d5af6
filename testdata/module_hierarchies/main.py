"""Classes that derive from those of other modules, and whatever else imports bind."""
import asyncio
import base as b
from base import *
from derived import Derived, Special, Stack, use_lazy, make_all
import derived as d
from pkg import Thing as Renamed, helpers
import pkg.things
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pkg.things import Only

try:
    from missing_module import Fast as Impl
except ImportError:
    from base import Slow as Impl


class Mine(b.Base):
    kind = "mine"

    def __init__(self, n: int, extra: str) -> None:
        super().__init__(n)
        self.extra = extra

    @property
    def value(self) -> int:
        return self._value * 10

    @value.setter
    def value(self, v: int) -> None:
        self._value = v - 1


def annotated(x: "Only | None", y: b.Base) -> str:
    return f"{x} {y.describe()}"


async def main() -> None:
    for x in (b.Base(1), Base(2), Derived(3, 4), d.Special.create(5), Mine(6, "e")):
        print(x.describe(), x.value, x.kind, type(x).__name__, isinstance(x, b.Base), isinstance(x, (Derived, Mine)))
        x.value = 50
        print(x.value, x)
    print(Base(1) == Base(1), Base(1) < Derived(2, 3), sorted([Derived(5, 1), Derived(2, 1)]), {Base(1): "h"}[Base(1)], len({Base(1), Base(1)}))
    async with b.Resource("r") as r:
        print(r.name, r.open)
    print(r.open)
    with b.Timer() as t:
        pass
    print(t.ticks, t)
    s: Stack[int] = Stack()
    s.push(1)
    s.push(2)
    print(s.pop(), len(s), list(s), s)
    print(Renamed("t").go(), helpers.build("h").go(), pkg.things.Thing.total, pkg.things.Thing("q"), helpers.Color.RED, helpers.Color("green").paint())
    print(use_lazy(), [type(x).__name__ for x in make_all()])
    print(Impl(3).run(), Impl.__name__)
    try:
        b.fail(2)
    except b.TooBig as e:
        print("caught", e, e.limit, isinstance(e, BaseError))
    try:
        await d.later()
    except (b.TooBig, d.Odd) as e:
        print(type(e).__name__, e.args, str(e))
    print(annotated(None, Derived(1, 2)), annotated(pkg.things.Only(), Mine(1, "x")))
    match helpers.Color.RED:
        case helpers.Color.GREEN:
            print("green")
        case helpers.Color.RED:
            print("red")
    node = d.Node(1, d.Node(2))
    print(node, node.total(), node.next.value if node.next else None)
    w = d.Worker()
    try:
        await w.stop()
    except AttributeError as e:
        print(e)
    await w.start()
    await w.stop()
    print(w.done, w.limit, d.Worker.limit)
    print(d.Conf("a"), d.BigConf("b", 2, 3), d.BigConf("c"), d.Conf("a") == d.Conf("a"))


asyncio.run(main())
