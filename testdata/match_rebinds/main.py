from dataclasses import dataclass


def keep(tokens):
    cmd = "none"
    match tokens:
        case ["set", cmd, int()]:
            return f"set {cmd}"
        case [cmd, "x" | "y"] if cmd != "no":
            return f"xy {cmd}"
        case [tokens]:
            return f"single {tokens}"
        case [*tokens] if len(tokens) > 3:
            return f"many {tokens}"
        case {"k": tokens, **rest}:
            return f"k {tokens} {rest}"
        case tokens if not tokens:
            return "falsy"
        case list():
            return f"list {tokens} {cmd}"
    return f"after {tokens} {cmd}"


for t in (["set", "a", 1], ["set", "a", "b"], ["q", "x"], ["no", "y"], [1], [1, 2, 3, 4], [1, 2], {"k": 1, "z": 2}, {}, 0, 7):
    print(keep(t))


def typed(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case n if n % 2:
            return f"odd {n}"
        case m:
            return f"even {m} {n}"


print(typed(0), typed(3), typed(4))


@dataclass
class Point:
    x: int
    y: int


def static(x):
    match x:
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return f"point {x}"
        case _:
            return "other"


for v in (Point(3, 3), Point(1, 2), 5):
    print(static(v))
