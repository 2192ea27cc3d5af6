"""multiprocessing: processes, queues, pipes, shared values and pools."""
import asyncio
import multiprocessing as mp
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Array, Lock, Pool, Process, Queue, Value


def square(x):
    return x * x


def add(a, b=10):
    return a + b


def worker(name, inbox, outbox):
    total = 0
    for item in iter(inbox.get, None):
        total += item["n"]
        item["n"] = -1
    outbox.put((name, total))


def count(value, lock, times):
    for _ in range(times):
        with lock:
            value.value += 1


def fill(array):
    for i in range(len(array)):
        array[i] = i * i


def talk(conn):
    while True:
        msg = conn.recv()
        if msg is None:
            break
        conn.send(msg.upper())
    conn.close()


def fails(code):
    if code:
        sys.exit(code)
    raise ValueError("inside")


class Job(Process):
    def __init__(self, items, out):
        super().__init__(name="job")
        self.items, self.out = items, out

    def run(self):
        self.items.append("changed in the process")
        self.out.put((mp.current_process().name, self.items))


def report(shared, key):
    shared[key] = key * 2


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, square, i) for i in range(4))))
    q = mp.Queue()
    p = Process(target=worker, args=("async", q, (out := mp.Queue())))
    p.start()
    for n in range(5):
        q.put({"n": n})
    q.put(None)
    print(await asyncio.to_thread(out.get))
    await asyncio.to_thread(p.join)
    print(p.exitcode, p.is_alive())


if __name__ == "__main__":
    inbox, outbox = Queue(), Queue()
    procs = [Process(target=worker, args=(f"w{i}", inbox, outbox), daemon=True) for i in range(2)]
    print([p.name for p in procs], procs[0].exitcode, procs[0].is_alive(), procs[0].daemon, procs[0].pid)
    for p in procs:
        p.start()
    mine = {"n": 1}
    for _ in range(10):
        inbox.put(mine)
    for _ in procs:
        inbox.put(None)
    results = [outbox.get() for _ in procs]
    for p in procs:
        p.join()
    print(sorted(n for n, _ in results), sum(t for _, t in results), mine, [p.exitcode for p in procs])

    value, lock = Value("i", 5), Lock()
    procs = [Process(target=count, args=(value, lock, 50)) for _ in range(3)]
    [p.start() for p in procs]
    [p.join() for p in procs]
    print(value.value)
    with value.get_lock():
        value.value -= 100
    print(value.value, Value("d", 1.5).value)
    array = Array("i", 5)
    p = Process(target=fill, args=(array,))
    p.start()
    p.join()
    print(array[:], list(array), array[2], len(Array("d", [1.0, 2.5])))

    here, there = mp.Pipe()
    p = Process(target=talk, args=(there,))
    p.start()
    here.send("hello")
    print(here.recv(), here.poll(), p.is_alive())
    here.send(None)
    p.join()
    here.close()

    items = ["one"]
    job = Job(items, outbox)
    job.start()
    print(outbox.get(), items)
    job.join(5)
    for code in (3, 0):
        p = Process(target=fails, args=(code,))
        p.start()
        p.join()
        print(p.exitcode)
    with Pool(3) as pool:
        print(pool.map(square, range(6)), pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, (1,), {"b": 5}))
        r = pool.apply_async(square, (7,), callback=lambda v: print("callback", v))
        print(r.get(timeout=5), r.ready(), r.successful())
        print(list(pool.imap(square, [3, 1, 2])), sorted(pool.imap_unordered(square, [3, 1, 2])))
        print(pool.map_async(square, [5, 6]).get())
        try:
            pool.map(fails, [0])
        except ValueError as e:
            print("from the pool:", e)
    try:
        pool.map(square, [1])
    except ValueError as e:
        print(e)
    with mp.Manager() as manager:
        shared, seen = manager.dict(), manager.list()
        procs = [Process(target=report, args=(shared, k)) for k in "abc"]
        [p.start() for p in procs]
        [p.join() for p in procs]
        seen.extend(sorted(shared.values()))
        print(sorted(shared.items()), list(seen))
    print(mp.current_process().name, mp.parent_process(), mp.active_children(), mp.cpu_count() > 0, mp.get_start_method())
    ctx = mp.get_context("fork")
    e = ctx.Event()
    p = ctx.Process(target=e.set)
    p.start()
    print(e.wait(5))
    p.join()
    try:
        p.start()
    except AssertionError as err:
        print(err)
    asyncio.run(main())
