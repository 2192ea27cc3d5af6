package main

import (
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type P struct{}

var e any

func eInit(self, pair, who any) any {
	py.SetAttr(self, "pair", pair)
	py.SetAttr(self, "who", who)
	return nil
}

var Plain any

func plainInit(self, code, text any) any {
	py.SetAttr(self, "code", code)
	return nil
}

var Star any

func starInit(self, codes any) any {
	py.SetAttr(self, "codes", codes)
	return nil
}

var Keyed any

func keyedInit(self, code, why any) any {
	py.SetAttr(self, "code", code)
	py.SetAttr(self, "why", why)
	return nil
}

type Super struct {
	py.Exception
	text string
}

var superClass = py.StructClass[Super]("Super", []any{py.ExceptionClass})

func newSuper(code int, text string) *Super {
	return &Super{Exception: py.ExceptionOf(superClass, code), text: text}
}

var Derived any

func main() {
	py.Main(func() error {
		e = py.NewClass("E", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("E.__init__(self, pair, who=None)", eInit))
		})

		err := py.Try(func() error {
			return py.MakeError(py.Call(e, py.Tuple{1, "a"}))
		})
		if err != nil {
			if !py.Matches(err, e) {
				return err
			}
			eValue := err
			py.Print(eValue, py.GetAttr(eValue, "args"), py.GetItem(py.GetItem(py.GetAttr(eValue, "args"), 0), 1), py.Len(py.GetAttr(eValue, "args")))
		}
		Plain = py.NewClass("Plain", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Plain.__init__(self, code, text)", plainInit))
		})
		Star = py.NewClass("Star", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Star.__init__(self, *codes)", starInit))
		})
		Keyed = py.NewClass("Keyed", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Keyed.__init__(self, code, *, why=)", keyedInit, "?"))
		})
		Derived = py.NewClass("Derived", []any{Plain}, nil, func(ns *py.Namespace) {})

		for _, makeValue := range []any{py.Func("<lambda>()", func() any { return py.Call(Plain, 1, "x") }), py.Func("<lambda>()", func() any { return py.Call(Star, 1, 2) }), py.Func("<lambda>()", func() any { return py.CallKw(Keyed, []any{1}, py.Kwargs{{Name: "why", Value: "b"}}) }), py.Func("<lambda>()", func() any { return py.Call(Keyed, 2) }), py.Func("<lambda>()", func() any { return newSuper(3, "t") }), py.Func("<lambda>()", func() any { return newSuper(4, "t") }), py.Func("<lambda>()", func() any { return py.Call(Derived, 5, "y") }), py.Func("<lambda>()", func() any {
			return py.CallKw(Plain, nil, py.Kwargs{{Name: "code", Value: 6}, {Name: "text", Value: "z"}})
		})} {
			err := py.Try(func() error {
				return py.MakeError(py.Call(makeValue))
			})
			if err != nil {
				if !errors.Is(err, py.ExceptionClass) {
					return err
				}
				e := err
				py.Print(py.TypeOf(e).Name(), e, py.GetAttr(e, "args"), py.Repr(e))
			}
		}
		return nil
	})
}
