package py

// Int is int(o). It raises TypeError for what has no int value and ValueError
// for a text that is no int.
func Int(o any) any {
	switch v := o.(type) {
	case int:
		return v
	case float64:
		return floatToInt(v)
	case string:
		return ParseInt(v, 10)
	case bool:
		return boolInt(v)
	}
	if obj, ok := o.(*Object); ok {
		if v, ok := intOfObject(obj); ok {
			return v
		}
	}
	if i, ok := intOf(o); ok {
		return i
	}
	switch v := native(o).(type) {
	case string:
		return ParseInt(v, 10)
	case float64:
		return floatToInt(v)
	case Bytes, *ByteArray:
		s, _ := bytesOf(v)
		return parseIntText(s, 10, func() string { return bytesRepr(s) })
	}
	if !isValue(o) {
		if v, ok := intOfObject(o); ok {
			return v
		}
	}
	raisef(NewTypeError, "int() argument must be a string, a bytes-like object or a real number, not '%s'", typeName(o))
	return nil
}

// intOfObject asks __int__, then __index__, then __trunc__.
func intOfObject(o any) (any, bool) {
	if v, ok := callSpecial(o, "__int__"); ok {
		i, ok := intOf(v)
		if !ok {
			raisef(NewTypeError, "__int__ returned non-int (type %s)", typeName(v))
		}
		return i, true
	}
	if i, ok := toIndex(o); ok {
		return i, true
	}
	if v, ok := callSpecial(o, "__trunc__"); ok {
		i, ok := toIndex(v)
		if !ok {
			raisef(NewTypeError, "__trunc__ returned non-Integral (type %s)", typeName(v))
		}
		return i, true
	}
	return nil, false
}

// intWithBase is int(text, base).
func intWithBase(x, base any) any {
	b, ok := toIndex(base)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(base))
	}
	n, ok := b.(int)
	if !ok || n != 0 && (n < 2 || n > 36) {
		raisef(NewValueError, "int() base must be >= 2 and <= 36, or 0")
	}
	switch v := native(x).(type) {
	case string:
		return parseIntText(v, n, func() string { return strRepr(v) })
	case Bytes, *ByteArray:
		s, _ := bytesOf(v)
		return parseIntText(s, n, func() string { return bytesRepr(s) })
	}
	raisef(NewTypeError, "int() can't convert non-string with explicit base")
	return nil
}

// Float is float(o). It raises TypeError for what has no float value and
// ValueError for a text that is no float.
func Float(o any) float64 {
	switch v := o.(type) {
	case float64:
		return v
	case string:
		return ParseFloat(v)
	case *Object:
		if f, ok := floatOfObject(v); ok {
			return f
		}
	}
	if f, ok := floatOf(o); ok {
		return f
	}
	switch v := native(o).(type) {
	case string:
		return ParseFloat(v)
	case Bytes, *ByteArray:
		s, _ := bytesOf(v)
		f, ok := parseFloat(s)
		if !ok {
			raisef(NewValueError, "could not convert string to float: %s", Repr(o))
		}
		return f
	}
	if !isValue(o) {
		if f, ok := floatOfObject(o); ok {
			return f
		}
	}
	raisef(NewTypeError, "float() argument must be a string or a real number, not '%s'", typeName(o))
	return 0
}

// floatOfObject asks __float__, then __index__.
func floatOfObject(o any) (float64, bool) {
	if v, ok := callSpecial(o, "__float__"); ok {
		f, ok := native(v).(float64)
		if !ok {
			raisef(NewTypeError, "%s.__float__ returned non-float (type %s)", typeName(o), typeName(v))
		}
		return f, true
	}
	if i, ok := toIndex(o); ok {
		return intToFloat(i), true
	}
	return 0, false
}

// newComplex is complex(real, imag).
func newComplex(re, im any) any {
	if text, ok := native(re).(string); ok {
		if im != missing {
			raisef(NewTypeError, "complex() can't take second arg if first is a string")
		}
		return ParseComplex(text)
	}
	if _, ok := native(im).(string); ok {
		raisef(NewTypeError, "complex() second arg can't be a string")
	}
	x := complexPart(re, "complex() first argument must be a string or a number, not '%s'")
	if im == missing {
		return x
	}
	y := complexPart(im, "complex() second argument must be a number, not '%s'")
	// A complex second argument counts as y*1j. The part that a real argument
	// lacks is not added: it would turn -0.0 into 0.0.
	z := complex(real(x), real(y))
	if isComplexArgument(im) {
		z = complex(real(z)-imag(y), imag(z))
	}
	if isComplexArgument(re) {
		z = complex(real(z), imag(x)+imag(z))
	}
	return z
}

// isComplexArgument reports whether an argument of complex() has both parts.
func isComplexArgument(v any) bool {
	if !isValue(v) {
		if _, ok := TypeOf(v).lookup("__complex__"); ok {
			return true
		}
	}
	_, ok := native(v).(complex128)
	return ok
}

func complexPart(v any, fault string) complex128 {
	if v == missing {
		return 0
	}
	if !isValue(v) {
		if c, ok := callSpecial(v, "__complex__"); ok {
			z, ok := native(c).(complex128)
			if !ok {
				raisef(NewTypeError, "%s.__complex__ returned non-complex (type %s)", typeName(v), typeName(c))
			}
			return z
		}
		if f, ok := floatOfObject(v); ok {
			return complex(f, 0)
		}
	}
	if c, ok := complexOf(v); ok {
		return c
	}
	if !isValue(v) {
		if f, ok := floatOfObject(v); ok {
			return complex(f, 0)
		}
	}
	raisef(NewTypeError, fault, typeName(v))
	return 0
}
