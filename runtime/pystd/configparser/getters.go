package configparser

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

func defineGetters(b *define.Body) {
	b.Method("get(self, section, option, *, raw=False, vars=None, fallback=)", func(self, section, option, raw, vars, fallback any) any {
		return parser{self}.get(section, option, raw, vars, fallback)
	}, unset)
	b.Method("_get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=, **kwargs)", func(args []any) any {
		return parser{args[0]}.getConverted(args[1], args[2], args[3], args[4:])
	}, unset)
	for _, getter := range []struct {
		name string
		conv func(p parser) any
	}{
		{"getint", func(parser) any { return py.IntClass }},
		{"getfloat", func(parser) any { return py.FloatClass }},
		{"getboolean", func(p parser) any { return p.attr("_convert_to_boolean") }},
	} {
		b.Method(getter.name+"(self, section, option, *, raw=False, vars=None, fallback=, **kwargs)", func(args []any) any {
			p := parser{args[0]}
			return p.getConverted(args[1], args[2], getter.conv(p), args[3:])
		}, unset)
	}
	b.Method("_convert_to_boolean(self, value)", func(self, value any) any {
		state, ok := lookup(parser{self}.attr("BOOLEAN_STATES"), py.CallMethod(value, "lower"))
		if !ok {
			panic(exc.ValueError("Not a boolean: %s", py.Str(value)))
		}
		return state
	})
	b.Method("items(self, section=, raw=False, vars=None)", func(self, section, raw, vars any) any {
		if section == unset {
			return py.Call(py.GetAttr(collectionsabc.Class("Mapping"), "items"), self)
		}
		return parser{self}.items(section, py.Truth(raw), vars)
	}, unset)
}

// get is the value of an option: from vars, from the section or a default.
func (p parser) get(section, option, raw, vars, fallback any) any {
	own, ok := lookup(p.sections(), section)
	if !ok && !p.isDefault(section) {
		if fallback == unset {
			py.Raise(py.Call(errors().noSection, section), nil)
		}
		return fallback
	}
	if !ok {
		own = py.DictOf[any, any]()
	}
	given := py.DictOf[any, any]()
	if py.Truth(vars) {
		for name, value := range pairs(vars) {
			if value != nil {
				value = py.Str(value)
			}
			given.Set(p.optionName(name), value)
		}
	}
	all := py.Call(collections.Module().Attr("ChainMap"), given, own, p.defaults())
	name := p.optionName(option)
	value, ok := lookup(all, name)
	switch {
	case !ok && fallback == unset:
		py.Raise(py.Call(errors().noOption, name, section))
	case !ok:
		return fallback
	case py.Truth(raw) || value == nil:
		return value
	}
	return py.CallMethod(p.interpolation(), "before_get", p.self, section, name, value, all)
}

// getConverted is the value of an option, converted; rest is raw, vars, fallback
// and further keywords for the method get.
func (p parser) getConverted(section, option, conv any, rest []any) any {
	kw := slices.Concat(py.Kwargs{{Name: "raw", Value: rest[0]}, {Name: "vars", Value: rest[1]}}, py.KwFrom(rest[3]))
	var value any
	err := py.Try(func() error {
		value = py.Call(conv, py.CallMethodKw(p.self, "get", []any{section, option}, kw))
		return nil
	})
	if err == nil {
		return value
	}
	fallback := rest[2]
	if fallback == unset || !py.Matches(err, py.Tuple{errors().noSection, errors().noOption}) {
		panic(err)
	}
	return fallback
}

// items is the list of a section's options and their values.
func (p parser) items(section any, raw bool, vars any) any {
	all := py.CallMethod(p.defaults(), "copy")
	if own, ok := lookup(p.sections(), section); ok {
		py.CallMethod(all, "update", own)
	} else if !p.isDefault(section) {
		py.Raise(py.Call(errors().noSection, section))
	}
	names := py.TupleFrom(py.Iter(all))
	if py.Truth(vars) {
		for name, value := range pairs(vars) {
			py.SetItem(all, p.optionName(name), value)
		}
	}
	items := py.ListOf[any]()
	for _, name := range names {
		value := py.GetItem(all, name)
		if !raw {
			value = py.CallMethod(p.interpolation(), "before_get", p.self, section, name, value, all)
		}
		items.Append(py.Tuple{name, value})
	}
	return items
}
