from math import pi

__all__ = ["area", "Shape"]
__all__ += ["scale"]
PI = pi


class Shape:
    sides = 4


def area(r):
    return PI * r


def scale(x, by=2):
    return x * by
