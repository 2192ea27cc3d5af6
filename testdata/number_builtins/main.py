"""Builtin functions of numbers and texts whose types are known."""

import asyncio


def numbers(a: int, b: int, x: float, y: float) -> None:
    q, r = divmod(a, b)
    print(abs(a), abs(-b), q, r, divmod(-a, b), round(a), abs(x), abs(a - b) % 3)
    f, g = divmod(x, y)
    print(f, g, divmod(-x, y), divmod(x, -y))
    print(min(x, y), max(x, y), min(x, y, 0.0), max(x, a), min(a, y, b))
    print(hex(a), oct(a), bin(a), hex(-255), bin(0), chr(a + 90), chr(0x1F600))
    hours, rest = divmod(a * 1000, 3600)
    minutes, seconds = divmod(rest, 60)
    print(f"{hours:02}:{minutes:02}:{seconds:02}")


def texts(s: str, t: str) -> None:
    print(min(s, t), max(s, t), max(s, t, "zz"), min("é", "e"))


def errors() -> None:
    for case in range(5):
        try:
            if case == 0:
                print(divmod(1, case))
            elif case == 1:
                print(chr(-case))
            elif case == 2:
                print(divmod(1.5, case - 2.0))
            elif case == 3:
                print(chr(0x110000 + case))
            else:
                print(divmod(-(2**63), 1 - case + 2))
        except (ValueError, ZeroDivisionError) as e:
            print(type(e).__name__, e)


async def main() -> None:
    numbers(7, 2, 7.5, 2.0)
    texts("abc", "abd")
    errors()
    nan, zero, minus = float("nan"), 0.0, -0.0
    print(min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), max(zero, minus), max(minus, zero), min(zero, minus), min(minus, zero))
    print(round(7), round(-7), abs(-(2**62)), abs(-(2**63)), abs(True))


asyncio.run(main())
