from types import TracebackType

from .base import NotFound


class Database:
    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[str, int] = {}
        self.closed = False

    def put(self, key: str, value: int) -> None:
        self.rows[key] = value

    def get(self, key: str) -> int:
        try:
            return self.rows[key]
        except KeyError:
            raise NotFound(key) from None

    async def __aenter__(self) -> "Database":
        return self

    async def __aexit__(self, t: type[BaseException] | None, e: BaseException | None, tb: TracebackType | None) -> None:
        self.closed = True
