def bounds(values: list[int]) -> tuple[int, int]:
    return min(values), max(values)


low, high = bounds([4, 8, 1])
print(low, high)
low, high = high, low
print(low, high)
first, *middle, last = range(5)
print(first, middle, last)
(a, b), c = (1, 2), 3
print(a, b, c)
point = (3, 4)
x, y = point
print(x * x + y * y, point + (5,), point[0], point == (3, 4))
for name, (left, right) in {"p": (1, 2), "q": (3, 4)}.items():
    print(name, left + right)


def total(*numbers: int, scale: int = 1, **options: str) -> str:
    return f"{sum(numbers) * scale} {sorted(options.items())}"


print(total(1, 2, 3), total(*[4, 5], scale=2), total(**{"a": "x"}, b="y"))
print([*range(3), *"ab"], {**{"k": 1}, "k": 2})
try:
    one, two = [1, 2, 3]
except ValueError as e:
    print(e)
