import sys

total = 0
for number, line in enumerate(sys.stdin, start=1):
    line = line.strip()
    if not line or line.startswith("#"):
        continue
    try:
        total += int(line)
    except ValueError:
        print(f"line {number}: not a number: {line!r}", file=sys.stderr)
print(total)
