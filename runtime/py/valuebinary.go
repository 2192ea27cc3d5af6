package py

import "math"

// binaryOp names a binary operator of Python.
type binaryOp int

const (
	opAdd binaryOp = iota
	opSub
	opMul
	opTrueDiv
	opFloorDiv
	opMod
	opDivMod
	opPow
	opLShift
	opRShift
	opAnd
	opOr
	opXor
	opMatMul
)

// symbol is how messages show the operator.
func (op binaryOp) symbol() string {
	return [...]string{"+", "-", "*", "/", "//", "%", "divmod()", "** or pow()", "<<", ">>", "&", "|", "^", "@"}[op]
}

// valueBinary applies an operator to two values of builtin types; false is
// NotImplemented.
func valueBinary(op binaryOp, a, b any) (any, bool) {
	a, b = Payload(a), Payload(b)
	if ka, kb := kindOf(a), kindOf(b); ka != notNumber && kb != notNumber {
		return numberBinary(op, a, b, max(ka, kb))
	}
	switch op {
	case opAdd:
		if v, ok := concatValues(a, b); ok {
			return v, true
		}
		raiseConcat(a, b)
	case opMul:
		if n, ok := repeatCount(b); ok {
			return repeatValue(a, n, b)
		}
		if n, ok := repeatCount(a); ok {
			return repeatValue(b, n, a)
		}
		raiseRepeat(a, b)
	case opMod:
		switch format := a.(type) {
		case string:
			return percentFormat(format, b), true
		case Bytes:
			return Bytes(percentFormatBytes(string(format), b)), true
		case *ByteArray:
			return NewByteArray(percentFormatBytes(string(format.data), b)), true
		}
	case opOr:
		if x, ok := a.(dictValue); ok {
			if y, ok := b.(dictValue); ok {
				return x.mergedCopy(y), true
			}
			return nil, false
		}
		return setBinary(op, a, b)
	case opSub, opAnd, opXor:
		return setBinary(op, a, b)
	}
	return nil, false
}

// concatValues is a + b of sequences.
func concatValues(a, b any) (any, bool) {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return x + y, true
		}
	case Bytes:
		if y, ok := bytesOf(b); ok {
			return x + Bytes(y), true
		}
	case *ByteArray:
		if y, ok := bytesOf(b); ok {
			return NewByteArray(string(x.data) + y), true
		}
	case Tuple:
		if y, ok := b.(Tuple); ok {
			return x.Concat(y), true
		}
	case listValue:
		if y, ok := b.(listValue); ok {
			return x.concatList(y), true
		}
	}
	return nil, false
}

// raiseConcat raises what a sequence says about a right operand of + that is
// none of its kind.
func raiseConcat(a, b any) {
	name := typeName(b)
	switch a.(type) {
	case string:
		raisef(NewTypeError, "can only concatenate str (not \"%s\") to str", name)
	case Bytes:
		raisef(NewTypeError, "can't concat %s to bytes", name)
	case *ByteArray:
		raisef(NewTypeError, "can't concat %s to bytearray", name)
	case Tuple:
		raisef(NewTypeError, "can only concatenate tuple (not \"%s\") to tuple", name)
	case listValue:
		raisef(NewTypeError, "can only concatenate list (not \"%s\") to list", name)
	}
}

// raiseRepeat raises what a sequence says about a factor that is no int.
func raiseRepeat(a, b any) {
	switch {
	case isRepeatable(a):
		raisef(NewTypeError, "can't multiply sequence by non-int of type '%s'", typeName(b))
	case isRepeatable(b):
		raisef(NewTypeError, "can't multiply sequence by non-int of type '%s'", typeName(a))
	}
}

func isRepeatable(v any) bool {
	switch v.(type) {
	case string, Bytes, *ByteArray, Tuple, listValue:
		return true
	}
	return false
}

// repeatCount is the factor of a sequence: an int or an object with __index__.
func repeatCount(v any) (any, bool) {
	return toIndex(v)
}

func repeatValue(v, count, factor any) (any, bool) {
	if !isRepeatable(v) {
		return nil, false
	}
	n, ok := count.(int)
	if !ok {
		raisef(NewOverflowError, "cannot fit '%s' into an index-sized integer", typeName(factor))
	}
	switch x := v.(type) {
	case string:
		return StrRepeat(x, n), true
	case Bytes:
		return Bytes(StrRepeat(string(x), n)), true
	case *ByteArray:
		return NewByteArray(StrRepeat(string(x.data), n)), true
	case Tuple:
		return x.Repeat(n), true
	}
	return v.(listValue).repeatList(n), true
}

// valueInPlace applies an augmented assignment to a mutable builtin value;
// false when the plain operator is to be used.
func valueInPlace(op binaryOp, a, b any) (any, bool) {
	switch x := Payload(a).(type) {
	case listValue:
		switch op {
		case opAdd:
			extendList(x, b)
			return a, true
		case opMul:
			n, ok := repeatCount(b)
			if !ok {
				return nil, false
			}
			small, ok := n.(int)
			if !ok {
				raisef(NewOverflowError, "cannot fit '%s' into an index-sized integer", typeName(b))
			}
			x.repeatInPlace(small)
			return a, true
		}
	case *ByteArray:
		switch op {
		case opAdd:
			y, ok := bytesOf(b)
			if !ok {
				raisef(NewTypeError, "can't concat %s to bytearray", typeName(b))
			}
			x.resizable()
			x.data = append(x.data, y...)
			return a, true
		case opMul:
			n, ok := repeatCount(b)
			if !ok {
				return nil, false
			}
			if small, ok := n.(int); ok {
				x.resizable()
				x.data = []byte(StrRepeat(string(x.data), small))
				return a, true
			}
		}
	case dictValue:
		if op == opOr {
			dictUpdate(x, b)
			return a, true
		}
	case mutableSetValue:
		if other, ok := Payload(b).(setValue); ok {
			return a, setInPlace(op, x, other)
		}
	}
	return nil, false
}

// extendList is list.extend(items).
func extendList(l listValue, items any) {
	if other, ok := items.(listValue); ok {
		l.extendItems(other.snapshot())
		return
	}
	if t, ok := items.(Tuple); ok {
		l.extendItems(t)
		return
	}
	for v := range iterSized(items) {
		l.appendItem(v)
	}
}

// valueNeg is -a of a number.
func valueNeg(a any) (any, bool) {
	switch x := a.(type) {
	case float64:
		return -x, true
	case complex128:
		return -x, true
	}
	if i, ok := intOf(a); ok {
		return intNeg(i), true
	}
	return nil, false
}

// valuePos is +a of a number.
func valuePos(a any) (any, bool) {
	switch a.(type) {
	case float64, complex128:
		return a, true
	}
	return intOf(a)
}

// valueAbs is abs(a) of a number.
func valueAbs(a any) (any, bool) {
	switch x := a.(type) {
	case float64:
		return math.Abs(x), true
	case complex128:
		return ComplexAbs(x), true
	}
	if i, ok := intOf(a); ok {
		return intAbs(i), true
	}
	return nil, false
}

// valueInvert is ~a of an int.
func valueInvert(a any) (any, bool) {
	if i, ok := intOf(a); ok {
		return intInvert(i), true
	}
	return nil, false
}

// valueRound is round(a, ndigits) of a number, None standing for no ndigits.
func valueRound(a, ndigits any) (any, bool) {
	if ndigits == nil {
		switch x := a.(type) {
		case float64:
			return RoundFloat(x), true
		}
		return intOf(a)
	}
	n, ok := toIndex(ndigits)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(ndigits))
	}
	if f, ok := a.(float64); ok {
		digits, ok := n.(int)
		if !ok {
			digits = intSign(n) * 1000
		}
		return RoundFloatTo(f, digits), true
	}
	i, ok := intOf(a)
	if !ok {
		return nil, false
	}
	return intRoundTo(i, n), true
}
