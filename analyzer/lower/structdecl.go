package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// staticClass declares the struct, the constructor and the methods of a static class.
func (f *function) staticClass(n *ast.ClassDef) {
	s := f.program.structs[n]
	decl := &ir.StructDecl{Meta: f.meta(n), Doc: f.docstring(n.Body, n.Name), Name: s.name}
	switch {
	case s.base != nil:
		decl.Embeds = append(decl.Embeds, &ir.Local{Name: s.base.name})
	case s.facts.Exception:
		decl.Embeds = append(decl.Embeds, &ir.Named{Pkg: pyPath, Name: "Exception"})
	case s.facts.Open:
		decl.Embeds = append(decl.Embeds, &ir.Named{Pkg: pyPath, Name: "Attributes"})
	}
	for _, field := range s.fields {
		field.v.Type = f.goType(field.typ)
		x := &ir.Field{Var: field.v}
		if s.value != nil {
			x.Tag = `py:"` + field.name + `"`
		}
		if s.facts.Dataclass != nil {
			x.Lead, _ = f.comments.before(f.module, field.decl.(ast.Stmt), true)
			x.Trail = f.comments.after(f.module, field.decl.(ast.Stmt))
		}
		decl.Fields = append(decl.Fields, x)
	}
	for _, field := range s.later {
		decl.Fields = append(decl.Fields, f.laterField(field)...)
	}
	if s.self != nil {
		s.self.Type = s.goType()
		decl.Fields = append(decl.Fields, &ir.Field{
			Meta: ir.Meta{Trail: "the instance that this is part of"}, Var: s.self, Tag: `py:"-"`,
		})
	}
	if s.iface != nil {
		f.interfaceOf(s)
	}
	f.file.Decls = append(f.file.Decls, decl)
	if s.iface != nil {
		f.accessorOf(s)
	}
	f.classAttributes(s)
	f.evaluateFieldDefaults(s)
	if s.value != nil {
		f.registerStruct(s)
	}
	if s.init != nil && s.facts.Methods["__init__"] == nil {
		f.inheritedConstructor(s)
	}
	f.methodDecls(s, n.Body)
	f.laterDecls(s)
}

// methodDecls declares the functions of a class body, each with the comments
// before it.
func (f *function) methodDecls(s *structType, body []ast.Stmt) {
	for _, stmt := range withoutDocstring(body) {
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

// interfaceOf declares the interface that the instances of a class and of those
// that derive from it are carried as.
func (f *function) interfaceOf(s *structType) {
	decl := &ir.InterfaceDecl{
		Meta: ir.Meta{Spaced: true}, Name: s.iface,
		Doc: []string{s.class.Name + " is what the instances of a class and of those that derive from it have in common."},
	}
	switch {
	case s.base != nil:
		decl.Embeds = append(decl.Embeds, &ir.Local{Name: s.base.iface})
	case s.facts.Exception:
		decl.Embeds = append(decl.Embeds, &ir.Named{Pkg: pyPath, Name: "BaseException"})
	}
	decl.Methods = append(decl.Methods, &ir.InterfaceMethod{Name: s.accessor, Results: []*ir.Var{{Type: s.pointer()}}})
	for _, stmt := range s.class.Body {
		d := f.program.definition(stmt)
		if d.name == "" || !d.facts.Virtual || f.program.facts.Classes[s.class].Methods[d.name] != stmt {
			continue
		}
		if s.base != nil && f.program.facts.Method(s.facts.Base, d.name) != nil {
			continue
		}
		inner := f.body(d, "")
		m := &ir.InterfaceMethod{Name: f.program.funcs[stmt]}
		switch {
		case d.facts.Generator:
			m.Results = []*ir.Var{{Type: inner.generatorType()}}
		default:
			if inner.ctx != nil {
				m.Params = append(m.Params, &ir.Var{Hint: "ctx", Go: "ctx", Type: inner.ctx.Type})
			}
			inner.result = resultOf(d.facts.Result)
			inner.fails = d.facts.Fails || d.facts.Async
			m.Results = inner.results()
		}
		for _, p := range d.args.All()[1:] {
			m.Params = append(m.Params, f.variable(f.Scope.Defs[p]))
		}
		decl.Methods = append(decl.Methods, m)
	}
	f.file.Decls = append(f.file.Decls, decl)
}

// accessorOf declares the method that gives the struct which the instances of a
// class and those derived from it share.
func (f *function) accessorOf(s *structType) {
	recv := &ir.Var{Hint: "self", Type: s.pointer()}
	f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
		Meta: ir.Meta{Spaced: true}, Name: s.accessor, Recv: recv, Results: []*ir.Var{{Type: s.pointer()}},
		Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Ref{Var: recv}}}},
	})
}

// classAttributes declares the attributes of a class as package variables.
func (f *function) classAttributes(s *structType) {
	for _, stmt := range s.class.Body {
		target, v := attributeStatement(stmt)
		if target == "" || s.attrs[target] == nil {
			continue
		}
		attr := s.attrs[target]
		attr.v.Type = f.goType(attr.typ)
		f.global(attr.v)
		f.assign(&ir.Ref{Var: attr.v}, f.to(attr.typ, f.exprFor(v, attr.typ)))
	}
}

// attributeStatement returns the parts of name = value in a class body.
func attributeStatement(s ast.Stmt) (string, ast.Expr) {
	var target ast.Expr
	var v ast.Expr
	switch s := s.(type) {
	case *ast.Assign:
		target, v = s.Targets[0], s.Value
	case *ast.AnnAssign:
		target, v = s.Target, s.Value
	}
	name, ok := target.(*ast.Name)
	if !ok || v == nil {
		return "", nil
	}
	return name.Id, v
}

// receiver names the receiver of a class's methods.
func (f *function) receiver(s *structType, d *definition) *ir.Var {
	self := f.variable(f.Scope.Defs[d.args.All()[0]])
	self.Hint = strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1])
	self.Type = s.pointer()
	f.program.owners[self] = s
	return self
}

// whole is the instance whose method has the receiver self, as a value.
func (f *function) whole(self *ir.Var) (value, bool) {
	s := f.program.owners[self]
	if s == nil || s.iface == nil {
		return value{}, false
	}
	return value{&ir.FieldRef{X: &ir.Ref{Var: self}, Field: s.self}, f.program.instance(s.class)}, true
}

func (f *function) methodDecl(s *structType, d *definition) {
	f.evaluateDefaults(d)
	inner := f.body(d, f.qualify(s.class.Name)+"."+d.name)
	inner.method = s.class
	decl := &ir.FuncDecl{Meta: f.meta(d.node), Name: f.program.funcs[d.node], Origin: inner.source()}
	var skip *ir.Var
	switch d.facts.Kind {
	case infer.StaticMethod:
	case infer.ClassMethod:
		skip = f.variable(f.Scope.Defs[d.args.All()[0]])
	default:
		decl.Recv = f.receiver(s, d)
		skip = decl.Recv
	}
	params, results, body := inner.static(d)
	for _, p := range params {
		if p != skip {
			decl.Params = append(decl.Params, p)
		}
	}
	decl.Doc, decl.Results, decl.Body = inner.docstring(d.body, d.name), results, body
	f.file.Decls = append(f.file.Decls, decl)
}
