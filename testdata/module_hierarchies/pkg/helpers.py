from enum import Enum

from pkg.things import Thing


class Color(Enum):
    RED = "red"
    GREEN = "green"

    def paint(self) -> str:
        return f"painted {self.value}"


def build(name: str) -> Thing:
    return Thing(name)
