"""An application of several modules: what its modules hold, classes of others and functions of others."""

import asyncio
import sys

from app import state
from app.api import Api, Request, route, ROUTES
from app.storage import db, Database
from app.storage.memory import MemoryStore
import app.storage.base as sb
from app.plugins import load_all, Plugin


class Audit(Plugin):
    name = "audit"

    def on_event(self, event: "sb.Event") -> str:
        return f"audit {event.kind} {event.size}"


async def main(argv: list[str]) -> int:
    api = Api(db)
    for path in ("/items", "/items/1", "/nope", "/boom"):
        request = Request(path, user="u")
        try:
            response = await api.handle(request)
            print(path, response.status, response.body, response)
        except sb.StorageError as exc:
            print(path, "storage error", exc, exc.args, type(exc).__name__)
    print(state.counter, state.history, state.bump(5), state.counter)
    state.counter += 1
    print(state.counter, state.snapshot())
    store: sb.Store = MemoryStore({"k": 1})
    print(await store.get("k"), await store.get("zz"), len(store), list(store), "k" in store, store["k"])
    async with Database("temp") as temp:
        temp.put("x", 1)
        print(temp.rows, temp.closed)
    print(temp.closed, db.name, db is api.db)
    for plugin in [*load_all(), Audit()]:
        print(plugin.name, plugin.on_event(sb.Event("start", 3)), isinstance(plugin, Plugin), plugin)
    print(sorted(ROUTES), route.__name__, [r.__name__ for r in ROUTES.values()])
    e = sb.Event("a", 1)
    print(e, e == sb.Event("a", 1), e < sb.Event("b", 0), max([sb.Event("a", 2), e]), {e: 1}[sb.Event("a", 1)])
    print(sb.Event.parse("x:4"), sb.Event.default(), sb.LIMIT, sb.Kind.START.value, sb.Kind("stop"), sb.Kind.START in (sb.Kind.START,))
    results = await asyncio.gather(*(store.get(k) for k in ("k", "q")), return_exceptions=True)
    print(results)
    node = sb.Tree(1, [sb.Tree(2), sb.Tree(3, [sb.Tree(4)])])
    print(node.total(), [t.value for t in node.walk()], node)
    print(await sb.retry(lambda: store.get("k"), times=2), sb.describe(None), sb.describe(e), sb.describe(3))
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
