package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// resultHint names the variable that holds what a function gave.
func (f *function) resultHint(name string) string {
	name = strings.TrimLeft(name, "_")
	if plainVerbs[name] && f.scope != nil && f.scope.Symbols["result"] == nil || strings.HasSuffix(name, "result") {
		return "result"
	}
	for _, prefix := range []string{"get_", "fetch_", "load_", "read_", "make_", "create_", "compute_", "find_", "build_", "parse_"} {
		if len(name) > len(prefix) && name[:len(prefix)] == prefix {
			return name[len(prefix):]
		}
	}
	return name + "_result"
}

// coroutine makes a coroutine object of a call of an async Go function. Its
// arguments are evaluated now.
func (f *function) coroutine(fn ir.Expr, args []ir.Expr, hints []string, result types.Type) value {
	for i, a := range args {
		if !f.isUnchanging(value{a, types.Any}) {
			v := &ir.Var{Hint: hints[i]}
			f.emit(&ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{a}})
			args[i] = &ir.Ref{Var: v}
		}
	}
	t := &types.Coroutine{Result: types.None}
	constructor := "Go"
	lit := &ir.FuncLit{Origin: &ir.Origin{Calls: true}}
	if result != nil {
		t.Result = result
		constructor = "GoValue"
		lit.Results = append(lit.Results, &ir.Var{Type: f.goType(result)})
	}
	lit.Results = append(lit.Results, &ir.Var{Type: ir.Error})
	if len(args) == 0 {
		return value{aioCall(constructor, fn), t}
	}
	ctx := &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	lit.Params = []*ir.Var{ctx}
	lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Call{Fun: fn, Args: append([]ir.Expr{&ir.Ref{Var: ctx}}, args...)}}}}
	return value{aioCall(constructor, lit), t}
}

// await lowers await. Awaiting a call of an async function is a plain Go call.
func (f *function) await(e *ast.Await) value {
	call, ok := e.Value.(*ast.Call)
	if ok {
		if d := f.target(call); d != nil && d.facts.Async && !d.facts.Generator {
			if args, ok := f.bindArguments(d, call); ok {
				args = append([]ir.Expr{f.context()}, args...)
				f.takes(e, "await", "a call", "")
				f.takes(call, "call", "a call of the Go function", "")
				return f.fallible(&ir.Call{Fun: f.goFunction(d), Args: args}, resultOf(d.facts.Result), f.resultHint(d.name))
			}
		}
		if v, ok := f.callStaticMethod(call, true); ok {
			f.takes(e, "await", "a call", "")
			f.takes(call, "call", "a call of the Go method", "")
			return v
		}
		if v, ok := f.gather(call, f.discard == ast.Expr(e)); ok {
			f.takes(e, "await", "a call", "")
			return v
		}
		if v, ok := f.libraryCall(call, true); ok {
			f.takes(e, "await", "a call", "")
			return v
		}
	}
	outer := f.awaiting
	f.awaiting = call
	v := f.expr(e.Value)
	f.awaiting = outer
	if result, ok := awaitedType(v.typ); ok {
		f.takes(e, "await", "a call of its method Await", "")
		if resultOf(result) == nil {
			return f.fallibleNone(method(v.Expr, "Await", f.context()))
		}
		return f.fallible(method(v.Expr, "Await", f.context()), result, "result")
	}
	f.takes(e, "await", "asyncio.Await", "what is awaited has no static type")
	result := f.fallible(aioCall("Await", f.context(), f.boxed(v)), types.Any, "result")
	if t := f.typeOf(e); !f.isAny(t) {
		return f.known(result, t)
	}
	return result
}

// awaitedType is the result of awaiting a coroutine, task or future.
func awaitedType(t types.Type) (types.Type, bool) {
	switch t := t.(type) {
	case *types.Coroutine:
		return t.Result, true
	case *types.Library:
		if api.IsFuture(t.Name) && len(t.Args) == 1 {
			return t.Args[0], true
		}
	}
	return nil, false
}
