"""Constants of a script, and what only looks like one."""

# How much at most.
LIMIT = 5  # pieces
RATE = 2.0
NAME = "x"
ZERO = 0
BIG = 9_000_000_000_000_000_000
NEG = -3
FLAG = False


LATE = 7


def use(n):
    parts = [n + LIMIT, n * RATE, NAME + str(n), LIMIT - 10, NEG, -NEG, LIMIT * RATE, BIG - 1, "abc"[NEG], NAME * 3]
    if FLAG or LIMIT > 3:
        parts.append(LIMIT << 2)
    try:
        parts.append(n / ZERO)
    except ZeroDivisionError as e:
        parts.append(str(e))
    try:
        parts.append(n % ZERO)
    except ZeroDivisionError as e:
        parts.append(str(e))
    try:
        parts.append([1, 2][LIMIT])
    except IndexError as e:
        parts.append(str(e))
    table = {LIMIT: "a", 5: "b"}
    parts.append(table)
    match n:
        case 5:
            parts.append("five")
    for i in range(LIMIT):
        parts.append(i)
    return parts


print(use(3), LATE)
print(BIG + BIG, 0.1 + RATE, RATE / 3)
if __name__ == "__main__":
    DEPTH = 4

    def deep():
        return DEPTH + min(LIMIT, 3) - 10

    print(deep())


class Shape:
    sides = 0
    unit = "cm"

    def text(self):
        return f"{self.sides}{self.unit}"


print(Shape().text(), Shape.sides)
