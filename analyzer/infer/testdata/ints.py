# Ints have the type int only where Go's int holds them.

def sums(words: list[str]):
    total = 0
    for w in words:
        total += len(w)
    total  # total => int
    n = 0
    while n < 10:
        n = n + 1
    n  # n => int
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    counts  # counts => dict[str, int]


def fibonacci(n: int):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a  # a => bigint


def products(n: int):
    f = 1
    for i in range(1, n):
        f *= i
    f  # f => bigint
    d = 0.5
    d *= 2
    d  # d => float


def limits():
    big = 9223372036854775807
    big + 1  # big => int; big + 1 => bigint
    big % 1000  # big % 1000 => int
    huge = 9223372036854775808  # 9223372036854775808 => bigint
    huge & 0xFF  # huge & 0xFF => int
    huge % 10  # huge % 10 => int
    huge / 2  # huge / 2 => any
    1 << 10  # 1 << 10 => int
    1 << 70  # 1 << 70 => bigint
    2 ** 10  # 2 ** 10 => int
    2 ** 100  # 2 ** 100 => bigint
    2 ** -1  # 2 ** -1 => any
    7 / 2  # 7 / 2 => float
    7 // 2  # 7 // 2 => int
    7.0 // 2  # 7.0 // 2 => float
    True + 1  # True + 1 => any


def generator(seed: int):
    state = 42
    for _ in range(9):
        state = (state * 1103515245 + 12345) % 2147483648
    state  # state => int
    int("12")  # int("12") => bigint
    int(2.5)  # int(2.5) => bigint
    round(2.5)  # round(2.5) => bigint
    round(2.5, 1)  # round(2.5, 1) => float
    abs(-3)  # abs(-3) => int
    sum([1, 2])  # sum([1, 2]) => int
    sum([0.5])  # sum([0.5]) => real


sums([])
fibonacci(3)
products(3)
limits()
generator(1)
