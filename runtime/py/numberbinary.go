package py

import (
	"math"
	"math/big"
)

// numberKind orders the types of numbers: an operation takes place in the
// higher of its operands' kinds.
type numberKind int

const (
	notNumber numberKind = iota
	boolNumber
	intNumber
	floatNumber
	complexNumber
)

func kindOf(v any) numberKind {
	switch v.(type) {
	case int, *big.Int:
		return intNumber
	case float64:
		return floatNumber
	case bool:
		return boolNumber
	case complex128:
		return complexNumber
	}
	return notNumber
}

// numberBinary applies an operator to two numbers of which the higher is of
// the given kind.
func numberBinary(op binaryOp, a, b any, kind numberKind) (any, bool) {
	switch kind {
	case boolNumber:
		x, y := a.(bool), b.(bool)
		switch op {
		case opAnd:
			return x && y, true
		case opOr:
			return x || y, true
		case opXor:
			return x != y, true
		}
		return intBinary(op, boolInt(x), boolInt(y))
	case intNumber:
		x, _ := intOf(a)
		y, _ := intOf(b)
		return intBinary(op, x, y)
	case floatNumber:
		return floatBinary(op, a, b)
	}
	return complexBinary(op, a, b)
}

func intBinary(op binaryOp, a, b any) (any, bool) {
	switch op {
	case opAdd:
		return intAdd(a, b), true
	case opSub:
		return intSub(a, b), true
	case opMul:
		return intMul(a, b), true
	case opTrueDiv:
		if x, y, ok := smallInts(a, b); ok {
			return TrueDivInt(x, y), true
		}
		return intTrueDiv(a, b), true
	case opFloorDiv:
		return intFloorDiv(a, b), true
	case opMod:
		return intMod(a, b), true
	case opDivMod:
		q, m := intDivMod(a, b)
		return Tuple{q, m}, true
	case opPow:
		return intPow(a, b), true
	case opLShift:
		return intLsh(a, b), true
	case opRShift:
		return intRsh(a, b), true
	case opAnd:
		return intAnd(a, b), true
	case opOr:
		return intOr(a, b), true
	case opXor:
		return intXor(a, b), true
	}
	return nil, false
}

func floatBinary(op binaryOp, a, b any) (any, bool) {
	switch op {
	case opAdd, opSub, opMul, opTrueDiv, opFloorDiv, opMod, opDivMod, opPow:
	default:
		return nil, false
	}
	x, _ := floatOf(a)
	y, _ := floatOf(b)
	switch op {
	case opAdd:
		return x + y, true
	case opSub:
		return x - y, true
	case opMul:
		return x * y, true
	case opTrueDiv:
		return TrueDivFloat(x, y), true
	case opFloorDiv:
		return FloorDivFloat(x, y), true
	case opMod:
		return ModFloat(x, y), true
	case opDivMod:
		q, m := DivModFloat(x, y)
		return Tuple{q, m}, true
	}
	return floatPow(x, y), true
}

func complexBinary(op binaryOp, a, b any) (any, bool) {
	switch op {
	case opAdd, opSub, opMul, opTrueDiv, opPow:
	default:
		return nil, false
	}
	x, _ := complexOf(a)
	y, _ := complexOf(b)
	switch op {
	case opAdd:
		return complex(real(x)+real(y), imag(x)+imag(y)), true
	case opSub:
		return complex(real(x)-real(y), imag(x)-imag(y)), true
	case opMul:
		return complexMul(x, y), true
	case opTrueDiv:
		return complexDiv(x, y), true
	}
	return complexPow(x, y), true
}

// numberCompare compares two numbers. Only equality is defined for complex
// numbers, and nothing but inequality is true of nan.
func numberCompare(op compareOp, a, b any, kind numberKind) (any, bool) {
	switch kind {
	case complexNumber:
		if op != cmpEq && op != cmpNe {
			return nil, false
		}
		return complexEqual(a, b) == (op == cmpEq), true
	case floatNumber:
		x, okX := a.(float64)
		y, okY := b.(float64)
		switch {
		case okX && okY:
			return op.holdsFloats(x, y), true
		case okX:
			if math.IsNaN(x) {
				return op == cmpNe, true
			}
			i, _ := intOf(b)
			return op.holds(-intFloatCmp(i, x)), true
		}
		if math.IsNaN(y) {
			return op == cmpNe, true
		}
		i, _ := intOf(a)
		return op.holds(intFloatCmp(i, y)), true
	}
	x, _ := intOf(a)
	y, _ := intOf(b)
	return op.holds(intCmp(x, y)), true
}

func (op compareOp) holdsFloats(x, y float64) bool {
	switch op {
	case cmpEq:
		return x == y
	case cmpNe:
		return x != y
	case cmpLt:
		return x < y
	case cmpLe:
		return x <= y
	case cmpGt:
		return x > y
	}
	return x >= y
}
