import os.path
from shapes import *

LIMIT = 5
_hidden = 1


def within(x):
    return x < LIMIT


if __name__ == "__main__":
    unused = True
