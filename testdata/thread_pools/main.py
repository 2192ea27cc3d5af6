"""multiprocessing.pool.ThreadPool: a pool of threads that share what they work on."""
import threading
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool

seen = []
lock = threading.Lock()


def square(n):
    with lock:
        seen.append(n)
    return n * n


def fail(n):
    raise ValueError(f"bad {n}")


def start(greeting):
    with lock:
        seen.append(greeting)


def main():
    with ThreadPool(3) as pool:
        print(pool)
        print(pool.map(square, range(5)), sorted(seen))
        print(pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(square, (7,)), list(pool.imap(square, [1, 2])))
        print(sorted(pool.imap_unordered(square, [3, 1, 2])))
        r = pool.apply_async(square, (9,), callback=lambda v: print("callback", v))
        print(r.get(5), r.ready(), r.successful())
        try:
            pool.map(fail, [1])
        except ValueError as e:
            print(e)
        gate = threading.Event()
        r = pool.apply_async(gate.wait)
        try:
            r.get(timeout=0.01)
        except TimeoutError as e:
            print(type(e).__name__, r.ready())
        gate.set()
        print(r.get())
    for use in (lambda: pool.apply(square, (1,)), lambda: ThreadPool(0)):
        try:
            use()
        except ValueError as e:
            print(e)
    seen.clear()
    pool = ThreadPool(processes=1, initializer=start, initargs=("hello",))
    results = pool.map_async(square, [1, 2, 3])
    pool.close()
    pool.join()
    print(results.get(), seen, pool)


main()
