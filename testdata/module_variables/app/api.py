from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Awaitable, Callable

from . import state
from .storage.base import NotFound, StorageError

if TYPE_CHECKING:
    from .storage import Database

Handler = Callable[["Request", "Database"], Awaitable["Response"]]
ROUTES: dict[str, Handler] = {}


@dataclass
class Request:
    path: str
    user: str = "anonymous"
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Response:
    status: int
    body: str = ""


def route(path: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        ROUTES[path] = handler
        return handler
    return register


@route("/items")
async def items(request: Request, db: Database) -> Response:
    return Response(200, ",".join(sorted(db.rows)))


@route("/items/1")
async def item(request: Request, db: Database) -> Response:
    return Response(200, str(db.get("one")))


@route("/boom")
async def boom(request: Request, db: Database) -> Response:
    raise StorageError("disk", 5)


class Api:
    def __init__(self, db: Database) -> None:
        self.db = db
        self.served = 0

    async def handle(self, request: Request) -> Response:
        self.served += 1
        state.bump()
        handler = ROUTES.get(request.path)
        if handler is None:
            return Response(404, f"{request.user}: no {request.path}")
        try:
            return await handler(request, self.db)
        except NotFound as exc:
            return Response(404, str(exc))
