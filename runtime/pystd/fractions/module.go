package fractions

import (
	"math/big"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/numbers"
)

var fractionClass *py.Class

func init() {
	fractionClass = py.NewNativeClass("fractions", "Fraction", nil, defineFraction)
}

func fractionOf(self any) *Fraction { return py.PayloadAs[*Fraction](self) }

func defineFraction(d *py.Definition) {
	d.Doc("This class implements rational numbers.")
	d.New("Fraction(numerator=0, denominator=None)", create)
	d.Method("__repr__(self)", func(self any) any {
		f := fractionOf(self)
		return py.TypeOf(self).Name() + "(" + f.rat.Num().String() + ", " + f.rat.Denom().String() + ")"
	})
	d.Method("__str__(self)", func(self any) any { return fractionOf(self).String() })
	d.Method("__hash__(self)", func(self any) any { return fractionOf(self).hash() })
	d.Method("__bool__(a)", func(self any) any { return fractionOf(self).rat.Sign() != 0 })
	d.Method("__format__(self, format_spec, /)", func(self, spec any) any {
		return fractionOf(self).format(py.As[string](spec))
	})
	d.Getter("numerator", func(self any) any { return fractionOf(self).numerator() })
	d.Getter("denominator", func(self any) any { return fractionOf(self).denominator() })
	d.Getter("real", func(self any) any { return self })
	d.Getter("imag", func(any) any { return 0 })
	d.Method("conjugate(self)", func(self any) any { return self })
	d.Method("is_integer(self)", func(self any) any { return fractionOf(self).rat.IsInt() })
	d.Method("as_integer_ratio(self)", func(self any) any {
		return py.Tuple{fractionOf(self).numerator(), fractionOf(self).denominator()}
	})
	d.Method("limit_denominator(self, max_denominator=1000000)", func(self, n any) any {
		return fractionOf(self).limit(number.Big(n))
	})
	whole := func(spec string, convert func(*big.Rat) *big.Int) {
		d.Method(spec, func(self any) any { return py.NormInt(convert(fractionOf(self).rat)) })
	}
	truncate := func(r *big.Rat) *big.Int { return new(big.Int).Quo(r.Num(), r.Denom()) }
	whole("__int__(a)", truncate)
	whole("__trunc__(a)", truncate)
	whole("__floor__(a)", floor)
	whole("__ceil__(a)", func(r *big.Rat) *big.Int {
		low := floor(new(big.Rat).Neg(r))
		return low.Neg(low)
	})
	d.Method("__float__(self)", func(self any) any { return fractionOf(self).float() })
	d.Method("__complex__(self)", func(self any) any { return complex(fractionOf(self).float(), 0) })
	d.Method("__round__(self, ndigits=None)", func(self, ndigits any) any {
		if ndigits == nil {
			return py.NormInt(round(fractionOf(self).rat))
		}
		return fractionOf(self).roundTo(number.Int(ndigits))
	})
	d.Method("__copy__(self)", func(self any) any { return self })
	d.Method("__deepcopy__(self, memo)", func(self, _ any) any { return self })
	d.Method("__reduce__(self)", func(self any) any {
		return py.Tuple{py.TypeOf(self), py.Tuple{fractionOf(self).numerator(), fractionOf(self).denominator()}}
	})
	d.ClassMethod("from_float(cls, f)", func(cls, f any) any {
		switch py.Payload(f).(type) {
		case float64, int, bool, *big.Int:
			return py.Call(cls, f)
		}
		panic(exc.TypeError("%s.from_float() only takes floats, not %s (%s)", py.GetAttr(cls, "__name__"), py.Repr(f), py.TypeOf(f).Name()))
	})
	d.ClassMethod("from_decimal(cls, dec)", func(cls, dec any) any { return py.Call(cls, dec) })
	defineOperators(d)
}

// Module is the module fractions.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("fractions", "Fraction, infinite-precision, rational numbers.")
	abc.Register(numbers.Module().Attr("Rational").(*py.Class), fractionClass)
	m.Class(fractionClass)
	return m
})
