package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A comprehension becomes a loop before the expression that it stands in. Its
// variables are its own, so no closure is needed.

func (f *function) listComp(e *ast.ListComp) value {
	t, ok := f.typeOf(e).(*types.List)
	if !ok {
		t = anyList
	}
	return f.collected(e.Elt, e.Generators, t)
}

// collected gathers the elements of a comprehension in a list.
func (f *function) collected(elt ast.Expr, generators []*ast.Comprehension, t *types.List) value {
	out := f.fresh(listHint(elt), value{&ir.Call{Fun: py("ListOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}, t})
	f.comprehend(generators, func() {
		f.emit(&ir.Do{X: method(out.Expr, "Append", f.to(t.Elem, f.exprFor(elt, t.Elem)))})
	})
	return out
}

// fresh declares the container that a comprehension fills, or makes it in the
// variable that it is assigned to.
func (f *function) fresh(hint string, v value) value {
	if into := f.into; into != nil {
		f.into = nil
		f.assign(&ir.Ref{Var: into}, v.Expr)
		return value{&ir.Ref{Var: into}, v.typ}
	}
	return f.let(hint, v)
}

func listHint(elt ast.Expr) string {
	if name, ok := elt.(*ast.Name); ok && len(name.Id) > 1 {
		return plural(name.Id)
	}
	return "items"
}

func (f *function) setComp(e *ast.SetComp) value {
	t, ok := f.typeOf(e).(*types.Set)
	if !ok {
		t = &types.Set{Elem: types.Any}
	}
	out := f.fresh("set", value{&ir.Call{Fun: py("SetOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}, t})
	f.comprehend(e.Generators, func() {
		f.emit(&ir.Do{X: method(out.Expr, "Add", f.to(t.Elem, f.expr(e.Elt)))})
	})
	return out
}

func (f *function) dictComp(e *ast.DictComp) value {
	t, ok := f.typeOf(e).(*types.Dict)
	if !ok {
		t = &types.Dict{Key: types.Any, Value: types.Any}
	}
	out := f.fresh("mapping", value{&ir.Call{Fun: py("DictOf"), TypeArgs: []ir.Type{f.goType(t.Key), f.goType(t.Value)}}, t})
	f.comprehend(e.Generators, func() {
		v := f.operandsFor([]ast.Expr{e.Key, e.Value}, func(i int) types.Type {
			if i == 1 {
				return t.Value
			}
			return nil
		})
		f.emit(&ir.Do{X: method(out.Expr, "Set", f.to(t.Key, v[0]), f.to(t.Value, v[1]))})
	})
	return out
}

// comprehend emits the nested loops and tests of a comprehension around body.
// While it lowers them, scope is the comprehension's, and class-body names are
// not seen except by the first iterable.
func (f *function) comprehend(generators []*ast.Comprehension, body func()) {
	if len(generators) == 0 {
		body()
		return
	}
	g := generators[0]
	lp := f.newLoop()
	f.iterate(lp, g.Target, g.Iter, g.IsAsync != 0, func() {
		f.loops = append(f.loops, lp)
		f.filtered(g.Ifs, func() { f.comprehend(generators[1:], body) })
		f.loops = f.loops[:len(f.loops)-1]
	})
}

func (f *function) filtered(tests []ast.Expr, body func()) {
	if len(tests) == 0 {
		body()
		return
	}
	cond := f.cond(tests[0])
	f.emit(&ir.If{Cond: cond, Then: f.within(func() { f.filtered(tests[1:], body) })})
}

// generatorExp lowers a generator expression to a generator: its first iterable
// is evaluated now, the rest when an element is asked for.
func (f *function) generatorExp(e *ast.GeneratorExp) value {
	first := e.Generators[0]
	source, ok := f.specialIterate(first.Iter)
	if !ok {
		source = f.expr(first.Iter)
	}
	iter := "Iter"
	if f.isNewGenerator(source) {
		iter = "IterOnce"
	}
	if first.IsAsync == 0 {
		source = value{pyCall("GetIter", f.boxed(source)), types.Any}
	}
	source = f.let("source", source)
	inner := &function{
		module: f.module, outer: f, node: e, scope: f.Scope.Scopes[e], qualname: f.qualname,
		method: f.methodClass(), isAsync: isAsyncGenerator(e),
	}
	lit := &ir.FuncLit{}
	constructor := "NewGenerator"
	inner.yielder = &ir.Var{Hint: "y", Type: pointerTo(pyPath, "Yielder")}
	if inner.isAsync {
		constructor = "NewAsyncGenerator"
		inner.yielder.Type = pointerTo(pyPath, "AsyncYielder")
		inner.ctx = &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
		inner.fails = true
		lit.Params = append(lit.Params, inner.ctx)
	} else {
		inner.result = types.Any
	}
	lit.Params = append(lit.Params, inner.yielder)
	lit.Results = inner.results()
	lit.Body = inner.declareLocals(inner.within(func() {
		emitElement := func() {
			inner.effect(inner.yield(&ast.Yield{Base: e.Base, Value: e.Elt}))
		}
		lp := inner.newLoop()
		rest := func() {
			inner.loops = append(inner.loops, lp)
			inner.filtered(first.Ifs, func() { inner.comprehend(e.Generators[1:], emitElement) })
			inner.loops = inner.loops[:len(inner.loops)-1]
		}
		inner.framed(e, f.qualify("<genexpr>"), func() {
			if first.IsAsync != 0 {
				inner.iterateAsync(lp, first.Target, source, false, rest)
			} else {
				inner.rangeOver(lp, first.Target, value{pyCall(iter, source.Expr), types.Any}, false, rest)
			}
			inner.emit(&ir.Return{Values: inner.returned(none)})
		})
	}), lit.Params)
	made := pyCall(constructor, str("<genexpr>"), lit)
	if !inner.isAsync && !f.program.uses.Has(api.Handled) {
		made = method(made, "Streams")
	}
	return value{made, types.Any}
}

// isAsyncGenerator reports whether a generator expression has an await or an
// async for of its own.
func isAsyncGenerator(e *ast.GeneratorExp) bool {
	for _, g := range e.Generators {
		if g.IsAsync != 0 {
			return true
		}
	}
	async := ast.HasAwait(e.Elt)
	for i, g := range e.Generators {
		if i > 0 {
			async = async || ast.HasAwait(g.Iter)
		}
		for _, test := range g.Ifs {
			async = async || ast.HasAwait(test)
		}
	}
	return async
}
