package configparser

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

// sectionClass is SectionProxy: the view of one section of a parser.
var sectionClass = sync.OnceValue(func() *py.Class {
	return define.Class(module, "SectionProxy", []any{collectionsabc.Class("MutableMapping")}, func(b *define.Body) {
		owner := func(self any) any { return py.GetAttr(self, "_parser") }
		name := func(self any) any { return py.GetAttr(self, "_name") }
		b.Doc("A proxy for a single section from a parser.")
		b.Method("__init__(self, parser, name)", func(self, parser, name any) any {
			py.SetAttr(self, "_parser", parser)
			py.SetAttr(self, "_name", name)
			for conv := range py.Iter(py.GetAttr(parser, "converters")) {
				getter := "get" + py.As[string](conv)
				setSectionGetter(self, getter, py.GetAttr(parser, getter))
			}
			return nil
		})
		b.Method("__repr__(self)", func(self any) any { return "<Section: " + py.Str(name(self)) + ">" })
		b.Method("__getitem__(self, key)", func(self, key any) any {
			if !py.Contains(self, key) {
				panic(py.NewKeyError(key))
			}
			return py.CallMethod(owner(self), "get", name(self), key)
		})
		b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
			parser{owner(self)}.checkOption(key, value)
			return py.CallMethod(owner(self), "set", name(self), key, value)
		})
		b.Method("__delitem__(self, key)", func(self, key any) any {
			if !py.Contains(self, key) || !py.Truth(py.CallMethod(owner(self), "remove_option", name(self), key)) {
				panic(py.NewKeyError(key))
			}
			return nil
		})
		b.Method("__contains__(self, key)", func(self, key any) any {
			return py.CallMethod(owner(self), "has_option", name(self), key)
		})
		b.Method("_options(self)", func(self any) any {
			p := parser{owner(self)}
			if p.isDefault(name(self)) {
				return p.defaults()
			}
			return py.CallMethod(p.self, "options", name(self))
		})
		b.Method("__len__(self)", func(self any) any { return py.Len(py.CallMethod(self, "_options")) })
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(py.CallMethod(self, "_options")) })
		b.Property("parser", owner)
		b.Property("name", name)
		b.Method("get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs)", func(args []any) any {
			self, option, fallback, raw, vars, getter := args[0], args[1], args[2], args[3], args[4], args[5]
			if !py.Truth(getter) {
				getter = py.GetAttr(owner(self), "get")
			}
			kw := py.Kwargs{{Name: "raw", Value: raw}, {Name: "vars", Value: vars}, {Name: "fallback", Value: fallback}}
			return py.CallKw(getter, []any{name(self), option}, slices.Concat(kw, py.KwFrom(args[6])))
		})
	})
})

// setSectionGetter gives a section the getter that its parser has.
func setSectionGetter(section any, name string, getter any) {
	py.SetAttr(section, name, functools.NewPartial(py.GetAttr(section, "get"), nil, py.Kwargs{{Name: "_impl", Value: getter}}))
}

// converterClass is ConverterMapping: the names of the getters of a parser and
// the functions that they convert with, None for those that are methods.
var converterClass = sync.OnceValue(func() *py.Class {
	return define.Class(module, "ConverterMapping", []any{collectionsabc.Class("MutableMapping")}, func(b *define.Body) {
		data := func(self any) any { return py.GetAttr(self, "_data") }
		owner := func(self any) any { return py.GetAttr(self, "_parser") }
		b.Method("__init__(self, parser)", func(self, parser any) any {
			getters := py.DictOf[any, any]()
			for attribute := range py.Iter(py.Call(py.Builtin("dir"), parser)) {
				name, ok := strings.CutPrefix(py.As[string](attribute), "get")
				if ok && name != "" && py.Callable(py.GetAttr(parser, "get"+name)) {
					getters.Set(name, nil)
				}
			}
			py.SetAttr(self, "_parser", parser)
			py.SetAttr(self, "_data", getters)
			return nil
		})
		b.Method("__getitem__(self, key)", func(self, key any) any { return py.GetItem(data(self), key) })
		b.Method("__setitem__(self, key, value)", func(self, key, convert any) any {
			name, ok := key.(string)
			if !ok {
				panic(exc.ValueError("Incompatible key: %s (type: %s)", py.Str(key), py.Str(py.TypeOf(key))))
			}
			if name == "" {
				panic(exc.ValueError(`Incompatible key: cannot use "" as a name`))
			}
			py.SetItem(data(self), key, convert)
			getter := functools.NewPartial(py.GetAttr(owner(self), "_get_conv"), nil, py.Kwargs{{Name: "conv", Value: convert}})
			py.SetAttr(getter, "converter", convert)
			py.SetAttr(owner(self), "get"+name, getter)
			for section := range py.Iter(py.CallMethod(owner(self), "values")) {
				setSectionGetter(section, "get"+name, getter)
			}
			return nil
		})
		b.Method("__delitem__(self, key)", func(self, key any) any {
			name, ok := key.(string)
			if !ok || name == "" {
				panic(py.NewKeyError(key))
			}
			py.DelItem(data(self), key)
			holders := py.ListOf[any](owner(self))
			holders.Extend(py.Iter(py.CallMethod(owner(self), "values")))
			for holder := range holders.All() {
				if py.HasAttr(holder, "get"+name) {
					py.DelAttr(holder, "get"+name)
				}
			}
			return nil
		})
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(data(self)) })
		b.Method("__len__(self)", func(self any) any { return py.Len(data(self)) })
	})
})
