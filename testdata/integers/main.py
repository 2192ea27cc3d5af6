def factorial(n: int) -> int:
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(factorial(5), factorial(25))
print(fibonacci(10), fibonacci(100))
print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2))
print(2**10, 2**64, 2**-1, pow(3, 100, 7))
print(1 << 70, (1 << 70) >> 68, 0xFF & 0x0F, 6 ^ 3, ~5)
print(10 / 4, 10 // 4, 1_000_000, int("12_3"), int("ff", 16), int(-3.9))
print(bin(10), oct(8), hex(255), (255).bit_length())
print(sum(range(101)), max(3, 9, 4), min([5, 2, 8]), abs(-3))
print(9223372036854775807 + 1, -9223372036854775808 - 1)
print(round(2.5), round(3.5), round(1234, -2))
