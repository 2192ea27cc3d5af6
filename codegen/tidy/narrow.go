package tidy

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// foldTestInit writes v, ok := f(); if ok {...} as one if statement, where
// neither is used after it and the call fits a line.
func foldTestInit(list []ir.Stmt) ([]ir.Stmt, int) {
	if len(list) < 2 {
		return nil, 0
	}
	let, ok := list[0].(*ir.Let)
	if !ok || len(let.Vars) != 2 || len(let.Values) != 1 || let.Vars[1] == nil || holdsBlock(let.Values[0]) {
		return nil, 0
	}
	s, ok := list[1].(*ir.If)
	if !ok || s.Init != nil || commented(&s.Meta) || s.Spaced || let.Vars[1].Type != ir.Bool {
		return nil, 0
	}
	if !isRef(s.Cond, let.Vars[1]) && !isNegated(s.Cond, let.Vars[1]) {
		return nil, 0
	}
	for _, v := range let.Vars {
		if v != nil && mentions(list[2:], v) {
			return nil, 0
		}
	}
	folded := *s
	folded.Meta = let.Meta
	bare := *let
	bare.Meta = ir.Meta{}
	folded.Init = &bare
	return []ir.Stmt{&folded}, 2
}

// isNegated reports whether the expression is !v.
func isNegated(e ir.Expr, v *ir.Var) bool {
	not, ok := e.(*ir.Unary)
	return ok && not.Op == "!" && isRef(not.X, v)
}

// bindAssertion gives the value of a type test a name of its own in the block
// that relies on it, in place of asserting the type there again:
//
//	if _, ok := x.(T); ok { f(x.(T)) }
//
// becomes if x, ok := x.(T); ok { f(x) }.
func bindAssertion(list []ir.Stmt) ([]ir.Stmt, int) {
	s, ok := list[0].(*ir.If)
	if !ok {
		return nil, 0
	}
	let, ok := s.Init.(*ir.Let)
	if !ok || len(let.Vars) != 2 || let.Vars[0] != nil || len(let.Values) != 1 || !isRef(s.Cond, let.Vars[1]) {
		return nil, 0
	}
	test, ok := let.Values[0].(*ir.Assert)
	if !ok {
		return nil, 0
	}
	ref, ok := test.X.(*ir.Ref)
	if !ok || ref.Var.Global || changes(s.Then, ref.Var) {
		return nil, 0
	}
	own := &ir.Var{Hint: ref.Var.Hint, Type: test.Type}
	used := false
	for _, inner := range s.Then {
		ir.RewriteExprs(inner, func(e ir.Expr) ir.Expr {
			if again, ok := e.(*ir.Assert); ok && isRef(again.X, ref.Var) && ir.Identical(again.Type, test.Type) {
				used = true
				return &ir.Ref{Var: own}
			}
			return e
		})
	}
	if !used {
		return nil, 0
	}
	if mentions(s.Then, ref.Var) || mentions(s.Else, ref.Var) {
		own.Hint = typeHint(test.Type, own.Hint)
	}
	let.Vars[0] = own
	return list[:1], 1
}

// typeHint returns a name for a value of a struct type of the program: the
// type's own with a small letter. For other types it is the given one.
func typeHint(t ir.Type, otherwise string) string {
	ptr, ok := t.(*ir.Pointer)
	if !ok {
		return otherwise
	}
	local, ok := ptr.Elem.(*ir.Local)
	if !ok || local.Name.Hint == "" {
		return otherwise
	}
	return strings.ToLower(local.Name.Hint[:1]) + local.Name.Hint[1:]
}

// changes reports whether the list assigns to the variable.
func changes(list []ir.Stmt, v *ir.Var) bool {
	found := false
	ir.Inspect(list, func(n any) bool {
		switch n := n.(type) {
		case *ir.Assign:
			for _, target := range n.Targets {
				found = found || target != nil && isRef(target, v)
			}
		case *ir.Update:
			found = found || isRef(n.Target, v)
		case *ir.Unary:
			found = found || n.Op == "&" && isRef(n.X, v)
		case *ir.Range:
			found = found || n.Assign && (n.Key == v || n.Value == v)
		}
		return !found
	})
	return found
}
