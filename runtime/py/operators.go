package py

import "math/big"

// isValue reports whether o is of a builtin type whose operators are those of
// the value functions, so that no special method has to be looked up. Types of
// the libraries that embed a dict or a list are not.
func isValue(o any) bool {
	switch o := o.(type) {
	case nil, int, string, bool, float64, Tuple, *List[any], *Dict[any, any], *big.Int, complex128, Bytes,
		*DictView, *Range, *ByteArray, *MemoryView, *Slice:
		return true
	case *Object:
		return false
	case listValue:
		return TypeOf(o) == ListClass
	case dictValue:
		return TypeOf(o) == DictClass
	case setValue:
		c := TypeOf(o)
		return c == SetClass || c == FrozenSetClass
	}
	return false
}

// operatorMethods are the special methods of the binary operators.
var operatorMethods = [...]struct{ name, reflected, inPlace string }{
	opAdd:      {"__add__", "__radd__", "__iadd__"},
	opSub:      {"__sub__", "__rsub__", "__isub__"},
	opMul:      {"__mul__", "__rmul__", "__imul__"},
	opTrueDiv:  {"__truediv__", "__rtruediv__", "__itruediv__"},
	opFloorDiv: {"__floordiv__", "__rfloordiv__", "__ifloordiv__"},
	opMod:      {"__mod__", "__rmod__", "__imod__"},
	opDivMod:   {"__divmod__", "__rdivmod__", ""},
	opPow:      {"__pow__", "__rpow__", "__ipow__"},
	opLShift:   {"__lshift__", "__rlshift__", "__ilshift__"},
	opRShift:   {"__rshift__", "__rrshift__", "__irshift__"},
	opAnd:      {"__and__", "__rand__", "__iand__"},
	opOr:       {"__or__", "__ror__", "__ior__"},
	opXor:      {"__xor__", "__rxor__", "__ixor__"},
	opMatMul:   {"__matmul__", "__rmatmul__", "__imatmul__"},
}

// Add is a + b. Like all binary operators it raises TypeError when neither
// operand implements it for the other.
func Add(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return AddInt(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x + y
		}
	}
	return applyBinary(opAdd, a, b)
}

// Sub is a - b.
func Sub(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return SubInt(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x - y
		}
	}
	return applyBinary(opSub, a, b)
}

// Mul is a * b.
func Mul(a, b any) any {
	switch x := a.(type) {
	case int:
		if y, ok := b.(int); ok {
			return MulInt(x, y)
		}
	case float64:
		if y, ok := b.(float64); ok {
			return x * y
		}
	}
	return applyBinary(opMul, a, b)
}

// TrueDiv is a / b.
func TrueDiv(a, b any) any {
	if x, ok := a.(float64); ok {
		if y, ok := b.(float64); ok && y != 0 {
			return x / y
		}
	}
	return applyBinary(opTrueDiv, a, b)
}

// FloorDiv is a // b.
func FloorDiv(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok && y > 0 {
			return FloorDivInt(x, y)
		}
	}
	return applyBinary(opFloorDiv, a, b)
}

// Mod is a % b.
func Mod(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok && y > 0 {
			return ModInt(x, y)
		}
	}
	return applyBinary(opMod, a, b)
}

// DivMod is divmod(a, b).
func DivMod(a, b any) any { return applyBinary(opDivMod, a, b) }

// Pow is a ** b.
func Pow(a, b any) any { return applyBinary(opPow, a, b) }

// MatMul is a @ b.
func MatMul(a, b any) any { return applyBinary(opMatMul, a, b) }

// LShift is a << b.
func LShift(a, b any) any { return applyBinary(opLShift, a, b) }

// RShift is a >> b.
func RShift(a, b any) any { return applyBinary(opRShift, a, b) }

// BitAnd is a & b.
func BitAnd(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x & y
		}
	}
	return applyBinary(opAnd, a, b)
}

// BitOr is a | b.
func BitOr(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x | y
		}
	}
	return applyBinary(opOr, a, b)
}

// BitXor is a ^ b.
func BitXor(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x ^ y
		}
	}
	return applyBinary(opXor, a, b)
}

// IAdd is the value of a after a += b. Like the other operators in place it
// changes a itself only if a's type is mutable.
func IAdd(a, b any) any {
	if bothNumbers(a, b) {
		return Add(a, b)
	}
	return inPlace(opAdd, a, b)
}

// ISub is the value of a after a -= b.
func ISub(a, b any) any {
	if bothNumbers(a, b) {
		return Sub(a, b)
	}
	return inPlace(opSub, a, b)
}

// IMul is the value of a after a *= b.
func IMul(a, b any) any {
	if bothNumbers(a, b) {
		return Mul(a, b)
	}
	return inPlace(opMul, a, b)
}

// ITrueDiv is the value of a after a /= b.
func ITrueDiv(a, b any) any { return inPlace(opTrueDiv, a, b) }

// IFloorDiv is the value of a after a //= b.
func IFloorDiv(a, b any) any {
	if bothNumbers(a, b) {
		return FloorDiv(a, b)
	}
	return inPlace(opFloorDiv, a, b)
}

// IMod is the value of a after a %= b.
func IMod(a, b any) any {
	if bothNumbers(a, b) {
		return Mod(a, b)
	}
	return inPlace(opMod, a, b)
}

// IPow is the value of a after a **= b.
func IPow(a, b any) any { return inPlace(opPow, a, b) }

// IMatMul is the value of a after a @= b.
func IMatMul(a, b any) any { return inPlace(opMatMul, a, b) }

// ILShift is the value of a after a <<= b.
func ILShift(a, b any) any { return inPlace(opLShift, a, b) }

// IRShift is the value of a after a >>= b.
func IRShift(a, b any) any { return inPlace(opRShift, a, b) }

// IBitAnd is the value of a after a &= b.
func IBitAnd(a, b any) any { return inPlace(opAnd, a, b) }

// IBitOr is the value of a after a |= b.
func IBitOr(a, b any) any { return inPlace(opOr, a, b) }

// IBitXor is the value of a after a ^= b.
func IBitXor(a, b any) any { return inPlace(opXor, a, b) }

// bothNumbers reports whether an augmented assignment is the operator alone: its
// operands are ints or floats.
func bothNumbers(a, b any) bool {
	switch a.(type) {
	case int, float64:
		switch b.(type) {
		case int, float64:
			return true
		}
	}
	return false
}

// applyBinary applies a binary operator.
func applyBinary(op binaryOp, a, b any) any {
	if v, ok := binaryValue(op, a, b); ok {
		return v
	}
	raiseUnsupported(op.symbol(), a, b)
	return nil
}

func raiseUnsupported(symbol string, a, b any) {
	raisef(NewTypeError, "unsupported operand type(s) for %s: '%s' and '%s'", symbol, typeName(a), typeName(b))
}

// binaryValue applies a binary operator; false means that both operands
// returned NotImplemented.
func binaryValue(op binaryOp, a, b any) (any, bool) {
	if isValue(a) && isValue(b) {
		return valueBinary(op, a, b)
	}
	classA, classB := TypeOf(a), TypeOf(b)
	m := &operatorMethods[op]
	left, hasLeft := classA.lookup(m.name)
	right, hasRight := classB.lookup(m.reflected)
	if classA == classB {
		hasRight = hasRight && !hasLeft
	}
	leftLast := isSequence(a) && (op == opAdd || op == opMul)
	if hasRight && (leftLast || (hasLeft && classB != classA && classB.IsSubclassOf(classA) && overrides(classB, classA, m.reflected))) {
		if v := callBound(right, b, classB, []any{a}, nil); v != NotImplemented {
			return v, true
		}
		hasRight = false
	}
	if hasLeft {
		if v := callBound(left, a, classA, []any{b}, nil); v != NotImplemented {
			return v, true
		}
	}
	if hasRight {
		if v := callBound(right, b, classB, []any{a}, nil); v != NotImplemented {
			return v, true
		}
	}
	return nil, false
}

// isSequence reports whether a is of a builtin type whose + and * belong to
// its sequence protocol, which CPython tries after the other operand.
func isSequence(a any) bool {
	switch a.(type) {
	case string, listValue, Tuple, Bytes, *ByteArray:
		return true
	}
	return false
}

// overrides reports whether sub has its own version of a method of base.
func overrides(sub, base *Class, name string) bool {
	v, _ := sub.lookup(name)
	w, ok := base.lookup(name)
	return !ok || v != w
}

// inPlace applies an augmented assignment operator.
func inPlace(op binaryOp, a, b any) any {
	if isValue(a) {
		if v, ok := valueInPlace(op, a, b); ok {
			return v
		}
	} else if method, ok := TypeOf(a).lookup(operatorMethods[op].inPlace); ok {
		if v := callBound(method, a, TypeOf(a), []any{b}, nil); v != NotImplemented {
			return v
		}
	}
	if v, ok := binaryValue(op, a, b); ok {
		return v
	}
	symbol := op.symbol() + "="
	if op == opPow {
		symbol = "**="
	}
	raiseUnsupported(symbol, a, b)
	return nil
}

// PowMod is pow(a, b, m).
func PowMod(a, b, m any) any {
	if m == nil {
		return Pow(a, b)
	}
	x, okX := intOf(a)
	y, okY := intOf(b)
	n, okN := intOf(m)
	if okX && okY && okN && isValue(a) {
		return intPowMod(x, y, n)
	}
	if _, ok := a.(float64); ok {
		raisef(NewTypeError, "pow() 3rd argument not allowed unless all arguments are integers")
	}
	if v, ok := callSpecial(a, "__pow__", b, m); ok && v != NotImplemented {
		return v
	}
	raisef(NewTypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
		typeName(a), typeName(b), typeName(m))
	return nil
}

// Neg is -a.
func Neg(a any) any { return unary(a, "-", "__neg__", valueNeg) }

// Pos is +a.
func Pos(a any) any { return unary(a, "+", "__pos__", valuePos) }

// Invert is ~a.
func Invert(a any) any { return unary(a, "~", "__invert__", valueInvert) }

func unary(a any, symbol, method string, value func(any) (any, bool)) any {
	if isValue(a) {
		if v, ok := value(a); ok {
			return v
		}
	} else if v, ok := callSpecial(a, method); ok {
		return v
	}
	raisef(NewTypeError, "bad operand type for unary %s: '%s'", symbol, typeName(a))
	return nil
}

// Abs is abs(a).
func Abs(a any) any {
	if isValue(a) {
		if v, ok := valueAbs(a); ok {
			return v
		}
	} else if v, ok := callSpecial(a, "__abs__"); ok {
		return v
	}
	raisef(NewTypeError, "bad operand type for abs(): '%s'", typeName(a))
	return nil
}
