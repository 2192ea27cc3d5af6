package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// constructor declares the function that makes an instance and runs __init__.
func (f *function) constructor(s *structType, d *definition) {
	f.evaluateDefaults(d)
	if !s.alone() {
		if s.setup != nil {
			f.setupMethod(s, d)
			f.inheritedConstructor(s)
			return
		}
	}
	inner := f.body(d, f.qualify(s.class.Name)+".__init__")
	inner.method = s.class
	self := f.receiver(s, d)
	var params []*ir.Var
	for _, p := range d.args.All()[1:] {
		params = append(params, f.variable(f.Scope.Defs[p]))
	}
	instance := f.program.instance(s.class)
	inner.result = instance
	inner.fails = f.constructorFails(s)
	body := inner.within(func() {
		if s.alone() && inner.initFields(s, d, params) {
			return
		}
		inner.emit(&ir.Let{Vars: []*ir.Var{self}, Values: []ir.Expr{f.newStruct(s, params)}})
		inner.adopt(s, self)
		if s.base != nil && s.facts.Exception {
			inner.setException(s, self, params)
		}
		inner.initReturns = &ir.Ref{Var: self}
		inner.framed(d.node, inner.qualname, func() {
			inner.statements(withoutDocstring(d.body))
			if !terminates(*inner.block) {
				inner.emit(&ir.Return{Values: inner.returned(value{&ir.Ref{Var: self}, instance})})
			}
		})
	})
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: f.meta(d.node), Doc: inner.docstring(d.body, s.init.Hint), Name: s.init,
		Params: params, Results: inner.results(), Body: inner.declareLocals(body, append(params, self)),
	})
}

// constructorFails reports whether making an instance gives an error, as its
// __init__ or one that this calls can.
func (f *function) constructorFails(s *structType) bool {
	if n := f.program.facts.Method(s.class, "__init__"); n != nil {
		return f.program.facts.Funcs[n].Fails
	}
	n := f.program.facts.Method(s.class, "__post_init__")
	return n != nil && f.program.facts.Funcs[n].Fails
}

// setupMethod declares __init__ as a method, which the constructors of the
// classes that derive from this one call too.
func (f *function) setupMethod(s *structType, d *definition) {
	inner := f.body(d, f.qualify(s.class.Name)+".__init__")
	inner.method = s.class
	self := f.receiver(s, d)
	var params []*ir.Var
	for _, p := range d.args.All()[1:] {
		params = append(params, f.variable(f.Scope.Defs[p]))
	}
	inner.fails = d.facts.Fails
	inner.setupOf = self
	body := inner.within(func() {
		inner.framed(d.node, inner.qualname, func() {
			inner.statements(withoutDocstring(d.body))
			if inner.fails && !terminates(*inner.block) {
				inner.emit(&ir.Return{Values: inner.returned(none)})
			}
		})
	})
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: f.meta(d.node), Doc: inner.docstring(d.body, s.setup.Hint), Name: s.setup, Recv: self,
		Params: params, Results: inner.results(), Body: inner.declareLocals(body, append(params, self)),
	})
}

// inheritedConstructor declares the constructor of a class that has no __init__
// of its own, or has it as a method.
func (f *function) inheritedConstructor(s *structType) {
	inner := &function{module: f.module, outer: f, scope: f.scope, method: s.class}
	instance := f.program.instance(s.class)
	self := &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.pointer()}
	inner.result = instance
	inner.fails = f.constructorFails(s)
	decl := &ir.FuncDecl{Meta: ir.Meta{Spaced: true}, Name: s.init}
	var args []ir.Expr
	var setup *ir.Func
	n := f.program.facts.Method(s.class, "__init__")
	if n != nil {
		setup = f.program.structs[f.program.facts.Funcs[n].Method].setup
		home := f.definitionModule(f.program.definition(n))
		for _, p := range ast.ArgumentsOf(n).All()[1:] {
			v := f.variable(home.Scope.Defs[p])
			mine := &ir.Var{Hint: v.Hint, Type: v.Type}
			decl.Params = append(decl.Params, mine)
			args = append(args, &ir.Ref{Var: mine})
		}
	}
	var fieldParams []*ir.Var
	var set []*structField // what they give values to
	if s.facts.Dataclass != nil {
		for _, field := range s.allFields() {
			if field.setAfterInit() {
				continue
			}
			v := &ir.Var{Hint: field.name, Type: f.goType(field.typ)}
			fieldParams, set = append(fieldParams, v), append(set, field)
		}
		decl.Params = append(decl.Params, fieldParams...)
	} else if n == nil && s.facts.Exception {
		v := &ir.Var{Hint: "args", Type: &ir.Named{Pkg: pyPath, Name: "Tuple"}}
		decl.Params = append(decl.Params, v)
	}
	body := inner.within(func() {
		lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
		if !s.facts.Exception {
			lit = inner.newStruct(s, nil)
		}
		inner.emit(&ir.Let{Vars: []*ir.Var{self}, Values: []ir.Expr{lit}})
		inner.adopt(s, self)
		if s.facts.Exception {
			if n == nil {
				call := pyCall("ExceptionOf", &ir.Ref{Var: s.value}, &ir.Ref{Var: decl.Params[0]})
				call.(*ir.Call).Spread = true
				inner.assign(&ir.Select{X: &ir.Ref{Var: self}, Name: "Exception"}, call)
			} else {
				inner.setException(s, self, decl.Params)
			}
		}
		for i, v := range fieldParams {
			inner.assign(&ir.FieldRef{X: &ir.Ref{Var: self}, Field: set[i].v}, &ir.Ref{Var: v})
		}
		if setup != nil {
			call := &ir.Call{Fun: &ir.MethodRef{X: &ir.Ref{Var: self}, Method: setup}, Args: args}
			if f.program.facts.Funcs[n].Fails {
				inner.fallible(call, nil, "")
			} else {
				inner.emit(&ir.Do{X: call})
			}
		}
		if n := f.program.facts.Method(s.class, "__post_init__"); n != nil {
			call := &ir.Call{Fun: &ir.MethodRef{X: &ir.Ref{Var: self}, Method: f.program.funcs[n]}}
			if f.program.facts.Funcs[n].Fails {
				inner.fallible(call, nil, "")
			} else {
				inner.emit(&ir.Do{X: call})
			}
		}
		inner.emit(&ir.Return{Values: inner.returned(value{&ir.Ref{Var: self}, instance})})
	})
	decl.Results, decl.Body = inner.results(), body
	f.file.Decls = append(f.file.Decls, decl)
}

// adopt tells the structs that a new instance embeds what they are part of, and
// sets their fields that begin with the value of a class attribute.
func (f *function) adopt(s *structType, self *ir.Var) {
	for b := s; b != nil; b = b.base {
		if b != s {
			f.fromClass(b, func(field *structField, v ir.Expr) {
				f.assign(&ir.FieldRef{X: &ir.Ref{Var: self}, Field: field.v}, v)
			})
		}
		if b.self != nil {
			f.assign(&ir.FieldRef{X: &ir.Ref{Var: self}, Field: b.self}, &ir.Ref{Var: self})
		}
	}
}

// setException gives a new exception its class, and its arguments as args until
// __init__ sets others.
func (f *function) setException(s *structType, self *ir.Var, params []*ir.Var) {
	args := []ir.Expr{&ir.Ref{Var: s.value}}
	for _, p := range params {
		args = append(args, &ir.Ref{Var: p})
	}
	f.assign(&ir.Select{X: &ir.Ref{Var: self}, Name: "Exception"}, pyCall("ExceptionOf", args...))
}

// newStruct is a new instance whose attributes are still to be set. An
// exception has its arguments as args until __init__ sets others.
func (f *function) newStruct(s *structType, params []*ir.Var) *ir.Composite {
	lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
	if s.facts.Exception && s.base == nil {
		args := []ir.Expr{&ir.Ref{Var: s.value}}
		for _, p := range params {
			args = append(args, &ir.Ref{Var: p})
		}
		lit.Elems = append(lit.Elems, ir.Element{Name: "Exception", Value: pyCall("ExceptionOf", args...)})
	}
	f.fromClass(s, func(field *structField, v ir.Expr) {
		lit.Elems = append(lit.Elems, ir.Element{Field: field.v, Value: v})
	})
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
		pairs := assignedPairs(stmt)
		if len(pairs) == 0 {
			return false
		}
		for _, pair := range pairs {
			target, ok := pair[0].(*ast.Attribute)
			if !ok || !infer.IsSelf(target.Value) || pair[1] == nil || mentionsName(pair[1], "self") {
				return false
			}
			field := s.field(target.Attr)
			if field == nil || slices.Contains(fields, field) {
				return false
			}
			exprs, fields = append(exprs, pair[1]), append(fields, field)
		}
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
	lit.Elems = slices.DeleteFunc(lit.Elems, func(e ir.Element) bool {
		return slices.ContainsFunc(fields, func(field *structField) bool { return e.Field == field.v })
	})
	for i, v := range values {
		lit.Elems = append(lit.Elems, ir.Element{Field: fields[i].v, Value: f.to(fields[i].typ, v)})
	}
	lit.Lines = len(lit.Elems) > 3
	f.emit(&ir.Return{Values: f.returned(value{lit, f.program.instance(s.class)})})
	return true
}

// assignedPairs lists the targets and values of an assignment to one target, or
// of as many values to targets; none of another statement.
func assignedPairs(s ast.Stmt) [][2]ast.Expr {
	switch s := s.(type) {
	case *ast.Assign:
		if len(s.Targets) > 1 {
			return nil
		}
		left, ok := s.Targets[0].(*ast.Tuple)
		right, isTuple := s.Value.(*ast.Tuple)
		if !ok || !isTuple || len(left.Elts) != len(right.Elts) || hasStar(left.Elts) || hasStar(right.Elts) {
			return [][2]ast.Expr{{s.Targets[0], s.Value}}
		}
		var pairs [][2]ast.Expr
		for i, t := range left.Elts {
			pairs = append(pairs, [2]ast.Expr{t, right.Elts[i]})
		}
		return pairs
	case *ast.AnnAssign:
		return [][2]ast.Expr{{s.Target, s.Value}}
	}
	return nil
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
	if f.setupOf != nil {
		self, ok = &ir.Ref{Var: f.setupOf}, true
	}
	if !ok {
		return false
	}
	if s := f.program.structs[f.method]; s.base != nil && f.program.facts.Method(s.facts.Base, "__init__") != nil {
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
	if !f.classFacts(f.method).Exception {
		return true // object's
	}
	f.assign(
		&ir.Select{X: &ir.Select{X: self, Name: "Exception"}, Name: "Args"},
		&ir.Call{Fun: py("TupleOf"), Args: args},
	)
	return true
}

// dropUncalled leaves out what nothing calls and what holds no code of the
// program: the constructors of classes without an __init__, and of those whose
// __init__ is a method, as others that derive from them call it, and the methods
// that read fields which may not be there.
func (l *lowerer) dropUncalled(prog *ir.Program) {
	made, called := map[*ir.Func]bool{}, map[*ir.Func]bool{}
	for _, s := range l.structs {
		for _, field := range s.later {
			made[field.must] = true
		}
		own := s.facts.Methods["__init__"] != nil || s.facts.Methods["__post_init__"] != nil
		if s.init != nil && (s.setup != nil || !own) {
			made[s.init] = true
		}
	}
	for _, file := range prog.Files {
		for _, d := range file.Decls {
			ir.Inspect(d, func(n any) bool {
				switch n := n.(type) {
				case *ir.FuncRef:
					called[n.Func] = true
				case *ir.MethodRef:
					called[n.Method] = true
				}
				return true
			})
		}
	}
	for _, file := range prog.Files {
		file.Decls = slices.DeleteFunc(file.Decls, func(d ir.Decl) bool {
			f, ok := d.(*ir.FuncDecl)
			return ok && made[f.Name] && !called[f.Name]
		})
	}
}
