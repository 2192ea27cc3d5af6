package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A stream writer closes its connection when its last reference goes. Where a
// function opens one, only calls its methods and never closes it, the last reference
// goes with the function.

// closeDropped defers the closing of what an assignment binds to variables that
// hold the only reference to it.
func (f *function) closeDropped(s *ast.Assign) {
	if len(f.captures) > 0 || f.yielder != nil || f.scope == nil || f.scope.Parent == nil || len(s.Targets) != 1 {
		return
	}
	bound := []ast.Expr{s.Targets[0]}
	if t, ok := s.Targets[0].(*ast.Tuple); ok {
		bound = t.Elts
	}
	for _, e := range bound {
		name, ok := e.(*ast.Name)
		if !ok {
			continue
		}
		sym := f.Scope.Uses[name]
		if sym == nil || sym.Scope != f.scope || sym.Param || sym.Captured || !f.program.assignedOnce(sym) {
			continue
		}
		t, ok := f.typeOf(name).(*types.Library)
		if !ok {
			continue
		}
		if closed := api.ClosedWhenDropped(t.Name); closed && f.onlyCalled(sym) {
			f.emit(&ir.Defer{X: method(&ir.Ref{Var: f.variable(sym)}, "Close")})
		}
	}
}

// onlyCalled reports whether all that a function does with a variable is to call its
// methods, others than close, and to await what they give.
func (f *function) onlyCalled(sym *scope.Symbol) bool {
	called := map[*ast.Name]bool{}
	note := func(call *ast.Call, awaited bool) {
		attr, ok := call.Func.(*ast.Attribute)
		if !ok || attr.Attr == "close" {
			return
		}
		_, suspends := f.typeOf(call).(*types.Coroutine)
		if name, ok := attr.Value.(*ast.Name); ok && (awaited || !suspends) {
			called[name] = true
		}
	}
	only := true
	ast.Inspect(f.scope.Node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Await:
			if call, ok := n.Value.(*ast.Call); ok {
				note(call, true)
			}
		case *ast.Call:
			note(n, false)
		case *ast.Name:
			only = only && (f.Scope.Uses[n] != sym || n.Ctx == ast.Store || called[n])
		}
		return only
	})
	return only
}
