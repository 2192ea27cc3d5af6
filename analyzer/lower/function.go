package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// functionDef lowers a def or async def where it stands.
func (f *function) functionDef(n ast.Node) {
	d := f.program.definition(n)
	sym := f.Scope.Defs[n]
	if f.program.uses.Has(api.Annotations) {
		for _, p := range d.typeParams {
			f.typeParam(p)
		}
	}
	if d.facts.Static && f.class == nil {
		f.takes(n, "def", "a Go function", "")
		f.staticFunction(d, sym)
		return
	}
	f.takes(n, "def", "a *py.Function", d.facts.Why)
	decorators := f.decorators(d)
	v := f.functionValue(d, f.class != nil && f.class.global)
	for i := len(decorators) - 1; i >= 0; i-- {
		v = f.decorate(d.decorators[i], decorators[i], v)
	}
	f.bind(sym, value{v, types.Any})
}

// decorators evaluates those decorators of a function that Python evaluates
// before something else that can be seen: the first comes first, and all of
// them before the defaults.
func (f *function) decorators(d *definition) []ir.Expr {
	out := make([]ir.Expr, len(d.decorators))
	calls := 0
	for _, e := range d.decorators {
		if !isSimple(e) {
			calls++
		}
	}
	for _, e := range d.args.DefaultValues() {
		if !isConstant(e) {
			calls++
		}
	}
	if calls < 2 {
		return out
	}
	for i, e := range d.decorators {
		if !isSimple(e) {
			out[i] = f.boxed(f.stable("decorator", f.expr(e)))
		}
	}
	return out
}

// decorate applies a decorator to a function value; evaluated is the
// decorator's value, if there is one already.
func (f *function) decorate(decorator ast.Expr, evaluated, v ir.Expr) ir.Expr {
	if evaluated != nil {
		return pyCall("Call", evaluated, v)
	}
	if name, ok := decorator.(*ast.Name); ok && f.isBuiltin(name) {
		switch name.Id {
		case "property", "staticmethod", "classmethod":
			constructor := map[string]string{"property": "Property", "staticmethod": "StaticMethod", "classmethod": "ClassMethod"}
			args := []ir.Expr{v}
			if name.Id == "property" {
				args = append(args, &ir.Lit{}, &ir.Lit{}, &ir.Lit{})
			}
			return pyCall(constructor[name.Id], args...)
		}
	}
	return pyCall("Call", f.boxed(f.expr(decorator)), v)
}

// staticFunction declares a Go function, or a Go closure for a nested one.
func (f *function) staticFunction(d *definition, sym *scope.Symbol) {
	f.evaluateDefaults(d)
	inner := f.body(d, f.qualify(d.name))
	params, results, body := inner.static(d)
	if f.outer == nil {
		name := f.program.funcs[d.node]
		f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
			Meta: f.meta(d.node), Doc: inner.docstring(d.body, name.Hint), Name: name,
			Params: params, Results: results, Body: body, Origin: inner.source(),
		})
		if !d.facts.Around {
			f.pending(d)
		}
		return
	}
	v := f.variable(sym)
	v.Type = signature(params, results)
	f.emit(&ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: v}}, Values: []ir.Expr{&ir.FuncLit{Params: params, Results: results, Body: body, Origin: inner.source()}}})
}

func signature(params, results []*ir.Var) *ir.Signature {
	s := &ir.Signature{}
	for _, p := range params {
		s.Params = append(s.Params, p.Type)
	}
	for _, r := range results {
		s.Results = append(s.Results, r.Type)
	}
	return s
}

// pending sets the variable that holds d as a value, if anything asks for it.
func (f *function) pending(d *definition) {
	fn := ir.Expr(&ir.FuncRef{Func: f.program.funcs[d.node]})
	v := f.wrap(d, fn, f.qualify(d.name))
	holder := f.program.valueOf(d)
	decl := &ir.VarDecl{Var: holder}
	s := &ir.Assign{Targets: []ir.Expr{&ir.Ref{Var: holder}}, Values: []ir.Expr{v}}
	f.program.optional[s], f.program.optional[decl] = d.node, d.node
	f.file.Decls = append(f.file.Decls, decl)
	f.emit(s)
}

// kept is a block without the statements that dropUnasked removes.
func (l *lowerer) kept(block []ir.Stmt) []ir.Stmt {
	var out []ir.Stmt
	for _, s := range block {
		if def, ok := l.optional[s]; !ok || l.asked[def] {
			out = append(out, s)
		}
	}
	return out
}

// dropUnasked removes what makes the value of a static function that nothing uses as a value.
func (l *lowerer) dropUnasked(prog *ir.Program) {
	dropped := func(n any) bool {
		def, ok := l.optional[n]
		return ok && !l.asked[def]
	}
	var sweep func(n any)
	sweep = func(n any) {
		ir.Slots(n, func(slot any) {
			switch slot := slot.(type) {
			case *ir.Expr:
				sweep(*slot)
			case *[]ir.Stmt:
				kept := (*slot)[:0]
				for _, s := range *slot {
					if !dropped(s) {
						kept = append(kept, s)
						sweep(s)
					}
				}
				*slot = kept
			}
		})
	}
	for _, file := range prog.Files {
		kept := file.Decls[:0]
		for _, d := range file.Decls {
			if !dropped(d) {
				kept = append(kept, d)
				sweep(d)
			}
		}
		file.Decls = kept
	}
}

// valueOf returns the variable that holds a static function as a *py.Function.
func (l *lowerer) valueOf(d *definition) *ir.Var {
	v := l.values[d.node]
	if v == nil {
		v = &ir.Var{Hint: d.name + "_func", Type: ir.Any, Global: true}
		l.values[d.node] = v
	}
	return v
}

// closureValue boxes a Go closure.
func (l *lowerer) closureValue(c *types.Closure, fn ir.Expr) ir.Expr {
	d := l.definition(c.Def)
	return &ir.Call{Fun: py("Func"), Args: []ir.Expr{str(specOf(d, d.name, nil)), fn}}
}

// body makes the lowering of a function's body, with its parameters as variables.
func (f *function) body(d *definition, qualname string) *function {
	inner := &function{
		module: f.module, outer: f, node: d.node, scope: f.Scope.Scopes[d.node], qualname: qualname,
		method: f.methodClass(), isAsync: d.facts.Async,
	}
	if d.facts.Async {
		inner.ctx = &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	}
	return inner
}

// methodClass returns the class whose body f is, for functions defined in it.
func (f *function) methodClass() *ast.ClassDef {
	if f.class != nil {
		return f.class.node
	}
	return f.method
}

// qualify returns the __qualname__ of something named name that f defines.
func (f *function) qualify(name string) string {
	switch {
	case f.qualname == "":
		return name
	case f.class != nil:
		return f.qualname + "." + name
	default:
		return f.qualname + ".<locals>." + name
	}
}

// static lowers a body to a plain Go function with typed parameters and results.
func (f *function) static(d *definition) (params, results []*ir.Var, body []ir.Stmt) {
	seq := f.program.sequenceOfFunction(d)
	if f.ctx != nil && (!d.facts.Generator || seq != nil || d.facts.Around) {
		params = append(params, f.ctx)
	}
	params = append(params, f.params(d)...)
	if seq != nil {
		return params, []*ir.Var{{Type: f.goType(seq)}}, f.sequenceReturn(d, seq)
	}
	if d.facts.Around {
		f.withBody, f.fails = f.aroundBody(d), true
		params = append(params, f.withBody)
		body = f.within(func() { f.functionBody(d) })
		return params, f.results(), f.declareLocals(body, params)
	}
	if d.facts.Generator {
		return params, []*ir.Var{{Type: f.generatorType()}}, f.generatorReturn(d)
	}
	f.result = resultOf(d.facts.Result)
	f.fails = d.facts.Fails || d.facts.Async
	body = f.within(func() {
		if f.program.uses.Has(api.RecursionLimit) {
			// Python's limit is what the program counts on, not Go's stack.
			f.emit(&ir.Do{X: pyCall("Enter")})
			f.emit(&ir.Defer{X: pyCall("Leave")})
		}
		f.functionBody(d)
	})
	results = f.results()
	if d.facts.Async && f.stops(d) {
		body = f.endCoroutine(results, body)
	}
	return params, results, f.declareLocals(body, params)
}

// resultOf maps a result type to nil where nothing but None is returned.
func resultOf(t types.Type) types.Type {
	if t == nil || t == types.None || t == types.Never {
		return nil
	}
	return t
}

func (f *function) params(d *definition) []*ir.Var {
	var params []*ir.Var
	for _, p := range d.args.All() {
		if !f.program.facts.Omits(d.node, p) {
			params = append(params, f.variable(f.Scope.Defs[p]))
		}
	}
	return params
}

func (f *function) results() []*ir.Var {
	var results []*ir.Var
	if f.result != nil {
		results = append(results, &ir.Var{Type: f.goType(f.result)})
	}
	if f.fails {
		results = append(results, &ir.Var{Type: ir.Error})
	}
	return results
}

// functionBody lowers the statements of a def, or the value of a lambda.
func (f *function) functionBody(d *definition) {
	f.framed(d.node, f.qualname, func() { f.plainBody(d) })
}

func (f *function) plainBody(d *definition) {
	if d.value != nil {
		f.standAt(d.value)
		f.returnValue(f.expr(d.value))
		return
	}
	f.last = d.body[len(d.body)-1]
	f.statements(withoutDocstring(d.body))
	if !terminates(*f.block) && f.gives == nil && (f.result == nil && f.fails || f.result != nil && f.holdsNone(f.result)) {
		f.emit(&ir.Return{Values: f.returned(none)})
	}
}

// generatorType is the Go type of what calling a generator function gives.
func (f *function) generatorType() ir.Type {
	if f.isAsync {
		return pointerTo(pyPath, "AsyncGenerator")
	}
	return pointerTo(pyPath, "Generator")
}

// generatorReturn is the body of a Go function that makes a generator.
func (f *function) generatorReturn(d *definition) []ir.Stmt {
	lit := f.generatorLit(d, nil)
	constructor := "NewGenerator"
	if f.isAsync {
		constructor = "NewAsyncGenerator"
	}
	made := pyCall(constructor, str(d.name), lit)
	if f.streams(d) {
		made = method(made, "Streams")
	}
	return []ir.Stmt{&ir.Return{Values: []ir.Expr{made}}}
}

// generatorLit is the function that runs on the generator's coroutine.
func (f *function) generatorLit(d *definition, params []*ir.Var) *ir.FuncLit {
	f.yielder = &ir.Var{Hint: "y", Type: pointerTo(pyPath, "Yielder")}
	lit := &ir.FuncLit{}
	if f.isAsync {
		f.yielder.Type = pointerTo(pyPath, "AsyncYielder")
		lit.Params = append(lit.Params, f.ctx)
		f.fails = true
	} else {
		f.result = types.Any
	}
	lit.Params = append(append(lit.Params, f.yielder), params...)
	lit.Results = f.results()
	lit.Body = f.declareLocals(f.within(func() { f.functionBody(d) }), append(lit.Params, f.params(d)...))
	return lit
}
