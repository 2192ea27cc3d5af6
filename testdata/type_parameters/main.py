import sys, typing, inspect
from collections import namedtuple
type Vec = list[float]
type Pair[A, B = str] = tuple[A, B]
type Rec = dict[str, "Rec"] | None
def scale(v: Vec, k: float) -> Vec:
    return [x * k for x in v]
print(scale([1.0, 2.0], 2), Vec, Vec.__value__, Vec.__name__, type(Vec).__name__, Pair.__type_params__, Pair[int, str], Pair.__value__, Rec.__value__, Vec.__type_params__)
print(isinstance(Vec, typing.TypeAliasType), Vec | None, typing.get_type_hints(scale))
try: isinstance([], Vec)
except TypeError as e: print(e)
try: Vec()
except TypeError as e: print(e)
try: Vec[int]
except TypeError as e: print(e)
class Box[T: int, *Ts, **P]:
    pass
class Num[N: (int, float) = int]: pass
def first[Q: "str"](x: Q) -> Q: return x
print(Box.__type_params__, Box.__type_params__[0].__bound__, Num.__type_params__[0].__constraints__, Num.__type_params__[0].__default__, Num.__type_params__[0].has_default(), first.__type_params__, first.__type_params__[0].__bound__, first.__annotations__)
class Pt[A, B: int = int]: pass
print(Pt[str], Pt[str, int], Pt.__parameters__)
R = namedtuple("R", "a class a _x", rename=True)
print(R._fields, R(1,2,3,4))
try: namedtuple("R", "_1 b")
except ValueError as e: print(e)
try:
    raise ValueError("x")
except ValueError:
    t, v, tb = sys.exc_info()
    print(t, v, tb is not None, tb is v.__traceback__, sys.exception() is v, type(tb).__name__)
print(sys.exc_info(), sys.exception(), ValueError("y").__traceback__, v.with_traceback(None).__traceback__)
def gen(): yield 1
async def agen(): yield 1
def plain(): pass
print(inspect.isgeneratorfunction(gen), inspect.isasyncgenfunction(agen), inspect.isgeneratorfunction(plain), inspect.isgeneratorfunction(agen), list(gen()))
match memoryview(b"ab"):
    case [a, b]: print(a, b)
class C:
    __match_args__ = ("a",)
    a = 1
try:
    match C():
        case C(1, a=1): print("no")
except TypeError as e: print(e)
