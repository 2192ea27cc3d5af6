// Package itertools is Python's module itertools.
package itertools

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// step makes the items of an iterator: false at the end.
type step = func() (any, bool)

// Module returns the module itertools.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("itertools", "Functional tools for creating and using iterators.")
	for _, c := range []*py.Class{
		accumulateClass, batchedClass, chainClass, combinationsClass, combinationsWithReplacementClass,
		compressClass, countClass, cycleClass, dropWhileClass, filterFalseClass, groupByClass, isliceClass,
		pairwiseClass, permutationsClass, productClass, repeatClass, starMapClass, takeWhileClass,
		zipLongestClass,
	} {
		m.Class(c)
	}
	m.Builtin("tee(iterable, n=2, /)", tee)
	return m
})

// absent is the default of parameters whose absence matters.
var absent any = &struct{ name string }{"absent"}

// class makes an iterator class; make returns the step function for the
// arguments that spec names.
func class(spec string, make func(args []any) step, defaults ...any) *py.Class {
	name := spec
	for i, r := range spec {
		if r == '(' {
			name = spec[:i]
			break
		}
	}
	return iteratorClass(name, func(d *py.Definition) {
		d.New(spec, func(args []any) any { return define.NewIterator(d.Class(), make(args)) }, defaults...)
	})
}

// next is a step of the iterator of o.
func next(o any) step {
	it := py.GetIter(o)
	return func() (any, bool) { return py.Next(it) }
}

// iteratorClass makes the class of an iterator of itertools. Errors about its
// instances name the module, as those about CPython's do.
func iteratorClass(name string, methods func(d *py.Definition)) *py.Class {
	return define.IteratorClass("itertools", name, methods).NameInErrors("itertools." + name)
}
