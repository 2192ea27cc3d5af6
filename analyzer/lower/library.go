package lower

import (
	"cmp"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// libraryType is the Go type of a type of the runtime.
func (l *lowerer) libraryType(t *types.Library) ir.Type {
	switch t.Name {
	case "generator":
		return pointerTo(pyPath, "Generator")
	case "async_generator":
		return pointerTo(pyPath, "AsyncGenerator")
	}
	var args []ir.Type
	for _, a := range t.Args {
		if api.IsFuture(t.Name) {
			args = append(args, l.resultType(a))
		} else {
			args = append(args, l.goType(a))
		}
	}
	pkg, name := api.GoType(t.Name)
	if name == "" {
		return ir.Any
	}
	if t.Name == api.Awaited {
		return &ir.Named{Pkg: pkg, Name: name, Args: args}
	}
	return pointerTo(pkg, name, args...)
}

// entryName is the name under which the library table has what a call calls,
// and the receiver if it is a method of a builtin or library type.
func (f *function) entryName(e *ast.Call) (name string, receiver ast.Expr) {
	switch fn := e.Func.(type) {
	case *ast.Name:
		if f.isBuiltin(fn) {
			return fn.Id, nil
		}
		if mod, name, ok := f.imported(fn); ok {
			return mod + "." + name, nil
		}
	case *ast.Attribute:
		if mod, ok := f.moduleName(fn.Value); ok {
			if f.program.modules[mod] != nil {
				return "", nil
			}
			return mod + "." + fn.Attr, nil
		}
		if class := api.ClassOf(f.typeOf(fn.Value)); class != "" {
			return class + "." + fn.Attr, fn.Value
		}
	}
	return "", nil
}

// libraryMatch finds the table's entry for a call.
func (f *function) libraryMatch(e *ast.Call) (*api.Match, []ast.Expr) {
	name, receiver := f.entryName(e)
	if name == "" || hasStar(e.Args) {
		return nil, nil
	}
	var exprs []ast.Expr
	var args []api.Argument
	add := func(name string, e ast.Expr) {
		arg := api.Argument{Name: name, Type: f.typeOf(e), Inline: f.isInline(e)}
		if d := f.callback(e); d != nil {
			arg.Func = &api.Func{Params: len(d.args.Args), Result: d.facts.Result, Async: d.facts.Async}
			if d.facts.Bound() {
				arg.Func.Params--
			}
		} else if attr, ok := e.(*ast.Attribute); ok && f.program.facts.MethodValue(attr) {
			name, self := f.entryName(&ast.Call{Func: attr})
			arg.Method = &api.BoundMethod{Name: name, Self: f.typeOf(self)}
		}
		exprs, args = append(exprs, e), append(args, arg)
	}
	if receiver != nil {
		add("", receiver)
	}
	for _, a := range e.Args {
		add("", a)
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			return nil, nil
		}
		add(k.Arg, k.Value)
	}
	m := api.Find(name, args)
	if m != nil && (m.Entry.MakesTask && f.program.facts.TaskFactory || m.Entry.Found && f.typeOf(e) == types.Any) {
		return nil, nil
	}
	return m, exprs
}

// callback returns the function that an argument of a library function gives
// it, if it takes its Go function: a static lambda, or the name of an async def, or
// an async method of an object.
func (f *function) callback(e ast.Expr) *definition {
	switch e := e.(type) {
	case *ast.Lambda:
		if d := f.program.definition(e); d.facts.Static {
			return d
		}
	case *ast.Name:
		if f.typeOf(e) == types.Function {
			return f.staticDefinition(f.Scope.Uses[e])
		}
	case *ast.Attribute:
		if f.program.facts.MethodValue(e) {
			if _, _, n := f.methodOf(e); n != nil {
				return f.program.definition(n)
			}
		}
	}
	return nil
}

// libraryCall lowers a call that the library table has a static form for.
func (f *function) libraryCall(e *ast.Call, awaited bool) (value, bool) {
	m, exprs := f.libraryMatch(e)
	if m == nil || m.Entry.Go == "" {
		return value{}, false
	}
	if m.Entry.Async && !awaited {
		return f.libraryCoroutine(e, m, exprs)
	}
	if awaited && !m.Entry.Async {
		return value{}, false
	}
	form, wide := m.Entry.Go, m.Result == types.Int && f.typeOf(e) != types.Int // it may outgrow Go's int
	switch {
	case wide:
		form = m.Entry.Wide
	case m.Entry.Literal != "" && !slices.ContainsFunc(exprs, func(e ast.Expr) bool { return !isNumber(e) }) && !f.program.lockedThreads():
		form = m.Entry.Literal
	}
	if form == "" {
		return value{}, false
	}
	m.Expect(f.typeOf(e))
	if m.Entry.Shows {
		f.shows(f.typeOf(exprs[0]))
	}
	holes := f.holes(m, exprs)
	if o, ok := m.Result.(*types.Optional); ok && m.Entry.GoNil != "" && isPointer(o.Elem) {
		form = m.Entry.GoNil
	}
	if m.Entry.Made != "" && isDisplay(exprs[0]) {
		form = m.Entry.Made
	}
	call := f.render(m, form, holes)
	f.takes(e, "call", m.Entry.Form(), "")
	result := m.Result
	if wide {
		result = types.BigInt
	}
	switch {
	case m.Entry.Gives != "":
		f.fallible(call, nil, "")
		return value{ir.Verbatim(m.Entry.Gives), result}, true
	case m.Entry.Many != "" && f.discards(e) && (m.Entry.Async || m.Entry.Fails):
		f.fallibleUnused(call, len(strings.Fields(m.Entry.Many)))
		return none, true
	case m.Entry.Many != "" && !m.Entry.Async && !m.Entry.Fails:
		_, tuple := f.manyResults(call, result.(*types.Tuple), strings.Fields(m.Entry.Many))
		return f.retypedItems(tuple, f.typeOf(e)), true
	case m.Entry.Many != "":
		tuple := f.fallibleMany(call, result.(*types.Tuple), strings.Fields(m.Entry.Many))
		return f.retypedItems(tuple, f.typeOf(e)), true
	case m.Entry.Async || m.Entry.Fails:
		if _, generic := m.Sig.Result.(api.Var); generic && result == types.None {
			return f.fallibleNone(call), true
		}
		hint := m.Entry.Hint
		if hint == "" {
			hint = f.resultHint(lastName(m.Entry.Name))
		}
		return f.fallible(call, resultOf(result), hint), true
	}
	if result == types.None {
		f.emit(&ir.Do{X: call})
		return none, true
	}
	return f.retyped(value{call, result}, f.typeOf(e)), true
}

// isNumber reports whether an expression is a literal number without a sign.
func isNumber(e ast.Expr) bool {
	c, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	switch c.Value.(type) {
	case int64, float64:
		return true
	}
	return false
}

// libraryCoroutine lowers a call of an async library function that is not
// awaited at once: a coroutine object, whose arguments are evaluated now.
func (f *function) libraryCoroutine(e *ast.Call, m *api.Match, exprs []ast.Expr) (value, bool) {
	t, ok := f.typeOf(e).(*types.Coroutine)
	if !ok || m.Entry.Many != "" {
		return value{}, false
	}
	holes := f.holes(m, exprs)
	for _, param := range m.Sig.Params {
		for i, v := range holes[param.Name] {
			if !f.isUnchanging(v) {
				holes[param.Name][i] = f.let(param.Name, v)
			}
		}
	}
	f.takes(e, "call", m.Entry.Form()+" in a coroutine object", "")
	ctx := &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	outer := f.ctx
	f.ctx = ctx
	call := f.render(m, m.Entry.Go, holes)
	f.ctx = outer
	err := &ir.Var{Hint: "err", Type: ir.Error}
	let := &ir.Let{Vars: []*ir.Var{err}, Values: []ir.Expr{call}}
	lit := &ir.FuncLit{
		Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: ir.Error}}, Origin: &ir.Origin{Calls: true},
	}
	failed, done := &ir.Return{Values: []ir.Expr{&ir.Ref{Var: err}}}, &ir.Return{Values: []ir.Expr{&ir.Lit{}}}
	constructor := "Go"
	if resultOf(t.Result) != nil {
		constructor = "GoValue"
		var v value
		_, generic := m.Sig.Result.(api.Var)
		switch {
		case m.Entry.Gives != "":
			v = value{ir.Verbatim(m.Entry.Gives), m.Result}
		case m.Result == types.None:
			v = none
			if generic {
				let.Vars = []*ir.Var{nil, err}
			}
		default:
			result := f.temp("result", m.Result)
			let.Vars = []*ir.Var{result, err}
			v = value{&ir.Ref{Var: result}, m.Result}
		}
		lit.Results = []*ir.Var{{Type: f.goType(t.Result)}, {Type: ir.Error}}
		failed.Values = []ir.Expr{f.zero(t.Result), &ir.Ref{Var: err}}
		done.Values = []ir.Expr{f.to(t.Result, v), &ir.Lit{}}
	} else if _, generic := m.Sig.Result.(api.Var); generic {
		let.Vars = []*ir.Var{nil, err}
	}
	lit.Body = []ir.Stmt{let, &ir.If{Cond: isNotNil(err), Then: []ir.Stmt{failed}}, done}
	v := value{aioCall(constructor, lit), t}
	return f.named(e, cmp.Or(m.Entry.Qualname, m.Entry.Name), v), true
}

// inlineArgument is what an inline iterator is lowered to as an argument: a
// sequence of its own elements, or of any where the parameter's element type is
// bound to that by another argument, as in extending a list of any. A call has
// no such sequence, so nil: its iterator is made.
func (f *function) inlineArgument(m *api.Match, param *api.Iterable, e ast.Expr) types.Type {
	elem := f.typeOf(e).(*types.Iterator).Elem
	if _, bound := param.Elem.(api.Var); !bound || elem == types.Any || m.Resolve(param.Elem) != types.Any {
		return &sequence{Elem: elem}
	}
	if _, ok := e.(*ast.GeneratorExp); ok {
		return &sequence{Elem: types.Any}
	}
	return nil
}

// inFormOrder evaluates the arguments by statements before the call that the Go form
// has after arguments which are evaluated later. name gives their parameters.
func (f *function) inFormOrder(m *api.Match, values []value, name func(i int) string) {
	if m.Entry.Go == "" {
		return
	}
	at := parseTemplate(m.Entry.Go).order()
	for i, v := range values {
		if !hasCall(v.Expr) || !isBasic(v.typ) && !isPointer(v.typ) {
			continue
		}
		for j := i + 1; j < len(values); j++ {
			if at[name(j)] < at[name(i)] && hasCall(values[j].Expr) {
				values[i] = f.let("arg", v)
				break
			}
		}
	}
}

// holes lowers the arguments of a call to what the holes of its Go form take.
func (f *function) holes(m *api.Match, exprs []ast.Expr) map[string][]value {
	param := make([]int, len(exprs))
	for p, indexes := range m.Args {
		for _, i := range indexes {
			param[i] = p
		}
	}
	want := func(i int) types.Type {
		if iterable, ok := m.Sig.Params[param[i]].Type.(*api.Iterable); ok && f.isInline(exprs[i]) {
			return f.inlineArgument(m, iterable, exprs[i])
		}
		if t := m.Sig.Params[param[i]].Type; t != nil {
			if t := m.Resolve(t); isConcrete(t) {
				return t
			}
		}
		return nil
	}
	values := f.operandsFor(exprs, want)
	f.inFormOrder(m, values, func(i int) string { return m.Sig.Params[param[i]].Name })
	holes := map[string][]value{}
	for p, indexes := range m.Args {
		for _, i := range indexes {
			v := values[i]
			if v.typ == types.Any && m.Sig.Params[p].Type != nil {
				v = f.as(v, f.typeOf(exprs[i]))
			}
			switch t := want(i); {
			case m.Sig.Params[p].Type == nil, t == types.Any:
				v = value{f.boxed(v), v.typ}
			case f.needsBoxes(m, m.Sig.Params[p].Type, v):
				v = value{f.boxed(v), types.Any}
			case t != nil && isConcrete(t):
				v = value{f.to(t, v), t}
			}
			if c, ok := m.Sig.Params[p].Type.(*api.Callback); ok {
				v.Expr = f.fitted(exprs[i], v.Expr, m, c)
			}
			holes[m.Sig.Params[p].Name] = append(holes[m.Sig.Params[p].Name], v)
		}
	}
	return holes
}

// fitted is a method as a Go function with the parameters that the Go form of m
// calls it with: those of its own may be of any.
func (f *function) fitted(e ast.Expr, fn ir.Expr, m *api.Match, c *api.Callback) ir.Expr {
	attr, ok := e.(*ast.Attribute)
	if !ok {
		return fn
	}
	d := f.callback(attr)
	ctx := &ir.Var{Hint: "ctx", Type: &ir.Named{Pkg: "context", Name: "Context"}, Context: true}
	lit := &ir.FuncLit{Origin: &ir.Origin{Calls: true}, Params: []*ir.Var{ctx}, Results: []*ir.Var{{Type: ir.Error}}}
	args := []ir.Expr{&ir.Ref{Var: ctx}}
	differs := false
	for i, arg := range d.args.Args[1:] {
		own := f.varType(f.definitionModule(d).Scope.Defs[arg])
		given := m.Resolve(c.Params[i])
		param := f.temp(arg.Arg, given)
		lit.Params = append(lit.Params, param)
		args = append(args, f.to(own, value{&ir.Ref{Var: param}, given}))
		differs = differs || !types.Equal(own, given)
	}
	if !differs {
		return fn
	}
	lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Call{Fun: fn, Args: args}}}}
	return lit
}

// needsBoxes reports whether the elements of an argument have a static type where
// another argument says that they are of any, as in extending a list of any by the
// characters of a string.
func (f *function) needsBoxes(m *api.Match, param types.Type, v value) bool {
	var want types.Type
	switch p := param.(type) {
	case *api.Iterable:
		want = p.Elem
	case *types.Library:
		want = api.SequenceElement(p)
	}
	if _, bound := want.(api.Var); !bound || m.Resolve(want) != types.Any {
		return false
	}
	if _, made := v.typ.(*sequence); made {
		return false
	}
	_, elem := f.sequence(v)
	return !f.isAny(elem)
}

// isConcrete reports whether a parameter type is one of Go's types rather than
// a set of them.
func isConcrete(t types.Type) bool {
	switch t.(type) {
	case *api.Iterable, *api.Contents, *api.Awaitable, *api.Callback, api.Exactly, api.Var, *sequence:
		return false
	}
	return true
}

func lastName(name string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[i+1:]
		}
	}
	return name
}
