package py

// setBinary is a | b, a & b, a - b and a ^ b of sets, and of views of dicts,
// which give sets.
func setBinary(op binaryOp, a, b any) (any, bool) {
	if isSetView(a) || isSetView(b) {
		return viewBinary(op, a, b)
	}
	x, okX := a.(setValue)
	y, okY := b.(setValue)
	if !okX || !okY {
		return nil, false
	}
	return x.fromTable(combineTables(op, x, y), y), true
}

// combineTables makes the new table a set operator gives.
func combineTables(op binaryOp, x, y setValue) setTable[any] {
	left, right := x.anyTable(), y.anyTable()
	switch op {
	case opOr:
		out := left.copyTable()
		out.merge(right)
		return out
	case opAnd:
		return left.intersect(right)
	case opSub:
		return left.subtract(right)
	}
	out := right.copyTable()
	out.toggle(left)
	return out
}

// setInPlace is s |= other and the like; false when op is no set operator.
func setInPlace(op binaryOp, s mutableSetValue, other setValue) bool {
	left, right := s.anyTable(), other.anyTable()
	same := any(s) == any(other)
	switch {
	case op == opOr && same, op == opAnd && same:
	case op == opOr:
		left.merge(right)
		s.adopt(*left)
	case op == opAnd:
		s.adopt(left.intersect(right))
	case op == opSub && same, op == opXor && same:
		s.Clear()
	case op == opSub:
		left.subtractInPlace(right)
		s.adopt(*left)
	case op == opXor:
		left.toggle(right)
		s.adopt(*left)
	default:
		return false
	}
	return true
}

// tableFrom makes the table that set(items) has.
func tableFrom(items any) *setTable[any] {
	out := &setTable[any]{ops: anyKeys}
	updateTable(out, items)
	return out
}

// updateTable is set.update(items).
func updateTable(t *setTable[any], items any) {
	switch x := Payload(items).(type) {
	case setValue:
		t.merge(x.anyTable())
		return
	case dictValue:
		if x.Len() > 0 {
			t.reserve(x.Len())
		}
	}
	for v := range Iter(items) {
		t.add(v, hashAny(v))
	}
}

func isSetView(v any) bool {
	view, ok := v.(*DictView)
	return ok && view.part != dictValues
}

// viewBinary is a set operator with a view of keys or items on one side; the
// other may be any iterable.
func viewBinary(op binaryOp, a, b any) (any, bool) {
	switch op {
	case opOr, opAnd, opSub, opXor:
	default:
		return nil, false
	}
	if _, ok := a.(setValue); ok {
		return nil, false
	}
	if op == opAnd {
		return &Set[any]{viewIntersection(a, b)}, true
	}
	left := tableFrom(a)
	switch op {
	case opOr:
		updateTable(left, b)
	case opSub:
		left.subtractInPlace(tableFrom(b))
	case opXor:
		left.toggle(tableFrom(b))
	}
	return &Set[any]{*left}, true
}

// viewIntersection adds the items of the smaller side that the other has.
func viewIntersection(a, b any) setTable[any] {
	if !isSetView(a) {
		a, b = b, a
	}
	if other, ok := b.(*DictView); ok && other.part != dictValues && other.Len() > a.(*DictView).Len() {
		a, b = b, a
	}
	out := setTable[any]{ops: anyKeys}
	for v := range Iter(b) {
		if a.(*DictView).has(v) {
			out.add(v, hashAny(v))
		}
	}
	return out
}

// compareSets compares sets and views by inclusion.
func compareSets(op compareOp, a, b any) (any, bool) {
	lenA, hasA, okA := membership(a)
	lenB, hasB, okB := membership(b)
	if !okA || !okB {
		return nil, false
	}
	switch op {
	case cmpEq:
		return lenA == lenB && included(a, hasB), true
	case cmpNe:
		return lenA != lenB || !included(a, hasB), true
	case cmpLt:
		return lenA < lenB && included(a, hasB), true
	case cmpLe:
		return lenA <= lenB && included(a, hasB), true
	case cmpGt:
		return lenA > lenB && included(b, hasA), true
	}
	return lenA >= lenB && included(b, hasA), true
}

// membership gives what comparing by inclusion needs of a set or view.
func membership(v any) (length int, has func(any) bool, ok bool) {
	switch x := v.(type) {
	case setValue:
		return x.Len(), x.hasItem, true
	case *DictView:
		return x.Len(), x.has, x.part != dictValues
	}
	return 0, nil, false
}

func included(items any, has func(any) bool) bool {
	for v := range Iter(items) {
		if !has(v) {
			return false
		}
	}
	return true
}
