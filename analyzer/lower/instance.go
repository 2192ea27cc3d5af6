package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// structOf returns the static class that a name means.
func (f *function) structOf(e ast.Expr) *structType {
	name, ok := e.(*ast.Name)
	if !ok {
		return nil
	}
	sym := f.Scope.Uses[name]
	if sym == nil || len(sym.Bindings) != 1 {
		return nil
	}
	if def := f.program.facts.ClassOf(sym); def != nil {
		return f.program.structs[def]
	}
	def, ok := sym.Bindings[0].(*ast.ClassDef)
	if !ok {
		return nil
	}
	return f.program.structs[def]
}

// constructStatic lowers a call of a static class.
func (f *function) constructStatic(e *ast.Call) (value, bool) {
	s := f.structOf(e.Func)
	if s == nil {
		return value{}, false
	}
	if s.enum != nil {
		return f.lookUp(s, e), true
	}
	instance := f.program.instance(s.class)
	var args []ir.Expr
	n := f.program.facts.Method(s.class, "__init__")
	switch {
	case s.facts.Dataclass != nil:
		values := f.dataclassValues(s, e)
		if s.init == nil {
			lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
			for i, field := range s.fields {
				lit.Elems = append(lit.Elems, ir.Element{Field: field.v, Value: values[i]})
			}
			lit.Lines = len(lit.Elems) > 3
			return value{lit, instance}, true
		}
		args = values
	case n != nil:
		var ok bool
		if args, ok = f.bindArguments(f.program.definition(n), e); !ok {
			return value{}, false
		}
	case s.facts.Exception:
		var items []ir.Expr
		for _, v := range f.operands(e.Args...) {
			items = append(items, f.boxed(v))
		}
		if s.init == nil {
			lit := f.newStruct(s, nil)
			lit.Elems[0].Value = pyCall("ExceptionOf", append([]ir.Expr{&ir.Ref{Var: s.value}}, items...)...)
			return value{lit, instance}, true
		}
		args = []ir.Expr{&ir.Call{Fun: py("TupleOf"), Args: items}}
	case s.init == nil:
		return value{f.newStruct(s, nil), instance}, true
	}
	call := &ir.Call{Fun: &ir.FuncRef{Func: s.init}, Args: args}
	if f.constructorFails(s) {
		return f.fallible(call, instance, lowerFirst(s.class.Name)), true
	}
	return value{call, instance}, true
}

// dataclassValues lowers the arguments of a call of a static dataclass to the
// values of its fields in order.
func (f *function) dataclassValues(s *structType, e *ast.Call) []ir.Expr {
	all := s.allFields()
	var positional []*structField
	for _, field := range all {
		if !field.fact.KwOnly {
			positional = append(positional, field)
		}
	}
	var exprs []ast.Expr
	var fields []*structField
	set := map[*structField]bool{}
	add := func(field *structField, e ast.Expr) {
		exprs, fields = append(exprs, e), append(fields, field)
		set[field] = true
	}
	for i, a := range e.Args {
		add(positional[i], a)
	}
	for _, k := range e.Keywords {
		add(s.field(k.Arg), k.Value)
	}
	values := map[*structField]ir.Expr{}
	for i, v := range f.operandsFor(exprs, func(i int) types.Type { return fields[i].typ }) {
		values[fields[i]] = f.to(fields[i].typ, v)
	}
	var out []ir.Expr
	for _, field := range all {
		v := values[field]
		if !set[field] {
			v = f.fieldDefault(field)
		}
		out = append(out, v)
	}
	return out
}

// fieldDefault is the default of a dataclass field: a constant, or what its
// factory makes.
func (f *function) fieldDefault(field *structField) ir.Expr {
	if e := field.fact.Default; e != nil {
		return f.to(field.typ, f.exprFor(e, field.typ))
	}
	switch factory := field.fact.Factory.(type) {
	case *ast.Lambda:
		if len(factory.Args.All()) == 0 {
			return f.to(field.typ, f.exprFor(factory.Body, field.typ))
		}
	case *ast.Name:
		if f.isBuiltin(factory) {
			switch factory.Id {
			case "list":
				t, _ := field.typ.(*types.List)
				return f.list(&ast.List{}, t).Expr
			case "dict":
				t, _ := field.typ.(*types.Dict)
				return f.dict(&ast.Dict{}, t).Expr
			case "set":
				t, ok := field.typ.(*types.Set)
				if !ok {
					t = &types.Set{Elem: types.Any}
				}
				return &ir.Call{Fun: py("SetOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}
			}
		}
	}
	return f.to(field.typ, value{pyCall("Call", f.boxed(f.expr(field.fact.Factory))), types.Any})
}

// place is the struct that holds the fields of an instance, as an expression
// that fields and methods can be selected of.
func (f *function) place(e ast.Expr) (ir.Expr, *structType, bool) {
	class, t := f.instanceOf(e)
	if class == nil {
		return nil, nil, false
	}
	if name, ok := e.(*ast.Name); ok {
		v := f.program.vars[f.Scope.Uses[name]]
		if s := f.program.owners[v]; s != nil && s.class == class {
			return &ir.Ref{Var: v}, s, true
		}
	}
	s := f.program.structs[class]
	return f.placeOf(s, f.narrowed(f.expr(e), t)), s, true
}

// placeOf is the struct behind a value.
func (f *function) placeOf(s *structType, v value) ir.Expr {
	if s.iface == nil {
		return v.Expr
	}
	return &ir.Call{Fun: &ir.MethodRef{X: v.Expr, Method: s.accessor}}
}

// methodOf resolves the method that o.name(...) or o.name means for an instance,
// a static class or super(): what it is selected of, and the method.
func (f *function) methodOf(attr *ast.Attribute) (receiver func() value, fn func(x ir.Expr) ir.Expr, n ast.Node) {
	facts := f.program.facts
	if _, isModule := f.moduleName(attr.Value); isModule {
		return nil, nil, nil
	}
	if s := f.structOf(attr.Value); s != nil {
		n := facts.Method(s.class, attr.Attr)
		if n == nil || facts.Funcs[n].Kind != infer.StaticMethod && facts.Funcs[n].Kind != infer.ClassMethod {
			return nil, nil, nil
		}
		return nil, func(ir.Expr) ir.Expr { return &ir.FuncRef{Func: f.program.funcs[n]} }, n
	}
	if s := f.superOf(attr.Value); s != nil {
		n := facts.Method(s.facts.Base, attr.Attr)
		if n == nil {
			return nil, nil, nil
		}
		owner := f.program.structs[facts.Funcs[n].Method]
		name := f.program.funcs[n]
		if attr.Attr == "__init__" {
			name = owner.setup
		}
		embedded := &ir.EmbedRef{X: &ir.Ref{Var: f.selfOf()}, Type: s.base.name}
		return nil, func(ir.Expr) ir.Expr { return &ir.MethodRef{X: embedded, Method: name} }, n
	}
	class, t := f.instanceOf(attr.Value)
	if class == nil {
		return nil, nil, nil
	}
	n = facts.Method(class, attr.Attr)
	if n == nil {
		return nil, nil, nil
	}
	method := f.program.funcs[n]
	if !facts.Funcs[n].Bound() || facts.Funcs[n].Kind == infer.ClassMethod {
		return func() value { f.effect(f.expr(attr.Value)); return none },
			func(ir.Expr) ir.Expr { return &ir.FuncRef{Func: method} }, n
	}
	if !facts.Funcs[n].Virtual || f.program.structs[class].iface == nil {
		return func() value {
			x, _, _ := f.place(attr.Value)
			return value{x, t}
		}, func(x ir.Expr) ir.Expr { return &ir.MethodRef{X: x, Method: method} }, n
	}
	return func() value { return f.narrowed(f.expr(attr.Value), t) },
		func(x ir.Expr) ir.Expr { return &ir.MethodRef{X: x, Method: method} }, n
}

// superOf returns the static class in a method of which super() stands.
func (f *function) superOf(e ast.Expr) *structType {
	call, ok := e.(*ast.Call)
	if !ok || len(call.Args)+len(call.Keywords) > 0 {
		return nil
	}
	name, ok := call.Func.(*ast.Name)
	if !ok || name.Id != "super" || !f.isBuiltin(name) || f.method == nil {
		return nil
	}
	s := f.program.structs[f.method]
	if s == nil || s.base == nil {
		return nil
	}
	return s
}

// selfOf is the receiver of the method being lowered.
func (f *function) selfOf() *ir.Var {
	return f.variable(f.Scope.Defs[ast.ArgumentsOf(f.node).All()[0]])
}

// callsHeld reports whether a called attribute is a field or property of a
// static class: what it holds is called, not a method.
func (f *function) callsHeld(attr *ast.Attribute) bool {
	class, _ := f.instanceOf(attr.Value)
	if class == nil {
		return false
	}
	if f.program.structs[class].field(attr.Attr) != nil {
		return true
	}
	_, _, n := f.methodOf(attr)
	return n != nil && f.program.facts.Funcs[n].Kind == infer.Property
}

// callStaticMethod lowers o.name(...) on an instance of a static class.
func (f *function) callStaticMethod(e *ast.Call, awaited bool) (value, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return value{}, false
	}
	receive, fn, n := f.methodOf(attr)
	if n == nil || f.program.facts.Funcs[n].Kind == infer.Property {
		return value{}, false
	}
	d := f.program.definition(n)
	if awaited && (!d.facts.Async || d.facts.Generator) {
		return value{}, false
	}
	var receiver value
	if receive != nil {
		receiver = receive()
	}
	at := len(*f.block)
	args, ok := f.bindArguments(d, e)
	if !ok {
		return value{}, false
	}
	if receive != nil && receiver.Expr != nil && (len(*f.block) > at && !f.isUnchanging(receiver) || f.disturbs(receiver, argumentsOf(e)...)) {
		receiver = value{f.spillPlace(at, receiver), receiver.typ}
	}
	if awaited {
		args = append([]ir.Expr{f.context()}, args...)
		return f.fallible(&ir.Call{Fun: fn(receiver.Expr), Args: args}, resultOf(d.facts.Result), f.resultHint(d.name)), true
	}
	if receive != nil && receiver.Expr != nil && d.facts.Async && !d.facts.Generator && !f.isUnchanging(receiver) {
		at := len(*f.block)
		receiver = value{f.spillPlace(at, receiver), receiver.typ}
	}
	return f.callGo(e, d, fn(receiver.Expr), args), true
}

// spillPlace keeps what a method is selected of in a variable.
func (f *function) spillPlace(at int, receiver value) ir.Expr {
	hint := "receiver"
	if i, ok := receiver.typ.(*types.Instance); ok {
		hint = lowerFirst(i.Class.Name)
	}
	v := &ir.Var{Hint: hint}
	s := &ir.Let{Vars: []*ir.Var{v}, Values: []ir.Expr{receiver.Expr}}
	block := append([]ir.Stmt{}, (*f.block)[:at]...)
	block = append(block, s)
	*f.block = append(block, (*f.block)[at:]...)
	return &ir.Ref{Var: v}
}

// property lowers o.name where that is a property of a static class.
func (f *function) property(e *ast.Attribute) (value, bool) {
	receive, fn, n := f.methodOf(e)
	if n == nil || f.program.facts.Funcs[n].Kind != infer.Property || receive == nil {
		return value{}, false
	}
	d := f.program.definition(n)
	return f.callGo(e, d, fn(receive().Expr), nil), true
}

// setProperty lowers o.name = v where that is a property of a static class.
func (f *function) setProperty(e *ast.Attribute, v value) bool {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		return false
	}
	n := f.program.facts.Setter(class, e.Attr)
	if n == nil {
		return false
	}
	d := f.program.definition(n)
	v = f.spilled(v, e.Value)
	x, _, _ := f.place(e.Value)
	t := f.varType(f.definitionModule(d).Scope.Defs[d.args.All()[1]])
	call := &ir.Call{Fun: &ir.MethodRef{X: x, Method: f.program.funcs[n]}, Args: []ir.Expr{f.to(t, v)}}
	if d.facts.Fails {
		f.fallible(call, nil, "")
	} else {
		f.emit(&ir.Do{X: call})
	}
	return true
}

// classAttribute resolves C.name and o.name to the variable of a class attribute.
func (f *function) classAttribute(e *ast.Attribute) (*structField, bool) {
	s := f.structOf(e.Value)
	if s == nil {
		class, _ := f.instanceOf(e.Value)
		if class == nil || f.program.structs[class].field(e.Attr) != nil {
			return nil, false
		}
		s = f.program.structs[class]
	}
	attr := s.attr(e.Attr)
	return attr, attr != nil
}

// replaced lowers dataclasses.replace(o, field=v, ...) to a copy of the struct.
func (f *function) replaced(e *ast.Call) (value, bool) {
	t, ok := f.typeOf(e).(*types.Instance)
	if !ok || len(e.Args) != 1 {
		return value{}, false
	}
	if name, _ := f.entryName(e); name != "dataclasses.replace" {
		return value{}, false
	}
	s := f.program.structs[t.Class]
	exprs := []ast.Expr{e.Args[0]}
	fields := []*structField{nil}
	for _, k := range e.Keywords {
		exprs, fields = append(exprs, k.Value), append(fields, s.field(k.Arg))
	}
	values := f.operandsFor(exprs, func(i int) types.Type {
		if i == 0 {
			return nil
		}
		return fields[i].typ
	})
	copied := &ir.Var{Hint: instanceHint(s), Type: &ir.Local{Name: s.name}}
	f.emit(&ir.Let{Vars: []*ir.Var{copied}, Values: []ir.Expr{&ir.Unary{Op: "*", X: values[0].Expr}}})
	if s.facts.Open {
		f.assign(&ir.Select{X: &ir.Ref{Var: copied}, Name: "Attributes"}, &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Attributes"}})
	}
	for i, field := range fields {
		if i > 0 {
			f.assign(&ir.FieldRef{X: &ir.Ref{Var: copied}, Field: field.v}, f.to(field.typ, values[i]))
		}
	}
	return value{&ir.Unary{Op: "&", X: &ir.Ref{Var: copied}}, t}, true
}

// isInstanceOfStruct lowers isinstance(x, C) of a static class to a type assertion.
func (f *function) isInstanceOfStruct(e *ast.Call) (value, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || name.Id != "isinstance" || !f.isBuiltin(name) || len(e.Args) != 2 {
		return value{}, false
	}
	s := f.structOf(e.Args[1])
	if s == nil {
		return value{}, false
	}
	v := f.expr(e.Args[0])
	if i, ok := v.typ.(*types.Instance); ok {
		if f.program.facts.Derives(i.Class, s.class) {
			f.effect(v)
			return value{&ir.Lit{Value: true}, types.Bool}, true
		}
		if !f.program.facts.Derives(s.class, i.Class) {
			f.effect(v)
			return value{&ir.Lit{Value: false}, types.Bool}, true
		}
	}
	if o, ok := v.typ.(*types.Optional); ok {
		if i, ok := o.Elem.(*types.Instance); ok && f.program.facts.Derives(i.Class, s.class) {
			return value{&ir.Binary{Op: "!=", X: v.Expr, Y: &ir.Lit{}}, types.Bool}, true
		}
	}
	x := v.Expr
	if !f.program.isInterface(v.typ) {
		x = &ir.Convert{Type: ir.Any, X: x}
	}
	ok2 := &ir.Var{Hint: "ok", Type: ir.Bool}
	f.emit(&ir.Let{Vars: []*ir.Var{nil, ok2}, Values: []ir.Expr{&ir.Assert{X: x, Type: s.goType()}}})
	return value{&ir.Ref{Var: ok2}, types.Bool}, true
}

// isInterface reports whether values of type t are carried as a Go interface.
func (l *lowerer) isInterface(t types.Type) bool {
	if isEnum(t) {
		return false
	}
	switch g := l.goType(t).(type) {
	case ir.Basic:
		return g == ir.Any || g == ir.Error
	case *ir.Local:
		return true // structs are carried as pointers
	}
	return false
}

// structHandler lowers an except clause of a static exception class, which has
// its own Go type, by errors.AsType.
func (f *function) structHandler(err *ir.Var, h *ast.ExceptHandler, rest []*ast.ExceptHandler) bool {
	s := f.structOf(h.Type)
	if s == nil {
		return false
	}
	caught := &ir.Var{Hint: "caught", Type: s.goType()}
	bind, unbind := func() {}, func() {}
	if h.Name != "" {
		sym := f.Scope.Defs[h]
		if sym.Assigned == 1 && !sym.Captured && f.namespace(sym) == nil && f.program.bound[sym] == nil && f.varType(sym).String() == s.class.Name {
			caught = f.variable(sym)
			f.program.loopVars[caught] = true
		} else {
			bind = func() { f.bind(sym, value{&ir.Ref{Var: caught}, f.program.instance(s.class)}) }
		}
		unbind = func() { f.setBound(sym, false) }
	}
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	find := &ir.Let{Vars: []*ir.Var{caught, ok}, Values: []ir.Expr{&ir.Call{
		Fun: &ir.Qual{Pkg: "errors", Name: "AsType"}, TypeArgs: []ir.Type{caught.Type}, Args: []ir.Expr{&ir.Ref{Var: err}},
	}}}
	body := func() {
		bind()
		f.statements(h.Body)
		if !terminates(*f.block) {
			unbind()
		}
	}
	others := f.within(func() { f.handlerChain(err, rest) })
	if len(rest) == 0 {
		f.emit(find)
		f.emit(&ir.If{Cond: not(&ir.Ref{Var: ok}), Then: others})
		body()
		return true
	}
	f.emit(&ir.If{Init: find, Cond: &ir.Ref{Var: ok}, Then: f.within(body), Else: others})
	return true
}
