"""The methods of an event loop that asyncio calls where a class has its own."""
import asyncio


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.soon = 0
        self.log = []

    def call_soon(self, callback, *args, context=None):
        self.soon += 1
        self.log.append(("soon", getattr(callback, "__qualname__", type(callback).__name__), len(args), context is not None))
        return super().call_soon(callback, *args, context=context)

    def call_later(self, delay, callback, *args, context=None):
        self.log.append(("later", delay, getattr(callback, "__qualname__", None)))
        return super().call_later(delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.log.append(("at", getattr(callback, "__qualname__", None)))
        return super().call_at(when, callback, *args, context=context)

    def call_exception_handler(self, context):
        self.log.append(("handler", context["message"].split(" at ")[0].split("(")[0], sorted(context)))

    def run_in_executor(self, executor, func, *args):
        self.log.append(("executor", executor))
        return super().run_in_executor(executor, func, *args)

    def call_soon_threadsafe(self, callback, *args, context=None):
        self.log.append(("threadsafe",))
        return super().call_soon_threadsafe(callback, *args, context=context)


def bad():
    raise ValueError("bad")


async def child(n):
    await asyncio.sleep(0.001)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__)
    print(await asyncio.gather(child(1)))
    loop.call_soon(bad)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with asyncio.timeout(5):
        await asyncio.sleep(0.001)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.001)
    except TimeoutError:
        print("timeout")
    print(await asyncio.to_thread(len, "abc"))
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("done", f.result()))
    loop.call_later(0.001, fut.set_result, 7)
    await fut
    ev = asyncio.Event()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    ev.set()
    await t
    await asyncio.wait([asyncio.create_task(child(3))], timeout=1)


class Tracing(asyncio.SelectorEventLoop):
    depth = 0

    def call_soon(self, callback, *args, context=None):
        def traced(*a):
            self.depth += 1
            print("enter", self.depth)
            try:
                return callback(*a)
            finally:
                print("leave", self.depth)
                self.depth -= 1
        return super().call_soon(traced, *args, context=context)


async def pair():
    async def one(n):
        print("one", n)
        await asyncio.sleep(0)
        print("one again", n)
    await asyncio.gather(one(1), one(2))
    print("end of pair")


for factory, f in ((Counting, main), (Tracing, pair)):
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(f())
        if factory is Counting:
            for item in runner.get_loop().log:
                print(*item)
            print(runner.get_loop().soon)


class Ending(asyncio.SelectorEventLoop):
    def run_forever(self):
        print("run_forever")
        super().run_forever()

    def stop(self):
        print("stop")
        super().stop()

    async def shutdown_asyncgens(self):
        print("shutdown_asyncgens", self.is_running())
        await super().shutdown_asyncgens()

    async def shutdown_default_executor(self, timeout=None):
        print("shutdown_default_executor", timeout is None)
        await super().shutdown_default_executor()

    def close(self):
        print("close", self.is_closed())
        super().close()
        print("closed", self.is_closed())


with asyncio.Runner(loop_factory=Ending) as runner:
    print(runner.run(asyncio.sleep(0, "result")))
loop = Ending()
print(loop.run_until_complete(asyncio.sleep(0, "other")))
loop.close()
