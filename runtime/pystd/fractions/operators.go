package fractions

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// exact are the operators of two rational numbers.
var exact = map[string]func(a, b *big.Rat) any{
	"add":     func(a, b *big.Rat) any { return &Fraction{new(big.Rat).Add(a, b)} },
	"sub":     func(a, b *big.Rat) any { return &Fraction{new(big.Rat).Sub(a, b)} },
	"mul":     func(a, b *big.Rat) any { return &Fraction{new(big.Rat).Mul(a, b)} },
	"truediv": func(a, b *big.Rat) any { return quotient(a, b) },
	"floordiv": func(a, b *big.Rat) any {
		whole, _ := divMod(a, b)
		return py.NormInt(whole)
	},
	"mod": func(a, b *big.Rat) any {
		if b.Sign() == 0 {
			panic(py.NewZeroDivisionError("integer modulo by zero"))
		}
		_, rest := divMod(a, b)
		return rest
	},
	"divmod": func(a, b *big.Rat) any {
		whole, rest := divMod(a, b)
		return py.Tuple{py.NormInt(whole), rest}
	},
}

// inexact are the operators applied when the other number is a float or a
// complex.
var inexact = map[string]func(a, b any) any{
	"add": py.Add, "sub": py.Sub, "mul": py.Mul, "truediv": py.TrueDiv,
	"floordiv": py.FloorDiv, "mod": py.Mod, "divmod": py.DivMod,
}

func quotient(a, b *big.Rat) *Fraction {
	if b.Sign() == 0 {
		return New(b.Denom(), new(big.Int))
	}
	return &Fraction{new(big.Rat).Quo(a, b)}
}

func divMod(a, b *big.Rat) (*big.Int, *Fraction) {
	if b.Sign() == 0 {
		panic(py.NewZeroDivisionError("integer division or modulo by zero"))
	}
	whole := floor(new(big.Rat).Quo(a, b))
	rest := new(big.Rat).Mul(b, new(big.Rat).SetInt(whole))
	return whole, &Fraction{rest.Sub(a, rest)}
}

func defineOperators(d *py.Definition) {
	for name, op := range exact {
		apply := func(self, other any, swapped bool) any {
			f := fractionOf(self)
			if b, ok := rational(other); ok {
				if swapped {
					return op(b, f.rat)
				}
				return op(f.rat, b)
			}
			var a any
			switch py.Payload(other).(type) {
			case float64:
				a = f.float()
			case complex128:
				a = complex(f.float(), 0)
			default:
				return py.NotImplemented
			}
			if swapped {
				return inexact[name](other, a)
			}
			return inexact[name](a, other)
		}
		d.Method("__"+name+"__(a, b)", func(a, b any) any { return apply(a, b, false) })
		d.Method("__r"+name+"__(b, a)", func(b, a any) any { return apply(b, a, true) })
	}
	d.Method("__pow__(a, b)", func(a, b any) any { return power(fractionOf(a), b) })
	d.Method("__rpow__(b, a)", func(b, a any) any {
		f := fractionOf(b)
		if f.rat.IsInt() && f.rat.Sign() >= 0 {
			return py.Pow(a, f.numerator())
		}
		if r, ok := rational(a); ok {
			if f.rat.IsInt() {
				return power(&Fraction{r}, f)
			}
			return py.Pow((&Fraction{r}).float(), f.float())
		}
		return py.Pow(a, f.float())
	})
	d.Method("__pos__(a)", func(a any) any { return &Fraction{fractionOf(a).rat} })
	d.Method("__neg__(a)", func(a any) any { return &Fraction{new(big.Rat).Neg(fractionOf(a).rat)} })
	d.Method("__abs__(a)", func(a any) any { return &Fraction{new(big.Rat).Abs(fractionOf(a).rat)} })
	defineComparisons(d)
}

// power is f ** exponent: exact for a whole exponent.
func power(f *Fraction, exponent any) any {
	b, ok := rational(exponent)
	if !ok {
		switch v := py.Payload(exponent).(type) {
		case float64:
			return py.Pow(f.float(), v)
		case complex128:
			return py.Pow(complex(f.float(), 0), v)
		}
		return py.NotImplemented
	}
	if !b.IsInt() {
		return py.Pow(f.float(), (&Fraction{b}).float())
	}
	n := new(big.Int).Abs(b.Num())
	num := new(big.Int).Exp(f.rat.Num(), n, nil)
	den := new(big.Int).Exp(f.rat.Denom(), n, nil)
	if b.Sign() >= 0 {
		return New(num, den)
	}
	if num.Sign() == 0 {
		panic(py.NewZeroDivisionError("Fraction(" + den.String() + ", 0)"))
	}
	return New(den, num)
}

func defineComparisons(d *py.Definition) {
	compare := func(name string, floats func(a, b any) any, holds func(sign int) bool) {
		d.Method("__"+name+"__(a, b)", func(a, b any) any {
			f := fractionOf(a)
			if r, ok := rational(b); ok {
				return holds(f.rat.Cmp(r))
			}
			switch v := py.Payload(b).(type) {
			case float64:
				if v-v != 0 {
					return floats(0.0, v)
				}
				return holds(f.rat.Cmp(new(big.Rat).SetFloat64(v)))
			case complex128:
				if name == "eq" && imag(v) == 0 && real(v)-real(v) == 0 {
					return f.rat.Cmp(new(big.Rat).SetFloat64(real(v))) == 0
				}
			}
			return py.NotImplemented
		})
	}
	compare("eq", py.Eq, func(sign int) bool { return sign == 0 })
	compare("lt", py.Lt, func(sign int) bool { return sign < 0 })
	compare("le", py.Le, func(sign int) bool { return sign <= 0 })
	compare("gt", py.Gt, func(sign int) bool { return sign > 0 })
	compare("ge", py.Ge, func(sign int) bool { return sign >= 0 })
}
