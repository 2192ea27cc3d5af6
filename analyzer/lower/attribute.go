package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) attribute(e *ast.Attribute) value {
	if ref, t, ok := f.fieldRef(e); ok {
		return f.narrowed(value{ref, t}, f.typeOf(e))
	}
	if sym, ok := f.moduleGlobal(e); ok {
		return f.load(sym, f.typeOf(e))
	}
	if mod, ok := f.moduleName(e); ok {
		return f.moduleValue(mod)
	}
	if mod, ok := f.moduleName(e.Value); ok {
		f.requireName(e, mod, e.Attr)
		return f.libraryName(mod, e.Attr)
	}
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
	class, t := f.instanceOf(e.Value)
	if class == nil {
		return nil, nil, false
	}
	field := f.program.structs[class].field(e.Attr)
	if field == nil {
		return nil, nil, false
	}
	o := f.narrowed(f.expr(e.Value), t)
	return &ir.FieldRef{X: o.Expr, Field: field.v}, field.typ, true
}

// field is the type of a field of a static class.
func (f *function) field(e *ast.Attribute) (types.Type, bool) {
	class, _ := f.instanceOf(e.Value)
	if class == nil {
		return nil, false
	}
	if field := f.program.structs[class].field(e.Attr); field != nil {
		return field.typ, true
	}
	return nil, false
}

// instanceOf returns the static class of an expression's value.
func (f *function) instanceOf(e ast.Expr) (*ast.ClassDef, types.Type) {
	t := f.typeOf(e)
	if i, ok := t.(*types.Instance); ok && f.program.structs[i.Class] != nil {
		return i.Class, t
	}
	return nil, nil
}
