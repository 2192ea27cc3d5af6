// Package httpcookies is Python's module http.cookies: the cookies of HTTP
// headers.
// https://docs.python.org/3.13/library/http.cookies.html
package httpcookies

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

const module = "http.cookies"

var cookieError = py.NewExceptionClass(module, "CookieError", py.ExceptionClass)

type cookieClasses struct{ morsel, base, simple *py.Class }

// classes are those of the module; init assigns it because their methods ask
// for them.
var classes func() cookieClasses

func init() { classes = sync.OnceValue(makeClasses) }

func makeClasses() (c cookieClasses) {
	c.morsel = define.Class(module, "Morsel", []any{py.DictClass}, defineMorsel)
	c.base = define.Class(module, "BaseCookie", []any{py.DictClass}, defineCookie)
	c.simple = define.Class(module, "SimpleCookie", []any{c.base}, func(b *define.Body) {
		b.Method("value_decode(self, val)", func(_, value any) any { return py.Tuple{unquote(py.As[string](value)), value} })
		b.Method("value_encode(self, val)", func(_, value any) any {
			s := py.Str(value)
			return py.Tuple{s, quote(s)}
		})
	})
	return c
}

// Module is the module http.cookies.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule(module, "HTTP cookies.")
	m.Class(cookieError)
	for _, c := range []*py.Class{classes().morsel, classes().base, classes().simple} {
		m.Class(c)
	}
	return m
})

func defineCookie(b *define.Body) {
	b.Doc("A container class for a set of Morsels.")
	b.Method("value_decode(self, val)", func(_, value any) any { return py.Tuple{value, value} })
	b.Method("value_encode(self, val)", func(_, value any) any {
		s := py.Str(value)
		return py.Tuple{s, s}
	})
	b.Method("__init__(self, input=None)", func(self, input any) any {
		if py.Truth(input) {
			py.CallMethod(self, "load", input)
		}
		return nil
	})
	b.Method("__setitem__(self, key, value)", func(self, key, value any) any {
		if py.IsInstance(value, classes().morsel) {
			return py.Call(dictMethod("__setitem__"), self, key, value)
		}
		pair := py.Unpack(py.CallMethod(self, "value_encode", value), 2)
		store(self, key, pair[0], pair[1])
		return nil
	})
	output := b.Method("output(self, attrs=None, header='Set-Cookie:', sep=)", func(self, attributes, header, separator any) any {
		var all []string
		for _, morsel := range sorted(self) {
			all = append(all, py.As[string](py.CallMethod(morsel, "output", attributes, header)))
		}
		return strings.Join(all, py.As[string](separator))
	}, "\r\n")
	b.Set("__str__", output)
	b.Method("__repr__(self)", func(self any) any {
		var all []string
		for _, morsel := range sorted(self) {
			all = append(all, py.Str(py.GetAttr(morsel, "key"))+"="+py.Repr(py.GetAttr(morsel, "value")))
		}
		return "<" + py.TypeOf(self).Name() + ": " + strings.Join(all, " ") + ">"
	})
	b.Method("js_output(self, attrs=None)", func(self, attributes any) any {
		var all strings.Builder
		for _, morsel := range sorted(self) {
			all.WriteString(py.As[string](py.CallMethod(morsel, "js_output", attributes)))
		}
		return all.String()
	})
	b.Method("load(self, rawdata)", func(self, raw any) any {
		if s, ok := py.Payload(raw).(string); ok {
			parse(self, s)
			return nil
		}
		for item := range py.Iter(py.CallMethod(raw, "items")) {
			pair := py.Unpack(item, 2)
			py.SetItem(self, pair[0], pair[1])
		}
		return nil
	})
}

// sorted are the morsels in the order of their names.
func sorted(cookie any) []any {
	var names []string
	for name := range py.Iter(cookie) {
		names = append(names, py.As[string](name))
	}
	slices.Sort(names)
	var all []any
	for _, name := range names {
		all = append(all, py.GetItem(cookie, name))
	}
	return all
}

func store(cookie, key, value, coded any) {
	morsel := py.CallMethod(cookie, "get", key)
	if morsel == nil {
		morsel = py.Call(classes().morsel)
	}
	py.CallMethod(morsel, "set", key, value, coded)
	py.Call(dictMethod("__setitem__"), cookie, key, morsel)
}

// parse reads a Cookie header. One that is malformed changes nothing.
func parse(cookie any, header string) {
	type item struct {
		attribute   bool
		name        string
		value, code any
	}
	var found []item
	seen := false
	for header != "" {
		f, rest, ok := nextField(header)
		if !ok {
			break
		}
		header = rest
		switch {
		case f.name[0] == '$':
			if seen {
				var value any
				if f.hasValue {
					value = f.value
				}
				found = append(found, item{attribute: true, name: f.name[1:], value: value})
			}
		case spelling(strings.ToLower(f.name)) != "":
			if !seen || !f.hasValue && !isFlag(strings.ToLower(f.name)) {
				return
			}
			value := any(true)
			if f.hasValue {
				value = unquote(f.value)
			}
			found = append(found, item{attribute: true, name: f.name, value: value})
		case f.hasValue:
			pair := py.Unpack(py.CallMethod(cookie, "value_decode", f.value), 2)
			found = append(found, item{name: f.name, value: pair[0], code: pair[1]})
			seen = true
		default:
			return
		}
	}
	var morsel any
	for _, x := range found {
		if x.attribute {
			py.SetItem(morsel, x.name, x.value)
			continue
		}
		store(cookie, x.name, x.value, x.code)
		morsel = py.GetItem(cookie, x.name)
	}
}
