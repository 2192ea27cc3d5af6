package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// with lowers with and async with. Several items are nested statements.
func (f *function) with(items []*ast.WithItem, body []ast.Stmt, async bool) {
	if len(items) == 0 {
		f.statements(body)
		return
	}
	rest := func() { f.with(items[1:], body, async) }
	if async && f.idiomaticWith(items[0], rest) {
		return
	}
	mgr := f.stable("manager", f.expr(items[0].ContextExpr))
	// The general form: enter, run the body as a closure, and leave with its error.
	if async {
		entered := f.fallible(pyCall("AEnterContext", f.context(), f.boxed(mgr)), types.Any, "entered")
		f.enterTarget(items[0].OptionalVars, entered)
	} else {
		f.enterTarget(items[0].OptionalVars, value{pyCall("EnterContext", f.boxed(mgr)), types.Any})
	}
	err, carryOn := f.protect(rest)
	leave := pyCall("ExitContext", f.boxed(mgr), &ir.Ref{Var: err})
	if async {
		leave = pyCall("AExitContext", f.context(), f.boxed(mgr), &ir.Ref{Var: err})
	}
	if !f.canFail() {
		f.emit(&ir.Do{X: pyCall("Check", leave)})
	} else {
		after := &ir.Var{Hint: "err", Type: ir.Error}
		f.emit(&ir.If{
			Init: &ir.Let{Vars: []*ir.Var{after}, Values: []ir.Expr{leave}},
			Cond: isNotNil(after), Then: f.within(func() { f.fail(&ir.Ref{Var: after}) }),
		})
	}
	carryOn()
}

func (f *function) enterTarget(target ast.Expr, entered value) {
	if target == nil {
		f.effect(entered)
		return
	}
	f.assignTo(target, entered)
}

// idiomaticWith lowers async with on the library's own managers to the function
// of the runtime that takes the body.
func (f *function) idiomaticWith(item *ast.WithItem, body func()) bool {
	return false
}
