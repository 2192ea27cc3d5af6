package py

import "math/big"

var compareMethods = [...]struct{ name, reflected string }{
	cmpEq: {"__eq__", "__eq__"},
	cmpNe: {"__ne__", "__ne__"},
	cmpLt: {"__lt__", "__gt__"},
	cmpLe: {"__le__", "__ge__"},
	cmpGt: {"__gt__", "__lt__"},
	cmpGe: {"__ge__", "__le__"},
}

// Eq is a == b, whose value may be of any type.
func Eq(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x == y
		}
	}
	return compare(cmpEq, a, b)
}

// Ne is a != b.
func Ne(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x != y
		}
	}
	return compare(cmpNe, a, b)
}

// Lt is a < b. Like the other orderings it raises TypeError when the operands
// have no order.
func Lt(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x < y
		}
	}
	return compare(cmpLt, a, b)
}

// Le is a <= b.
func Le(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x <= y
		}
	}
	return compare(cmpLe, a, b)
}

// Gt is a > b.
func Gt(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x > y
		}
	}
	return compare(cmpGt, a, b)
}

// Ge is a >= b.
func Ge(a, b any) any {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x >= y
		}
	}
	return compare(cmpGe, a, b)
}

// Equal is the truth of a == b.
func Equal(a, b any) bool {
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return x == y
		}
	case int:
		if y, ok := b.(int); ok {
			return x == y
		}
	}
	return compareTruth(cmpEq, a, b)
}

// NotEqual is the truth of a != b.
func NotEqual(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x != y
		}
	}
	return compareTruth(cmpNe, a, b)
}

// Less is the truth of a < b.
func Less(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x < y
		}
	}
	return compareTruth(cmpLt, a, b)
}

// LessEqual is the truth of a <= b.
func LessEqual(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x <= y
		}
	}
	return compareTruth(cmpLe, a, b)
}

// Greater is the truth of a > b.
func Greater(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x > y
		}
	}
	return compareTruth(cmpGt, a, b)
}

// GreaterEqual is the truth of a >= b.
func GreaterEqual(a, b any) bool {
	if x, ok := a.(int); ok {
		if y, ok := b.(int); ok {
			return x >= y
		}
	}
	return compareTruth(cmpGe, a, b)
}

func compareTruth(op compareOp, a, b any) bool {
	if x, ok := a.(float64); ok {
		if y, ok := b.(float64); ok {
			return op.holdsFloats(x, y)
		}
	}
	v := compare(op, a, b)
	if t, ok := v.(bool); ok {
		return t
	}
	return Truth(v)
}

// compare applies a rich comparison: the operand whose class derives from the
// other's goes first, then the left one, then the reflected method of the
// right one.
func compare(op compareOp, a, b any) any {
	if isValue(a) && isValue(b) {
		if v, ok := valueCompare(op, a, b); ok {
			return v
		}
		return compareDefault(op, a, b)
	}
	classA, classB := TypeOf(a), TypeOf(b)
	m := &compareMethods[op]
	left, hasLeft := classA.lookup(m.name)
	right, hasRight := classB.lookup(m.reflected)
	if hasRight && classB != classA && classB.IsSubclassOf(classA) {
		if v, ok := callComparison(right, b, classB, a); ok {
			return v
		}
		hasRight = false
	}
	if hasLeft {
		if v, ok := callComparison(left, a, classA, b); ok {
			return v
		}
	}
	if hasRight {
		if v, ok := callComparison(right, b, classB, a); ok {
			return v
		}
	}
	return compareDefault(op, a, b)
}

func callComparison(method, self any, class *Class, other any) (any, bool) {
	f, ok := method.(*Function)
	if ok && f.compare != nil {
		return f.compare(self, other)
	}
	if method == nil {
		raisef(NewTypeError, "'NoneType' object is not callable")
	}
	v := callBound(method, self, class, []any{other}, nil)
	return v, v != NotImplemented
}

// compareDefault is what a comparison is when neither operand implements it:
// identity for == and !=, an error for the orderings.
func compareDefault(op compareOp, a, b any) any {
	switch op {
	case cmpEq:
		return Is(a, b)
	case cmpNe:
		return !Is(a, b)
	}
	raisef(NewTypeError, "'%s' not supported between instances of '%s' and '%s'", op.symbol(), typeName(a), typeName(b))
	return nil
}

// Is is a is b. Equal ints, strings, floats and empty tuples are one object
// each, as values that CPython computes once mostly are.
func Is(a, b any) bool {
	switch x := a.(type) {
	case nil:
		return b == nil
	case *Object:
		y, ok := b.(*Object)
		return ok && x == y
	case Tuple:
		y, ok := b.(Tuple)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	case *big.Int:
		y, ok := b.(*big.Int)
		return ok && x.Cmp(y) == 0
	}
	return a == b
}
