package py

import (
	"cmp"
	"strings"
)

// compareOp names a rich comparison.
type compareOp int

const (
	cmpEq compareOp = iota
	cmpNe
	cmpLt
	cmpLe
	cmpGt
	cmpGe
)

// symbol is how messages show the operator.
func (op compareOp) symbol() string {
	return [...]string{"==", "!=", "<", "<=", ">", ">="}[op]
}

// holds reports whether the comparison is true of two values of which order
// tells -1, 0 or 1.
func (op compareOp) holds(order int) bool {
	switch op {
	case cmpEq:
		return order == 0
	case cmpNe:
		return order != 0
	case cmpLt:
		return order < 0
	case cmpLe:
		return order <= 0
	case cmpGt:
		return order > 0
	}
	return order >= 0
}

// compare applies the rich comparison to any two values.
func (op compareOp) compare(a, b any) any {
	switch op {
	case cmpEq:
		return Eq(a, b)
	case cmpNe:
		return Ne(a, b)
	case cmpLt:
		return Lt(a, b)
	case cmpLe:
		return Le(a, b)
	case cmpGt:
		return Gt(a, b)
	}
	return Ge(a, b)
}

// valueCompare compares two values of builtin types; false is NotImplemented.
func valueCompare(op compareOp, a, b any) (any, bool) {
	a, b = Payload(a), Payload(b)
	if ka, kb := kindOf(a), kindOf(b); ka != notNumber && kb != notNumber {
		return numberCompare(op, a, b, max(ka, kb))
	}
	switch x := a.(type) {
	case string:
		if y, ok := b.(string); ok {
			return op.holds(strings.Compare(x, y)), true
		}
	case Bytes, *ByteArray, *MemoryView:
		return compareBytes(op, a, b)
	case Tuple:
		if y, ok := b.(Tuple); ok {
			return compareItems(op, x, y), true
		}
	case listValue:
		if y, ok := b.(listValue); ok {
			return compareLists(op, x, y), true
		}
	case dictValue:
		if y, ok := b.(dictValue); ok && (op == cmpEq || op == cmpNe) {
			return dictsEqual(x, y) == (op == cmpEq), true
		}
	case setValue, *DictView:
		return compareSets(op, a, b)
	case *Range:
		if y, ok := b.(*Range); ok && (op == cmpEq || op == cmpNe) {
			return x.equal(y) == (op == cmpEq), true
		}
	case *Slice:
		if y, ok := b.(*Slice); ok {
			return compareItems(op, x.parts(), y.parts()), true
		}
	}
	return nil, false
}

const inComparison = " in comparison"

// compareItems compares tuples: the first items that differ decide.
func compareItems(op compareOp, a, b Tuple) any {
	if len(a) != len(b) && (op == cmpEq || op == cmpNe) {
		return op == cmpNe
	}
	same, order := compareSimple(a, b)
	if order != 0 {
		return op.holds(order)
	}
	if same == min(len(a), len(b)) {
		return op.holds(len(a) - len(b))
	}
	defer enterNested(inComparison)()
	for i := same; i < len(a) && i < len(b); i++ {
		if !equalAny(a[i], b[i]) {
			return compareFirst(op, a[i], b[i])
		}
	}
	return op.holds(len(a) - len(b))
}

// compareSimple compares the items of tuples as long as both are of the same
// frequent type: it returns how many pairs are equal, and how the one after
// them differs, 0 when it did not compare that.
func compareSimple(a, b Tuple) (same, order int) {
	n := min(len(a), len(b))
	for i := range n {
		switch x := a[i].(type) {
		case string:
			y, ok := b[i].(string)
			if !ok {
				return i, 0
			}
			if order = strings.Compare(x, y); order != 0 {
				return i, order
			}
		case int:
			y, ok := b[i].(int)
			if !ok {
				return i, 0
			}
			if x != y {
				return i, cmp.Compare(x, y)
			}
		case float64:
			y, ok := b[i].(float64)
			switch {
			case ok && x < y:
				return i, -1
			case ok && x > y:
				return i, 1
			case !ok || x != y:
				return i, 0
			}
		default:
			return i, 0
		}
	}
	return n, 0
}

// lessTuples is a < b for tuples.
func lessTuples(a, b Tuple) bool {
	same, order := compareSimple(a, b)
	switch {
	case order != 0:
		return order < 0
	case same == min(len(a), len(b)):
		return len(a) < len(b)
	}
	return Truth(compareItems(cmpLt, a, b))
}

// compareLists is compareItems for lists, which comparisons may change.
func compareLists(op compareOp, a, b listValue) any {
	if a.Len() != b.Len() && (op == cmpEq || op == cmpNe) {
		return op == cmpNe
	}
	defer enterNested(inComparison)()
	for i := 0; i < a.Len() && i < b.Len(); i++ {
		if x, y := a.item(i), b.item(i); !equalAny(x, y) {
			return compareFirst(op, x, y)
		}
	}
	return op.holds(a.Len() - b.Len())
}

func compareFirst(op compareOp, x, y any) any {
	switch op {
	case cmpEq:
		return false
	case cmpNe:
		return true
	}
	return op.compare(x, y)
}

func dictsEqual(a, b dictValue) bool {
	if a.Len() != b.Len() {
		return false
	}
	defer enterNested(inComparison)()
	for c := a.newCursor(false); ; {
		k, v, ok := a.stepAny(&c, false)
		if !ok {
			return true
		}
		if w, ok := b.lookupItem(k); !ok || !equalAny(v, w) {
			return false
		}
	}
}

// valueHash is hash(a) of a builtin value. It is false for what cannot be
// hashed.
func valueHash(a any) (int, bool) {
	switch x := a.(type) {
	case nil:
		return 0xFCA86420, true
	case bool:
		return boolInt(x), true
	case float64:
		return hashFloat(x), true
	case complex128:
		return hashComplex(x), true
	case string:
		return hashString(x), true
	case Bytes:
		return hashString(string(x)), true
	case Tuple:
		return hashTuple(x), true
	case frozenSetValue:
		return x.hashValue(), true
	case *Range:
		return x.hash(), true
	case *Slice:
		return hashTuple(x.parts()), true
	case *MemoryView:
		return x.hash(), true
	}
	if i, ok := intOf(a); ok {
		return hashInt(i), true
	}
	return 0, false
}
