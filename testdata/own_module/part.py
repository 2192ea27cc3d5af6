import sys

GREETING = "hi"


def greet(name: str) -> str:
    return f"{GREETING} {name}"


def find(name: str):
    return getattr(sys.modules[__name__], name)


NAMES = [n for n in dir(sys.modules[__name__]) if not n.startswith("_")]
