"""inspect.getdoc finds the docstring of what is overridden."""
import inspect
class A:
    """A doc

       more
    """
    def f(self):
        "f doc"
    @classmethod
    def c(cls): "c doc"
class B(A):
    def f(self): pass
    @classmethod
    def c(cls): pass
    def g(self): pass
class C: pass
def h(): pass
for o in (A, B, C, A.f, B.f, B().f, B.c, B.g, h, C(), A(), B()):
    print(inspect.getdoc(o))
