class P:
    def __getattr__(self, n):
        print("get", n)
        return lambda *a, **k: ("called", n, a, k)
    @property
    def q(self):
        print("prop q")
        return lambda *a: ("q", a)
class Q:
    def __getattribute__(self, n):
        print("ga", n)
        return object.__getattribute__(self, n)
    def m(self, a): return a
class D:
    def __get__(self, o, t):
        print("descr"); return lambda *a: a
class R:
    d = D()
    x = 5
def f():
    print("f"); return 1
def pick(i): return [P(),Q(),R(), None][i]
p=P()
print(p.foo(f())); print(p.q(f())); print(pick(0).bar(f(), k=f()))
print(Q().m(f())); print(pick(1).m(f())); print(R().d(f())); print(pick(2).d(*[f()]))
for i in range(4):
    try: print(pick(i).zz(f()))
    except Exception as e: print(e)
try: R.qq(f())
except Exception as e: print(e)
try: R().x(f())
except Exception as e: print(e)
def opt(n): 
    if n: return R()
try: print(opt(0).x(f()))
except Exception as e: print(e)
async def g(): print("g")
async def main():
    try: pick(3).zz(await g())
    except Exception as e: print(e)
    v = pick(3)
    try: v.zz([f() for _ in range(2)])
    except Exception as e: print(e)
import asyncio
asyncio.run(main())
