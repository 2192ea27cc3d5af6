package weakref

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// proxied are the objects of proxies.
const proxied = "_proxied"

// targetOf is the object of a proxy; it raises ReferenceError.
func targetOf(proxy any) any {
	r := py.Call(py.GetAttr(py.ObjectClass, "__getattribute__"), proxy, proxied).(*reference)
	o := r.get()
	if o == nil {
		py.Raise(py.NewException(py.ReferenceError, "weakly-referenced object no longer exists"))
	}
	return o
}

// operand is the object of a proxy, and anything else itself.
func operand(v any) any {
	if class := py.TypeOf(v); class == proxyClass || class == callableProxyClass {
		return targetOf(v)
	}
	return v
}

// newProxyClass makes ProxyType or CallableProxyType, whose instances do what their
// objects do.
func newProxyClass(name string, callable bool) *py.Class {
	return define.Class("weakref", name, nil, func(b *define.Body) {
		b.Method("__getattribute__(self, name)", func(self, name any) any { return py.GetAttr(targetOf(self), py.Str(name)) })
		b.Method("__setattr__(self, name, value)", func(self, name, value any) any {
			py.SetAttr(targetOf(self), py.Str(name), value)
			return nil
		})
		b.Method("__delattr__(self, name)", func(self, name any) any {
			py.DelAttr(targetOf(self), py.Str(name))
			return nil
		})
		b.Method("__repr__(self)", func(self any) any {
			o := targetOf(self)
			return fmt.Sprintf("<weakproxy at %#x to %s at %#x>", py.ID(self), py.TypeOf(o).Name(), py.ID(o))
		})
		b.Method("__str__(self)", func(self any) any { return py.Str(targetOf(self)) })
		b.Method("__bool__(self)", func(self any) any { return py.Truth(targetOf(self)) })
		b.Method("__len__(self)", func(self any) any { return py.Len(targetOf(self)) })
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(targetOf(self)) })
		b.Method("__contains__(self, item)", func(self, item any) any { return py.Contains(targetOf(self), item) })
		b.Method("__getitem__(self, key)", func(self, key any) any { return py.GetItem(targetOf(self), key) })
		b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
			py.SetItem(targetOf(self), key, value)
			return nil
		})
		b.Method("__delitem__(self, key)", func(self, key any) any {
			py.DelItem(targetOf(self), key)
			return nil
		})
		for operator, f := range map[string]func(a, b any) any{
			"__eq__": py.Eq, "__ne__": py.Ne, "__lt__": py.Lt, "__le__": py.Le, "__gt__": py.Gt, "__ge__": py.Ge,
			"__add__": py.Add, "__sub__": py.Sub, "__mul__": py.Mul, "__truediv__": py.TrueDiv, "__floordiv__": py.FloorDiv,
			"__mod__": py.Mod, "__and__": py.BitAnd, "__or__": py.BitOr, "__xor__": py.BitXor,
		} {
			b.Method(operator+"(self, other)", func(self, other any) any { return f(operand(self), operand(other)) })
		}
		b.Set("__hash__", nil)
		if callable {
			b.Method("__call__(self, *args, **kwargs)", func(self, args, kw any) any {
				return py.CallKw(targetOf(self), args.(py.Tuple), py.KwFrom(kw))
			})
		}
	})
}

var proxyClass, callableProxyClass *py.Class

func init() {
	proxyClass, callableProxyClass = newProxyClass("ProxyType", false), newProxyClass("CallableProxyType", true)
}

func newProxy(o, callback any) any {
	class := proxyClass
	if py.Callable(o) {
		class = callableProxyClass
	}
	p := py.NewObject(class)
	var called any
	if callback != nil {
		own := py.WeakOf(p)
		called = py.Func("callback(ref)", func(any) any {
			if me := own.Object(); me != nil {
				py.Call(callback, me)
			}
			return nil
		})
	}
	py.Call(py.GetAttr(py.ObjectClass, "__setattr__"), p, proxied, newReference(o, called))
	return p
}
