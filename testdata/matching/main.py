from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(value: object) -> str:
    match value:
        case 0:
            return "zero"
        case int() | float() if value < 0:
            return "negative"
        case "yes" | "no":
            return "answer"
        case str(text):
            return f"text {text}"
        case []:
            return "empty list"
        case [only]:
            return f"one {only}"
        case [first, *rest]:
            return f"{first} and {len(rest)} more"
        case {"type": "point", "x": x, **others}:
            return f"mapping point {x} {others}"
        case Point(x=0, y=y):
            return f"on the axis at {y}"
        case Point(x, y):
            return f"point {x},{y}"
        case None:
            return "none"
        case _:
            return "something else"


for value in [0, -3, 7, "yes", "maybe", [], [1], [1, 2, 3], {"type": "point", "x": 4, "z": 1}, Point(0, 5), Point(2, 3), None]:
    print(describe(value))
