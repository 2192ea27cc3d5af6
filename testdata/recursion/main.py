import sys
from functools import lru_cache


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def hanoi(n: int, a: str, b: str, c: str) -> int:
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def flatten(value):
    if isinstance(value, list):
        for item in value:
            yield from flatten(item)
    else:
        yield value


def endless(n):
    return endless(n + 1)


print(fib(80), hanoi(8, "A", "B", "C"))
print(list(flatten([1, [2, [3, []], [[4]]], 5])))
sys.setrecursionlimit(500)
try:
    endless(0)
except RecursionError as e:
    print("RecursionError:", e)
