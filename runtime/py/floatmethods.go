package py

import "math"

func floatSelf(self any) float64 {
	return PayloadAs[float64](self)
}

func init() {
	FloatClass.define(defineFloat)
	FloatClass.define(defineFloatRounding)
	ComplexClass.define(defineComplex)
}

func defineFloat(d *Definition) {
	d.New("float(x=0, /)", func(x any) any { return Float(x) })
	d.Method("is_integer(self, /)", func(self any) any {
		f := floatSelf(self)
		return f == math.Trunc(f) && !math.IsInf(f, 0)
	})
	d.Method("as_integer_ratio(self, /)", func(self any) any {
		num, den := floatIntegerRatio(floatSelf(self))
		return Tuple{num, den}
	})
	d.Method("hex(self, /)", func(self any) any { return floatHex(floatSelf(self)) })
	d.ClassMethod("fromhex(cls, string, /)", func(cls, text any) any {
		digits, ok := native(text).(string)
		if !ok {
			raisef(NewTypeError, "bad argument type for built-in operation")
		}
		f := floatFromHex(digits)
		if cls == any(FloatClass) {
			return f
		}
		return Call(cls, f)
	})
	d.Method("conjugate(self, /)", func(self any) any { return floatSelf(self) })
	d.Method("__getnewargs__(self, /)", func(self any) any { return Tuple{floatSelf(self)} })
	d.ClassMethod("__getformat__(cls, typestr, /)", func(cls, kind any) any {
		switch kind {
		case "double", "float":
			return "IEEE, little-endian"
		}
		raisef(NewValueError, "__getformat__() argument 1 must be 'double' or 'float'")
		return nil
	})
	d.Getter("real", func(self any) any { return floatSelf(self) })
	d.Getter("imag", func(self any) any { return 0.0 })
}

func defineFloatRounding(d *Definition) {
	d.Method("__trunc__(self, /)", func(self any) any { return floatToInt(floatSelf(self)) })
	d.Method("__floor__(self, /)", func(self any) any { return floatToInt(math.Floor(floatSelf(self))) })
	d.Method("__ceil__(self, /)", func(self any) any { return floatToInt(math.Ceil(floatSelf(self))) })
}

func defineComplex(d *Definition) {
	d.New("complex(real=, imag=)", newComplex, missing, missing)
	d.Method("conjugate(self, /)", func(self any) any {
		c := PayloadAs[complex128](self)
		return complex(real(c), -imag(c))
	})
	d.Method("__getnewargs__(self, /)", func(self any) any {
		c := PayloadAs[complex128](self)
		return Tuple{real(c), imag(c)}
	})
	d.Getter("real", func(self any) any { return real(PayloadAs[complex128](self)) })
	d.Getter("imag", func(self any) any { return imag(PayloadAs[complex128](self)) })
}
