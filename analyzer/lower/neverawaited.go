package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// A coroutine object that is dropped before it has started is reported, with the
// line at which that happens: that of the call, where nothing takes its result, or of
// a del, where nothing has used the variable for more than to look at it.

// nameOfCoroutine is the name of the coroutine object that an expression makes.
func nameOfCoroutine(e ir.Expr) (name ir.Expr, ok bool) {
	call, ok := e.(*ir.Call)
	if !ok {
		return nil, false
	}
	named, ok := call.Fun.(*ir.Select)
	if !ok || named.Name != "Named" {
		return nil, false
	}
	return call.Args[0], true
}

// neverAwaited reports a coroutine object that a node drops.
func (f *function) neverAwaited(n ast.Node, name ir.Expr) {
	f.program.warns = true
	f.program.diags = append(f.program.diags, diag.Diagnostic{
		Code: diag.NeverAwaited, Severity: diag.Warning, File: f.File, Range: n.Span(),
		Message: "the coroutine is never awaited, so that it does not run",
		Hint:    "await it, or make it a task",
	})
	f.emit(&ir.Do{X: pyCall("NeverAwaited", name)})
}

// unusedCoroutine is the name of the coroutine objects that a variable is given, if
// nothing is done with them but to look at them.
func (f *function) unusedCoroutine(sym *scope.Symbol) (name string, ok bool) {
	if sym == nil || sym.Scope == nil || sym.Param || sym.Captured || sym.Foreign {
		return "", false
	}
	uses := 0
	isUse := func(e ast.Expr) bool {
		n, ok := e.(*ast.Name)
		return ok && f.Scope.Uses[n] == sym
	}
	ast.Inspect(sym.Scope.Node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			if f.Scope.Uses[n] == sym && n.Ctx != ast.Del {
				uses++
			}
		case *ast.Assign:
			call, isCall := n.Value.(*ast.Call)
			if !isCall || len(n.Targets) != 1 || !isUse(n.Targets[0]) {
				break
			}
			if d := f.target(call); d != nil && d.facts.Async && !d.facts.Generator {
				if made := f.program.qualnameOf(d); name == "" || name == made {
					name = made
					uses--
				}
			}
		case *ast.Attribute:
			if isUse(n.Value) && (strings.HasPrefix(n.Attr, "__") || strings.HasPrefix(n.Attr, "cr_")) {
				uses--
			}
		case *ast.FormattedValue:
			if isUse(n.Value) {
				uses--
			}
		case *ast.Call:
			if f.looksOnly(n) {
				for _, a := range n.Args {
					if isUse(a) {
						uses--
					}
				}
			}
		}
		return true
	})
	return name, name != "" && uses == 0
}

// looksOnly reports whether a call keeps nothing of its arguments.
func (f *function) looksOnly(call *ast.Call) bool {
	switch fn := call.Func.(type) {
	case *ast.Name:
		if f.isBuiltin(fn) {
			return api.OnlyLooks(fn.Id)
		}
		mod, name, ok := f.imported(fn)
		return ok && api.OnlyLooks(mod+"."+name)
	case *ast.Attribute:
		mod, ok := f.moduleName(fn.Value)
		return ok && api.OnlyLooks(mod+"."+fn.Attr)
	}
	return false
}
