package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// tail simplifies how the body of a function ends.
func (t *tidier) tail(list []ir.Stmt) []ir.Stmt {
	for _, rewrite := range []func([]ir.Stmt, []*ir.Var) ([]ir.Stmt, bool){returnCall, returnError, inlineLiteral, trustEnd} {
		if with, ok := rewrite(list, t.results); ok {
			list = with
			t.changed = true
		}
	}
	return list
}

// returnCall writes the end
//
//	if err := f(); err != nil { return err }
//	return nil
//
// as return f(), and the same for a value with an error.
func returnCall(list []ir.Stmt, results []*ir.Var) ([]ir.Stmt, bool) {
	n := len(list)
	if n < 2 || len(results) == 0 || results[len(results)-1].Type != ir.Error {
		return nil, false
	}
	ret, ok := list[n-1].(*ir.Return)
	if !ok || len(ret.Values) != len(results) || commented(&ret.Meta) || !isNil(ret.Values[len(results)-1]) {
		if ok && len(ret.Values) == len(results) {
			return returnResult(list, ret, results)
		}
		return nil, false
	}
	check, ok := list[n-2].(*ir.If)
	if !ok || len(check.Else) > 0 || len(check.Then) != 1 {
		return nil, false
	}
	err := errNotNil(check.Cond)
	failed, ok := check.Then[0].(*ir.Return)
	if err == nil || !ok || len(failed.Values) != len(results) || commented(&failed.Meta) ||
		!isRef(failed.Values[len(results)-1], err) {
		return nil, false
	}
	let, before := errorCall(list[:n-1], check)
	if let == nil || len(let.Vars) != len(results) || let.Vars[len(results)-1] != err {
		return nil, false
	}
	for i, v := range let.Vars[:len(results)-1] {
		if !isRef(ret.Values[i], v) || !ir.Identical(v.Type, results[i].Type) {
			return nil, false
		}
	}
	with := &ir.Return{Values: let.Values}
	inherit(&with.Meta, &check.Meta)
	if let != check.Init {
		inherit(&with.Meta, &let.Meta)
	}
	return append(list[:before:before], with), true
}

// errorCall returns the Let whose error the if statement checks, its Init or
// the statement before it, and the index of the first statement of the two.
func errorCall(list []ir.Stmt, check *ir.If) (*ir.Let, int) {
	n := len(list)
	let, ok := check.Init.(*ir.Let)
	before := n - 1
	if check.Init == nil && n >= 2 {
		let, ok = list[n-2].(*ir.Let)
		before = n - 2
	}
	if !ok || len(let.Values) != 1 {
		return nil, 0
	}
	if _, ok := let.Values[0].(*ir.Call); !ok {
		return nil, 0
	}
	return let, before
}

// returnResult writes v, err := f(); return v, err as return f().
func returnResult(list []ir.Stmt, ret *ir.Return, results []*ir.Var) ([]ir.Stmt, bool) {
	n := len(list)
	let, ok := list[n-2].(*ir.Let)
	if !ok || len(let.Values) != 1 || len(let.Vars) != len(results) {
		return nil, false
	}
	if _, ok := let.Values[0].(*ir.Call); !ok {
		return nil, false
	}
	for i, v := range let.Vars {
		if v == nil || !isRef(ret.Values[i], v) || !ir.Identical(v.Type, results[i].Type) {
			return nil, false
		}
	}
	with := &ir.Return{Values: let.Values}
	inherit(&with.Meta, &ret.Meta)
	inherit(&with.Meta, &let.Meta)
	return append(list[:n-2:n-2], with), true
}

// inlineLiteral replaces a final return of a function literal that is called
// at once by the body of the literal, if both have the same results. A defer
// in it runs at the same moment.
func inlineLiteral(list []ir.Stmt, results []*ir.Var) ([]ir.Stmt, bool) {
	n := len(list)
	if n == 0 {
		return nil, false
	}
	ret, ok := list[n-1].(*ir.Return)
	if !ok || len(ret.Values) != 1 {
		return nil, false
	}
	call, ok := ret.Values[0].(*ir.Call)
	if !ok || len(call.Args) > 0 {
		return nil, false
	}
	lit, ok := call.Fun.(*ir.FuncLit)
	if !ok || len(lit.Params) > 0 || len(lit.Results) != len(results) || len(lit.Body) == 0 {
		return nil, false
	}
	for i, r := range lit.Results {
		if r.Hint != "" || results[i].Hint != "" || !ir.Identical(r.Type, results[i].Type) {
			return nil, false
		}
	}
	inherit(lit.Body[0].M(), &ret.Meta)
	return append(list[:n-1:n-1], lit.Body...), true
}

// trustEnd takes the test of a flag away from the return that ends a function
// with results: where the end cannot be reached, the flag is always set.
func trustEnd(list []ir.Stmt, results []*ir.Var) ([]ir.Stmt, bool) {
	n := len(list)
	if n == 0 || len(results) == 0 {
		return nil, false
	}
	s, ok := list[n-1].(*ir.If)
	if !ok || s.Init != nil || len(s.Else) > 0 || !listTerminates(s.Then) || commented(&s.Meta) {
		return nil, false
	}
	if _, flag := s.Cond.(*ir.Ref); !flag && errNotNil(s.Cond) == nil {
		return nil, false
	}
	return append(list[:n-1:n-1], s.Then...), true
}

// returnError writes the end
//
//	if err != nil { ...; return err }
//	return nil
//
// without the test, if what else is in it only happens for certain errors.
func returnError(list []ir.Stmt, results []*ir.Var) ([]ir.Stmt, bool) {
	n := len(list)
	if n < 2 || len(results) != 1 || results[0].Type != ir.Error {
		return nil, false
	}
	ret, ok := list[n-1].(*ir.Return)
	s, isIf := list[n-2].(*ir.If)
	if !ok || !isIf || len(ret.Values) != 1 || !isNil(ret.Values[0]) || commented(&ret.Meta) || len(s.Else) > 0 || len(s.Then) == 0 {
		return nil, false
	}
	err := errNotNil(s.Cond)
	last, ok := s.Then[len(s.Then)-1].(*ir.Return)
	if err == nil || !ok || len(last.Values) != 1 || !isRef(last.Values[0], err) {
		return nil, false
	}
	for _, inner := range s.Then[:len(s.Then)-1] {
		if !forCertainErrors(inner, err) {
			return nil, false
		}
	}
	out := list[: n-2 : n-2]
	if s.Init != nil {
		let, ok := s.Init.(*ir.Let)
		if !ok || len(s.Then) > 1 {
			return nil, false
		}
		inherit(&let.Meta, &s.Meta)
		out = append(out, let)
	} else {
		inherit(s.Then[0].M(), &s.Meta)
	}
	return append(out, s.Then...), true
}

// forCertainErrors reports whether the statement does nothing if the error is nil.
func forCertainErrors(s ir.Stmt, err *ir.Var) bool {
	test, ok := s.(*ir.If)
	if !ok || test.Init != nil || len(test.Else) > 0 {
		return false
	}
	call, ok := test.Cond.(*ir.Call)
	if !ok || len(call.Args) != 2 || !isRef(call.Args[0], err) {
		return false
	}
	q, ok := call.Fun.(*ir.Qual)
	return ok && q.Pkg == "errors" && q.Name == "Is"
}
