"""Task.get_stack and print_stack; the errors of wrong arguments to futures."""
import asyncio
import io
import os


async def inner(gate):
    await gate.wait()
    raise ValueError("inner failed")


async def outer(gate):
    print("outer waits")
    await inner(
        gate,
    )


async def done():
    return 1


def show(task, limit=None):
    out = io.StringIO()
    task.print_stack(limit=limit, file=out)
    for line in out.getvalue().splitlines():
        if not line.startswith("    "):  # lines of the source
            print(line.replace(__file__, "FILE"))
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack(limit=limit)])


async def main():
    gate = asyncio.Event()
    task = asyncio.create_task(outer(gate), name="T")
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(task, 0)
    gate.set()
    await asyncio.wait([task])
    show(task)
    show(task, 1)
    ended = asyncio.create_task(done(), name="D")
    await ended
    show(ended)
    coro = outer(gate)
    print(coro.cr_code.co_name, coro.cr_code.co_firstlineno, coro.cr_code.co_filename == __file__, coro.cr_origin)
    coro.close()
    print(show.__code__.co_firstlineno, os.path.basename(show.__code__.co_filename), os.path.isabs(__file__))

    future = asyncio.get_running_loop().create_future()
    for call in (lambda: future.set_result(), lambda: future.set_result(1, 2), lambda: future.set_exception(),
                 lambda: future.remove_done_callback(), lambda: future.get_loop(1), lambda: future.exception(1),
                 lambda: future.set_result(result=1), lambda: future.done(1), lambda: future.add_done_callback()):
        try:
            call()
        except TypeError as e:
            print(e)


asyncio.run(main())
