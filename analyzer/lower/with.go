package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// enteredAs gives what a context manager of a static class gave its type.
func (f *function) enteredAs(item *ast.WithItem, mgr, entered value) value {
	if _, ok := mgr.typ.(*types.Instance); !ok || item.OptionalVars == nil {
		return entered
	}
	return f.known(entered, f.typeOf(item.OptionalVars))
}

// with lowers with and async with, s. Several items are nested statements.
func (f *function) with(s ast.Stmt, items []*ast.WithItem, body []ast.Stmt, async bool) {
	if len(items) == 0 {
		f.statements(body)
		return
	}
	rest := func() { f.with(s, items[1:], body, async) }
	if async && s == f.last && f.hold(items[0]) {
		if len(items) == 1 {
			f.last = body[len(body)-1]
		}
		rest()
		return
	}
	if async && f.idiomaticWith(items[0], rest) {
		return
	}
	if f.aroundWith(s, items[0], rest) {
		return
	}
	mgr := f.stable("manager", f.expr(items[0].ContextExpr))
	if f.managed(items[0], mgr, rest, async) {
		return
	}
	// The general form: enter, run the body as a closure, and leave with its error.
	if async {
		f.takes(items[0], "async with", "py.AEnterContext, the body as a closure, py.AExitContext", "it is no lock, timeout or task group that only the body uses")
		entered := f.fallible(pyCall("AEnterContext", f.context(), f.boxed(mgr)), types.Any, "entered")
		f.enterTarget(items[0].OptionalVars, f.enteredAs(items[0], mgr, entered))
	} else {
		f.takes(items[0], "with", "py.EnterContext, the body as a closure, py.ExitContext", "the manager can be any object")
		entered := value{pyCall("EnterContext", f.boxed(mgr)), types.Any}
		f.enterTarget(items[0].OptionalVars, f.enteredAs(items[0], mgr, entered))
	}
	err, c := f.protect(rest)
	leave := pyCall("ExitContext", f.boxed(mgr), &ir.Ref{Var: err})
	if async {
		leave = pyCall("AExitContext", f.context(), f.boxed(mgr), &ir.Ref{Var: err})
	}
	if !f.canFail() {
		f.panics()
		f.emit(&ir.Do{X: pyCall("Check", leave)})
	} else {
		after := &ir.Var{Hint: "err", Type: ir.Error}
		f.emit(&ir.If{
			Init: &ir.Let{Vars: []*ir.Var{after}, Values: []ir.Expr{leave}},
			Cond: isNotNil(after), Then: f.within(func() { f.fail(&ir.Ref{Var: after}) }),
		})
	}
	f.carryOn(c, f.program.facts.PassesOn(items[0]))
}

func (f *function) enterTarget(target ast.Expr, entered value) {
	if target == nil {
		f.effect(entered)
		return
	}
	f.assignTo(target, entered)
}

// managed lowers a with statement on an instance of a static class, whose
// methods it calls directly.
func (f *function) managed(item *ast.WithItem, mgr value, body func(), async bool) bool {
	i, ok := mgr.typ.(*types.Instance)
	if !ok {
		return false
	}
	enter, exit := f.program.facts.Manager(i.Class, async)
	if enter == nil {
		return false
	}
	f.takes(item, "with", "calls of its methods around the body as a closure", "")
	f.enterTarget(item.OptionalVars, f.callManager(i, mgr, enter, "entered", nil))
	err, c := f.protect(body)
	f.handling(clause{err, true}, func() {
		result := f.callManager(i, mgr, exit, "suppressed", err)
		if f.program.facts.PassesOn(item) {
			f.effect(result)
			return
		}
		suppressed := f.truth(result)
		if lit, ok := suppressed.(*ir.Lit); ok && lit.Value == false {
			return
		}
		f.emit(&ir.If{Cond: suppressed, Then: f.within(func() { f.assign(&ir.Ref{Var: err}, &ir.Lit{}) })})
	})
	f.failOn(err)
	f.carryOn(c, f.program.facts.PassesOn(item))
	return true
}

// callManager calls a method of a context manager with what a with statement
// passes it: nothing, or what the exception err tells.
func (f *function) callManager(i *types.Instance, mgr value, n ast.Node, hint string, err *ir.Var) value {
	d, s := f.program.definition(n), f.program.structs[i.Class]
	var args []ir.Expr
	if d.facts.Async {
		args = append(args, f.context())
	}
	for k, p := range d.args.All()[1:] {
		switch t := f.varType(f.definitionModule(d).Scope.Defs[p]); {
		case f.program.facts.Omits(n, p):
		case p == d.args.Vararg:
			args = append(args, &ir.Lit{}) // nothing reads it
		case k == 0:
			args = append(args, f.to(t, value{pyCall("ErrorClass", &ir.Ref{Var: err}), types.Any}))
		case k == 1:
			raised := value{&ir.Ref{Var: err}, &types.Optional{Elem: &types.Exception{Name: "BaseException"}}}
			if f.isAny(t) {
				raised = value{pyCall("ErrorValue", raised.Expr), types.Any}
			}
			args = append(args, f.to(t, raised))
		default:
			args = append(args, f.to(t, value{pyCall("ErrorTraceback", &ir.Ref{Var: err}), types.Any}))
		}
	}
	x := mgr.Expr
	if !d.facts.Virtual || s.iface == nil {
		x = f.placeOf(s, mgr)
	}
	call, result := &ir.Call{Fun: &ir.MethodRef{X: x, Method: f.program.funcs[n]}, Args: args}, resultOf(d.facts.Result)
	switch {
	case d.facts.Fails && err != nil && result != nil && f.canFail():
		// Its error is another than the one of the body.
		v := &ir.Var{Hint: hint, Type: f.goType(result)}
		failed := &ir.Var{Hint: "exit_err", Type: ir.Error}
		f.emit(&ir.Let{Vars: []*ir.Var{v, failed}, Values: []ir.Expr{call}})
		f.failOn(failed)
		return value{&ir.Ref{Var: v}, result}
	case d.facts.Fails:
		return f.fallible(call, result, hint)
	case result == nil:
		f.emit(&ir.Do{X: call})
		return none
	}
	return value{call, result}
}

// hold lowers the beginning of async with on a lock, with which the function
// ends: the lock is acquired, and its release deferred.
func (f *function) hold(item *ast.WithItem) bool {
	t, ok := f.typeOf(item.ContextExpr).(*types.Library)
	if !ok || item.OptionalVars != nil || !api.IsHeld(t.Name) || len(f.captures) > 0 || f.yielder != nil || !f.fixed(item.ContextExpr) {
		return false
	}
	f.takes(item, "async with", "a call of its method Acquire, and of Release deferred", "")
	lock := f.expr(item.ContextExpr).Expr
	f.fallible(method(lock, "Acquire", f.context()), nil, "")
	f.emit(&ir.Defer{X: method(lock, "Release")})
	return true
}

// fixed reports whether a variable or attribute is the same object before and
// after an await.
func (f *function) fixed(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		sym := f.Scope.Uses[e]
		return sym != nil && (sym.Scope == f.scope && !sym.Captured || sym.Assigned <= 1 && f.program.facts.IsFixed(e.Id))
	case *ast.Attribute:
		_, isField := f.field(e)
		return isField && f.program.facts.IsFixed(e.Attr) && f.fixed(e.Value)
	}
	return false
}

// idiomaticWith lowers async with on the library's own managers to the function
// of the runtime that takes the body.
func (f *function) idiomaticWith(item *ast.WithItem, body func()) bool {
	around, tg := f.around(item)
	if around == nil {
		return false
	}
	ctx := &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	outer := f.ctx
	lit, c := f.capturing(func() {
		f.ctx = ctx
		body()
		f.ctx = outer
	})
	lit.Params = []*ir.Var{ctx}
	if tg != nil {
		lit.Params = append(lit.Params, tg)
	}
	f.fallible(around(lit), nil, "")
	f.carryOn(c, true)
	return true
}

// around returns how the body of async with is passed to the runtime, for a
// lock, a timeout or a task group; tg is the variable of the group.
func (f *function) around(item *ast.WithItem) (call func(body ir.Expr) ir.Expr, tg *ir.Var) {
	if t, ok := f.typeOf(item.ContextExpr).(*types.Library); ok && item.OptionalVars == nil && api.HasWith(t.Name) {
		manager := f.expr(item.ContextExpr)
		f.takes(item, "async with", "a call of its method With around the body", "")
		return func(body ir.Expr) ir.Expr { return method(manager.Expr, "With", f.context(), body) }, nil
	}
	e, ok := item.ContextExpr.(*ast.Call)
	if !ok {
		return nil, nil
	}
	switch name, _ := f.entryName(e); {
	case name == "asyncio.timeout" && item.OptionalVars == nil && len(e.Args) == 1 && len(e.Keywords) == 0:
		if t := f.typeOf(e.Args[0]); t != types.Int && t != types.Float {
			return nil, nil
		}
		f.takes(item, "async with", "asyncio.WithTimeout around the body", "")
		f.takes(e, "call", "asyncio.WithTimeout", "")
		limit := f.duration(f.expr(e.Args[0]))
		return func(body ir.Expr) ir.Expr { return aioCall("WithTimeout", f.context(), limit, body) }, nil
	case name == "asyncio.TaskGroup" && len(e.Args) == 0 && len(e.Keywords) == 0:
		group, isName := item.OptionalVars.(*ast.Name)
		if !isName {
			return nil, nil
		}
		sym := f.Scope.Uses[group]
		if t, ok := f.varType(sym).(*types.Library); !ok || t.Name != "asyncio.TaskGroup" {
			return nil, nil
		}
		// The group becomes the body's parameter: it must not be used elsewhere.
		if sym.Assigned == 1 {
			v := f.variable(sym)
			f.program.loopVars[v] = true
			f.takes(item, "async with", "asyncio.WithTaskGroup around the body", "")
			f.takes(e, "call", "asyncio.WithTaskGroup", "")
			return func(body ir.Expr) ir.Expr { return aioCall("WithTaskGroup", f.context(), body) }, v
		}
	}
	return nil, nil
}
