"""What random programs found: each function printed something else, or did not build."""


def sums_of_choices() -> None:
    n = 265
    words = ["1.5"]
    print((("x" or "Hello") + f"{n:#x}") or "".join(words))
    print(("" or "Hello") + ("a" and "b"))


def numbers_of_two_types(n: int, x: float) -> None:
    big = 2**63
    print(n < 2.5, n == 3.0, 1e22 <= n, n < 1e300 <= big, big < 1e22 <= n, x > 3, x == 9007199254740993)
    print(2**53 + 1 == float(2**53), round(big / 2.5, 1), round(0.1 + big, 2), 1.0 % n**2)
    for v in [1**5, divmod(7, 2)[1]]:
        print(v)


def typed_containers(chosen: bool) -> None:
    numbers = {5, 1, 9} if chosen else set(range(4))
    print(sorted(numbers))
    counts: dict[str, int] = {"a": 1}
    while len(counts) < 3:
        counts = {**{**counts, "z": 2}, "y": 2**62 + len(counts)}
    print(counts, sorted([][::1], key=str), sorted(list("cab")[::-1], key=lambda v: (len(v), v)))


sums_of_choices()
numbers_of_two_types(3, 9007199254740992.0)
numbers_of_two_types(2, 2.5)
typed_containers(True)
typed_containers(False)


def files() -> None:
    # open is a builtin that needs a package of its own.
    try:
        open("/no/such/file")
    except FileNotFoundError as e:
        print(e, callable(open))


files()
