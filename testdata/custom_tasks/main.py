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


async def main():
    await factories()
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
