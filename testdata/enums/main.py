from enum import Enum, IntEnum, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class State(Enum):
    IDLE = "idle"
    BUSY = "busy"

    @property
    def label(self) -> str:
        return self.value.capitalize()


print(Color.RED, Color(2), Color["BLUE"], Color.RED.name, Color.RED.value)
print([c.name for c in Color], Color.RED is Color(1), Color.RED == Color.GREEN)
print(repr(Color.GREEN), Level.HIGH > Level.LOW, Level.HIGH + 1, State.BUSY.label)
names = {Color.RED: "stop", Color.GREEN: "go"}
print(names[Color.GREEN], names.get(Color.BLUE, "?"))
try:
    Color(9)
except ValueError as e:
    print(e)
