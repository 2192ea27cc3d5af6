// Package keyword is Python's module keyword.
package keyword

import (
	"slices"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var (
	hard = strings.Fields(`False None True and as assert async await break class continue def del elif
		else except finally for from global if import in is lambda nonlocal not or pass raise return
		try while with yield`)
	soft = strings.Fields("_ case match type")
)

// IsKeyword reports whether a name is a keyword of Python.
func IsKeyword(name string) bool { return slices.Contains(hard, name) }

// Module is the module keyword.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("keyword", "Keywords (from \"Grammar/python.gram\")")
	list := func(name, test string, words []string) {
		items, set := py.ListOf[any](), []any{}
		for _, w := range words {
			items.Append(w)
			set = append(set, w)
		}
		m.Set(name, items)
		m.Set(test, py.GetAttr(py.FrozenSetOf(set...), "__contains__"))
	}
	list("kwlist", "iskeyword", hard)
	list("softkwlist", "issoftkeyword", soft)
	return m
})
