def grown(n: int) -> int:
    a = list(range(n))
    a.append(a[0] + 1)
    return a[0]
def appended(n: int) -> int:
    a = list(range(5))
    a.append(7)
    return a[0]
def raised(n: int) -> int:
    a = list(range(5))
    for i in range(n):
        a[i] = a[i] + 1
    return a[0]
def ordered(n: int) -> int:
    a = sorted([1, 2, 3])
    for i in range(n):
        a[i] = a[i] + 1
    return a[0]
def copied(n: int) -> int:
    a = list([1,2,3])
    for i in range(n):
        a[i] += 1
    return a[0]
def distance(a: str, b: str) -> int:
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(prev[j] + 1, row[j - 1] + 1, prev[j - 1] + (x != y)))
        prev = row
    return prev[-1]
def doubled(n: int) -> int:
    a = list(range(1, 3))
    for i in range(n):
        a[0] = a[0] + a[1]
        a[1] = a[0] + a[1]
    return a[1]
print(grown(3), appended(3), raised(3), ordered(2), copied(2))
print(distance("kitten", "sitting"), doubled(60))
