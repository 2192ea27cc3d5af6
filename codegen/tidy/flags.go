package tidy

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

// foldReturned takes away the flag by which a return leaves the closure of a
// try, where the closure ends without an error only by it. Then the error
// alone tells:
//
//	var returned bool
//	err := py.Try(func() error { ...; returned = true; return nil })
//	if err != nil { handler }
//	if returned { return result }
//
// becomes
//
//	err := py.Try(func() error { ...; return nil })
//	if err == nil { return result }
//	handler
func foldReturned(list []ir.Stmt) ([]ir.Stmt, int) {
	flag, ok := list[0].(*ir.Declare)
	if !ok || flag.Value != nil || flag.Var == nil || flag.Var.Type != ir.Bool || commented(&flag.Meta) {
		return nil, 0
	}
	var with []ir.Stmt
	i := 1
	for i < len(list) {
		other, ok := list[i].(*ir.Declare)
		if !ok || other.Value != nil {
			break
		}
		with = append(with, other)
		i++
	}
	if i+2 >= len(list) {
		return nil, 0
	}
	let, lit := tryLiteral(list[i])
	handler, isIf := list[i+1].(*ir.If)
	carry, isCarry := list[i+2].(*ir.If)
	if let == nil || !isIf || !isCarry || !isHandler(handler, let.Vars[0]) || !tests(carry, flag.Var) {
		return nil, 0
	}
	if mentions(handler, flag.Var) || mentions(carry.Then, flag.Var) || mentions(list[i+3:], flag.Var) || !setsBeforeEnd(lit, flag.Var) {
		return nil, 0
	}
	dropAssignments(&lit.Body, flag.Var)
	with = append(with, let)
	if listLeaves(handler.Then) {
		with = append(append(with, handler), carry.Then...)
		return with, i + 3
	}
	early := &ir.If{
		Meta: carry.Meta,
		Cond: &ir.Binary{Op: "==", X: &ir.Ref{Var: let.Vars[0]}, Y: &ir.Lit{}},
		Then: carry.Then,
	}
	if len(handler.Then) > 0 {
		inherit(handler.Then[0].M(), &handler.Meta)
	}
	return append(append(with, early), handler.Then...), i + 3
}

// tryLiteral returns a statement err := py.Try(func() error {...}), or one that
// calls the literal itself, and the literal.
func tryLiteral(s ir.Stmt) (*ir.Let, *ir.FuncLit) {
	let, ok := s.(*ir.Let)
	if !ok || len(let.Vars) != 1 || let.Vars[0] == nil || len(let.Values) != 1 {
		return nil, nil
	}
	call, ok := let.Values[0].(*ir.Call)
	if !ok || !runsAtOnce(call) {
		return nil, nil
	}
	if lit, ok := call.Fun.(*ir.FuncLit); ok && len(call.Args) == 0 && len(lit.Results) == 1 && lit.Results[0].Type == ir.Error {
		return let, lit
	}
	if len(call.Args) != 1 {
		return nil, nil
	}
	lit, ok := call.Args[0].(*ir.FuncLit)
	if !ok {
		return nil, nil
	}
	return let, lit
}

// isHandler reports whether an if statement does something about the error, and nothing else.
func isHandler(s *ir.If, err *ir.Var) bool {
	return s.Init == nil && len(s.Else) == 0 && len(s.Then) > 0 && errNotNil(s.Cond) == err
}

// tests reports whether an if statement only leaves when the flag is set.
func tests(s *ir.If, flag *ir.Var) bool {
	return s.Init == nil && len(s.Else) == 0 && isRef(s.Cond, flag) && listLeaves(s.Then) && !commented(&s.Meta)
}

// setsBeforeEnd reports whether a function literal sets the flag before each
// return without an error, and nowhere else.
func setsBeforeEnd(lit *ir.FuncLit, flag *ir.Var) bool {
	total, sound := 0, true
	ir.Inspect(lit.Body, func(n any) bool {
		if ref, ok := n.(*ir.Ref); ok && ref.Var == flag {
			total++
		}
		return true
	})
	set := 0
	var visit func(list []ir.Stmt, failed *ir.Var)
	visit = func(list []ir.Stmt, failed *ir.Var) {
		for i, s := range list {
			if ret, ok := s.(*ir.Return); ok {
				switch {
				case len(ret.Values) != 1:
					sound = false
				case isNil(ret.Values[0]):
					if i == 0 || !setsTrue(list[i-1], flag) {
						sound = false
						return
					}
					set++
				case !isRef(ret.Values[0], failed) && !makesError(ret.Values[0]):
					sound = false
				}
			}
			inner := failed
			check, isIf := s.(*ir.If)
			if isIf {
				inner = errNotNil(check.Cond)
			}
			ir.Slots(s, func(slot any) {
				if block, ok := slot.(*[]ir.Stmt); ok {
					if isIf && block == &check.Else {
						visit(*block, failed)
						return
					}
					visit(*block, inner)
				}
			})
		}
	}
	visit(lit.Body, nil)
	return sound && set > 0 && set == total
}

// setsTrue reports whether the statement is flag = true.
func setsTrue(s ir.Stmt, flag *ir.Var) bool {
	a, ok := s.(*ir.Assign)
	if !ok || len(a.Targets) != 1 || !isRef(a.Targets[0], flag) {
		return false
	}
	lit, ok := a.Values[0].(*ir.Lit)
	return ok && lit.Value == true
}

// makesError reports whether the expression is an error that is made here.
func makesError(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok {
		return false
	}
	q, ok := call.Fun.(*ir.Qual)
	return ok && q.Pkg == names.RuntimePath+"py" &&
		(strings.HasPrefix(q.Name, "New") || q.Name == "MakeError" || q.Name == "WithContext" || q.Name == "From")
}

// dropAssignments removes the assignments to a variable from a list and the blocks in it.
func dropAssignments(list *[]ir.Stmt, v *ir.Var) {
	var kept []ir.Stmt
	for _, s := range *list {
		if setsTrue(s, v) {
			continue
		}
		ir.Slots(s, func(slot any) {
			if block, ok := slot.(*[]ir.Stmt); ok {
				dropAssignments(block, v)
			}
		})
		kept = append(kept, s)
	}
	*list = kept
}
