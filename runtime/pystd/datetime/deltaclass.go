package datetime

import (
	"math/big"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var deltaClass *py.Class

var deltaHeader = header{
	function:   "__new__",
	names:      []string{"days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"},
	positional: 7,
}

// asDelta is v's timedelta; false if it has none.
func asDelta(v any) (*TimeDelta, bool) {
	if d, ok := v.(*TimeDelta); ok {
		return d, true
	}
	d, ok := py.Payload(v).(*TimeDelta)
	return d, ok
}

func selfDelta(self any) *TimeDelta { return py.PayloadAs[*TimeDelta](self) }

// integerOf is the value of an int; false for other types.
func integerOf(v any) (*big.Int, bool) {
	switch v := py.Payload(v).(type) {
	case int, bool, *big.Int:
		return py.BigInt(py.Index(v)), true
	}
	return nil, false
}

func defineDelta(d *py.Definition) {
	d.Doc("Difference between two datetime values.\n\n" +
		"timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n" +
		"All arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.")
	d.New("timedelta(*args, **kwargs)", func(args, kwargs any) any {
		return deltaFrom(deltaHeader.bind(args.(py.Tuple), kwargs.(*py.Dict[any, any])))
	})
	readOnly := func(name string, get func(*TimeDelta) int) {
		d.Member(name, func(self any) any { return get(selfDelta(self)) }, func(any, any) {
			panic(exc.AttributeError("readonly attribute"))
		})
	}
	readOnly("days", func(d *TimeDelta) int { return d.days })
	readOnly("seconds", func(d *TimeDelta) int { return d.seconds })
	readOnly("microseconds", func(d *TimeDelta) int { return d.micros })
	d.Set("min", &TimeDelta{days: -maxDays})
	d.Set("max", &TimeDelta{maxDays, daySeconds - 1, 999999})
	d.Set("resolution", &TimeDelta{micros: 1})
	d.Method("total_seconds(self, /)", func(self any) any { return selfDelta(self).TotalSeconds() })
	d.Method("__repr__(self, /)", func(self any) any { return selfDelta(self).repr(shown(self)) })
	d.Method("__str__(self, /)", func(self any) any { return selfDelta(self).String() })
	d.Method("__hash__(self, /)", func(self any) any { return selfDelta(self).hash() })
	d.Method("__bool__(self, /)", func(self any) any { return !selfDelta(self).isZero() })
	d.Method("__pos__(self, /)", func(self any) any {
		return newDelta(selfDelta(self).days, selfDelta(self).seconds, selfDelta(self).micros)
	})
	d.Method("__neg__(self, /)", func(self any) any { return selfDelta(self).negated() })
	d.Method("__abs__(self, /)", func(self any) any {
		t := selfDelta(self)
		if t.days < 0 {
			return t.negated()
		}
		return newDelta(t.days, t.seconds, t.micros)
	})
	d.Method("__reduce__(self, /)", func(self any) any {
		t := selfDelta(self)
		return py.Tuple{py.TypeOf(self), py.Tuple{t.days, t.seconds, t.micros}}
	})
	defineDeltaArithmetic(d)
	defineOrder(d, func(a, b any) (int, bool) {
		other, ok := asDelta(b)
		if !ok {
			return 0, false
		}
		return selfDelta(a).compare(other), true
	})
}

// defineOrder adds the comparisons of a type that has an order; compare gives
// false for values of other types.
func defineOrder(d *py.Definition, compare func(a, b any) (int, bool)) {
	for name, holds := range map[string]func(order int) bool{
		"eq": func(order int) bool { return order == 0 }, "ne": func(order int) bool { return order != 0 },
		"lt": func(order int) bool { return order < 0 }, "le": func(order int) bool { return order <= 0 },
		"gt": func(order int) bool { return order > 0 }, "ge": func(order int) bool { return order >= 0 },
	} {
		d.Method("__"+name+"__(self, value, /)", func(self, value any) any {
			order, ok := compare(self, value)
			if !ok {
				return py.NotImplemented
			}
			return holds(order)
		})
	}
}

// defineBinary adds an operator and its reflected form; op gives NotImplemented
// for types that it does not take.
func defineBinary(d *py.Definition, name string, op func(a, b any) any) {
	d.Method("__"+name+"__(self, value, /)", func(self, value any) any { return op(self, value) })
	d.Method("__r"+name+"__(self, value, /)", func(self, value any) any { return op(value, self) })
}

func defineDeltaArithmetic(d *py.Definition) {
	both := func(op func(a, b *TimeDelta) any) func(a, b any) any {
		return func(a, b any) any {
			left, ok1 := asDelta(a)
			right, ok2 := asDelta(b)
			if !ok1 || !ok2 {
				return py.NotImplemented
			}
			return op(left, right)
		}
	}
	defineBinary(d, "add", both(func(a, b *TimeDelta) any { return a.plus(b) }))
	defineBinary(d, "sub", both(func(a, b *TimeDelta) any { return a.minus(b) }))
	defineBinary(d, "mul", multiply)
	defineBinary(d, "truediv", trueDivide)
	defineBinary(d, "floordiv", floorDivide)
	defineBinary(d, "mod", both(func(a, b *TimeDelta) any {
		_, rest := divMod(a, b, "integer modulo by zero")
		return rest
	}))
	defineBinary(d, "divmod", both(func(a, b *TimeDelta) any {
		quotient, rest := divMod(a, b, "integer division or modulo by zero")
		return py.Tuple{py.NormInt(quotient), rest}
	}))
}

// ratio is a float as an exact fraction. It raises what as_integer_ratio does.
func ratio(f float64) (num, den *big.Int) {
	pair := py.CallMethod(f, "as_integer_ratio").(py.Tuple)
	return py.BigInt(pair[0]), py.BigInt(pair[1])
}

func multiply(a, b any) any {
	t, ok := asDelta(a)
	if !ok {
		a, b = b, a
		t, ok = asDelta(a)
	}
	if !ok {
		return py.NotImplemented
	}
	if n, ok := integerOf(b); ok {
		return deltaOf(new(big.Int).Mul(t.inMicros(), n))
	}
	if f, ok := py.Payload(b).(float64); ok {
		num, den := ratio(f)
		return deltaOf(divideNearest(num.Mul(num, t.inMicros()), den))
	}
	return py.NotImplemented
}

func trueDivide(a, b any) any {
	t, ok := asDelta(a)
	if !ok {
		return py.NotImplemented
	}
	if other, ok := asDelta(b); ok {
		return py.TrueDiv(py.NormInt(t.inMicros()), py.NormInt(other.inMicros()))
	}
	if n, ok := integerOf(b); ok {
		return deltaOf(divideNearest(t.inMicros(), n))
	}
	if f, ok := py.Payload(b).(float64); ok {
		num, den := ratio(f)
		return deltaOf(divideNearest(den.Mul(den, t.inMicros()), num))
	}
	return py.NotImplemented
}

func floorDivide(a, b any) any {
	t, ok := asDelta(a)
	if !ok {
		return py.NotImplemented
	}
	if other, ok := asDelta(b); ok {
		return py.FloorDiv(py.NormInt(t.inMicros()), py.NormInt(other.inMicros()))
	}
	if n, ok := integerOf(b); ok {
		return deltaOf(py.BigInt(py.FloorDiv(py.NormInt(t.inMicros()), py.NormInt(n))))
	}
	return py.NotImplemented
}

func divMod(a, b *TimeDelta, byZero string) (*big.Int, *TimeDelta) {
	x, y := a.inMicros(), b.inMicros()
	if y.Sign() == 0 {
		panic(py.NewZeroDivisionError(byZero))
	}
	quotient := py.BigInt(py.FloorDiv(py.NormInt(x), py.NormInt(y)))
	return quotient, deltaOf(new(big.Int).Sub(x, new(big.Int).Mul(quotient, y)))
}
