class L:
    def __init__(self, n, hint=False): self.n=n; self.hint=hint
    def __iter__(self):
        print("iter"); return iter(range(self.n))
    def __len__(self):
        print("len"); return self.n
class H:
    def __iter__(self):
        print("hiter"); return iter([1,2])
    def __length_hint__(self):
        print("hint"); return 2
class Bad:
    def __iter__(self): return iter([1])
    def __len__(self): raise ValueError("bad len")
class BadT:
    def __iter__(self): return iter([1])
    def __len__(self): raise TypeError("t len")
    def __length_hint__(self):
        print("bt hint"); return NotImplemented
class Neg:
    def __iter__(self): return iter([1])
    def __len__(self): return -1
class NegH:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return -1
class StrH:
    def __iter__(self): return iter([1])
    def __length_hint__(self): return "x"
class It:
    def __init__(self): self.n=0
    def __iter__(self): return self
    def __next__(self):
        self.n+=1
        if self.n>3: raise StopIteration
        return self.n
    def __length_hint__(self):
        print("it hint"); return 10
fs = [("list",list),("tuple",tuple),("sorted",sorted),("set",set),("frozenset",frozenset),("bytes",bytes),("bytearray",bytearray),
 ("sum",sum),("max",max),("dict.fromkeys",dict.fromkeys),("enumerate",lambda x: list(enumerate(x))),("map",lambda x: list(map(str,x))),
 ("zip",lambda x:list(zip(x))),("star",lambda x:[*x]),("targ",lambda x:(lambda *a:a)(*x)),("extend",lambda x:[].extend(x)),("ext2",lambda x:[0].extend(x)),("unp",lambda x:(lambda q:None)([a for a in x])),
 ("slice",lambda x:[1,2].__setitem__(slice(0,1),x)),("join",lambda x: ",".join(str(i) for i in x)),("set.update",lambda x:set().update(x)),
 ("filter",lambda x:list(filter(None,x))),("iter",lambda x:list(iter(x))),("gen",lambda x:list(i for i in x)),("reversed",lambda x:list(reversed(list(x)))), ("tstar",lambda x:(0,*x)),("sstar",lambda x:{*x})]
def run(f,x):
    try:
        return f(x)
    except Exception as e:
        return repr(e)
for n,f in fs:
    for c in (L(2),H(),Bad(),BadT(),Neg(),NegH(),StrH(),It()):
        print(n,type(c).__name__)
        print(run(f,c))
def direct():
    x=L(3)
    print(list(x)); print(tuple(x)); print(sorted(x)); print(set(x)); a=[1]; a+=x; a.extend(x); print(a)
    print([*x, 1]); 
    h=H(); print(list(h)); print(sorted(h,reverse=True)); print((*h,))
    i=It(); print(list(i))
    a[1:2]=x
    b,*c=x
    print(b,c)
direct()
