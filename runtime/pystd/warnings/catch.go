package warnings

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// catching is what a catch_warnings was made with, and what it restores.
type catching struct {
	record, entered bool
	filter          []any // the arguments of simplefilter, if an action was given
	filters         *py.List[any]
	recorder        *py.List[any]
	show            any
}

// catcher is the class catch_warnings.
var catcher = sync.OnceValue(func() *py.Class {
	const state = "_state"
	of := func(o any) *catching { return py.GetAttr(o, state).(*catching) }
	return define.Class("warnings", "catch_warnings", nil, func(b *define.Body) {
		b.Method("__init__(self, *, record=False, module=None, action=None, category=, lineno=0, append=False)", func(args []any) any {
			c := &catching{record: py.Truth(args[1])}
			if args[3] != nil {
				c.filter = args[3:7]
			}
			py.SetAttr(args[0], state, c)
			return nil
		}, py.Warning)
		b.Method("__repr__(self)", func(o any) any {
			var args []string
			if of(o).record {
				args = append(args, "record=True")
			}
			return py.TypeOf(o).Name() + "(" + strings.Join(args, ", ") + ")"
		})
		b.Method("__enter__(self)", func(o any) any {
			c := of(o)
			if c.entered {
				panic(exc.RuntimeError("Cannot enter %s twice", py.Repr(o)))
			}
			c.entered = true
			c.filters, c.recorder, c.show = filters, recorder, self.Attr("showwarning")
			setFilters(py.CallMethod(filters, "copy").(*py.List[any]))
			if c.filter != nil {
				simpleFilter(c.filter[0], c.filter[1], c.filter[2], c.filter[3])
			}
			if !c.record {
				return nil
			}
			recorder = py.ListOf[any]()
			self.Set("showwarning", originals["showwarning"])
			return recorder
		})
		b.Method("__exit__(self, *exc_info)", func(o, _ any) any {
			c := of(o)
			if !c.entered {
				panic(exc.RuntimeError("Cannot exit %s without entering first", py.Repr(o)))
			}
			setFilters(c.filters)
			recorder = c.recorder
			self.Set("showwarning", c.show)
			return nil
		})
	})
})
