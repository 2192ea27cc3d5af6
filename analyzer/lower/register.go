package lower

import (
	"sort"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// registerStruct makes the class object of a static class.
func (f *function) registerStruct(s *structType) {
	bases := ir.Expr(&ir.Lit{})
	switch {
	case s.base != nil:
		bases = &ir.Composite{Type: anySlice, Elems: []ir.Element{{Value: &ir.Ref{Var: s.base.value}}}}
	case s.facts.Exception:
		bases = &ir.Composite{Type: anySlice, Elems: []ir.Element{{Value: py(canonicalException(s.facts.BaseException))}}}
	}
	call := &ir.Call{Fun: py("StructClass"), TypeArgs: []ir.Type{&ir.Local{Name: s.name}}, Args: []ir.Expr{f.fullName(s.class), bases}}
	add := func(name string, v ir.Expr) {
		call.Args = append(call.Args, &ir.Composite{
			Type: &ir.Named{Pkg: pyPath, Name: "Kw"}, Elems: []ir.Element{{Name: "Name", Value: str(name)}, {Name: "Value", Value: v}},
		})
	}
	if doc, ok := docstringOf(s.class.Body); ok && f.program.uses.Has(api.Docstrings) {
		add("__doc__", str(doc))
	}
	if s.facts.Registered || f.constructible(s) {
		if annotations := f.classAnnotations(s); annotations != nil {
			add("__annotations__", annotations)
		}
		f.registerMembers(s, add)
	}
	call.Lines = len(call.Args) > 3
	v := ir.Expr(call)
	if s.facts.Dataclass != nil && s.facts.Registered {
		v = f.registerDataclass(s, call)
	}
	var defaults []*structField // class attributes that instances set for themselves
	for c := s; c != nil; c = c.base {
		for _, fact := range c.facts.Attrs {
			if attr := c.attrs[fact.Name]; attr.read && c.field(fact.Name) != nil {
				defaults = append(defaults, attr)
			}
		}
	}
	if len(call.Args) == 2 && len(defaults) == 0 && v == ir.Expr(call) && (s.base == nil || !s.base.facts.Registered) {
		// Without methods nothing can make Go's initialization go round in circles.
		f.file.Decls = append(f.file.Decls, &ir.VarDecl{Var: s.value, Value: call, Infer: true})
		return
	}
	f.global(s.value)
	f.assign(&ir.Ref{Var: s.value}, v)
	for _, attr := range defaults {
		f.emit(&ir.Do{X: method(&ir.Ref{Var: s.value}, "SetFieldDefault", str(attr.name), f.boxed(value{&ir.Ref{Var: attr.v}, attr.typ}))})
	}
}

// fullName is the name of a class, with its module if that is not the script.
func (f *function) fullName(class *ast.ClassDef) ir.Expr {
	if f.Name == "__main__" {
		return str(class.Name)
	}
	return str(f.Name + "." + class.Name)
}

// registerMembers adds what dynamic operations can reach of a class: the
// methods of its bases too, since they take the struct of this one.
func (f *function) registerMembers(s *structType, add func(string, ir.Expr)) {
	seen := map[string]bool{}
	for c := s; c != nil; c = c.base {
		var names []string
		for name := range c.facts.Methods {
			names = append(names, name)
		}
		sort.Slice(names, func(i, j int) bool {
			return c.facts.Methods[names[i]].Span().Start < c.facts.Methods[names[j]].Span().Start
		})
		for _, name := range names {
			n := c.facts.Methods[name]
			if seen[name] || name == "__init__" || name == "__post_init__" || !f.program.facts.Funcs[n].Value {
				continue
			}
			seen[name] = true
			f.registerMember(s, c, name, n, add)
		}
		for _, fact := range c.facts.Attrs {
			name, attr := fact.Name, c.attrs[fact.Name]
			if !seen[name] && attr.read && s.enum == nil && s.field(name) == nil {
				seen[name] = true
				add(name, f.boxed(value{&ir.Ref{Var: attr.v}, attr.typ}))
			}
		}
	}
	if f.constructible(s) && s.enum == nil {
		f.registerConstructor(s, add)
	}
}

// constructible reports whether the class can be called as a value: the program
// has it as one, calls it with arguments that are bound when the call runs, or may
// unpickle an exception.
func (f *function) constructible(s *structType) bool {
	return s.facts.Valued || s.facts.Called || s.facts.Exception && f.program.uses.Has(api.Pickling)
}

func (f *function) registerMember(s, owner *structType, name string, n ast.Node, add func(string, ir.Expr)) {
	d := f.program.definition(n)
	constructor := "Func"
	if d.facts.Async && !d.facts.Generator {
		constructor = "AsyncFunc"
	}
	fn := ir.Expr(&ir.MethodExpr{Type: s.name, Value: s.enum != nil, Method: f.program.funcs[n]})
	switch d.facts.Kind {
	case infer.StaticMethod:
		fn = &ir.FuncRef{Func: f.program.funcs[n]}
	case infer.ClassMethod:
		// The Go function has no class among its parameters.
		fn = &ir.FuncRef{Func: f.program.funcs[n]}
		bound := *d
		bound.args = withoutFirst(d.args)
		d = &bound
	}
	var defaults []ir.Expr
	spec := specOf(d, f.qualify(owner.class.Name)+"."+d.name, func(e ast.Expr) { defaults = append(defaults, f.defaultValue(e)) })
	v := f.described(pyCall(constructor, append([]ir.Expr{str(spec), fn}, defaults...)...), d)
	switch d.facts.Kind {
	case infer.StaticMethod, infer.ClassMethod:
		v = pyCall("StaticMethod", v)
	case infer.Property:
		set := ir.Expr(&ir.Lit{})
		if m := f.program.facts.Setter(s.class, name); m != nil {
			d := f.program.definition(m)
			spec := specOf(d, f.qualify(owner.class.Name)+"."+d.name, nil)
			set = pyCall("Func", str(spec), &ir.MethodExpr{Type: s.name, Method: f.program.funcs[m]})
		}
		v = pyCall("Property", v, set, &ir.Lit{}, &ir.Lit{})
	}
	add(name, v)
}

// withoutFirst are the parameters of a method without self.
func withoutFirst(a *ast.Arguments) *ast.Arguments {
	out := *a
	if len(out.Posonlyargs) > 0 {
		out.Posonlyargs = out.Posonlyargs[1:]
	} else {
		out.Args = out.Args[1:]
	}
	return &out
}

// classAnnotations is the __annotations__ of a class, where the program reads those.
func (f *function) classAnnotations(s *structType) ir.Expr {
	if !f.program.uses.Has(api.Annotations) {
		return nil
	}
	dict := &ir.Call{Fun: py("DictOf"), TypeArgs: []ir.Type{ir.Any, ir.Any}}
	for _, stmt := range s.class.Body {
		if a, ok := stmt.(*ast.AnnAssign); ok && a.Simple != 0 {
			dict.Args = append(dict.Args, str(f.mangle(a.Target.(*ast.Name).Id)), f.annotation(a.Annotation))
		}
	}
	if len(dict.Args) == 0 {
		return nil
	}
	return dict
}

// isValued reports whether a class, or one that derives from it, is a value.
func (f *function) isValued(s *structType) bool {
	for _, d := range f.program.structs {
		if d.facts.Valued && f.program.facts.Derives(d.class, s.class) {
			return true
		}
	}
	return false
}

// fieldDetails adds what dataclasses.fields tells of a field beyond its name, and
// its default, which the class has for an attribute.
func (f *function) fieldDetails(field *structField, x *ir.Composite) {
	add := func(name string, v ir.Expr) { x.Elems = append(x.Elems, ir.Element{Name: name, Value: v}) }
	if f.program.facts.ReadsFields {
		add("Type", f.annotation(field.decl.(*ast.AnnAssign).Annotation))
	}
	switch {
	case field.fact.Factory != nil && f.program.facts.ReadsFields:
		add("Factory", f.boxed(f.expr(field.fact.Factory)))
	case field.fact.Factory != nil:
	case field.fact.Default != nil:
		add("HasDefault", &ir.Lit{Value: true})
		add("Default", f.defaultValue(field.fact.Default))
	}
}

// registerDataclass adds to the class object what the decorator dataclass does.
func (f *function) registerDataclass(s *structType, class *ir.Call) ir.Expr {
	options := &ir.Composite{Type: &ir.Named{Pkg: dataclassesPath, Name: "Options"}}
	set := func(name string, on bool) {
		if on {
			options.Elems = append(options.Elems, ir.Element{Name: name, Value: &ir.Lit{Value: true}})
		}
	}
	o := s.facts.Dataclass
	if o.Tuple {
		call := &ir.Call{Fun: &ir.Qual{Pkg: typingPath, Name: "NamedStruct"}, Args: []ir.Expr{class}}
		for _, field := range s.fields {
			call.Args = append(call.Args, str(field.name))
		}
		return call
	}
	set("NoEq", !o.Eq)
	set("NoRepr", !o.Repr)
	set("Order", o.Order)
	set("Frozen", o.Frozen)
	fields := &ir.Composite{Type: &ir.Slice{Elem: &ir.Named{Pkg: dataclassesPath, Name: "StructField"}}}
	detailed := f.program.facts.ReadsFields || f.isValued(s)
	for _, field := range s.fields {
		x := &ir.Composite{Elems: []ir.Element{{Name: "Name", Value: str(field.name)}}}
		set := func(name string, on bool) {
			if on {
				x.Elems = append(x.Elems, ir.Element{Name: name, Value: &ir.Lit{Value: true}})
			}
		}
		if detailed {
			f.fieldDetails(field, x)
		}
		set("NoRepr", field.fact.NoRepr)
		set("NoCompare", field.fact.NoCompare)
		set("KwOnly", field.fact.KwOnly)
		set("NoInit", field.fact.NoInit)
		fields.Elems = append(fields.Elems, ir.Element{Value: x})
	}
	fields.Lines = len(fields.Elems) > 3
	return &ir.Call{
		Fun:  &ir.Qual{Pkg: dataclassesPath, Name: "Struct"},
		Args: []ir.Expr{class, options, fields}, Lines: len(class.Args) > 2 || fields.Lines,
	}
}

const dataclassesPath = runtimePath + "pystd/dataclasses"

// classValue is a static class as a value.
func (f *function) classValue(s *structType) (value, bool) {
	if s == nil || s.value == nil {
		return value{}, false
	}
	return value{&ir.Ref{Var: s.value}, types.Any}, true
}
