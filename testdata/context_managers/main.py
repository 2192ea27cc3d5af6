from contextlib import contextmanager


class Resource:
    def __init__(self, name: str) -> None:
        self.name = name

    def __enter__(self) -> "Resource":
        print("open", self.name)
        return self

    def __exit__(self, kind, value, traceback) -> bool:
        print("close", self.name, kind.__name__ if kind else None)
        return kind is KeyError


@contextmanager
def section(title: str):
    print(f"<{title}>")
    try:
        yield title.upper()
    finally:
        print(f"</{title}>")


with Resource("a") as a, Resource("b"):
    print("using", a.name)
with Resource("c"):
    raise KeyError("swallowed")
with section("body") as body:
    print(body)
try:
    with section("broken"):
        raise ValueError("inside")
except ValueError as e:
    print("caught", e)


def early() -> int:
    for n in range(3):
        with Resource(f"r{n}"):
            if n == 1:
                return n
    return -1


print(early())
