package pprint

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Format is pformat(v, indent, width, sort_dicts=sorted).
func Format(v any, indent, width int, sorted bool) string {
	if indent < 1 {
		panic(exc.NotImplementedError("pprint with an indent of %d", indent))
	}
	if width == 0 {
		panic(exc.ValueError("width must be != 0"))
	}
	p := &printer{indent: indent, width: width, sorted: sorted}
	p.print(v, 0, 0, 0)
	return p.out.String()
}

// Module is the module pprint.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("pprint", "Support to pretty-print lists, tuples, & dictionaries recursively.")
	m.Func("pformat(object, indent=1, width=80, *, sort_dicts=True)", func(v, indent, width, sorted any) any {
		return Format(v, number.Int(indent), number.Int(width), py.Truth(sorted))
	})
	printTo := func(v, stream, indent, width, sorted any) any {
		text := Format(v, number.Int(indent), number.Int(width), py.Truth(sorted))
		py.PrintWith([]any{text}, py.PrintOptions{File: stream})
		return nil
	}
	m.Func("pprint(object, stream=None, indent=1, width=80, *, sort_dicts=True)", printTo)
	m.Func("pp(object, stream=None, indent=1, width=80, *, sort_dicts=False)", printTo)
	return m
})
