package pystring

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// templateClass is string.Template. What a subclass may set (delimiter,
// idpattern, braceidpattern, flags, pattern) is read from the class.
var templateClass = sync.OnceValue(func() *py.Class {
	flags := re.Module().Attr("IGNORECASE")
	class := define.Class("string", "Template", nil, func(b *define.Body) {
		b.Doc("A string class for supporting $-substitutions.")
		b.Set("delimiter", "$")
		b.Set("idpattern", "(?a:[_a-z][_a-z0-9]*)")
		b.Set("braceidpattern", nil)
		b.Set("flags", flags)
		b.ClassMethod("__init_subclass__(cls)", func(cls any) any {
			setPattern(cls)
			return nil
		})
		b.Method("__init__(self, template)", func(self, template any) any {
			py.SetAttr(self, "template", template)
			return nil
		})
		b.Method("substitute(self, mapping=, /, **kws)", func(self, mapping, kw any) any {
			return substitute(self, source(mapping, kw), false)
		}, noMapping)
		b.Method("safe_substitute(self, mapping=, /, **kws)", func(self, mapping, kw any) any {
			return substitute(self, source(mapping, kw), true)
		}, noMapping)
		b.Method("is_valid(self)", func(self any) any {
			for m := range matches(self) {
				p := placeholderOf(self, m)
				if p.kind == invalid {
					return false
				}
			}
			return true
		})
		b.Method("get_identifiers(self)", func(self any) any {
			names := py.ListOf[any]()
			for m := range matches(self) {
				if p := placeholderOf(self, m); p.kind == identifier && !names.Has(p.name) {
					names.Append(p.name)
				}
			}
			return names
		})
	})
	setPattern(class)
	return class
})

// noMapping is the default of the parameter mapping.
var noMapping = py.Call(py.ObjectClass)

// setPattern compiles the pattern of a class of templates.
func setPattern(class any) {
	var pattern any
	if py.Contains(py.GetAttr(class, "__dict__"), "pattern") {
		pattern = py.GetAttr(class, "pattern")
	} else {
		delimiter := re.Escape(py.As[string](py.GetAttr(class, "delimiter")))
		id := py.Str(py.GetAttr(class, "idpattern"))
		braced := id
		if given := py.GetAttr(class, "braceidpattern"); py.Truth(given) {
			braced = py.Str(given)
		}
		pattern = delimiter + "(?:(?P<escaped>" + delimiter + ")|(?P<named>" + id + ")|\\{(?P<braced>" + braced +
			")\\}|(?P<invalid>))"
	}
	module := re.Module()
	flags := py.BitOr(py.GetAttr(class, "flags"), module.Attr("VERBOSE"))
	py.SetAttr(class, "pattern", py.Call(module.Attr("compile"), pattern, flags))
}

// source is what a template takes its values from: the mapping, unless a
// keyword argument has the name.
func source(mapping, kw any) any {
	switch {
	case py.Is(mapping, noMapping):
		return kw
	case py.Truth(kw):
		return py.Call(collections.Module().Attr("ChainMap"), kw, mapping)
	}
	return mapping
}

// matches yields the placeholders of a template.
func matches(self any) func(yield func(any) bool) {
	return py.Iter(py.CallMethod(py.GetAttr(self, "pattern"), "finditer", py.GetAttr(self, "template")))
}

type placeholderKind int

const (
	identifier placeholderKind = iota
	escaped
	invalid
)

// A placeholder is what a match of the pattern means.
type placeholder struct {
	kind placeholderKind
	name any
}

// placeholderOf tells what a match means. It raises ValueError if no group of
// the pattern has matched.
func placeholderOf(self, match any) placeholder {
	group := func(name string) any { return py.CallMethod(match, "group", name) }
	name := group("named")
	if !py.Truth(name) {
		name = group("braced")
	}
	switch {
	case name != nil:
		return placeholder{identifier, name}
	case group("escaped") != nil:
		return placeholder{kind: escaped}
	case group("invalid") != nil:
		return placeholder{kind: invalid}
	}
	panic(py.NewValueError("Unrecognized named group in pattern", py.GetAttr(self, "pattern")))
}

// substitute fills in the placeholders; a safe one leaves what it cannot fill
// in as it is.
func substitute(self, values any, safe bool) any {
	convert := py.Func("convert(mo)", func(match any) any {
		p := placeholderOf(self, match)
		switch {
		case p.kind == identifier && safe:
			var text any
			err := py.Try(func() error {
				text = py.Str(py.GetItem(values, p.name))
				return nil
			})
			if err != nil && !py.Matches(err, py.KeyError) {
				panic(err)
			}
			if err != nil {
				return py.CallMethod(match, "group")
			}
			return text
		case p.kind == identifier:
			return py.Str(py.GetItem(values, p.name))
		case p.kind == escaped:
			return py.GetAttr(self, "delimiter")
		case safe:
			return py.CallMethod(match, "group")
		}
		raiseInvalid(self, match)
		return nil
	})
	return py.CallMethod(py.GetAttr(self, "pattern"), "sub", convert, py.GetAttr(self, "template"))
}

// raiseInvalid raises ValueError for a delimiter that begins no placeholder.
func raiseInvalid(self, match any) {
	start := py.CallMethod(match, "start", "invalid").(int)
	before := py.StrSlice(py.As[string](py.GetAttr(self, "template")), nil, start, nil)
	lines := py.StrSplitLines(before, true)
	line, column := 1, 1
	if n := lines.Len(); n > 0 {
		line, column = n, py.StrLen(lines.Get(n-1))
	}
	panic(exc.ValueError("Invalid placeholder in string: line %d, col %d", line, column))
}
