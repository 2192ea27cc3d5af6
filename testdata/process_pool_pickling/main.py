"""What can be given to a process is copied, other things are refused."""

import asyncio, concurrent.futures, threading

def work(x):
    return x * 2

def make_local():
    def local(x):
        return x
    return local

class Holder:
    def __init__(self):
        self.lock = threading.Lock()

class Items:
    def __init__(self):
        self.items = [1]

def grow(given):
    given.items.append(2)
    return given

async def attempt(name, fut):
    try:
        print(name, "->", await fut)
    except Exception as e:
        print(name, type(e).__name__ + ":", str(e))

async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        await attempt("ok", loop.run_in_executor(pool, work, 4))
        await attempt("lambda", loop.run_in_executor(pool, lambda: 1))
        await attempt("local", loop.run_in_executor(pool, make_local(), 1))
        await attempt("lock", loop.run_in_executor(pool, work, threading.Lock()))
        await attempt("holder", loop.run_in_executor(pool, work, Holder()))
        await attempt("gen", loop.run_in_executor(pool, work, (i for i in range(3))))
        mine = Items()
        theirs = await loop.run_in_executor(pool, grow, mine)
        print(mine.items, theirs.items)
        f = pool.submit(work, lambda: 1)
        try:
            f.result()
        except Exception as e:
            print(type(e).__name__, e)
        print(list(pool.map(work, [1, 2, 3])))

if __name__ == "__main__":
    asyncio.run(main())
