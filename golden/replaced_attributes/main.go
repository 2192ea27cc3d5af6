// Attributes of a static class that are replaced by other ways than setattr.
package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unittest/mock"
)

var Plain any

func plainInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func plainTwice(self any) any {
	return py.Mul(py.GetAttr(self, "n"), 2)
}

func load(target any, state *py.Dict[any, any]) {
	py.SetAttr(target, "__dict__", state)
}

func anything(x any) any {
	return py.ListOf[any](x, "s").Get(0)
}

var Service any

func serviceFetch(self any) any {
	return "real"
}

func main() {
	py.Main(func() error {
		Plain = py.NewClass("Plain", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Plain.__init__(self, n)", plainInit))

			ns.Set("twice", py.Func("Plain.twice(self)", plainTwice))
		})

		p := py.Call(Plain, 1)
		load(anything(p), py.DictOf[any, any]("n", 5, "extra", 1))
		py.Print(py.GetAttr(p, "n"), py.CallMethod(p, "twice"), py.GetAttr(p, "extra"))
		Service = py.NewClass("Service", nil, nil, func(ns *py.Namespace) {
			ns.Set("fetch", py.Func("Service.fetch(self)", serviceFetch))
		})

		s := py.Call(Service)
		manager := py.CallMethod(mock.Module().Attr("patch"), "object", Service, "fetch", py.Func("<lambda>(self)", func(self any) any { return "fake" }))
		py.EnterContext(manager)
		err := py.Try(func() error {
			py.Print(py.CallMethod(anything(s), "fetch"))
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		py.Print(py.CallMethod(anything(s), "fetch"))
		return nil
	})
}
