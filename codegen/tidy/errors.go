package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// mergeErrors lets the error variables that follow each other in a block be
// one, as people write them:
//
//	a, err := f()
//	...
//	b, err := g()
//	...
//	err = h()
//
// last is the variable to go on with, nil at first.
func mergeErrors(list []ir.Stmt, last *ir.Var) {
	var uses *errorUses // most lists have but one such variable, and need none of it
	for i, s := range list {
		ir.Slots(s, func(slot any) {
			if inner, ok := slot.(*[]ir.Stmt); ok {
				mergeErrors(*inner, nil)
			}
		})
		let, ok := s.(*ir.Let)
		if !ok {
			continue
		}
		for at, v := range let.Vars {
			if !isErrorVar(v) {
				continue
			}
			if last == nil || v == last {
				last = v
				continue
			}
			if uses == nil {
				uses = errorUsesIn(list)
			}
			if uses.last[last] > i || uses.captured[last] {
				last = v
				continue
			}
			uses.rename(v, last)
			let.Vars[at] = last
			list[i] = reassigned(let, last)
		}
	}
}

// errorUses tells where the statements of a list use error variables.
type errorUses struct {
	refs     map[*ir.Var][]*ir.Ref
	last     map[*ir.Var]int  // index of the last statement that mentions the variable
	captured map[*ir.Var]bool // a function literal uses the variable
}

func errorUsesIn(list []ir.Stmt) *errorUses {
	u := &errorUses{refs: map[*ir.Var][]*ir.Ref{}, last: map[*ir.Var]int{}, captured: map[*ir.Var]bool{}}
	for i, s := range list {
		u.add(s, i, false)
	}
	return u
}

// add notes the uses in n, which belongs to the statement at an index.
func (u *errorUses) add(n any, index int, inLit bool) {
	ir.Inspect(n, func(n any) bool {
		switch n := n.(type) {
		case *ir.FuncLit:
			if !inLit {
				u.add(n.Body, index, true)
				return false
			}
		case *ir.Ref:
			if isErrorVar(n.Var) {
				u.refs[n.Var] = append(u.refs[n.Var], n)
				u.last[n.Var] = index
				u.captured[n.Var] = u.captured[n.Var] || inLit
			}
		}
		return true
	})
}

// rename makes every use of a variable one of another.
func (u *errorUses) rename(from, to *ir.Var) {
	for _, ref := range u.refs[from] {
		ref.Var = to
	}
	u.refs[to] = append(u.refs[to], u.refs[from]...)
	u.last[to] = max(u.last[to], u.last[from])
	u.captured[to] = u.captured[to] || u.captured[from]
}

// namedError returns the named error result of a function, nil if there is none.
func namedError(results []*ir.Var) *ir.Var {
	for _, r := range results {
		if isErrorVar(r) {
			return r
		}
	}
	return nil
}

// isErrorVar reports whether lowering made the variable to hold an error.
func isErrorVar(v *ir.Var) bool { return v != nil && v.Hint == "err" && v.Type == ir.Error }

// captured reports whether a function literal in the list uses the variable.
func captured(list []ir.Stmt, v *ir.Var) bool {
	found := false
	eachFuncLit(list, func(lit *ir.FuncLit) { found = found || mentions(lit.Body, v) })
	return found
}

// rename makes every use of a variable one of another.
func rename(list []ir.Stmt, from, to *ir.Var) {
	ir.Inspect(list, func(n any) bool {
		if ref, ok := n.(*ir.Ref); ok && ref.Var == from {
			ref.Var = to
		}
		return true
	})
}

// reassigned returns the Let as an assignment if it declares nothing but known.
func reassigned(let *ir.Let, known *ir.Var) ir.Stmt {
	var targets []ir.Expr
	for _, v := range let.Vars {
		switch v {
		case nil:
			targets = append(targets, nil)
		case known:
			targets = append(targets, &ir.Ref{Var: v})
		default:
			return let
		}
	}
	return &ir.Assign{Meta: let.Meta, Targets: targets, Values: let.Values}
}
