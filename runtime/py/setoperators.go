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
	case opAnd:
		return viewIntersection(a, b), true
	case opOr, opSub, opXor:
	default:
		return nil, false
	}
	left := tableOfOperand(a)
	switch op {
	case opOr:
		updateTable(left, b)
	case opSub:
		subtractItems(left, b)
	case opXor:
		if s, ok := b.(setValue); ok {
			left.toggle(s.anyTable())
		} else {
			left.toggle(tableFrom(b))
		}
	}
	return &Set[any]{*left}, true
}

// tableOfOperand makes the set of a left operand. That of keys is made from
// the dict, which makes room for all of them first.
func tableOfOperand(v any) *setTable[any] {
	if view, ok := v.(*DictView); ok && view.part == dictKeys {
		return tableFrom(view.dict)
	}
	return tableFrom(v)
}

// viewIntersection adds the items of one side that the other has: those of the
// other operand, or of the smaller view.
func viewIntersection(a, b any) any {
	if !isSetView(a) {
		a, b = b, a
	}
	view := a.(*DictView)
	switch other := b.(type) {
	case setValue:
		if view.Len() <= other.Len() {
			return likeSelf(other, intersectWith(other.anyTable(), view), other)
		}
	case *DictView:
		if isSetView(other) && other.Len() > view.Len() {
			view, b = other, view
		}
	}
	out := setTable[any]{ops: anyKeys}
	for v := range Iter(b) {
		if view.has(v) {
			out.add(v, hashAny(v))
		}
	}
	return &Set[any]{out}
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
