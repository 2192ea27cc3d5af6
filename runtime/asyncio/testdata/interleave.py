"""Makes random asyncio programs, runs them and prints each with its log.

usage: interleave.py FIRST_SEED COUNT > interleave.jsonl
A program is a tree of operations, which interleave_test.go runs through the
Go runtime to compare the logs.
"""
import asyncio
import contextlib
import json
import random
import sys

NAMES = "abcdef"


class OrderedSet(dict):
    """A set in order of insertion: which task of a group is cancelled first
    must not depend on addresses."""

    def add(self, item):
        self[item] = True

    def discard(self, item):
        self.pop(item, None)


class TaskGroup(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


def body(r, depth):
    return [operation(r, depth) for _ in range(r.randint(1, 4))]


def operation(r, depth):
    simple = ["log", "sleep0", "put", "get", "set", "clear", "event", "cancel", "join", "raise",
              "soon", "uncancel", "notify", "done", "cancelself", "putnow", "getnow", "future", "resolve",
              "awaitfuture", "cancelfuture"]
    nested = ["lock", "sem", "spawn", "gather", "gathere", "timeout", "waitfor0", "waitfor", "group", "try",
              "try", "try", "finally", "shield", "condwait", "wait", "completed", "generator", "barrier", "nested",
              "shieldtask"]
    kind = r.choice(simple if depth >= 3 or r.random() < 0.55 else nested)
    n = r.randint(0, 2)
    if kind in ("spawn", "nested"):
        return [kind, r.choice(NAMES), body(r, depth + 1)]
    if kind in ("cancel", "join", "shieldtask"):
        return [kind, r.choice(NAMES)]
    if kind in ("gather", "gathere", "group", "completed"):
        return [kind, [body(r, depth + 1) for _ in range(r.randint(0, 3))]]
    if kind == "wait":
        return [kind, r.choice(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]),
                [body(r, depth + 1) for _ in range(r.randint(1, 3))]]
    if kind in ("lock", "sem", "timeout", "waitfor0", "waitfor", "try", "finally", "shield", "generator"):
        return [kind, n, body(r, depth + 1)]
    return [kind, n]


class Machine:
    def __init__(self):
        self.lines = []
        self.locks = [asyncio.Lock() for _ in range(3)]
        self.sems = [asyncio.Semaphore(k + 1) for k in range(3)]
        self.queues = [asyncio.Queue(1), asyncio.LifoQueue(2), asyncio.PriorityQueue()]
        self.events = [asyncio.Event() for _ in range(3)]
        self.conds = [asyncio.Condition() for _ in range(3)]
        self.barriers = [asyncio.Barrier(k + 1) for k in range(3)]
        self.futures = [None] * 3
        self.tasks = {}
        self.count = 0
        self.closing = False

    def log(self, *parts):
        if len(self.lines) < 400 and not self.closing:
            self.lines.append(" ".join(map(str, parts)))

    def error(self, e):
        if isinstance(e, BaseExceptionGroup):
            return f"{type(e).__name__}({', '.join(self.error(x) for x in e.exceptions)})"
        return repr(e)

    async def run(self, me, ops):
        for op in ops:
            if self.closing:
                raise asyncio.CancelledError
            self.log(me, *[x for x in op if not isinstance(x, list)])
            await self.step(me, op)
        return me

    async def items(self, me, n, ops):
        try:
            for i in range(n + 1):
                await self.run(me, ops)
                yield i
        finally:
            self.log(me, "generator ends")

    def name(self):
        self.count += 1
        return f"t{self.count}"

    def child(self, ops):
        return self.run(self.name(), ops)

    async def step(self, me, op):
        kind, a = op[0], op[1]
        match kind:
            case "log":
                pass
            case "sleep0":
                await asyncio.sleep(0)
            case "put":
                await self.queues[a].put(self.count)
            case "get":
                self.log(me, "got", await self.queues[a].get())
            case "putnow":
                self.queues[a].put_nowait(self.count)
            case "getnow":
                self.log(me, "got", self.queues[a].get_nowait())
            case "set":
                self.events[a].set()
            case "clear":
                self.events[a].clear()
            case "event":
                await self.events[a].wait()
            case "future":
                self.futures[a] = asyncio.get_running_loop().create_future()
            case "resolve":
                if self.futures[a] is not None:
                    self.futures[a].set_result(a)
            case "cancelfuture":
                if self.futures[a] is not None:
                    self.log(me, self.futures[a].cancel(f"f{a}"))
            case "awaitfuture":
                if self.futures[a] is not None:
                    self.log(me, await self.futures[a])
            case "cancel":
                if a in self.tasks:
                    self.log(me, self.tasks[a].cancel(f"by {me}"))
            case "cancelself":
                asyncio.current_task().cancel()
            case "uncancel":
                self.log(me, asyncio.current_task().uncancel())
            case "done":
                self.log(me, *[f"{k}={t.done()},{t.cancelled()},{t.cancelling()}" for k, t in self.tasks.items()])
            case "join":
                if a in self.tasks:
                    self.log(me, await self.tasks[a])
            case "shieldtask":
                if a in self.tasks:
                    self.log(me, await asyncio.shield(self.tasks[a]))
            case "raise":
                raise ValueError(me)
            case "soon":
                asyncio.get_running_loop().call_soon(self.log, me, "soon")
            case "notify":
                async with self.conds[a]:
                    self.conds[a].notify(a)
            case "condwait":
                async with self.conds[a]:
                    await self.conds[a].wait()
            case "barrier":
                self.log(me, await self.barriers[a].wait())
            case "lock":
                async with self.locks[a]:
                    await self.run(me, op[2])
            case "sem":
                async with self.sems[a]:
                    await self.run(me, op[2])
            case "spawn":
                self.tasks[a] = asyncio.create_task(self.child(op[2]))
                self.tasks[a].add_done_callback(lambda t: self.log("callback", a, t.cancelled()))
            case "nested":
                self.log(me, await asyncio.create_task(self.child(op[2])))
            case "gather":
                self.log(me, await asyncio.gather(*[self.child(b) for b in a]))
            case "gathere":
                results = await asyncio.gather(*[self.child(b) for b in a], return_exceptions=True)
                self.log(me, *[self.error(x) if isinstance(x, BaseException) else x for x in results])
            case "wait":
                done, pending = await asyncio.wait([asyncio.create_task(self.child(b)) for b in op[2]], return_when=a)
                self.log(me, len(done), len(pending))
            case "completed":
                for next_one in asyncio.as_completed([asyncio.create_task(self.child(b)) for b in a]):
                    self.log(me, await next_one)
            case "timeout":
                async with asyncio.timeout(0 if a else None):
                    await self.run(me, op[2])
            case "waitfor0":
                self.log(me, await asyncio.wait_for(self.child(op[2]), 0))
            case "waitfor":
                self.log(me, await asyncio.wait_for(self.child(op[2]), 1000))
            case "shield":
                self.log(me, await asyncio.shield(self.child(op[2])))
            case "group":
                async with TaskGroup() as tg:
                    for b in a:
                        tg.create_task(self.child(b))
                    await asyncio.sleep(0)
            case "try":
                try:
                    await self.run(me, op[2])
                except asyncio.CancelledError as e:
                    self.log(me, "cancelled", self.error(e))
                    if a == 0 or self.closing:
                        raise
                except BaseException as e:
                    self.log(me, "caught", self.error(e))
            case "finally":
                try:
                    await self.run(me, op[2])
                finally:
                    self.log(me, "finally")
                    await asyncio.sleep(0)
            case "generator":
                async with contextlib.aclosing(self.items(me, a, op[2])) as items:
                    async for i in items:
                        self.log(me, "item", i)
                        await asyncio.sleep(0)

    async def main(self, ops):
        tasks = [asyncio.create_task(self.run(f"m{i}", b)) for i, b in enumerate(ops)]
        for i in range(40):
            await asyncio.sleep(0)
        self.log("main", *[t.done() for t in tasks])
        self.closing = True


def main():
    first, count = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(first, first + count):
        r = random.Random(seed)
        program = [[["try", 1, [op]] for op in body(r, 0) + body(r, 0) + body(r, 0)] for _ in range(r.randint(1, 6))]
        machine = Machine()

        async def start():
            asyncio.get_running_loop().set_exception_handler(lambda *args: None)
            await machine.main(program)

        asyncio.run(start())
        print(json.dumps({"seed": seed, "program": program, "log": machine.lines}))


main()
