"""Sizes of objects, clocks of the system, deprecated functions and classes."""
import sys, time, os, warnings
class Z:
    def __sizeof__(self): return 100
print([sys.getsizeof(x) for x in (0, 1, 2**30-1, 2**30, 2**60, -5, 10**40, True, False, None, 1.5, 1j, "", "abc", b"", b"abc", (), (1, 2), [], {}, set(), frozenset(), range(5), object(), Z())])
print(os.EX_OK, os.EX_CONFIG)
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 1, time.clock_getres(time.CLOCK_MONOTONIC))
try: time.clock_gettime(99)
except OSError as e: print(e)

@warnings.deprecated("use new()")
def old(x):
    "doc"
    return x + 1

@warnings.deprecated("class gone", category=PendingDeprecationWarning)
class Gone:
    pass
@warnings.deprecated("init too")
class G2:
    def __init__(self, x): self.x = x
@warnings.deprecated("quiet", category=None)
def quiet(): return 5
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(old(1), old.__deprecated__, old.__name__, old.__doc__)
    Gone()
    print(G2(5).x, quiet(), quiet.__deprecated__, Gone.__deprecated__)
    class Sub(Gone): pass
    Sub()
    print([(str(x.message), x.category.__name__) for x in w])
try: Gone(1)
except TypeError as e: print(e)
try: warnings.deprecated(5)
except TypeError as e: print(e)
for delay in (0, -1):
    try: print(time.sleep(delay))
    except ValueError as e: print(e)
