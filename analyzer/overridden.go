package analyzer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// overriddenAttributes makes properties of constants in class bodies that derived
// classes give other values,
//
//	class NotFound(ApiError):
//	    status = 404
//
// so that classes stay structs whose methods are overridden. That is the same only
// where nothing reads the attribute of a class, which would give the property:
// the classes must not be values, nor be asked for by type(x), and nothing assigns the
// attribute.
//
// https://docs.python.org/3.13/library/functions.html#property
func overriddenAttributes(modules []*Module) rewrittenFamilies {
	rewritten := rewrittenFamilies{}
	for _, m := range modules {
		for _, f := range familiesOf(m.AST) {
			for name := range f.overridden() {
				if u := (&attributeUse{family: f, name: name}); u.isPlain(modules) {
					f.makeProperties(name)
					rewritten[f] = true
				}
			}
		}
	}
	return rewritten
}

// rewrittenFamilies are those with attributes that were made properties.
type rewrittenFamilies map[*family]bool

// restore gives the families back their attributes whose classes are no structs all
// the same. It reports whether there are any.
func (r rewrittenFamilies) restore(facts *infer.Facts) bool {
	restored := false
	for f := range r {
		if !slices.ContainsFunc(f.classes, func(def *ast.ClassDef) bool { return !facts.Classes[def].Static }) {
			continue
		}
		for at, s := range f.before {
			at.def.Body[at.index] = s
		}
		delete(r, f)
		restored = true
	}
	return restored
}

// family is a class at the top of a module and all that derive from it.
type family struct {
	classes []*ast.ClassDef
	names   map[string]bool
	parent  map[*ast.ClassDef]*ast.ClassDef
	before  map[bodyPlace]ast.Stmt // the statements that properties stand for
}

// bodyPlace is the place of a statement in a class body.
type bodyPlace struct {
	def   *ast.ClassDef
	index int
}

// familiesOf finds the families of a module whose classes have one base each, no
// decorators and no keywords.
func familiesOf(m *ast.Module) []*family {
	defs := map[string]*ast.ClassDef{}
	of := map[*ast.ClassDef]*family{}
	var out []*family
	for _, s := range m.Body {
		def, ok := s.(*ast.ClassDef)
		if !ok {
			continue
		}
		if defs[def.Name] != nil || len(def.Bases) > 1 || len(def.Keywords)+len(def.DecoratorList)+len(def.TypeParams) > 0 {
			defs[def.Name] = nil
			continue
		}
		var base string
		if len(def.Bases) == 1 {
			name, ok := def.Bases[0].(*ast.Name)
			if !ok {
				continue
			}
			base = name.Id
		}
		parent := defs[base]
		switch {
		case parent != nil:
			f := of[parent]
			f.classes, f.names[def.Name], f.parent[def] = append(f.classes, def), true, parent
			of[def] = f
		case base == "" || api.IsPlainBase(base):
			f := &family{
				classes: []*ast.ClassDef{def}, names: map[string]bool{def.Name: true},
				parent: map[*ast.ClassDef]*ast.ClassDef{}, before: map[bodyPlace]ast.Stmt{},
			}
			out, of[def] = append(out, f), f
		default:
			continue
		}
		defs[def.Name] = def
	}
	return slices.DeleteFunc(out, func(f *family) bool { return len(f.classes) == 1 })
}

// overridden are the attributes that are constants wherever a class of the family
// has them, and that a class has of its own and by its base.
func (f *family) overridden() map[string]bool {
	constants := map[*ast.ClassDef]map[string]bool{}
	others := map[string]bool{}
	for _, def := range f.classes {
		constants[def] = map[string]bool{}
		for _, s := range def.Body {
			if name, v := constantAttribute(s); v != nil && !constants[def][name] && !strings.HasPrefix(name, "__") {
				constants[def][name] = true
				continue
			}
			inClassBody(s, func(name string) { others[name] = true })
		}
	}
	out := map[string]bool{}
	for _, def := range f.classes {
		for base := f.parent[def]; base != nil; base = f.parent[base] {
			for name := range constants[def] {
				if constants[base][name] && !others[name] {
					out[name] = true
				}
			}
		}
	}
	return out
}

// inClassBody calls visit with the names that a statement in a class body binds there,
// or reads when it runs.
func inClassBody(s ast.Stmt, visit func(name string)) {
	var look func(n ast.Node) bool
	header := func(name string, args *ast.Arguments, decorators []ast.Expr) {
		visit(name)
		for _, e := range decorators {
			ast.Inspect(e, look)
		}
		for _, e := range args.DefaultValues() {
			ast.Inspect(e, look)
		}
	}
	look = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef:
			header(n.Name, n.Args, n.DecoratorList)
			return false
		case *ast.AsyncFunctionDef:
			header(n.Name, n.Args, n.DecoratorList)
			return false
		case *ast.ClassDef:
			visit(n.Name)
		case *ast.Name:
			visit(n.Id)
		}
		return true
	}
	ast.Inspect(s, look)
}

// constantAttribute is the name and the value of name = constant.
func constantAttribute(s ast.Stmt) (string, ast.Expr) {
	var target, v ast.Expr
	switch s := s.(type) {
	case *ast.Assign:
		if len(s.Targets) == 1 {
			target, v = s.Targets[0], s.Value
		}
	case *ast.AnnAssign:
		target, v = s.Target, s.Value
	}
	name, ok := target.(*ast.Name)
	if !ok || !isConstant(v) {
		return "", nil
	}
	return name.Id, v
}

func isConstant(e ast.Expr) bool {
	if minus, ok := e.(*ast.UnaryOp); ok && minus.Op == ast.USub {
		e = minus.Operand
	}
	_, ok := e.(*ast.Constant)
	return ok
}

// makeProperties replaces the attribute by properties that give the same values.
func (f *family) makeProperties(attr string) {
	for _, def := range f.classes {
		for i, s := range def.Body {
			name, v := constantAttribute(s)
			if name != attr {
				continue
			}
			base := ast.Base{Range: s.Span()}
			property := &ast.FunctionDef{
				Base: base, Name: attr, Args: &ast.Arguments{Base: base, Args: []*ast.Arg{{Base: base, Arg: "self"}}},
				Body:          []ast.Stmt{&ast.Return{Base: ast.Base{Range: v.Span()}, Value: v}},
				DecoratorList: []ast.Expr{&ast.Name{Base: base, Id: "property", Ctx: ast.Load}},
			}
			f.before[bodyPlace{def, i}] = s
			def.Body[i] = property
		}
	}
}
