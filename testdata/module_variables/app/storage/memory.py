from collections.abc import Iterator

from .base import Store


class MemoryStore(Store):
    def __init__(self, rows: dict[str, int]) -> None:
        self.rows = rows

    async def get(self, key: str) -> int | None:
        return self.rows.get(key)

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __contains__(self, key: object) -> bool:
        return key in self.rows

    def __getitem__(self, key: str) -> int:
        return self.rows[key]
