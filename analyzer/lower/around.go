package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A generator that only with statements enter is a Go function that takes their
// body, and calls it where the generator yields.

// aroundBody is the body of a with statement, as a parameter of the function
// around it: it takes what the generator yields, if that is more than None.
func (f *function) aroundBody(d *definition) *ir.Var {
	sig := &ir.Signature{Results: []ir.Type{ir.Error}}
	if d.facts.Async {
		sig.Params = append(sig.Params, f.ctx.Type)
	}
	if t := d.facts.Yields; resultOf(t) != nil {
		sig.Params = append(sig.Params, f.goType(t))
	}
	return &ir.Var{Hint: "body", Type: sig}
}

// runBody lowers the yield of v in such a function.
func (f *function) runBody(d *definition, v value) {
	var args []ir.Expr
	if d.facts.Async {
		args = append(args, f.context())
	}
	if t := d.facts.Yields; resultOf(t) != nil {
		args = append(args, f.to(t, v))
	} else {
		f.effect(v)
	}
	f.fallible(&ir.Call{Fun: &ir.Ref{Var: f.withBody}, Args: args}, nil, "")
}

// aroundWith lowers a with statement whose manager such a function makes.
func (f *function) aroundWith(s ast.Stmt, item *ast.WithItem, body func()) bool {
	e, ok := item.ContextExpr.(*ast.Call)
	if !ok {
		return false
	}
	fn, d, args, ok := f.aroundCall(e)
	if !ok {
		return false
	}
	f.takes(item, "with", "a call of the Go function around the body", "")
	lit := &ir.FuncLit{}
	outer := f.ctx
	if d.facts.Async {
		args = append([]ir.Expr{f.context()}, args...)
		f.ctx = &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
		lit.Params = append(lit.Params, f.ctx)
	}
	var entered *ir.Var
	bound := false
	if t := d.facts.Yields; resultOf(t) != nil {
		entered, bound = f.bodyParam(s, item.OptionalVars, t)
		lit.Params = append(lit.Params, entered)
	}
	run, c := f.capturing(func() {
		if item.OptionalVars != nil && !bound {
			v := none
			if entered != nil {
				v = value{&ir.Ref{Var: entered}, d.facts.Yields}
			}
			f.assignTo(item.OptionalVars, v)
		}
		body()
	})
	f.ctx = outer
	lit.Results, lit.Body = run.Results, run.Body
	f.fallible(&ir.Call{Fun: fn, Args: append(args, lit)}, nil, "")
	f.carryOn(c, f.program.facts.PassesOn(item))
	return true
}

// aroundCall resolves a call that makes a manager.
func (f *function) aroundCall(e *ast.Call) (fn ir.Expr, d *definition, args []ir.Expr, ok bool) {
	if d = f.target(e); d != nil && d.facts.Around {
		args, ok = f.bindArguments(d, e)
		return f.goFunction(d), d, args, ok
	}
	attr, isAttr := e.Func.(*ast.Attribute)
	if !isAttr {
		return nil, nil, nil, false
	}
	receive, method, n := f.methodOf(attr)
	if n == nil || receive == nil || !f.program.facts.Funcs[n].Around {
		return nil, nil, nil, false
	}
	d = f.program.definition(n)
	receiver := receive()
	at := len(*f.block)
	args, ok = f.bindArguments(d, e)
	if len(*f.block) > at && !f.isUnchanging(receiver) || f.disturbs(receiver, argumentsOf(e)...) {
		receiver = value{f.spillPlace(at, receiver), receiver.typ}
	}
	return method(receiver.Expr), d, args, ok
}

// bodyParam makes the parameter of a body that gets what is entered. It is the
// variable after as itself where nothing outside of the body uses that.
func (f *function) bodyParam(s ast.Stmt, target ast.Expr, t types.Type) (param *ir.Var, bound bool) {
	name, ok := target.(*ast.Name)
	if !ok {
		return &ir.Var{Hint: "entered", Type: f.goType(t)}, false
	}
	sym := f.Scope.Uses[name]
	if sym.Assigned != 1 || sym.Scope != f.scope || sym.Captured || f.namespace(sym) != nil || !types.Equal(f.varType(sym), t) || !s.Span().Contains(f.program.extents[sym]) {
		return &ir.Var{Hint: name.Id, Type: f.goType(t)}, false
	}
	v := f.variable(sym)
	f.program.loopVars[v] = true
	return v, true
}
