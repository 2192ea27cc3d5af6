// Class bodies that compute, and classes with __format__.
package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

var Sizes any

func sizesInit(self, name any) any {
	py.SetAttr(self, "name", name)
	return nil
}

type Money struct {
	amount float64
}

func newMoney(amount float64) *Money {
	return &Money{amount: amount}
}

func (m *Money) format(spec string) string {
	value := m.amount
	value2 := spec
	if value2 == "" {
		value2 = ".2f"
	}
	return "$" + py.Format(value, value2)
}

func (m *Money) text() string {
	return "money"
}

type Quiet struct{}

func (q *Quiet) enter() *Quiet {
	return q
}

func (q *Quiet) exit(kind, tb any) bool {
	py.Print(py.Is(kind, py.ValueError), py.IsInstance(tb, types.Module().Attr("TracebackType")))
	return true
}

func main() {
	py.Main(func() error {
		Sizes = py.NewClass("Sizes", nil, nil, func(ns *py.Namespace) {
			ns.Set("names", py.ListOf[any]("small", "large"))
			items := py.ListOf[any]()
			for n := range py.Iter(ns.Get("names")) {
				items.Append(py.CallMethod(n, "upper"))
			}
			ns.Set("upper", items)
			ns.Set("first", py.GetItem(ns.Get("names"), 0))
			mapping := py.DictOf[any, any]()
			for _, n := range []string{"a", "bb"} {
				mapping.Set(py.StrLen(n), n)
			}
			ns.Set("by_length", mapping)

			initName := ns.Get("first")
			ns.Set("__init__", py.Func("Sizes.__init__(self, name=)", sizesInit, initName))
		})
		py.StructClass[Money](
			"Money",
			nil,
			py.Kw{Name: "__format__", Value: py.Func("Money.__format__(self, spec)", (*Money).format)},
			py.Kw{Name: "__str__", Value: py.Func("Money.__str__(self)", (*Money).text)},
		)

		py.Print(py.GetAttr(Sizes, "upper"), py.GetAttr(Sizes, "by_length"), py.GetAttr(py.Call(Sizes), "name"), py.GetAttr(py.Call(Sizes, "x"), "name"))
		m := newMoney(2.5)
		py.Print(fmt.Sprintf("%s %s %s", py.Format(m, ""), py.Str(m), py.Format(m, ".1f")), m, py.Format(m, "")+" "+py.Format(m, ".0f"))
		manager := &Quiet{}
		manager.enter()
		err := py.Try(func() error {
			return py.NewValueError("x")
		})
		if manager.exit(py.ErrorClass(err), py.ErrorTraceback(err)) {
			err = nil
		}
		return err
	})
}
