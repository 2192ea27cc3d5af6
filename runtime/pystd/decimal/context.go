package decimal

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

const (
	maxPrecision = 999999999999999999
	maxExponent  = 999999999999999999
)

// roundings are the names of the rounding modes.
var roundings = []string{"ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN",
	"ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"}

// Context is a decimal.Context.
type Context struct {
	prec       int
	rounding   string
	emin, emax int
	capitals   bool
	clamp      bool
	flags      condition
	traps      condition
}

// PyClass is the class Context.
func (c *Context) PyClass() *py.Class { return contextClass }

func newContext() *Context {
	return &Context{prec: 28, rounding: "ROUND_HALF_EVEN", emin: -999999, emax: 999999, capitals: true,
		traps: invalidOperation | divisionByZero | overflow}
}

// exactContext never rounds in practice.
func exactContext() *Context {
	return &Context{prec: maxPrecision, rounding: "ROUND_HALF_EVEN", emin: -maxExponent, emax: maxExponent}
}

var (
	defaultContext  = newContext()
	basicContext    = basic()
	extendedContext = &Context{prec: 9, rounding: "ROUND_HALF_EVEN", emin: -999999, emax: 999999, capitals: true}
)

func basic() *Context {
	c := newContext()
	c.prec, c.rounding = 9, "ROUND_HALF_UP"
	c.traps |= clamped | underflow
	return c
}

var contextVar = asyncio.NewContextVar("decimal_context")

// Current is getcontext().
func Current() *Context {
	if v, ok := contextVar.Lookup(); ok {
		return v.(*Context)
	}
	c := *defaultContext
	c.flags = 0
	contextVar.Set(&c)
	return &c
}

func (c *Context) etiny() int { return c.emin - c.prec + 1 }
func (c *Context) etop() int  { return c.emax - c.prec + 1 }

// with is a copy of the context with another precision.
func (c *Context) with(prec int) *Context {
	d := *c
	d.prec = prec
	return &d
}

// signal records conditions and raises the exception of the first that is
// trapped.
func (c *Context) signal(s condition) {
	c.flags |= s & allSignals
	if s&invalidParts != 0 {
		c.flags |= invalidOperation
		s |= invalidOperation
	}
	trapped := s & c.traps
	if trapped == 0 {
		return
	}
	names := py.ListOf[any]()
	var first *py.Class
	if trapped&invalidOperation != 0 {
		first = signalClass(invalidOperation)
		part := s & invalidParts
		if part == 0 {
			names.Append(first)
		}
		for _, k := range conditions {
			if part&k.bit != 0 {
				names.Append(k.class)
			}
		}
	}
	for _, k := range signals[1:] {
		if trapped&k.bit != 0 {
			names.Append(k.class)
			if first == nil {
				first = k.class
			}
		}
	}
	py.Raise(py.NewException(first, names))
}

// String is repr(c).
func (c *Context) String() string {
	return fmt.Sprintf("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)",
		c.prec, c.rounding, c.emin, c.emax, py.Int(c.capitals), py.Int(c.clamp), c.flags.names(), c.traps.names())
}

func (s condition) names() string {
	var names []string
	for _, bit := range []condition{clamped, invalidOperation, divisionByZero, inexact, floatOperation,
		overflow, rounded, subnormal, underflow} {
		if s&bit != 0 {
			names = append(names, signalClass(bit).Name())
		}
	}
	return "[" + strings.Join(names, ", ") + "]"
}
