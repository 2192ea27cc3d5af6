def parse(line: str) -> int:
    return int(line)


total = 0
for line in ["1", "22", "x3"]:
    total += parse(line)
    print("total", total)
