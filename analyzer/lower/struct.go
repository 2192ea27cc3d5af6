package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// structType is the Go struct of a static class.
type structType struct {
	name    *ir.TypeName
	class   *ast.ClassDef
	fields  []*structField
	init    *ir.Func // the constructor; nil where a composite literal does
	value   *ir.Var  // the *py.Class; nil if nothing needs one
	methods map[string]ast.Node
}

type structField struct {
	name string
	typ  types.Type
	v    *ir.Var
	decl ast.Node
}

func (s *structType) field(name string) *structField {
	for _, f := range s.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

// declareStruct names the struct, constructor and methods of a static class.
func (m *module) declareStruct(def *ast.ClassDef) {
	l := m.program
	facts := l.facts.Classes[def]
	if facts == nil || !facts.Static {
		return
	}
	s := &structType{name: &ir.TypeName{Hint: def.Name}, class: def, methods: map[string]ast.Node{}}
	l.structs[def] = s
	for _, stmt := range def.Body {
		d := l.definition(stmt)
		switch {
		case d.name == "__init__":
			s.init = &ir.Func{Hint: "new_" + def.Name}
			s.methods[d.name] = stmt
		case d.name != "":
			l.funcs[stmt] = &ir.Func{Hint: d.name, Method: true}
			s.methods[d.name] = stmt
		}
	}
	if facts.Exception || facts.Registered {
		s.value = &ir.Var{Hint: lowerFirst(def.Name) + "_class", Type: pointerTo(pyPath, "Class"), Global: true}
	}
	for _, field := range facts.Fields {
		v := &ir.Var{Hint: field.Name}
		l.fields[v] = field.Name
		s.fields = append(s.fields, &structField{name: field.Name, typ: field.Type, v: v, decl: field.Decl})
	}
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// staticClass declares the struct, the constructor and the methods of a static class.
func (f *function) staticClass(n *ast.ClassDef) {
	s := f.program.structs[n]
	facts := f.classFacts(n)
	decl := &ir.StructDecl{Meta: f.meta(n), Doc: f.docstring(n.Body, n.Name), Name: s.name}
	if facts.Exception {
		decl.Embeds = append(decl.Embeds, &ir.Named{Pkg: pyPath, Name: "Exception"})
	}
	for _, field := range s.fields {
		field.v.Type = f.goType(field.typ)
		x := &ir.Field{Var: field.v}
		if s.value != nil && strings.Trim(field.name, "abcdefghijklmnopqrstuvwxyz") != "" {
			x.Tag = `py:"` + field.name + `"`
		}
		if facts.Dataclass {
			x.Lead, _ = f.comments.before(f.module, field.decl.(ast.Stmt), true)
			x.Trail = f.comments.after(f.module, field.decl.(ast.Stmt))
		}
		decl.Fields = append(decl.Fields, x)
	}
	f.file.Decls = append(f.file.Decls, decl)
	if s.value != nil {
		f.registerStruct(s, facts)
	}
	for _, stmt := range withoutDocstring(n.Body) {
		d := f.program.definition(stmt)
		if d.name == "" {
			continue
		}
		lead, _ := f.comments.before(f.module, stmt, true)
		first := len(f.file.Decls)
		if d.name == "__init__" {
			f.constructor(s, d)
		} else {
			f.methodDecl(s, d)
		}
		f.file.Decls[first].M().Lead = lead
	}
}

// registerStruct makes the class object of a static class.
func (f *function) registerStruct(s *structType, facts *infer.Class) {
	bases := ir.Expr(&ir.Lit{})
	if facts.Exception {
		bases = &ir.Composite{Type: anySlice, Elems: []ir.Element{{Value: py("ExceptionClass")}}}
	}
	call := &ir.Call{Fun: py("StructClass"), TypeArgs: []ir.Type{&ir.Local{Name: s.name}}, Args: []ir.Expr{str(s.class.Name), bases}}
	if facts.Registered {
		for _, stmt := range s.class.Body {
			d := f.program.definition(stmt)
			if d.name == "" || d.name == "__init__" {
				continue
			}
			constructor := "Func"
			if d.facts.Async && !d.facts.Generator {
				constructor = "AsyncFunc"
			}
			var defaults []ir.Expr
			spec := specOf(d, f.qualify(s.class.Name)+"."+d.name, func(e ast.Expr) { defaults = append(defaults, f.boxed(f.expr(e))) })
			fn := pyCall(constructor, append([]ir.Expr{str(spec), &ir.MethodExpr{Type: s.name, Method: f.program.funcs[stmt]}}, defaults...)...)
			call.Args = append(call.Args, &ir.Composite{
				Type: &ir.Named{Pkg: pyPath, Name: "Kw"}, Elems: []ir.Element{{Name: "Name", Value: str(d.name)}, {Name: "Value", Value: fn}},
			})
		}
	}
	if len(call.Args) == 2 {
		// Without methods nothing can make Go's initialization go round in circles.
		f.file.Decls = append(f.file.Decls, &ir.VarDecl{Var: s.value, Value: call, Infer: true})
		return
	}
	f.global(s.value)
	f.assign(&ir.Ref{Var: s.value}, call)
}

// receiver names the receiver of a class's methods.
func (f *function) receiver(s *structType, d *definition) *ir.Var {
	self := f.variable(f.Scope.Defs[parameters(d.args)[0]])
	self.Hint = strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1])
	self.Type = &ir.Pointer{Elem: &ir.Local{Name: s.name}}
	return self
}

func (f *function) methodDecl(s *structType, d *definition) {
	f.evaluateDefaults(d)
	inner := f.body(d, f.qualify(s.class.Name)+"."+d.name)
	inner.method = s.class
	self := f.receiver(s, d)
	params, results, body := inner.static(d)
	var rest []*ir.Var
	for _, p := range params {
		if p != self {
			rest = append(rest, p)
		}
	}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: f.meta(d.node), Doc: inner.docstring(d.body, d.name), Name: f.program.funcs[d.node], Recv: self,
		Params: rest, Results: results, Body: body,
	})
}

// constructor declares the function that makes an instance and runs __init__.
func (f *function) constructor(s *structType, d *definition) {
	f.evaluateDefaults(d)
	inner := f.body(d, f.qualify(s.class.Name)+".__init__")
	inner.method = s.class
	self := f.receiver(s, d)
	var params []*ir.Var
	for _, p := range parameters(d.args)[1:] {
		params = append(params, f.variable(f.Scope.Defs[p]))
	}
	instance := &types.Instance{Class: s.class}
	inner.result = instance
	inner.fails = d.facts.Fails
	body := inner.within(func() {
		if inner.initFields(s, d, params) {
			return
		}
		inner.emit(&ir.Let{Vars: []*ir.Var{self}, Values: []ir.Expr{f.newStruct(s, params)}})
		inner.initReturns = &ir.Ref{Var: self}
		inner.statements(withoutDocstring(d.body))
		if !terminates(*inner.block) {
			inner.emit(&ir.Return{Values: inner.returned(value{&ir.Ref{Var: self}, instance})})
		}
	})
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: f.meta(d.node), Doc: inner.docstring(d.body, s.init.Hint), Name: s.init,
		Params: params, Results: inner.results(), Body: inner.declareLocals(body, append(params, self)),
	})
}

// newStruct is a new instance whose attributes are still to be set. An
// exception has its arguments as args until __init__ sets others.
func (f *function) newStruct(s *structType, params []*ir.Var) *ir.Composite {
	lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
	if f.classFacts(s.class).Exception {
		args := []ir.Expr{&ir.Ref{Var: s.value}}
		for _, p := range params {
			args = append(args, &ir.Ref{Var: p})
		}
		lit.Elems = append(lit.Elems, ir.Element{Name: "Exception", Value: pyCall("ExceptionOf", args...)})
	}
	return lit
}

// initFields lowers an __init__ that only sets attributes, one after the other,
// to a composite literal.
func (f *function) initFields(s *structType, d *definition, params []*ir.Var) bool {
	body := withoutDocstring(d.body)
	var exprs []ast.Expr
	var fields []*structField
	var super []ast.Expr
	hasSuper := false
	for i, stmt := range body {
		if args, ok := f.superInit(stmt); ok && i == 0 && f.classFacts(s.class).Exception {
			super, hasSuper = args, true
			continue
		}
		target, v := assignedAttribute(stmt)
		if target == nil || mentionsName(v, "self") {
			return false
		}
		field := s.field(target.Attr)
		if field == nil {
			return false
		}
		exprs, fields = append(exprs, v), append(fields, field)
	}
	lit := f.newStruct(s, params)
	if hasSuper {
		args := []ir.Expr{&ir.Ref{Var: s.value}}
		for _, v := range f.operands(super...) {
			args = append(args, f.boxed(v))
		}
		lit.Elems[0].Value = pyCall("ExceptionOf", args...)
	}
	values := f.operandsFor(exprs, func(i int) types.Type { return fields[i].typ })
	for i, v := range values {
		lit.Elems = append(lit.Elems, ir.Element{Field: fields[i].v, Value: f.to(fields[i].typ, v)})
	}
	lit.Lines = len(lit.Elems) > 3
	f.emit(&ir.Return{Values: f.returned(value{lit, &types.Instance{Class: s.class}})})
	return true
}

// assignedAttribute returns the parts of self.x = v.
func assignedAttribute(s ast.Stmt) (*ast.Attribute, ast.Expr) {
	var target, v ast.Expr
	switch s := s.(type) {
	case *ast.Assign:
		if len(s.Targets) == 1 {
			target, v = s.Targets[0], s.Value
		}
	case *ast.AnnAssign:
		target, v = s.Target, s.Value
	}
	attr, ok := target.(*ast.Attribute)
	if !ok || v == nil {
		return nil, nil
	}
	if self, ok := attr.Value.(*ast.Name); !ok || self.Id != "self" {
		return nil, nil
	}
	return attr, v
}

// superInit recognizes super().__init__(...) without keywords and stars.
func (f *function) superInit(s ast.Stmt) ([]ast.Expr, bool) {
	stmt, ok := s.(*ast.ExprStmt)
	if !ok {
		return nil, false
	}
	call, ok := stmt.Value.(*ast.Call)
	if !ok || len(call.Keywords) > 0 || hasStar(call.Args) {
		return nil, false
	}
	attr, ok := call.Func.(*ast.Attribute)
	if !ok || attr.Attr != "__init__" {
		return nil, false
	}
	super, ok := attr.Value.(*ast.Call)
	if !ok || len(super.Args) > 0 {
		return nil, false
	}
	name, ok := super.Func.(*ast.Name)
	return call.Args, ok && name.Id == "super" && f.isBuiltin(name)
}

// initException lowers super().__init__(...) in the constructor of a static
// exception class: it sets the exception's args.
func (f *function) initException(e ast.Expr) bool {
	self, ok := f.initReturns.(*ir.Ref)
	if !ok {
		return false
	}
	exprs, ok := f.superInit(&ast.ExprStmt{Value: e})
	if !ok {
		return false
	}
	var args []ir.Expr
	for _, v := range f.operands(exprs...) {
		args = append(args, f.boxed(v))
	}
	f.assign(
		&ir.Select{X: &ir.Select{X: self, Name: "Exception"}, Name: "Args"},
		&ir.Call{Fun: py("TupleOf"), Args: args},
	)
	return true
}

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
	instance := &types.Instance{Class: s.class}
	if s.init != nil {
		d := f.program.definition(s.methods["__init__"])
		args, ok := f.bindArguments(d, e)
		if !ok {
			return value{}, false
		}
		call := &ir.Call{Fun: &ir.FuncRef{Func: s.init}, Args: args}
		if d.facts.Fails {
			return f.fallible(call, instance, lowerFirst(s.class.Name)), true
		}
		return value{call, instance}, true
	}
	if f.classFacts(s.class).Dataclass {
		return value{f.dataclass(s, e), instance}, true
	}
	lit := f.newStruct(s, nil)
	if f.classFacts(s.class).Exception {
		args := []ir.Expr{&ir.Ref{Var: s.value}}
		for _, v := range f.operands(e.Args...) {
			args = append(args, f.boxed(v))
		}
		lit.Elems[0].Value = pyCall("ExceptionOf", args...)
	}
	return value{lit, instance}, true
}

// dataclass lowers a call of a static dataclass to a composite literal.
func (f *function) dataclass(s *structType, e *ast.Call) ir.Expr {
	var exprs []ast.Expr
	var fields []*structField
	set := map[*structField]bool{}
	for i, a := range e.Args {
		exprs, fields = append(exprs, a), append(fields, s.fields[i])
		set[s.fields[i]] = true
	}
	for _, k := range e.Keywords {
		field := s.field(k.Arg)
		exprs, fields = append(exprs, k.Value), append(fields, field)
		set[field] = true
	}
	values := map[*structField]ir.Expr{}
	for i, v := range f.operandsFor(exprs, func(i int) types.Type { return fields[i].typ }) {
		values[fields[i]] = f.to(fields[i].typ, v)
	}
	lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
	for _, field := range s.fields {
		v := values[field]
		if !set[field] {
			v = f.fieldDefault(field)
		}
		lit.Elems = append(lit.Elems, ir.Element{Field: field.v, Value: v})
	}
	lit.Lines = len(lit.Elems) > 3
	return lit
}

// fieldDefault is the default of a dataclass field: a constant, or what its
// factory makes.
func (f *function) fieldDefault(field *structField) ir.Expr {
	v := field.decl.(*ast.AnnAssign).Value
	call, ok := v.(*ast.Call)
	if !ok {
		return f.to(field.typ, f.exprFor(v, field.typ))
	}
	switch factory, _ := infer.FactoryOf(call); factory {
	case "list":
		t, _ := field.typ.(*types.List)
		return f.list(&ast.List{}, t).Expr
	case "dict":
		t, _ := field.typ.(*types.Dict)
		return f.dict(&ast.Dict{}, t).Expr
	}
	t, ok := field.typ.(*types.Set)
	if !ok {
		t = &types.Set{Elem: types.Any}
	}
	return &ir.Call{Fun: py("SetOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}
}

// callStaticMethod lowers o.name(...) on an instance of a static class.
func (f *function) callStaticMethod(e *ast.Call, awaited bool) (value, bool) {
	attr, ok := e.Func.(*ast.Attribute)
	if !ok {
		return value{}, false
	}
	if _, isModule := f.moduleName(attr.Value); isModule {
		return value{}, false
	}
	class, t := f.instanceOf(attr.Value)
	if class == nil {
		return value{}, false
	}
	n := f.program.structs[class].methods[attr.Attr]
	if n == nil {
		return value{}, false
	}
	d := f.program.definition(n)
	if awaited && (!d.facts.Async || d.facts.Generator) {
		return value{}, false
	}
	receiver := f.narrowed(f.expr(attr.Value), t)
	at := len(*f.block)
	args, ok := f.bindArguments(d, e)
	if !ok {
		return value{}, false
	}
	if len(*f.block) > at && !f.isUnchanging(receiver) || f.disturbs(receiver, argumentsOf(e)...) {
		receiver = f.spillAt(at, lowerFirst(class.Name), receiver)
	}
	fn := &ir.MethodRef{X: receiver.Expr, Method: f.program.funcs[n]}
	if awaited {
		args = append([]ir.Expr{f.context()}, args...)
		return f.fallible(&ir.Call{Fun: fn, Args: args}, resultOf(d.facts.Result), resultHint(d.name)), true
	}
	if d.facts.Async && !d.facts.Generator && !f.isUnchanging(receiver) {
		fn.X = f.stable(lowerFirst(class.Name), receiver).Expr
	}
	return f.callGo(d, fn, args), true
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
	t := ir.Type(&ir.Pointer{Elem: &ir.Local{Name: s.name}})
	if g := f.goType(v.typ); g != ir.Any && g != ir.Error {
		return value{pyCall("IsInstance", f.boxed(v), &ir.Ref{Var: s.value}), types.Bool}, s.value != nil
	}
	ok2 := &ir.Var{Hint: "ok", Type: ir.Bool}
	f.emit(&ir.Let{Vars: []*ir.Var{nil, ok2}, Values: []ir.Expr{&ir.Assert{X: v.Expr, Type: t}}})
	return value{&ir.Ref{Var: ok2}, types.Bool}, true
}

// structHandler lowers an except clause of a static exception class, which has
// no subclasses, by errors.AsType.
func (f *function) structHandler(err *ir.Var, h *ast.ExceptHandler, rest []*ast.ExceptHandler) bool {
	s := f.structOf(h.Type)
	if s == nil {
		return false
	}
	caught := &ir.Var{Hint: "caught", Type: &ir.Pointer{Elem: &ir.Local{Name: s.name}}}
	bind := func() {}
	if h.Name != "" {
		sym := f.Scope.Defs[h]
		if sym.Assigned == 1 && !sym.Captured && f.varType(sym).String() == s.class.Name {
			caught = f.variable(sym)
			f.program.loopVars[caught] = true
		} else {
			bind = func() { f.bind(sym, value{&ir.Ref{Var: caught}, &types.Instance{Class: s.class}}) }
		}
	}
	ok := &ir.Var{Hint: "ok", Type: ir.Bool}
	find := &ir.Let{Vars: []*ir.Var{caught, ok}, Values: []ir.Expr{&ir.Call{
		Fun: &ir.Qual{Pkg: "errors", Name: "AsType"}, TypeArgs: []ir.Type{caught.Type}, Args: []ir.Expr{&ir.Ref{Var: err}},
	}}}
	body := func() {
		bind()
		f.statements(h.Body)
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
