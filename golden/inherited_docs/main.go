// inspect.getdoc finds the docstring of what is overridden.
package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
)

var a any

// f doc
func aF(self any) any {
	return nil
}

// c doc
func aC(cls any) any {
	return nil
}

var b any

func bF(self any) any {
	return nil
}

func bC(cls any) any {
	return nil
}

func bG(self any) any {
	return nil
}

type C struct{}

var cClass *py.Class

func h() {}

var hFunc any

func main() {
	py.Main(func() error {
		a = py.NewClass("A", nil, nil, func(ns *py.Namespace) {
			ns.Set("__doc__", `A doc

more
`)
			ns.Set("f", py.Func("A.f(self)", aF).Doc("f doc"))
			ns.Set("c", py.ClassMethod(py.Func("A.c(cls)", aC).Doc("c doc")))
		})
		b = py.NewClass("B", []any{a}, nil, func(ns *py.Namespace) {
			ns.Set("f", py.Func("B.f(self)", bF))
			ns.Set("c", py.ClassMethod(py.Func("B.c(cls)", bC)))
			ns.Set("g", py.Func("B.g(self)", bG))
		})
		cClass = py.StructClass[C]("C", nil, py.Kw{Name: "__new__", Value: py.Func("C()", func() *C { return &C{} })})
		hFunc = py.Func("h()", h)
		for _, o := range []any{a, b, cClass, py.GetAttr(a, "f"), py.GetAttr(b, "f"), py.GetAttr(py.Call(b), "f"), py.GetAttr(b, "c"), py.GetAttr(b, "g"), hFunc, &C{}, py.Call(a), py.Call(b)} {
			py.Print(py.CallMethod(inspect.Module(), "getdoc", o))
		}
		return nil
	})
}
