package lower

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// endCoroutine makes the body of a coroutine that a StopIteration may leave end
// in RuntimeError then, as CPython's coroutines do. The result parameters get
// names, because a deferred call sets the error.
//
// https://peps.python.org/pep-0479/
func (f *function) endCoroutine(results []*ir.Var, body []ir.Stmt) []ir.Stmt {
	err := results[len(results)-1]
	err.Hint = "err"
	if len(results) > 1 {
		results[0].Hint = "result"
	}
	defers := &ir.Defer{X: pyCall("EndCoroutine", &ir.Unary{Op: "&", X: &ir.Ref{Var: err}})}
	return append([]ir.Stmt{defers}, body...)
}

// stops reports whether StopIteration may leave the body of a function: it is
// raised there, or by next without a default, and not caught.
func (f *function) stops(d *definition) bool {
	seen := map[ast.Node]bool{}
	if f.bodyStops(d, seen) {
		return true
	}
	for n := range seen {
		f.program.stopless[n] = true // what it calls was looked through, too
	}
	return false
}

func (f *function) bodyStops(d *definition, seen map[ast.Node]bool) bool {
	if seen[d.node] || f.program.stopless[d.node] {
		return false
	}
	seen[d.node] = true
	found := false
	var walk func(n ast.Node)
	visit := func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.Lambda, *ast.GeneratorExp:
			return false
		case *ast.Try:
			if !catchesStop(n.Handlers) {
				return true
			}
			for _, h := range n.Handlers {
				walk(h)
			}
			for _, s := range append(append([]ast.Stmt{}, n.Orelse...), n.Finalbody...) {
				walk(s)
			}
			return false
		case *ast.Raise:
			found = found || raisesStop(n.Exc)
		case *ast.Call:
			found = found || f.callStops(n, seen)
		}
		return !found
	}
	walk = func(n ast.Node) { ast.Inspect(n, visit) }
	for _, s := range d.body {
		walk(s)
	}
	return found
}

// callStops reports whether a call may raise StopIteration.
func (f *function) callStops(e *ast.Call, seen map[ast.Node]bool) bool {
	switch fn := e.Func.(type) {
	case *ast.Name:
		if fn.Id == "next" && f.isBuiltin(fn) {
			return len(e.Args) == 1 && !f.isEndless(e.Args[0])
		}
		called := f.target(e)
		return called != nil && !called.facts.Async && !called.facts.Generator && f.bodyStops(called, seen)
	case *ast.Attribute:
		if fn.Attr == "__next__" {
			return true
		}
		t, ok := f.typeOf(fn.Value).(*types.Library)
		return ok && t.Name == "generator" && (fn.Attr == "send" || fn.Attr == "throw")
	}
	return false
}

// catchesStop reports whether one of the except clauses catches StopIteration
// for good.
func catchesStop(handlers []*ast.ExceptHandler) bool {
	for _, h := range handlers {
		if (h.Type == nil || namesStop(h.Type)) && !raisesAgain(h.Body) {
			return true
		}
	}
	return false
}

func raisesAgain(body []ast.Stmt) bool {
	again := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			if r, ok := n.(*ast.Raise); ok && r.Exc == nil {
				again = true
			}
			return !again
		})
	}
	return again
}

// raisesStop reports whether a raise statement raises StopIteration.
func raisesStop(e ast.Expr) bool {
	if call, ok := e.(*ast.Call); ok {
		e = call.Func
	}
	name, ok := e.(*ast.Name)
	return ok && name.Id == "StopIteration"
}

// namesStop reports whether an except clause of a type catches StopIteration.
func namesStop(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id == "StopIteration" || e.Id == "Exception" || e.Id == "BaseException"
	case *ast.Tuple:
		return slices.ContainsFunc(e.Elts, namesStop)
	}
	return false
}
