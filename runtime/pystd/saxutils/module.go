// Package saxutils is Python's module xml.sax.saxutils: the escaping of text.
// https://docs.python.org/3.13/library/xml.sax.utils.html
package saxutils

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// replace replaces text by text in the order of entities, which is a mapping.
func replace(data, entities any) any {
	for pair := range py.Iter(py.CallMethod(entities, "items")) {
		data = py.CallMethod(data, "replace", py.GetItem(pair, 0), py.GetItem(pair, 1))
	}
	return data
}

func replaceAll(data any, pairs ...string) any {
	for i := 0; i < len(pairs); i += 2 {
		data = py.CallMethod(data, "replace", pairs[i], pairs[i+1])
	}
	return data
}

func escape(data, entities any) any {
	data = replaceAll(data, "&", "&amp;", ">", "&gt;", "<", "&lt;")
	if py.Truth(entities) {
		data = replace(data, entities)
	}
	return data
}

func unescape(data, entities any) any {
	data = replaceAll(data, "&lt;", "<", "&gt;", ">")
	if py.Truth(entities) {
		data = replace(data, entities)
	}
	return replaceAll(data, "&amp;", "&")
}

// quote is quoteattr: escaped, and in the quotes that need the least.
func quote(data, entities any) any {
	all := py.DictOf[any, any]()
	for pair := range py.Iter(py.CallMethod(entities, "items")) {
		all.Set(py.GetItem(pair, 0), py.GetItem(pair, 1))
	}
	all.Set("\n", "&#10;")
	all.Set("\r", "&#13;")
	all.Set("\t", "&#9;")
	text := py.Str(escape(data, all))
	switch {
	case !strings.Contains(text, `"`):
		return `"` + text + `"`
	case strings.Contains(text, "'"):
		return `"` + strings.ReplaceAll(text, `"`, "&quot;") + `"`
	}
	return "'" + text + "'"
}

// Module is the module xml.sax.saxutils.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("xml.sax.saxutils", "")
	m.Func("escape(data, entities=)", escape, py.DictOf[any, any]())
	m.Func("unescape(data, entities=)", unescape, py.DictOf[any, any]())
	m.Func("quoteattr(data, entities=)", quote, py.DictOf[any, any]())
	return m
})
