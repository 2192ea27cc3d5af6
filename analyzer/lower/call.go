package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// call lowers a call that is not awaited at once.
func (f *function) call(e *ast.Call) value {
	if v, ok := f.superCall(e); ok {
		return v
	}
	if v, ok := f.scopeNames(e); ok {
		return v
	}
	if text, args, ok := f.formatMethod(e); ok {
		return f.formatted(text, args)
	}
	if f.program.facts.StoresFrozen(e) {
		f.storeFrozen(e)
		return none
	}
	if d := f.target(e); d != nil {
		if args, ok := f.bindArguments(d, e); ok {
			f.takes(e, "call", "a call of the Go function", "")
			return f.callGo(e, d, f.goFunction(d), args)
		}
	}
	if e := f.program.facts.Unchanged(f.Scope, e); e != nil {
		return f.expr(e)
	}
	if v, ok := f.constructStatic(e); ok {
		f.takes(e, "call", "the struct", "")
		return v
	}
	if v, ok := f.callStaticMethod(e, false); ok {
		f.takes(e, "call", "a call of the Go method", "")
		return v
	}
	if v, ok := f.isInstanceOfStruct(e); ok {
		return v
	}
	if v, ok := f.defaultDict(e); ok {
		return v
	}
	if v, ok := f.replaced(e); ok {
		f.takes(e, "call", "a copy of the struct", "")
		return v
	}
	if v, ok := f.specialBuiltin(e); ok {
		return v
	}
	if len(e.Keywords) == 0 && !hasStar(e.Args) && f.typeOf(e) != types.Any {
		if v, ok := f.special(e.Func, "__call__", e.Args...); ok {
			return v
		}
	}
	if v, ok := f.toThread(e); ok {
		return v
	}
	if v, ok := f.libraryCall(e, false); ok {
		return v
	}
	if v, ok := f.methodCall(e); ok {
		return v
	}
	return f.dynamicCall(e)
}

// target returns the static function that a call calls by name, or by the name of
// its module and its own, if any.
func (f *function) target(e *ast.Call) *definition {
	var sym *scope.Symbol
	switch fn := e.Func.(type) {
	case *ast.Name:
		sym = f.Scope.Uses[fn]
	case *ast.Attribute:
		sym, _ = f.moduleGlobal(fn)
	}
	return f.staticDefinition(f.original(sym))
}

// callGo calls the Go function or bound method fn of a static definition at a
// place in the source.
func (f *function) callGo(site ast.Expr, d *definition, fn ir.Expr, args []ir.Expr) value {
	switch {
	case f.program.sequenceOfFunction(d) != nil:
		if d.facts.Async {
			args = append([]ir.Expr{f.context()}, args...)
		}
		return value{&ir.Call{Fun: fn, Args: args}, f.program.sequenceOfFunction(d)}
	case d.facts.Generator:
		t := &types.Library{Name: "generator"}
		if d.facts.Async {
			t.Name = "async_generator"
		}
		return value{&ir.Call{Fun: fn, Args: args}, t}
	case d.facts.Async:
		v := f.coroutine(fn, args, argumentHints(d), resultOf(d.facts.Result))
		// Elsewhere there are too few of them to be worth a word.
		if many := f.program.inLoop[site] || f.node == d.node; many && f.restarts(d) {
			v.Expr = method(v.Expr, "Restartable")
		}
		return f.named(site, f.program.qualnameOf(d), v)
	}
	call := &ir.Call{Fun: fn, Args: args}
	result := resultOf(d.facts.Result)
	if d.facts.Fails {
		return f.fallible(call, result, f.resultHint(d.name))
	}
	if result == nil {
		f.emit(&ir.Do{X: call})
		return none
	}
	return value{call, result}
}

// goFunction names the Go function or closure of a static definition.
func (f *function) goFunction(d *definition) ir.Expr {
	if fn := f.program.funcs[d.node]; fn != nil {
		return &ir.FuncRef{Func: fn}
	}
	return &ir.Ref{Var: f.variable(f.Scope.Defs[d.node])}
}

// plainVerbs are functions' names that do not tell what the functions give.
var plainVerbs = set(`get fetch load read make create compute find build parse run call execute do process handle work
	send request query invoke apply perform wait_for lookup main`)

// qualnameOf is the __qualname__ of a definition, which may stand anywhere in the
// program.
func (l *lowerer) qualnameOf(d *definition) string {
	name := d.name
	for _, m := range l.modules {
		own := m.Scope.Scopes[d.node]
		if own == nil {
			continue
		}
		if sym := m.Scope.Defs[d.node]; sym != nil && sym.Scope != nil && sym.Scope.Parent == nil {
			return name // of the module, though global may say so
		}
		for s := own.Parent; s != nil; s = s.Parent {
			switch n := s.Node.(type) {
			case *ast.ClassDef:
				name = n.Name + "." + name
			case *ast.FunctionDef:
				name = n.Name + ".<locals>." + name
			case *ast.AsyncFunctionDef:
				name = n.Name + ".<locals>." + name
			}
		}
	}
	return name
}

// argumentHints are the names of the parameters that a call passes.
func argumentHints(d *definition) []string {
	var hints []string
	for i, p := range d.args.All() {
		if i > 0 || !d.facts.Bound() {
			hints = append(hints, p.Arg)
		}
	}
	return hints
}

// collectedTuple is what *args gets of a call.
func (f *function) collectedTuple(values []value, spread bool) ir.Expr {
	tuple := &ir.Named{Pkg: pyPath, Name: "Tuple"}
	var boxed []ir.Expr
	lit := &ir.Composite{Type: tuple}
	for _, v := range values {
		x := f.boxed(v)
		boxed = append(boxed, x)
		lit.Elems = append(lit.Elems, ir.Element{Value: x})
	}
	if spread {
		return &ir.Convert{Type: tuple, X: pyCall("StarArgs", boxed...)}
	}
	return lit
}

// collectedDict is what **kwargs of type t gets of a call.
func (f *function) collectedDict(t types.Type, keywords []string, values []value) ir.Expr {
	dict, ok := t.(*types.Dict)
	if !ok {
		dict = &types.Dict{Key: types.Str, Value: types.Any}
	}
	call := &ir.Call{Fun: py("DictOf"), TypeArgs: []ir.Type{f.goType(dict.Key), f.goType(dict.Value)}}
	for i, v := range values {
		call.Args = append(call.Args, str(keywords[i]), f.to(dict.Value, v))
	}
	return f.to(t, value{call, dict})
}

// defaultArgument is a default value as passed to a static function.
func (f *function) defaultArgument(e ast.Expr, t types.Type) ir.Expr {
	if v := f.program.defaults[e]; v != nil {
		return &ir.Ref{Var: v}
	}
	return f.to(t, f.exprFor(e, t))
}

// methodCall lowers o.name(...) on a value without a static form.
func (f *function) methodCall(e *ast.Call) (value, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return value{}, false
	}
	if mod, ok := f.moduleName(attr.Value); ok {
		f.requireName(attr, mod, attr.Attr)
		if _, isGlobal := f.moduleGlobal(attr); isGlobal {
			return value{}, false
		}
	}
	if f.callsHeld(attr) {
		return value{}, false
	}
	if f.namesCallee(e) {
		return value{}, false
	}
	f.takes(e, "call", "py.CallMethod", "the library table has no static form for these types")
	if f.isAny(f.typeOf(attr.Value)) {
		f.takes(e, "call", "py.CallMethod", "the object has no static type")
	}
	o := f.expr(attr.Value)
	f.program.loosensName(attr.Attr)
	f.asks(attr.Attr)
	name := str(f.mangle(attr.Attr))
	gives := func(call ir.Expr) (value, bool) {
		if _, _, n := f.methodOf(attr); n != nil {
			return f.given(e, call), true
		}
		return value{call, f.anyKind(f.typeOf(e))}, true
	}
	if f.looksUpFirst(e, attr) {
		return gives(f.callLookedUp(e, pyCall("MethodOf", f.boxed(o), name)))
	}
	at := len(*f.block)
	a := f.arguments(e, nil)
	if len(*f.block) > at && !f.isUnchanging(o) || f.disturbs(o, argumentsOf(e)...) {
		o = f.spillAt(at, "receiver", o)
	}
	if a.keywords == nil {
		call := &ir.Call{Fun: py("CallMethod"), Args: append([]ir.Expr{f.boxed(o), name}, a.positional...)}
		if a.spread {
			call.Spread = true
		}
		return gives(call)
	}
	return gives(pyCall("CallMethodKw", f.boxed(o), name, a.list(), a.keywords))
}

// dynamicCall lowers a call of any callable.
func (f *function) dynamicCall(e *ast.Call) value {
	f.takes(e, "call", "py.Call", "what is called has no static form for these arguments")
	fn := f.expr(e.Func)
	v := f.callObject(e, fn)
	if f.target(e) != nil {
		return f.given(e, v.Expr)
	}
	return value{v.Expr, f.anyKind(f.typeOf(e))}
}

// given is the result of a call of a function that is known, through its value.
func (f *function) given(e *ast.Call, call ir.Expr) value {
	t := f.typeOf(e)
	if f.isAny(t) || e == f.awaiting || ast.Expr(e) == f.discard {
		return value{call, f.anyKind(t)}
	}
	return f.known(value{call, types.Any}, t)
}

// callObject lowers a call of fn, with the arguments of e.
func (f *function) callObject(e *ast.Call, fn value) value {
	if f.namesCallee(e) && !f.isUnchanging(fn) {
		fn = f.stable("callee", value{f.boxed(fn), types.Any})
	}
	at := len(*f.block)
	a := f.arguments(e, fn.Expr)
	if len(*f.block) > at && !f.isUnchanging(fn) || f.disturbs(fn, argumentsOf(e)...) {
		fn = f.spillAt(at, "callee", fn)
	}
	switch {
	case a.lone != nil:
		keywords := a.keywords
		if keywords == nil {
			keywords = &ir.Lit{}
		}
		return value{pyCall("CallStar", f.boxed(fn), a.lone, keywords), types.Any}
	case a.keywords == nil:
		call := &ir.Call{Fun: py("Call"), Args: append([]ir.Expr{f.boxed(fn)}, a.positional...), Spread: a.spread}
		return value{call, types.Any}
	}
	return value{pyCall("CallKw", f.boxed(fn), a.list(), a.keywords), types.Any}
}

// superCall lowers super() and super(C, self).
func (f *function) superCall(e *ast.Call) (value, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || name.Id != "super" || !f.isBuiltin(name) || len(e.Args) != 0 {
		return value{}, false
	}
	class, self := f.superArguments()
	if class == nil {
		return value{}, false
	}
	return value{pyCall("Super", class, self), types.Any}, true
}

// superArguments finds what super() without arguments stands for: the class
// around, and the first parameter of the method.
func (f *function) superArguments() (class, self ir.Expr) {
	class = f.enclosingClass()
	g := f
	for g != nil && g.outer != nil && g.outer.class == nil {
		g = g.outer
	}
	if class == nil || g == nil || g.outer == nil {
		return nil, nil
	}
	d := f.program.definition(g.node)
	if d.args == nil {
		return nil, nil
	}
	params := d.args.All()
	if len(params) == 0 {
		return nil, nil
	}
	return class, &ir.Ref{Var: f.variable(f.Scope.Defs[params[0]])}
}
