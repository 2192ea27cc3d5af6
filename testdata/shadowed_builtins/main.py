"""Variables of the module and of classes with the names of builtins: until they are
bound, the names mean the builtins."""
import functools
import sys

print = functools.partial(print, sep="|")
print("of", "the", "module")

_len = len


def len(x):
    return _len(x) + 100


class list(list):
    def total(self):
        return sum(self)


print(len([1, 2]), list([1, 2, 3]).total(), _len(list()))

if sys.version_info < (3, 10):
    def anext(it):
        return it.__anext__()
try:
    aiter
except NameError:
    def aiter(it):
        return it.__aiter__()


async def numbers():
    yield 7


async def first():
    return await anext(aiter(numbers()))


try:
    first().send(None)
except StopIteration as e:
    print(e.value)

x = 3


class Names:
    print = print
    id = id(x) == id(x)
    tuple = tuple("ab")
    x = x + 1
    y = x
    for int in [int("5")]:
        z = int


print(Names.id, Names.tuple, Names.x, Names.y, Names.z, x)
Names.print("through", "the class")

for id in range(2):
    print(id)


def greatest(*args):
    return max(*args)


if _len(sys.argv) > 5:
    max = min
print(greatest(1, 2), min(1, 2))

try:
    unknown = unknown + 1
except NameError as e:
    print(e)
while True:
    try:
        hash("x")
        hash = 5
    except TypeError as e:
        print(e)
        break
