// Package configparser is Python's module configparser: files of sections with
// options, as Windows' INI files.
// https://docs.python.org/3.13/library/configparser.html
package configparser

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

const (
	module         = "configparser"
	defaultSection = "DEFAULT"
	// maxInterpolationDepth is how deep references may nest.
	maxInterpolationDepth = 10
)

// unset is the default of arguments for which None is a value of its own.
var unset = py.Call(py.ObjectClass)

// unnamedSection is UNNAMED_SECTION, the name of the options that stand before
// the first header.
var unnamedSection = sync.OnceValue(func() any {
	return py.Call(define.Class(module, "_UnnamedSection", nil, func(b *define.Body) {
		b.Method("__repr__(self)", func(any) any { return "<UNNAMED_SECTION>" })
	}))
})

// Module is the module configparser.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(module, "Configuration file parser.")
	for _, class := range errors().all() {
		m.Class(class)
	}
	for _, class := range []*py.Class{
		interpolations().none, interpolations().basic, interpolations().extended,
		parserClasses().raw, parserClasses().interpolating, sectionClass(), converterClass(),
	} {
		m.Class(class)
	}
	m.Set("DEFAULTSECT", defaultSection)
	m.Set("MAX_INTERPOLATION_DEPTH", maxInterpolationDepth)
	m.Set("UNNAMED_SECTION", unnamedSection())
	return m
})

// lookup is mapping[key]; false when that raises KeyError.
func lookup(mapping, key any) (v any, ok bool) {
	err := py.Try(func() error {
		v = py.GetItem(mapping, key)
		return nil
	})
	if err != nil && !py.Matches(err, py.KeyError) {
		panic(err)
	}
	return v, err == nil
}

// pairs yields the keys and values of a mapping, as its items() has them.
func pairs(mapping any) func(yield func(key, value any) bool) {
	return func(yield func(key, value any) bool) {
		for item := range py.Iter(py.CallMethod(mapping, "items")) {
			pair := py.Unpack(item, 2)
			if !yield(pair[0], pair[1]) {
				return
			}
		}
	}
}
