package decimal

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var contextClass *py.Class

func init() {
	contextClass = py.NewNativeClass("decimal", "Context", nil, defineContext)
}

func contextSelf(self any) *Context { return py.PayloadAs[*Context](self) }

// bounded checks the integer value of an attribute.
func bounded(v any, low, high int, fault string) int {
	n, ok := py.Payload(v).(int)
	if b, isBool := v.(bool); isBool {
		n, ok = py.Int(b).(int), true
	}
	if !ok {
		panic(exc.TypeError("an integer is required"))
	}
	if n < low || n > high {
		panic(exc.ValueError("valid %s", fault))
	}
	return n
}

// conditionsOf reads what flags or traps are set to: a dict of signals, or a
// list of those that are on.
func conditionsOf(v any) condition {
	var s condition
	switch v := py.Payload(v).(type) {
	case *signalDict:
		return *v.set
	default:
		if _, isDict := py.TypeOf(v).Lookup("items"); isDict {
			for k := range py.Iter(v) {
				bit := mustSignal(k)
				if py.Truth(py.GetItem(v, k)) {
					s |= bit
				}
			}
			return s
		}
		for k := range py.Iter(v) {
			s |= mustSignal(k)
		}
	}
	return s
}

func mustSignal(class any) condition {
	bit, ok := signalOf(class)
	if !ok {
		panic(py.NewKeyError("invalid error flag"))
	}
	return bit
}

// A variable is an attribute of Context that can be set.
type variable struct {
	name string
	get  func(*Context) any
	set  func(*Context, any)
}

var variables = []variable{
	{"prec", func(c *Context) any { return c.prec }, func(c *Context, v any) {
		c.prec = bounded(v, 1, maxPrecision, "range for prec is [1, MAX_PREC]")
	}},
	{"rounding", func(c *Context) any { return c.rounding }, func(c *Context, v any) { c.rounding = checkRounding(v) }},
	{"Emin", func(c *Context) any { return c.emin }, func(c *Context, v any) {
		c.emin = bounded(v, -maxExponent, 0, "range for Emin is [MIN_EMIN, 0]")
	}},
	{"Emax", func(c *Context) any { return c.emax }, func(c *Context, v any) {
		c.emax = bounded(v, 0, maxExponent, "range for Emax is [0, MAX_EMAX]")
	}},
	{"capitals", func(c *Context) any { return py.Int(c.capitals) }, func(c *Context, v any) {
		c.capitals = bounded(v, 0, 1, "values for capitals are 0 or 1") == 1
	}},
	{"clamp", func(c *Context) any { return py.Int(c.clamp) }, func(c *Context, v any) {
		c.clamp = bounded(v, 0, 1, "values for clamp are 0 or 1") == 1
	}},
	{"flags", func(c *Context) any { return &signalDict{&c.flags} }, func(c *Context, v any) { c.flags = conditionsOf(v) }},
	{"traps", func(c *Context) any { return &signalDict{&c.traps} }, func(c *Context, v any) { c.traps = conditionsOf(v) }},
}

func defineContext(d *py.Definition) {
	for _, v := range variables {
		d.Member(v.name, func(self any) any { return v.get(contextSelf(self)) },
			func(self, value any) { v.set(contextSelf(self), value) })
	}
	d.Alloc(func() any { return newContext() })
	d.Init("__init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)",
		func(args []any) any {
			c := contextSelf(args[0])
			*c = *defaultContext
			c.flags = 0
			for i, v := range variables {
				if args[i+1] != nil {
					v.set(c, args[i+1])
				}
			}
			return nil
		})
	d.Method("__repr__(self, /)", func(self any) any { return contextSelf(self).String() })
	copied := func(self any) any {
		c := *contextSelf(self)
		return &c
	}
	d.Method("copy(self, /)", copied)
	d.Method("__copy__(self, /)", copied)
	d.Method("clear_flags(self, /)", func(self any) any {
		contextSelf(self).flags = 0
		return nil
	})
	d.Method("clear_traps(self, /)", func(self any) any {
		contextSelf(self).traps = 0
		return nil
	})
	d.Method("Etiny(self, /)", func(self any) any { return contextSelf(self).etiny() })
	d.Method("Etop(self, /)", func(self any) any { return contextSelf(self).etop() })
	d.Method("create_decimal(self, num='0', /)", func(self, value any) any {
		c := contextSelf(self).begin()
		return c.end(c.finish(c.convert(value)))
	})
	d.Method("create_decimal_from_float(self, f, /)", func(self, f any) any {
		c := contextSelf(self).begin()
		return c.end(c.finish(fromFloat(py.Float(f))))
	})
	defineContextArithmetic(d)
}

func defineContextArithmetic(d *py.Definition) {
	unary := func(name string, op func(*calculation, *Decimal) *Decimal) {
		d.Method(name+"(self, x, /)", func(self, x any) any {
			c := contextSelf(self).begin()
			return c.end(op(c, argument(x)))
		})
	}
	unary("plus", (*calculation).plus)
	unary("minus", (*calculation).minus)
	unary("abs", (*calculation).abs)
	for name, op := range unaryMethods {
		unary(name, op)
	}
	for _, name := range []string{"to_integral", "to_integral_value", "to_integral_exact"} {
		unary(name, func(c *calculation, x *Decimal) *Decimal {
			return c.toIntegral(x, c.rounding, name == "to_integral_exact")
		})
	}
	binary := func(name string, op func(*calculation, *Decimal, *Decimal) *Decimal) {
		d.Method(name+"(self, x, y, /)", func(self, x, y any) any {
			c := contextSelf(self).begin()
			return c.end(op(c, argument(x), argument(y)))
		})
	}
	binary("add", (*calculation).add)
	binary("subtract", (*calculation).subtract)
	binary("multiply", (*calculation).multiply)
	binary("divide", (*calculation).divide)
	binary("divide_int", (*calculation).floorDivide)
	binary("remainder", (*calculation).remainder)
	binary("quantize", func(c *calculation, x, y *Decimal) *Decimal { return c.quantize(x, y, c.rounding) })
	for name, op := range binaryMethods {
		binary(name, op)
	}
	for name, holds := range predicates {
		d.Method(name+"(self, x, /)", func(_, x any) any { return holds(argument(x)) })
	}
	d.Method("divmod(self, x, y, /)", func(self, x, y any) any {
		c := contextSelf(self).begin()
		q, r := c.quotientAndRest(argument(x), argument(y))
		c.end(nil)
		return py.Tuple{q, r}
	})
	d.Method("power(self, a, b, modulo=None)", func(self, a, b, modulo any) any {
		c := contextSelf(self).begin()
		if modulo != nil {
			return c.end(c.powerModulo(argument(a), argument(b), argument(modulo)))
		}
		return c.end(c.power(argument(a), argument(b)))
	})
	d.Method("fma(self, x, y, z, /)", func(self, x, y, z any) any {
		c := contextSelf(self).begin()
		return c.end(c.fma(argument(x), argument(y), argument(z)))
	})
	d.Method("number_class(self, x, /)", func(self, x any) any { return contextSelf(self).numberClass(argument(x)) })
	d.Method("is_normal(self, x, /)", func(self, x any) any { return contextSelf(self).isNormal(argument(x)) })
	d.Method("is_subnormal(self, x, /)", func(self, x any) any { return contextSelf(self).isSubnormal(argument(x)) })
	d.Method("same_quantum(self, x, y, /)", func(_, x, y any) any { return sameQuantum(argument(x), argument(y)) })
	d.Method("copy_abs(self, x, /)", func(_, x any) any { return absolute(argument(x)) })
	d.Method("copy_negate(self, x, /)", func(_, x any) any { return argument(x).withSign(!argument(x).neg) })
	d.Method("copy_sign(self, x, y, /)", func(_, x, y any) any { return argument(x).withSign(argument(y).neg) })
	d.Method("copy_decimal(self, x, /)", func(_, x any) any { return argument(x) })
	d.Method("canonical(self, x, /)", func(_, x any) any { return argument(x) })
	d.Method("radix(self, /)", func(any) any { return fromBig(big.NewInt(10), 0) })
	d.Method("to_sci_string(self, x, /)", func(self, x any) any {
		return argument(x).text(false, contextSelf(self).capitals)
	})
	d.Method("to_eng_string(self, x, /)", func(self, x any) any {
		return argument(x).text(true, contextSelf(self).capitals)
	})
}
