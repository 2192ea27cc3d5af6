package weakref

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// weakMethod is weakref.WeakMethod: a reference to a bound method that is alive as
// long as its object is.
var weakMethod = define.Class("weakref", "WeakMethod", []any{referenceClass}, func(b *define.Body) {
	b.StaticMethod("__new__(type, meth, callback=None)", func(class, method, callback any) any {
		if !py.HasAttr(method, "__self__") || !py.HasAttr(method, "__func__") {
			panic(exc.TypeError("argument should be a bound method, not %s", py.Str(py.TypeOf(method))))
		}
		self := py.NewObject(class.(*py.Class))
		var called any
		if callback != nil {
			own := py.WeakOf(self)
			called = py.Func("_cb(arg)", func(any) any {
				if me := own.Object(); me != nil {
					py.Call(callback, me)
				}
				return nil
			})
		}
		to := newReference(py.GetAttr(method, "__self__"), called)
		self.Native = to
		py.SetAttr(self, "_obj", to)
		py.SetAttr(self, "_func", py.GetAttr(method, "__func__"))
		return self
	})
	b.Method("__call__(self)", func(self any) any {
		o := py.Call(py.GetAttr(self, "_obj"))
		if o == nil {
			return nil
		}
		return py.NewMethod(py.GetAttr(self, "_func"), o)
	})
	b.Method("__eq__(self, other)", func(self, other any) any {
		if py.TypeOf(self) != py.TypeOf(other) {
			return py.NotImplemented
		}
		if a, b := py.Call(self), py.Call(other); a == nil || b == nil {
			return self == other
		}
		return py.Equal(py.GetAttr(self, "_obj"), py.GetAttr(other, "_obj")) && py.Is(py.GetAttr(self, "_func"), py.GetAttr(other, "_func"))
	})
	b.Method("__hash__(self)", func(self any) any { return py.Hash(py.GetAttr(self, "_obj")) })
})
