package tidy

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

// straighten writes a closure that is called at once for its error, and that
// fails at one call only, in line:
//
//	err := func() error {
//		v, err := f()
//		if err != nil { return err }
//		g(v)
//		return nil
//	}()
//	if err != nil { ...; return }
//
// becomes
//
//	v, err := f()
//	if err != nil { ...; return }
//	g(v)
func (t *tidier) straighten(list []ir.Stmt) []ir.Stmt {
	for i := 0; i < len(list); i++ {
		let, lit := tryLiteral(list[i])
		if let == nil || len(lit.Params) > 0 || !isLiteralCall(let.Values[0]) || defers(lit.Body) {
			continue
		}
		before, call, after, ok := t.failingCall(lit.Body)
		if !ok {
			continue
		}
		err := let.Vars[0]
		call.Vars[len(call.Vars)-1] = err
		inherit(&call.Meta, &let.Meta)
		with := append(before, call)
		rest := list[i+1:]
		if len(after) > 0 {
			rest = unlessFailed(err, after, rest)
		}
		list = append(append(append([]ir.Stmt{}, list[:i]...), with...), rest...)
		t.changed = true
	}
	return list
}

// isLiteralCall reports whether an expression calls a function literal, where a
// panic goes on.
func isLiteralCall(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok || len(call.Args) > 0 {
		return false
	}
	_, ok = call.Fun.(*ir.FuncLit)
	return ok
}

// failingCall takes the body of a closure apart: what comes before its only
// call that can fail, that call, and what comes after if it does not fail.
func (t *tidier) failingCall(body []ir.Stmt) (before []ir.Stmt, call *ir.Let, after []ir.Stmt, ok bool) {
	if n := countReturns(body); n == 1 {
		ret, isReturn := body[len(body)-1].(*ir.Return)
		if !isReturn || len(ret.Values) != 1 {
			return nil, nil, nil, false
		}
		if let := returnedError(body, ret); let != nil {
			return body[: len(body)-2 : len(body)-2], let, nil, true
		}
		if !t.givesError(ret.Values[0]) {
			return nil, nil, nil, false
		}
		return body[: len(body)-1 : len(body)-1], &ir.Let{Meta: ret.Meta, Vars: []*ir.Var{nil}, Values: ret.Values}, nil, true
	} else if n != 2 {
		return nil, nil, nil, false
	}
	last, isReturn := body[len(body)-1].(*ir.Return)
	if !isReturn || len(last.Values) != 1 || !isNil(last.Values[0]) || commented(&last.Meta) {
		return nil, nil, nil, false
	}
	for i, s := range body {
		check, isIf := s.(*ir.If)
		if !isIf || len(check.Then) != 1 || len(check.Else) > 0 {
			continue
		}
		failed, isReturn := check.Then[0].(*ir.Return)
		if !isReturn || commented(&failed.Meta) {
			continue
		}
		err := errNotNil(check.Cond)
		let, start := errorCall(body[:i+1], check)
		if err == nil || let == nil || let.Vars[len(let.Vars)-1] != err || len(failed.Values) != 1 || !isRef(failed.Values[0], err) || mentions(body[i+1:], err) {
			return nil, nil, nil, false
		}
		own := *let
		own.Vars = append([]*ir.Var{}, let.Vars...)
		if let == check.Init {
			own.Meta = ir.Meta{}
		}
		inherit(&own.Meta, &check.Meta)
		return body[:start:start], &own, body[i+1 : len(body)-1 : len(body)-1], true
	}
	return nil, nil, nil, false
}

// returnedError returns the statement _, err := f() whose error the end of a
// body returns, nil if it ends otherwise.
func returnedError(body []ir.Stmt, ret *ir.Return) *ir.Let {
	if len(body) < 2 || commented(&ret.Meta) {
		return nil
	}
	let, ok := body[len(body)-2].(*ir.Let)
	if !ok || len(let.Values) != 1 || let.Vars[len(let.Vars)-1] == nil || !isRef(ret.Values[0], let.Vars[len(let.Vars)-1]) {
		return nil
	}
	if _, ok := let.Values[0].(*ir.Call); !ok {
		return nil
	}
	own := *let
	own.Vars = append([]*ir.Var{}, let.Vars...)
	return &own
}

// defers reports whether a function body has a defer statement, which belongs to
// that function.
func defers(body []ir.Stmt) bool {
	found := false
	ir.Inspect(body, func(node any) bool {
		switch node.(type) {
		case *ir.Defer:
			found = true
		case *ir.FuncLit:
			return false
		}
		return !found
	})
	return found
}

// countReturns counts the return statements of a function body.
func countReturns(body []ir.Stmt) int {
	n := 0
	ir.Inspect(body, func(node any) bool {
		switch node.(type) {
		case *ir.Return:
			n++
		case *ir.FuncLit:
			return false
		}
		return true
	})
	return n
}

// givesError reports whether the Go type of an expression is error itself.
func (t *tidier) givesError(e ir.Expr) bool {
	call, ok := e.(*ir.Call)
	if !ok || makesError(call) {
		return false
	}
	switch fn := call.Fun.(type) {
	case *ir.FuncRef:
		return !t.otherwise[fn.Func]
	case *ir.MethodRef:
		return !t.otherwise[fn.Method]
	case *ir.Qual:
		return fn.Pkg == names.RuntimePath+"asyncio" && !strings.HasPrefix(fn.Name, "New")
	case *ir.Select:
		return true
	}
	return false
}

// unlessFailed puts statements that run if err is nil into what follows.
func unlessFailed(err *ir.Var, after, rest []ir.Stmt) []ir.Stmt {
	isNilTest := func() ir.Expr { return &ir.Binary{Op: "==", X: &ir.Ref{Var: err}, Y: &ir.Lit{}} }
	if len(rest) > 0 {
		s, ok := rest[0].(*ir.If)
		switch {
		case !ok || s.Init != nil:
		case errNotNil(s.Cond) == err:
			joined := *s
			if len(s.Else) == 0 && listLeaves(s.Then) {
				return append(append([]ir.Stmt{&joined}, after...), rest[1:]...)
			}
			joined.Else = append(append([]ir.Stmt{}, after...), s.Else...)
			return append([]ir.Stmt{&joined}, rest[1:]...)
		case same(s.Cond, isNilTest()) && len(s.Else) == 0 && !commented(&s.Meta):
			joined := *s
			joined.Then = append(append([]ir.Stmt{}, after...), s.Then...)
			return append([]ir.Stmt{&joined}, rest[1:]...)
		}
	}
	return append([]ir.Stmt{&ir.If{Cond: isNilTest(), Then: after}}, rest...)
}

// otherResults finds the functions of a program whose result is no plain error.
func otherResults(prog *ir.Program) map[*ir.Func]bool {
	out := map[*ir.Func]bool{}
	for _, f := range prog.Files {
		for _, d := range f.Decls {
			if d, ok := d.(*ir.FuncDecl); ok && (len(d.Results) != 1 || d.Results[0].Type != ir.Error) {
				out[d.Name] = true
			}
		}
	}
	return out
}
