from __future__ import annotations

from abc import ABC, abstractmethod

from .storage import base


class Plugin(ABC):
    name = "plugin"

    @abstractmethod
    def on_event(self, event: base.Event) -> str: ...

    def __str__(self) -> str:
        return f"<{self.name}>"


class Upper(Plugin):
    name = "upper"

    def on_event(self, event: base.Event) -> str:
        return event.kind.upper()


class Count(Plugin):
    name = "count"

    def __init__(self) -> None:
        self.seen = 0

    def on_event(self, event: base.Event) -> str:
        self.seen += event.size
        return str(self.seen)


def load_all() -> list[Plugin]:
    return [Upper(), Count()]
