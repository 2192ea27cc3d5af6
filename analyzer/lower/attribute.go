package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) attribute(e *ast.Attribute) value {
	if v, ok := f.typeName(e); ok {
		return v
	}
	if v, ok := f.enumAttribute(e); ok {
		return v
	}
	if f.program.facts.MethodValue(e) {
		if receive, fn, n := f.methodOf(e); n != nil {
			return value{fn(receive().Expr), types.Function}
		}
		name, self := f.entryName(&ast.Call{Func: e})
		return value{&ir.Select{X: f.expr(self).Expr, Name: api.MethodValue(name)}, types.Function}
	}
	if ref, t, ok := f.fieldRef(e); ok {
		return f.narrowed(value{ref, t}, f.typeOf(e))
	}
	if attr, ok := f.classAttribute(e); ok {
		return f.narrowed(value{&ir.Ref{Var: attr.v}, attr.typ}, f.typeOf(e))
	}
	if v, ok := f.property(e); ok {
		return v
	}
	if s := f.structOf(e.Value); s != nil && e.Attr == "__name__" {
		return value{str(s.class.Name), types.Str}
	}
	if sym, ok := f.moduleGlobal(e); ok {
		return f.load(sym, f.typeOf(e))
	}
	if mod, ok := f.moduleName(e); ok {
		return f.moduleValue(mod)
	}
	if mod, ok := f.moduleName(e.Value); ok {
		if m := f.program.modules[mod]; m != nil {
			return f.nameOfModule(m, e)
		}
		f.requireName(e, mod, e.Attr)
		f.program.loosensName(e.Attr)
		return f.libraryName(mod, e.Attr)
	}
	f.program.loosensName(e.Attr)
	f.asks(e.Attr)
	return value{pyCall("GetAttr", f.boxed(f.expr(e.Value)), str(f.mangle(e.Attr))), f.anyKind(f.typeOf(e))}
}

// mangle applies Python's private name mangling within a class.
func (f *function) mangle(name string) string {
	if !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	class := f.methodClass()
	for g := f; class == nil && g.outer != nil; g = g.outer {
		class = g.outer.methodClass()
	}
	if class == nil {
		return name
	}
	if owner := strings.TrimLeft(class.Name, "_"); owner != "" {
		return "_" + owner + name
	}
	return name
}

// boundByPython is the value of a name that Python binds itself in a module.
func (m *module) boundByPython(name string) (value, bool) {
	switch name {
	case "__name__":
		return value{str(m.Name), types.Str}, true
	case "__file__":
		return value{pyCall("SourcePath", str(m.File.Name)), types.Str}, true
	case "__package__", "__spec__":
		switch script := m.Name == "__main__"; {
		case script && m.Package == "":
			return none, true
		case name == "__package__":
			return value{str(m.Package), types.Any}, true
		}
	case "__doc__":
		if doc, ok := docstringOf(m.AST.Body); ok {
			return value{str(doc), types.Str}, true
		}
		return none, true
	}
	return value{}, false
}

// nameOfModule lowers module.name for a module of the program that does not bind the
// name.
func (f *function) nameOfModule(m *module, e *ast.Attribute) value {
	if v, ok := m.boundByPython(e.Attr); ok {
		return v
	}
	return value{pyCall("GetAttr", f.boxed(f.moduleValue(m.Name)), str(e.Attr)), types.Any}
}

// moduleGlobal resolves module.name for a module of the program.
func (f *function) moduleGlobal(e *ast.Attribute) (*scope.Symbol, bool) {
	name, ok := f.moduleName(e.Value)
	if !ok {
		return nil, false
	}
	m := f.program.modules[name]
	if m == nil {
		return nil, false
	}
	sym := m.Scope.Module.Symbols[e.Attr]
	return sym, sym != nil
}

// enclosingClass is the value of __class__ where f stands.
func (f *function) enclosingClass() ir.Expr {
	for g := f; g != nil; g = g.outer {
		if g.class != nil {
			return &ir.Ref{Var: g.class.cell}
		}
	}
	return nil
}

// fieldRef resolves o.name to a field of a static class.
func (f *function) fieldRef(e *ast.Attribute) (ir.Expr, types.Type, bool) {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		field := f.optionalField(e)
		if field == nil {
			return nil, nil, false
		}
		check := "NotNone"
		if e.Ctx != ast.Load {
			check = "NotNoneToSet"
		}
		owner := f.notNone(e, check)
		return f.fieldAt(f.placeOf(f.structOfInstance(owner), owner), field, e), field.typ, true
	}
	if e.Ctx != ast.Load && f.isFrozen(class) {
		return nil, nil, false
	}
	field := f.program.structs[class].field(e.Attr)
	if field == nil {
		return nil, nil, false
	}
	x, _, _ := f.place(e.Value)
	return f.fieldAt(x, field, e), field.typ, true
}

// notNone is the instance that has the field that [function.optionalField] gave,
// with a check of the runtime that it is not None.
func (f *function) notNone(e *ast.Attribute, check string) value {
	t := f.typeOf(e.Value).(*types.Optional)
	return value{pyCall(check, f.narrowed(f.expr(e.Value), t).Expr, str(f.mangle(e.Attr))), t.Elem}
}

// fieldOf is a field of an instance.
func (f *function) fieldOf(owner value, field *structField) ir.Expr {
	return &ir.FieldRef{X: f.placeOf(f.structOfInstance(owner), owner), Field: field.v}
}

// structOfInstance is the struct behind an instance of a static class.
func (f *function) structOfInstance(owner value) *structType {
	return f.program.structs[owner.typ.(*types.Instance).Class]
}

// optionalField is the field that o.name means if o is an instance of a static
// class or None, which has no such attribute.
func (f *function) optionalField(e *ast.Attribute) *structField {
	t, ok := f.typeOf(e.Value).(*types.Optional)
	if !ok || e.Ctx == ast.Del || infer.IsSpecial(e.Attr) {
		return nil
	}
	i, ok := t.Elem.(*types.Instance)
	if !ok || i.Enum || f.program.structs[i.Class] == nil || f.program.facts.Method(i.Class, e.Attr) != nil ||
		e.Ctx != ast.Load && f.isFrozen(i.Class) {
		return nil
	}
	return f.program.structs[i.Class].field(e.Attr)
}

// field is the type of a field of a static class.
func (f *function) field(e *ast.Attribute) (types.Type, bool) {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		return nil, false
	}
	if field := f.program.structs[class].field(e.Attr); field != nil && !f.isFrozen(class) && !f.mayLack(field, e) {
		return field.typ, true
	}
	return nil, false
}

// isFrozen reports whether assigning the fields of a class raises an exception.
func (f *function) isFrozen(class *ast.ClassDef) bool {
	d := f.classFacts(class).Dataclass
	return d != nil && d.Frozen
}

// instanceOf returns the static class of an expression's value.
func (f *function) instanceOf(e ast.Expr) (*ast.ClassDef, types.Type) {
	t := f.typeOf(e)
	if i, ok := t.(*types.Instance); ok && f.program.structs[i.Class] != nil {
		return i.Class, t
	}
	return nil, nil
}
