package decimal

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/numbers"
)

var tupleClass = sync.OnceValue(func() *py.Class {
	return collections.NamedTuple("DecimalTuple", []string{"sign", "digits", "exponent"}, nil, "decimal")
})

// A contextManager is what localcontext returns.
type contextManager struct {
	local *Context
	token *asyncio.Token
}

var managerClass = py.NewNativeClass("decimal", "ContextManager", nil, func(d *py.Definition) {
	of := py.PayloadAs[*contextManager]
	d.Method("__enter__(self, /)", func(self any) any {
		m := of(self)
		Current()
		m.token = contextVar.Set(m.local)
		return m.local
	})
	d.Method("__exit__(self, /, *args)", func(self, _ any) any {
		contextVar.Reset(of(self).token)
		return false
	})
})

// PyClass is the class of the manager.
func (m *contextManager) PyClass() *py.Class { return managerClass }

func localContext(ctx, kwargs any) any {
	local := *contextOf(ctx)
	for name, value := range kwargs.(*py.Dict[any, any]).All() {
		if !local.assign(name.(string), value) {
			panic(exc.TypeError("this function got an unexpected keyword argument '%s'", name))
		}
	}
	return &contextManager{local: &local}
}

// assign sets the attribute name; false if there is none.
func (c *Context) assign(name string, value any) bool {
	for _, v := range variables {
		if v.name == name {
			v.set(c, value)
			return true
		}
	}
	return false
}

// Module is the module decimal.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("decimal", "")
	m.Class(decimalClass)
	abc.Register(numbers.Module().Attr("Number").(*py.Class), decimalClass)
	m.Class(contextClass)
	m.Class(tupleClass())
	m.Class(decimalException)
	for _, list := range [][]signal{signals, conditions} {
		for _, s := range list {
			m.Class(s.class)
		}
	}
	for _, name := range roundings {
		m.Set(name, name)
	}
	m.Set("DefaultContext", defaultContext).Set("BasicContext", basicContext).Set("ExtendedContext", extendedContext)
	m.Set("MAX_PREC", maxPrecision).Set("MAX_EMAX", maxExponent).Set("MIN_EMIN", -maxExponent)
	m.Set("MIN_ETINY", -maxExponent-maxPrecision+1).Set("HAVE_THREADS", true).Set("HAVE_CONTEXTVAR", true)
	m.Builtin("getcontext()", func() any { return Current() })
	m.Builtin("setcontext(context, /)", func(context any) any {
		c, ok := py.Payload(context).(*Context)
		if !ok {
			panic(exc.TypeError("argument must be a context"))
		}
		if c == defaultContext || c == basicContext || c == extendedContext {
			copied := *c
			copied.flags = 0
			c = &copied
		}
		contextVar.Set(c)
		return nil
	})
	m.Builtin("localcontext(ctx=None, **kwargs)", localContext)
	return m
})
