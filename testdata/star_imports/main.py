"""What `from module import *` binds, of modules of the program and of the library."""
from collections import *
from enum import *
from limits import *
from math import *
from shapes import *
from typing import *


class Color(Enum):
    RED = auto()
    GREEN = auto()


class Row(NamedTuple):
    name: str
    hits: Optional[int] = None


def tally(words: Iterable[str]) -> Dict[str, int]:
    return dict(Counter(words))


print(tally("abca"), list(Color), Row("x"), deque([1, 2], maxlen=1), floor(2.7), gcd(12, 18))
print(round(area(1), 3), Shape.sides, scale(4), LIMIT, within(3), os.path.basename("a/b"))
for probe in (lambda: PI, lambda: _hidden, lambda: unused):
    try:
        print(probe())
    except NameError as e:
        print(e)

try:
    measure = area
except NameError:
    measure = None
print(measure is area)
