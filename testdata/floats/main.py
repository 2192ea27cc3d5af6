import math

print(0.1 + 0.2, 1e16, 1e15, 1.5e-7, 123456789.123)
print(1 / 3, 2.0, -0.0, 1e308 * 10, float("nan"))
print(math.sqrt(2), math.floor(-1.5), math.ceil(1.2), math.pi)
print(round(2.675, 2), round(0.5), round(1.5), round(123.456, 1))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2)
print(float("3.25") == 3.25, int(2.9), float(3), 3 == 3.0)
print((0.1).hex(), (2.5).is_integer(), (0.75).as_integer_ratio())
values = [1.5, 2.25, 3.125]
print(sum(values) / len(values), max(values), sorted(values, reverse=True))
print(f"{math.e:.10f} {1e-5} {100000.0} {1e22} {12345678901234567890.0}")
print(float("-nan") != float("-nan"), float("+NaN"), complex("1e3-nanj"), math.copysign(1, float("-nan")))
for empty, total in ([], [2.5]), ([2.5], []), ([], []):
    for divide in (lambda: sum(empty) / len(empty), lambda: sum(total) / sum(empty), lambda: 2 / sum(empty), lambda: 2.0 / sum(empty)):
        try:
            print(divide())
        except ZeroDivisionError as e:
            print(e)
