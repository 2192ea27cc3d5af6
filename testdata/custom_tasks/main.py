"""Tasks and futures of classes of the program, coroutines that two tasks run,
and what the event loop's policy and transports let a program replace."""

import asyncio
import contextvars


class Traced(asyncio.Task):
    made = []

    def __init__(self, coro, **kw):
        super().__init__(coro, **kw)
        Traced.made.append(self.get_name())


class Reluctant(asyncio.Future):
    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg=msg)


class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print("a loop of the policy")
        return super().new_event_loop()


class Sink(asyncio.Transport):
    def __init__(self):
        super().__init__({"kind": "sink"})
        self.got = b""

    def write(self, data):
        self.got += data


async def square(n: int) -> int:
    await asyncio.sleep(0)
    return n * n


async def steps(log, n):
    for i in range(n):
        log.append((asyncio.current_task().get_name(), i))
        await asyncio.sleep(0)
    return n


async def factories() -> None:
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: Traced(coro, loop=loop, **kw))
    t = asyncio.create_task(square(3), name="three")
    print(type(t).__name__, await t, t.get_name())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(square(5))
    print(type(a) is Traced, a.result(), await asyncio.gather(square(1), square(2)), len(Traced.made))
    loop.set_task_factory(None)


async def two_tasks():
    log = []
    c = steps(log, 3)
    ts = [asyncio.create_task(c, name=name) for name in "ab"]
    print(await asyncio.gather(*ts, return_exceptions=True))
    print(log)


async def cancelled():
    f = Reluctant()
    try:
        await asyncio.wait_for(f, 0.001)
    except TimeoutError:
        print("timed out", f.cancelled())
    try:
        f.result()
    except asyncio.CancelledError as e:
        print("no result", e.args)


async def loop_variable():
    async def count(n):
        for i in range(n):
            yield i

    async for x in count(5):
        if x == 2:
            break
    print(x)
    async for x in count(2):
        pass
    else:
        print("else", x)


class Own(asyncio.Task):
    def cancel(self, *args, **kw):
        print("cancel", self, args, kw)
        return super().cancel(*args, **kw)

    def __repr__(self):
        return f"<Own {self.get_name()}>"


class Plain(asyncio.Task):
    pass


async def pause(delay=1):
    me = asyncio.current_task()
    print("runs in", type(me).__name__, me.get_name())
    await asyncio.sleep(delay)


async def limited():
    async with asyncio.timeout(0.001):
        await pause()


async def derived_tasks():
    """asyncio shows the program its own tasks, and cancels them by their own method."""
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, **kw: Own(coro, loop=loop, **kw))
    t = asyncio.create_task(pause(), name="waited")
    t.add_done_callback(lambda t: print("callback", t))
    await asyncio.sleep(0)
    print([x for x in asyncio.all_tasks() if isinstance(x, Own)])
    print(await asyncio.wait([t], timeout=0.001))
    try:
        await asyncio.wait_for(t, 0.001)
    except TimeoutError:
        print("waited too long")
    try:
        async with asyncio.timeout(0.001):
            await asyncio.gather(pause(), pause())
    except TimeoutError:
        print("gathered too long")
    try:
        await asyncio.create_task(limited(), name="limited")
    except TimeoutError:
        print("limited")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(pause(), name="of group")
            await asyncio.sleep(0)
            raise ValueError("body")
    except* ValueError as e:
        print(e.exceptions)
    async for done in asyncio.as_completed([asyncio.create_task(pause(0), name="completed")]):
        print(done, done.result())
    loop.set_task_factory(lambda loop, coro, **kw: Plain(coro, loop=loop, **kw))
    t = asyncio.create_task(pause(0), name="plain")
    print(repr(t).split(" coro=")[0], "coro=" in repr(t))
    await t
    loop.set_task_factory(None)


async def main():
    await factories()
    await derived_tasks()
    await two_tasks()
    await cancelled()
    await loop_variable()
    context = contextvars.copy_context()
    print(context == context.copy(), context == contextvars.Context())
    sink = Sink()
    sink.writelines([b"a", b"bc"])
    print(sink.got, sink.get_extra_info("kind"), sink.get_extra_info("other", 5))
    try:
        sink.close()
    except NotImplementedError as e:
        print("NotImplementedError", e.args)


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
