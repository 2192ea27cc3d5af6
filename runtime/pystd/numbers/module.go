// Package numbers is Python's module numbers: the abstract classes of numbers.
package numbers

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// Module returns the module numbers.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("numbers", "Abstract Base Classes (ABCs) for numbers, according to PEP 3141.")
	kw := py.Kwargs{{Name: "metaclass", Value: abc.Meta()}}
	var base []any
	for _, level := range []struct {
		name     string
		abstract []string
		builtin  *py.Class
	}{
		{"Number", nil, nil},
		{"Complex", []string{"__complex__", "__neg__", "__pos__", "__abs__"}, py.ComplexClass},
		{"Real", []string{"__float__", "__trunc__", "__floor__", "__ceil__"}, py.FloatClass},
		{"Rational", []string{"numerator", "denominator"}, nil},
		{"Integral", []string{"__int__", "__invert__"}, py.IntClass},
	} {
		c := define.ClassWith("numbers", level.name, base, kw, func(b *define.Body) {
			b.Set("__slots__", py.Tuple{})
			if level.name == "Number" {
				b.Set("__hash__", nil)
			}
			for _, name := range level.abstract {
				abc.AbstractMethod(b.Method(name+"(self)", func(any) any { panic(py.NewNotImplementedError()) }))
			}
		})
		if level.builtin != nil {
			abc.Register(c, level.builtin)
		}
		m.Class(c)
		base = []any{c}
	}
	return m
})
