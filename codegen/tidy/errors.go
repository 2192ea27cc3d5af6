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
			if last == nil || v == last || mentions(list[i+1:], last) || captured(list, last) {
				last = v
				continue
			}
			rename(list[i+1:], v, last)
			let.Vars[at] = last
			list[i] = reassigned(let, last)
		}
	}
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
