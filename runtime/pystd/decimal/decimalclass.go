package decimal

import (
	"math/big"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var decimalClass *py.Class

func init() {
	decimalClass = py.NewNativeClass("decimal", "Decimal", nil, defineDecimal).NameInErrors("decimal.Decimal")
}

func decimalOf(self any) *Decimal { return py.PayloadAs[*Decimal](self) }

// contextOf is the context an argument names, the current one for None.
func contextOf(v any) *Context {
	if v == nil {
		return Current()
	}
	c, ok := py.Payload(v).(*Context)
	if !ok {
		panic(exc.TypeError("optional argument must be a context"))
	}
	return c
}

// binaryMethods are the methods of Decimal and Context that take two numbers.
var binaryMethods = map[string]func(*calculation, *Decimal, *Decimal) *Decimal{
	"compare": (*calculation).compare, "compare_signal": (*calculation).compareSignal,
	"compare_total": (*calculation).compareTotal, "compare_total_mag": (*calculation).compareTotalMag,
	"max": (*calculation).max, "min": (*calculation).min,
	"max_mag": (*calculation).maxMag, "min_mag": (*calculation).minMag,
	"remainder_near": (*calculation).remainderNear, "scaleb": (*calculation).scaleB,
}

// unaryMethods are the methods of Decimal and Context that take one number.
var unaryMethods = map[string]func(*calculation, *Decimal) *Decimal{
	"sqrt": (*calculation).sqrt, "exp": (*calculation).exp, "ln": (*calculation).ln, "log10": (*calculation).log10,
	"normalize": (*calculation).normalize, "logb": (*calculation).logB,
	"next_plus": (*calculation).nextPlus, "next_minus": (*calculation).nextMinus,
}

// predicates are the tests of a number.
var predicates = map[string]func(*Decimal) bool{
	"is_finite":    func(d *Decimal) bool { return d.kind == finite },
	"is_infinite":  func(d *Decimal) bool { return d.kind == infinite },
	"is_nan":       (*Decimal).isNaN,
	"is_qnan":      func(d *Decimal) bool { return d.kind == quiet },
	"is_snan":      func(d *Decimal) bool { return d.kind == signaling },
	"is_signed":    func(d *Decimal) bool { return d.neg },
	"is_zero":      (*Decimal).isZero,
	"is_canonical": func(*Decimal) bool { return true },
}

func defineDecimal(d *py.Definition) {
	d.Doc("Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object.")
	d.New("Decimal(value='0', context=None)", func(value, context any) any {
		return contextOf(context).convert(value)
	})
	d.ClassMethod("from_float(cls, f, /)", func(cls, f any) any {
		var made *Decimal
		switch v := py.Payload(f).(type) {
		case float64:
			made = fromFloat(v)
		case int, bool, *big.Int:
			made, _ = operand(v)
		default:
			panic(exc.TypeError("argument must be int or float"))
		}
		if cls == any(decimalClass) {
			return made
		}
		return py.Call(cls, made)
	})
	d.Method("__repr__(self, /)", func(self any) any {
		return "Decimal('" + decimalOf(self).text(false, Current().capitals) + "')"
	})
	d.Method("__str__(self, /)", func(self any) any { return decimalOf(self).text(false, Current().capitals) })
	d.Method("__format__(self, fmtarg, override=None, /)", func(self, spec, _ any) any {
		s, ok := py.Payload(spec).(string)
		if !ok {
			panic(exc.TypeError("format arg must be str"))
		}
		return decimalOf(self).format(Current(), s)
	})
	d.Method("__hash__(self, /)", func(self any) any { return decimalOf(self).hash() })
	defineConversions(d)
	defineOperators(d)
	defineComparisons(d)
	defineMethods(d)
}

func defineConversions(d *py.Definition) {
	d.Method("__bool__(self, /)", func(self any) any { return !decimalOf(self).isZero() })
	d.Method("__int__(self, /)", func(self any) any { return decimalOf(self).Int() })
	d.Method("__trunc__(self, /)", func(self any) any { return decimalOf(self).Int() })
	d.Method("__floor__(self, /)", func(self any) any { return decimalOf(self).rounded("ROUND_FLOOR") })
	d.Method("__ceil__(self, /)", func(self any) any { return decimalOf(self).rounded("ROUND_CEILING") })
	d.Method("__float__(self, /)", func(self any) any { return decimalOf(self).Float() })
	d.Method("__complex__(self, /)", func(self any) any { return complex(decimalOf(self).Float(), 0) })
	d.Method("__round__(self, ndigits=, /)", func(self, ndigits any) any {
		if ndigits == py.NotImplemented {
			return decimalOf(self).rounded("ROUND_HALF_EVEN")
		}
		n, ok := py.Payload(ndigits).(int)
		if !ok {
			panic(exc.TypeError("optional arg must be an integer"))
		}
		c := Current().begin()
		return c.end(c.quantize(decimalOf(self), newFinite(false, big.NewInt(1), -n), c.rounding))
	}, py.NotImplemented)
	d.Method("__copy__(self, /)", func(self any) any { return self })
	d.Method("__deepcopy__(self, memo, /)", func(self, _ any) any { return self })
	d.Method("__reduce__(self, /)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{decimalOf(self).String()}}
	})
	d.Getter("real", func(self any) any { return self })
	d.Getter("imag", func(any) any { return newFinite(false, new(big.Int), 0) })
}

func defineOperators(d *py.Definition) {
	unary := func(spec string, op func(*calculation, *Decimal) *Decimal) {
		d.Method(spec, func(self any) any {
			c := Current().begin()
			return c.end(op(c, decimalOf(self)))
		})
	}
	unary("__pos__(self, /)", (*calculation).plus)
	unary("__neg__(self, /)", (*calculation).minus)
	unary("__abs__(self, /)", (*calculation).abs)
	binary := func(name string, op func(*calculation, *Decimal, *Decimal) any) {
		apply := func(self, other any, swapped bool) any {
			b, ok := operand(other)
			if !ok {
				return py.NotImplemented
			}
			a := decimalOf(self)
			if swapped {
				a, b = b, a
			}
			c := Current().begin()
			result := op(c, a, b)
			c.end(nil)
			return result
		}
		d.Method("__"+name+"__(self, value, /)", func(self, other any) any { return apply(self, other, false) })
		d.Method("__r"+name+"__(self, value, /)", func(self, other any) any { return apply(self, other, true) })
	}
	for name, op := range map[string]func(*calculation, *Decimal, *Decimal) *Decimal{
		"add": (*calculation).add, "sub": (*calculation).subtract, "mul": (*calculation).multiply,
		"truediv": (*calculation).divide, "floordiv": (*calculation).floorDivide, "mod": (*calculation).remainder,
	} {
		binary(name, func(c *calculation, a, b *Decimal) any { return op(c, a, b) })
	}
	binary("divmod", func(c *calculation, a, b *Decimal) any {
		q, r := c.quotientAndRest(a, b)
		return py.Tuple{q, r}
	})
	d.Method("__pow__(self, value, mod=None, /)", func(self, other, mod any) any {
		b, ok := operand(other)
		if !ok {
			return py.NotImplemented
		}
		c := Current().begin()
		if mod != nil {
			return c.end(c.powerModulo(decimalOf(self), b, argument(mod)))
		}
		return c.end(c.power(decimalOf(self), b))
	})
	d.Method("__rpow__(self, value, mod=None, /)", func(self, other, _ any) any {
		a, ok := operand(other)
		if !ok {
			return py.NotImplemented
		}
		c := Current().begin()
		return c.end(c.power(a, decimalOf(self)))
	})
}

// roundingOf is the mode that an argument names, the context's for None.
func roundingOf(v any, c *Context) string {
	if v == nil {
		return c.rounding
	}
	return checkRounding(v)
}

func checkRounding(v any) string {
	name, ok := v.(string)
	if !ok || !slices.Contains(roundings, name) {
		panic(exc.TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n" +
			"   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"))
	}
	return name
}

func defineMethods(d *py.Definition) {
	for name, op := range binaryMethods {
		d.Method(name+"(self, other, context=None)", func(self, other, context any) any {
			c := contextOf(context).begin()
			return c.end(op(c, decimalOf(self), argument(other)))
		})
	}
	for name, op := range unaryMethods {
		d.Method(name+"(self, context=None)", func(self, context any) any {
			c := contextOf(context).begin()
			return c.end(op(c, decimalOf(self)))
		})
	}
	for name, holds := range predicates {
		d.Method(name+"(self, /)", func(self any) any { return holds(decimalOf(self)) })
	}
	d.Method("is_normal(self, context=None)", func(self, context any) any {
		return contextOf(context).isNormal(decimalOf(self))
	})
	d.Method("is_subnormal(self, context=None)", func(self, context any) any {
		return contextOf(context).isSubnormal(decimalOf(self))
	})
	d.Method("number_class(self, context=None)", func(self, context any) any {
		return contextOf(context).numberClass(decimalOf(self))
	})
	d.Method("quantize(self, exp, rounding=None, context=None)", func(self, exp, rounding, context any) any {
		c := contextOf(context).begin()
		return c.end(c.quantize(decimalOf(self), argument(exp), roundingOf(rounding, c.Context)))
	})
	d.Method("fma(self, other, third, context=None)", func(self, other, third, context any) any {
		c := contextOf(context).begin()
		return c.end(c.fma(decimalOf(self), argument(other), argument(third)))
	})
	integral := func(name string, exact bool) {
		d.Method(name+"(self, rounding=None, context=None)", func(self, rounding, context any) any {
			c := contextOf(context).begin()
			return c.end(c.toIntegral(decimalOf(self), roundingOf(rounding, c.Context), exact))
		})
	}
	integral("to_integral", false)
	integral("to_integral_value", false)
	integral("to_integral_exact", true)
	d.Method("to_eng_string(self, context=None)", func(self, context any) any {
		return decimalOf(self).text(true, contextOf(context).capitals)
	})
	d.Method("same_quantum(self, other, context=None)", func(self, other, _ any) any {
		return sameQuantum(decimalOf(self), argument(other))
	})
	d.Method("adjusted(self, /)", func(self any) any {
		if v := decimalOf(self); v.kind == finite {
			return v.adjusted()
		}
		return 0
	})
	d.Method("as_tuple(self, /)", func(self any) any { return py.Call(tupleClass(), decimalOf(self).tuple()...) })
	d.Method("as_integer_ratio(self, /)", func(self any) any { return decimalOf(self).ratio() })
	d.Method("copy_abs(self, /)", func(self any) any { return absolute(decimalOf(self)) })
	d.Method("copy_negate(self, /)", func(self any) any { return decimalOf(self).withSign(!decimalOf(self).neg) })
	d.Method("copy_sign(self, other, context=None)", func(self, other, _ any) any {
		return decimalOf(self).withSign(argument(other).neg)
	})
	d.Method("canonical(self, /)", func(self any) any { return self })
	d.Method("conjugate(self, /)", func(self any) any { return self })
	d.Method("radix(self, /)", func(any) any { return fromBig(big.NewInt(10), 0) })
}
