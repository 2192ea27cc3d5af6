package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

// sinkDeclaration moves the declaration of a variable into the blocks that use
// it, when each of them gives it a value before anything else: a Python
// variable that several handlers or loops use for themselves becomes one for
// each.
func sinkDeclaration(list []ir.Stmt) ([]ir.Stmt, int) {
	d, ok := list[0].(*ir.Declare)
	if !ok || d.Value != nil || d.Var == nil || d.Var.Global || commented(&d.Meta) {
		return nil, 0
	}
	rest := list[1:]
	if shared(rest, d.Var) || !assignedFirst(rest, d.Var) {
		return nil, 0
	}
	declareWhereAssigned(rest, d.Var, d.Var.Type)
	return nil, 1
}

// shared reports whether a function that may run later, or beside what
// surrounds it, mentions the variable. Then all uses have to mean the same one.
func shared(list []ir.Stmt, v *ir.Var) bool {
	found := false
	ir.Inspect(list, func(n any) bool {
		call, ok := n.(*ir.Call)
		if lit, isLit := n.(*ir.FuncLit); isLit {
			found = found || mentions(lit.Body, v)
			return false
		}
		if ok && runsAtOnce(call) {
			for _, part := range append([]ir.Expr{call.Fun}, call.Args...) {
				if lit, ok := part.(*ir.FuncLit); ok {
					found = found || shared(lit.Body, v)
				}
			}
			return false
		}
		return !found
	})
	return found
}

// runsAtOnce reports whether the function literals in a call run during the
// call and not again: it calls one, or is py.Try.
func runsAtOnce(call *ir.Call) bool {
	if _, ok := call.Fun.(*ir.FuncLit); ok {
		return true
	}
	q, ok := call.Fun.(*ir.Qual)
	return ok && q.Pkg == names.RuntimePath+"py" && q.Name == "Try"
}

// assignedFirst reports whether every block below the list that mentions the
// variable assigns to it first, and none relies on another's value.
func assignedFirst(list []ir.Stmt, v *ir.Var) bool {
	for _, s := range list {
		if !mentions(s, v) {
			continue
		}
		if assigns(s, v) {
			return true
		}
		if !onlyInBlocks(s, v) {
			return false
		}
		sound := true
		eachBlock(s, func(block *[]ir.Stmt) { sound = sound && assignedFirst(*block, v) })
		if !sound {
			return false
		}
	}
	return true
}

// assigns reports whether the statement gives the variable alone a value that
// does not depend on it.
func assigns(s ir.Stmt, v *ir.Var) bool {
	a, ok := s.(*ir.Assign)
	return ok && len(a.Targets) == 1 && len(a.Values) == 1 && isRef(a.Targets[0], v) && !mentions(a.Values[0], v)
}

// eachBlock visits the outermost blocks in a statement, those of function
// literals included.
func eachBlock(n any, visit func(*[]ir.Stmt)) {
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			eachBlock(*slot, visit)
		case *ir.Stmt:
			eachBlock(*slot, visit)
		case *[]ir.Stmt:
			visit(slot)
		}
	})
}

// onlyInBlocks reports whether the statement mentions the variable nowhere but
// in the blocks in it.
func onlyInBlocks(n any, v *ir.Var) bool {
	if ref, ok := n.(*ir.Ref); ok {
		return ref.Var != v
	}
	if r, ok := n.(*ir.Range); ok && (r.Key == v || r.Value == v) {
		return false
	}
	only := true
	ir.Slots(n, func(slot any) {
		switch slot := slot.(type) {
		case *ir.Expr:
			only = only && onlyInBlocks(*slot, v)
		case *ir.Stmt:
			only = only && onlyInBlocks(*slot, v)
		}
	})
	return only
}

// declareWhereAssigned makes the first assignment of each block a declaration
// of a variable of its own.
func declareWhereAssigned(list []ir.Stmt, v *ir.Var, typ ir.Type) {
	for i, s := range list {
		if !mentions(s, v) {
			continue
		}
		if a, ok := s.(*ir.Assign); ok && assigns(s, v) {
			own := &ir.Var{Hint: v.Hint, Type: typ}
			list[i] = &ir.Declare{Meta: a.Meta, Var: own, Value: a.Values[0]}
			rename(list[i+1:], v, own)
			return
		}
		eachBlock(s, func(block *[]ir.Stmt) { declareWhereAssigned(*block, v, typ) })
	}
}
