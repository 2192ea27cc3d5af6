"""Variables that are read on paths on which nothing has bound them."""
import asyncio


def branch(flag):
    if flag:
        x = 1
    return x


def last(n: int) -> int:
    for i in range(n):
        y = i * 2
    return y


def counter(n: int) -> int:
    for i in range(n):
        pass
    return i


def deleted(flag: bool) -> str:
    s = "kept"
    if flag:
        del s
    return s


def deleted_twice():
    a, b = 1, 2
    del a
    print("b", b)
    del a


def in_loop(items: list[int]) -> list[str]:
    out = []
    for item in items:
        if item > 0:
            label = f"#{item}"
        out.append(label)
        if item == 3:
            del label
    return out


def handled(text: str):
    try:
        value = int(text)
    except ValueError as e:
        print("bad:", e)
    return value


def finished(text: str):
    try:
        value = int(text)
    finally:
        try:
            print("value is", value)
        except UnboundLocalError as e:
            print("in finally:", e)
    return value


def before():
    print(late)
    late = 1


def augmented(n: int) -> int:
    if n > 1:
        total = 1
    total += n
    return total


def condition(n):
    if n > 0 and (half := n // 2) > 1:
        return half
    return half


def loops_del(n: int) -> int:
    for i in range(n):
        if i == 1:
            del i
        print("i", i)
    return n


def searched(items, wanted):
    for item in items:
        if item == wanted:
            found = item
            break
    else:
        found = None
    return found


def forever(it):
    while True:
        v = next(it)
        if v > 2:
            break
    return v


def comprehended(flag: bool):
    if flag:
        squares = [n * n for n in range(4)]
    return [s + 1 for s in squares]


async def fetch(fail: bool) -> int:
    try:
        await asyncio.sleep(0)
        if fail:
            raise OSError("down")
        status = 200
    except OSError as e:
        print("failed:", e)
    await asyncio.sleep(0)
    return status


def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except NameError as e:
        print(f.__name__, type(e).__name__, e)


async def main():
    for fail in (False, True):
        try:
            print(await fetch(fail))
        except UnboundLocalError as e:
            print(e)


for flag in (True, False):
    attempt(branch, flag)
    attempt(deleted, flag)
    attempt(comprehended, flag)
attempt(last, 3)
attempt(last, 0)
attempt(counter, 3)
attempt(counter, 0)
attempt(deleted_twice)
attempt(in_loop, [1, 0, 2])
attempt(in_loop, [0])
attempt(in_loop, [3, 0])
attempt(handled, "12")
attempt(handled, "x")
attempt(finished, "7")
try:
    attempt(finished, "y")
except ValueError as e:
    print(e)
attempt(before)
attempt(augmented, 2)
attempt(augmented, 1)
attempt(condition, 8)
attempt(condition, 2)
attempt(condition, 0)
attempt(loops_del, 1)
attempt(loops_del, 3)
attempt(searched, "abc", "b")
attempt(searched, "abc", "z")
attempt(forever, iter([1, 2, 3]))
asyncio.run(main())
if flag:
    setting = "on"
try:
    print(setting)
except NameError as e:
    print(type(e).__name__, e)
def one():
    try:
        raise ValueError("x")
    except ValueError as e:
        saved = e
    try:
        return e
    except NameError as n:
        return str(n), repr(saved)
print(one())
class Mine(Exception):
    pass
def two():
    e = "before"
    try:
        raise Mine("m")
    except Mine as e:
        print(repr(e))
    try:
        print(e)
    except UnboundLocalError as u:
        print(u)
    try:
        print("no error")
    except Mine as e:
        pass
    e = 5
    try:
        pass
    except Mine as e:
        pass
    return e
print(two())
try:
    1 / 0
except ZeroDivisionError as err:
    print(err)
try:
    err
except NameError as n:
    print(n)
def three(k):
    for i in range(2):
        try:
            if i == k:
                raise KeyError(i)
        except KeyError as ke:
            print("caught", ke)
        else:
            ke = "else"
        try:
            print(ke)
        except UnboundLocalError as u:
            print(u)
three(0), three(1), three(5)
def four():
    last = None
    for i in range(3):
        try:
            raise Mine(i)
        except Mine as exc:
            last = exc
    return last.args
print(four())
try:
    del undefined_x
except NameError as e:
    print(e)
def f():
    try:
        del zz
    except UnboundLocalError as e:
        print(e)
f()
def five():
    try:
        raise Mine(1)
    except Mine as e:
        print(e.args)
    e = 1
    try:
        raise KeyError
    except KeyError as e:
        pass
    try:
        print(e)
    except UnboundLocalError as u:
        print(u)
five()
