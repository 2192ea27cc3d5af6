// Class attributes that are something else for each instance.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/math"
)

var Typed any

func typedGet(self, obj, owner any) any {
	return 5
}

var a any

func aInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func aMove(self, d any) any {
	return py.Add(py.GetAttr(self, "n"), d)
}

var b any

func bInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

var c any

func cInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

var d any

func dInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func helper(self any) any {
	return py.Mul(py.GetAttr(self, "n"), 3)
}

var helperFunc any

var e any

func eInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

var f any

func fInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func maker(k int) any {
	var method any = py.Func("maker.<locals>.method(self)", func(self any) any { return py.Add(py.GetAttr(self, "n"), k) })
	return method
}

var g any

func gInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

var h any

func hInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func own(self, args any) py.Tuple {
	return py.Tuple{"own", py.TypeOf(self).Name(), args}
}

var ownFunc any

var hooks *py.Dict[string, any]

var j any

var k any

func main() {
	py.Main(func() error {
		Typed = py.NewClass("Typed", nil, nil, func(ns *py.Namespace) {
			ns.Set("__get__", py.Func("Typed.__get__(self, obj, owner=None)", typedGet))
		})
		a = py.NewClass("A", nil, nil, func(ns *py.Namespace) {
			ns.Set("peek", py.Call(py.Builtin("property"), py.Func("A.<lambda>(self)", func(self any) any { return py.GetAttr(self, "n") })))
			ns.Set("fn", py.Func("A.<lambda>(self, k=1)", func(self, k any) any { return py.Add(py.GetAttr(self, "n"), k) }))
			ns.Set("desc", py.Call(Typed))
			ns.Set("cm", py.Call(py.Builtin("classmethod"), py.Func("A.<lambda>(cls)", func(cls any) any { return py.GetAttr(cls, "__name__") })))
			ns.Set("sm", py.Call(py.Builtin("staticmethod"), py.Func("A.<lambda>(q)", func(q any) any { return py.Mul(q, 2) })))

			ns.Set("__init__", py.Func("A.__init__(self, n)", aInit))

			ns.Set("move", py.Func("A.move(self, d)", aMove))

			ns.Set("alias", py.Builtin("len"))
			ns.Set("right", py.Call(functools.Module().Attr("partialmethod"), ns.Get("move"), 1))
		})
		b = py.NewClass("B", nil, nil, func(ns *py.Namespace) {
			ns.Set("prop", py.Call(py.Builtin("property"), py.Func("B.<lambda>(self)", func(self any) any { return py.GetAttr(self, "n") })))

			ns.Set("__init__", py.Func("B.__init__(self, n)", bInit))
		})
		c = py.NewClass("C", nil, nil, func(ns *py.Namespace) {
			ns.Set("fn", py.Func("C.<lambda>(self)", func(self any) any { return py.GetAttr(self, "n") }))

			ns.Set("__init__", py.Func("C.__init__(self, n)", cInit))
		})
		d = py.NewClass("D", nil, nil, func(ns *py.Namespace) {
			ns.Set("desc", py.Call(Typed))

			ns.Set("__init__", py.Func("D.__init__(self, n)", dInit))
		})
		helperFunc = py.Func("helper(self)", helper)
		e = py.NewClass("E", nil, nil, func(ns *py.Namespace) {
			ns.Set("helped", helperFunc)

			ns.Set("__init__", py.Func("E.__init__(self, n)", eInit))
		})
		f = py.NewClass("F", nil, nil, func(ns *py.Namespace) {
			ns.Set("cm", py.Call(py.Builtin("classmethod"), py.Func("F.<lambda>(cls)", func(cls any) any { return py.GetAttr(cls, "__name__") })))
			ns.Set("sm", py.Call(py.Builtin("staticmethod"), py.Func("F.<lambda>(q)", func(q any) any { return py.Mul(q, 2) })))

			ns.Set("__init__", py.Func("F.__init__(self, n)", fInit))
		})
		g = py.NewClass("G", nil, nil, func(ns *py.Namespace) {
			ns.Set("made", maker(10))

			ns.Set("__init__", py.Func("G.__init__(self, n)", gInit))
		})
		h = py.NewClass("H", nil, nil, func(ns *py.Namespace) {
			ns.Set("kind", py.IntClass)
			ns.Set("conv", py.GetAttr(py.StrClass, "upper"))
			ns.Set("table", py.DictOf[any, any]("a", 1))

			ns.Set("__init__", py.Func("H.__init__(self, n)", hInit))
		})

		for _, f := range []any{py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(a, 3), "fn") }), py.Func("<lambda>()", func() any { return py.GetAttr(py.Call(a, 3), "desc") }), py.Func("<lambda>()", func() any { return py.CallMethod(a, "sm", 4) }), py.Func("<lambda>()", func() any { return py.GetAttr(py.Call(a, 1), "peek") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(a, 1), "right") }), py.Func("<lambda>()", func() any { return py.GetAttr(py.Call(b, 3), "prop") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(c, 4), "fn") }), py.Func("<lambda>()", func() any { return py.GetAttr(py.Call(d, 1), "desc") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(e, 2), "helped") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(f, 1), "cm") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(f, 1), "sm", 3) }), py.Func("<lambda>()", func() any { return py.CallMethod(f, "sm", 3) }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(g, 1), "made") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(h, 1), "kind", "5") }), py.Func("<lambda>()", func() any {
			return py.GetItem(py.GetAttr(py.Call(h, 1), "table"), "a")
		})} {
			err := py.Try(func() error {
				py.Print(py.Call(f))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ExceptionClass) {
					return err
				}
				e := err
				fmt.Println(py.TypeOf(e).Name(), e)
			}
		}
		py.Print(py.GetAttr(py.Call(b, 5), "prop"), py.CallMethod(py.Call(c, 6), "fn"), py.GetAttr(py.Call(d, 1), "desc"), py.CallMethod(py.Call(e, 3), "helped"), py.CallMethod(py.Call(f, 1), "cm"), py.CallMethod(py.Call(f, 1), "sm", 2), py.CallMethod(py.Call(g, 2), "made"), py.CallMethod(py.Call(h, 1), "kind", "7"), py.CallMethod(h, "conv", "a"))
		ownFunc = py.Func("own(self, *args)", own)
		hooks = py.DictOf[string, any]("own", ownFunc, "length", py.Builtin("len"), "limit", 5)
		j = py.NewClass("J", nil, nil, func(ns *py.Namespace) {
			ns.Set("picked", hooks.Get("own"))
			ns.Set("size", hooks.Get("length"))
			ns.Set("limit", hooks.Get("limit"))
			ns.Set("load", json.Module().Attr("loads"))
			ns.Set("root", math.Module().Attr("sqrt"))
		})
		k = py.NewClass("K", nil, nil, func(ns *py.Namespace) {
			ns.Set("count", 3)
			ns.Set("parse", json.Module().Attr("loads"))
		})

		for _, f := range []any{py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(j), "picked", 1) }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(j), "size", "abc") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(j), "limit") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(j), "load") }), py.Func("<lambda>()", func() any { return py.CallMethod(j, "load", "[1]") }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(j), "root", 16) }), py.Func("<lambda>()", func() any { return py.CallMethod(py.Call(k), "count") }), py.Func("<lambda>()", func() any { return py.CallMethod(k, "parse", "{}") }), py.Func("<lambda>()", func() any { return py.CallMethod(k, "count", 1) })} {
			err := py.Try(func() error {
				py.Print(py.Call(f))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ExceptionClass) {
					return err
				}
				e := err
				fmt.Println(py.TypeOf(e).Name(), e)
			}
		}
		return nil
	})
}
