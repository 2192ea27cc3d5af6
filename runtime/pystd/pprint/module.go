package pprint

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

// A prettyPrinter is pprint.PrettyPrinter.
type prettyPrinter struct {
	options
	stream any
}

var printerClass *py.Class

func init() { printerClass = py.NewNativeClass("pprint", "PrettyPrinter", nil, definePrinter) }

// PyClass is PrettyPrinter.
func (*prettyPrinter) PyClass() *py.Class { return printerClass }

// print writes v and a newline to a stream; None is the standard output.
func (o options) print(v, stream any) {
	if stream == nil {
		stream = sys.Module().Attr("stdout")
	}
	if stream != nil {
		py.PrintWith([]any{o.format(v)}, py.PrintOptions{File: stream})
	}
}

func definePrinter(d *py.Definition) {
	of := py.PayloadAs[*prettyPrinter]
	d.Alloc(func() any { return &prettyPrinter{} })
	d.Init("__init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False)", func(a []any) any {
		*of(a[0]) = prettyPrinter{newOptions(a[1], a[2], a[3], a[5], a[6], a[7]), a[4]}
		return nil
	})
	d.Method("pprint(self, object)", func(self, v any) any {
		of(self).print(v, of(self).stream)
		return nil
	})
	d.Method("pformat(self, object)", func(self, v any) any { return of(self).format(v) })
	d.Method("isreadable(self, object)", func(self, v any) any {
		r := of(self).represent(v)
		return !r.unreadable && !r.recursive
	})
	d.Method("isrecursive(self, object)", func(self, v any) any { return of(self).represent(v).recursive })
}

// represent makes the text of v to find out about it.
func (o options) represent(v any) *representer {
	o.depth = 0
	r := &representer{options: o, open: map[int]bool{}}
	r.repr(v, 0)
	return r
}

// standard are the options that are not given.
var standard = options{indent: 1, width: 80, sorted: true}

// Module is the module pprint.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("pprint", "Support to pretty-print lists, tuples, & dictionaries recursively.")
	m.Class(printerClass)
	m.Func("pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False)", func(a []any) any {
		return newOptions(a[1], a[2], a[3], a[4], a[5], a[6]).format(a[0])
	})
	printTo := func(a []any) any {
		newOptions(a[2], a[3], a[4], a[5], a[6], a[7]).print(a[0], a[1])
		return nil
	}
	m.Func("pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False)", printTo)
	m.Func("pp(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=False, underscore_numbers=False)", printTo)
	m.Func("saferepr(object)", func(v any) any {
		r := &representer{options: standard, open: map[int]bool{}}
		return r.repr(v, 0)
	})
	m.Func("isreadable(object)", func(v any) any { return !standard.represent(v).unreadable })
	m.Func("isrecursive(object)", func(v any) any { return standard.represent(v).recursive })
	return m
})
