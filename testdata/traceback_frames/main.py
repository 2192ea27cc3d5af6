"""Programs look into tracebacks: which functions an exception came through, on which lines."""
import asyncio
import os
import traceback


class Boom(Exception):
    pass


def inner(n):
    if n == 3:
        raise Boom(f"n={n}")
    return [1, 2][n]


def outer(n: int) -> int:
    x = inner(n)
    return x + 1


async def work(n):
    await asyncio.sleep(0)
    return outer(n)


class Account:
    def __init__(self, n):
        self.n = n
        self.check()

    def check(self):
        assert self.n < 3, "too many"

    @property
    def half(self):
        return self.n / 0

    def apply(self, f):
        return f(3)


def numbers():
    yield 1
    raise KeyError("end")


def again():
    try:
        outer(3)
    except Boom as e:
        raise e


def passed_on():
    try:
        outer(3)
    except Boom:
        raise
    finally:
        len("done")


def where(e):
    return [(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)]


def show(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, [(name, line) for name, line, _ in where(e)])


def consume():
    for n in numbers():
        len([n])


def retry():
    for _ in range(2):
        try:
            inner(3)
        except Boom as e:
            print(len(where(e)), end=" ")


async def main():
    for n in (0, 2, 3):
        try:
            print(await work(n))
        except Exception as e:
            print(type(e).__name__, where(e))
    t = asyncio.create_task(work(3))
    for _ in range(2):
        try:
            await t
        except Boom as e:
            print(where(e)[0][:2], [f.name for f in traceback.extract_tb(e.__traceback__)])
    show(lambda: Account(4))
    show(lambda: Account(2).half)
    show(lambda: Account(2).apply(lambda k: outer(k)))
    show(consume)
    show(again)
    show(passed_on)
    retry()
    try:
        outer(3)
    except Boom as e:
        tb = e.__traceback__
        while tb:
            code = tb.tb_frame.f_code
            print(tb.tb_lineno, code.co_name, os.path.basename(code.co_filename), end="; ")
            tb = tb.tb_next
        print()
        print(traceback.extract_tb(e.__traceback__, limit=1)[0].name, traceback.extract_tb(e.__traceback__, limit=-1)[0].name)
        print(repr(traceback.format_exc(limit=0)), repr(traceback.format_exception(ValueError("x"))))
        te = traceback.TracebackException.from_exception(e)
        print(te, te.exc_type_str, [s.name for s in te.stack], list(te.format_exception_only()))
        print([f.f_code.co_qualname for f, _ in traceback.walk_tb(e.__traceback__)])
        print(len(traceback.format_tb(e.__traceback__)), traceback.format_exc().splitlines()[-1])
    print(traceback.format_list([("a.py", 3, "g", " x = 1 ")] * 5 + [("b.py", 1, "h", None)]))


asyncio.run(main())
