"""What asyncio's constructors and methods say of arguments that they do not take."""

import asyncio, types, inspect

def attempt(name, f):
    try:
        r = f()
        print(name, "->", type(r).__name__)
    except Exception as e:
        print(name, type(e).__name__ + ":", e)

async def co():
    return 1

async def main():
    attempt("Future(1)", lambda: asyncio.Future(1))
    attempt("Future(x=1)", lambda: asyncio.Future(x=1))
    attempt("Lock(1)", lambda: asyncio.Lock(1))
    attempt("Lock(loop=None)", lambda: asyncio.Lock(loop=None))
    attempt("Lock(loop=1)", lambda: asyncio.Lock(loop=1))
    attempt("Event(1)", lambda: asyncio.Event(1))
    attempt("Event(loop)", lambda: asyncio.Event(loop=asyncio.get_running_loop()))
    attempt("Condition(1)", lambda: asyncio.Condition(1))
    attempt("Condition(1,2)", lambda: asyncio.Condition(1, 2))
    attempt("Semaphore(-1)", lambda: asyncio.Semaphore(-1))
    attempt("Semaphore('x')", lambda: asyncio.Semaphore('x'))
    attempt("Semaphore(1,2)", lambda: asyncio.Semaphore(1, 2))
    attempt("BoundedSemaphore(-1)", lambda: asyncio.BoundedSemaphore(-1))
    attempt("Barrier(0)", lambda: asyncio.Barrier(0))
    attempt("Barrier('x')", lambda: asyncio.Barrier('x'))
    attempt("Barrier()", lambda: asyncio.Barrier())
    attempt("Queue('x')", lambda: asyncio.Queue('x'))
    attempt("Queue(1,2)", lambda: asyncio.Queue(1, 2))
    attempt("Queue(x=2)", lambda: asyncio.Queue(x=2))
    attempt("Queue(None)", lambda: asyncio.Queue(None))
    attempt("PriorityQueue(1,2)", lambda: asyncio.PriorityQueue(1, 2))
    attempt("TaskGroup(1)", lambda: asyncio.TaskGroup(1))
    attempt("timeout()", lambda: asyncio.timeout())
    attempt("timeout('x')", lambda: asyncio.timeout('x'))
    attempt("Timeout()", lambda: asyncio.Timeout())
    attempt("Task(1)", lambda: asyncio.Task(1))
    attempt("Task()", lambda: asyncio.Task())
    attempt("create_task(1)", lambda: asyncio.create_task(1))
    attempt("create_task()", lambda: asyncio.create_task())
    attempt("ensure_future(1)", lambda: asyncio.ensure_future(1))
    attempt("gather(1)", lambda: asyncio.gather(1))
    attempt("shield(1)", lambda: asyncio.shield(1))
    attempt("Runner(1)", lambda: asyncio.Runner(1))
    attempt("sleep()", lambda: asyncio.sleep())
    attempt("wait_for", lambda: asyncio.wait_for())
    attempt("wrap_future", lambda: asyncio.wrap_future(1))
    attempt("run", lambda: asyncio.run(1))
    attempt("StreamReader", lambda: asyncio.StreamReader(0))
    attempt("StreamReader2", lambda: asyncio.StreamReader(limit=-3))
    loop = asyncio.get_running_loop()
    attempt("call_soon", lambda: loop.call_soon())
    attempt("call_soon(1)", lambda: loop.call_soon(1))
    attempt("call_later", lambda: loop.call_later(None, print))
    attempt("call_at", lambda: loop.call_at(None, print))
    attempt("create_future", lambda: loop.create_future(1))
    attempt("set_exception_handler", lambda: loop.set_exception_handler(1))
    attempt("set_task_factory", lambda: loop.set_task_factory(1))
    attempt("run_until_complete", lambda: loop.run_until_complete(1))
    attempt("set_default_executor", lambda: loop.set_default_executor(1))
    attempt("add_signal_handler", lambda: loop.add_signal_handler("x", print))
    attempt("add_signal_handler", lambda: loop.add_signal_handler(999, print))
    attempt("add_signal_handler", lambda: loop.add_signal_handler(9, print))
    attempt("remove_signal_handler", lambda: loop.remove_signal_handler(10))
    attempt("add_reader", lambda: loop.add_reader(-1, print))
    attempt("add_reader", lambda: loop.add_reader("x", print))
    c = co()
    print(type(c) is types.CoroutineType, isinstance(c, types.CoroutineType), type(c) == types.CoroutineType)
    print(type(c))
    await c
    try:
        await c
    except RuntimeError as e:
        print(e)
    f = asyncio.Future()
    attempt("set_exception", lambda: f.set_exception(1))
    attempt("set_exception", lambda: f.set_exception(StopIteration))
    attempt("add_done_callback", lambda: f.add_done_callback())
    attempt("add_done_callback", lambda: f.add_done_callback(1))
    attempt("cancel", lambda: f.cancel(1, 2))
    f.cancel()

asyncio.run(main())
