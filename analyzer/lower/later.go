package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A field that a method sets and __init__ may not is one that an instance does
// not have at first. Where its Go type has a zero value that no value of the
// program is, that tells; else a boolean field beside it does. It is read by a
// method that raises AttributeError, and as a plain field where the function has
// set or read it before.

// declareLater names such a field, its flag and its method.
func (m *module) declareLater(s *structType, fact infer.Field) *structField {
	field := m.declareField(s, fact)
	if !zeroTells(field.typ) {
		field.has = &ir.Var{Hint: "has_" + field.v.Hint, Type: ir.Bool}
	}
	field.must = &ir.Func{Hint: "must_" + field.v.Hint, Method: true}
	return field
}

// zeroTells reports whether no value of type t is carried as the zero value of
// its Go type.
func zeroTells(t types.Type) bool {
	switch t := t.(type) {
	case *types.Instance:
		return !t.Enum
	case *types.Library, *types.List, *types.Set, *types.Dict:
		return true
	}
	return false
}

// laterField is the field of the struct, and the flag after it.
func (f *function) laterField(field *structField) []*ir.Field {
	field.v.Type = f.goType(field.typ)
	fields := []*ir.Field{{Var: field.v, Tag: `py:"` + field.name + `,later"`}}
	if field.has != nil {
		fields = append(fields, &ir.Field{Var: field.has, Tag: `py:"-,has"`})
	}
	return fields
}

// laterDecls declares the methods that read such fields.
func (f *function) laterDecls(s *structType) {
	for _, field := range s.later {
		recv := &ir.Var{Hint: strings.ToLower(strings.TrimLeft(s.class.Name, "_")[:1]), Type: s.pointer()}
		at := &ir.FieldRef{X: &ir.Ref{Var: recv}, Field: field.v}
		cond := ir.Expr(&ir.Binary{Op: "==", X: at, Y: &ir.Lit{}})
		if field.has != nil {
			cond = &ir.Unary{Op: "!", X: &ir.FieldRef{X: &ir.Ref{Var: recv}, Field: field.has}}
		}
		whole := ir.Expr(&ir.Ref{Var: recv})
		if s.self != nil {
			whole = &ir.FieldRef{X: whole, Field: s.self}
		}
		f.file.Decls = append(f.file.Decls, &ir.FuncDecl{
			Does: "returns " + field.name + ", which " + f.program.definition(field.decl.(ast.Stmt)).name + " sets: it raises AttributeError before that.",
			Meta: ir.Meta{Spaced: true}, Name: field.must, Recv: recv, Results: []*ir.Var{{Type: field.v.Type}},
			Body: []ir.Stmt{
				&ir.If{Cond: cond, Then: []ir.Stmt{&ir.Do{X: pyCall("Raise", pyCall("NoAttribute", whole, str(field.name)))}}},
				&ir.Return{Values: []ir.Expr{at}},
			},
		})
	}
}

// fieldAt is a field of the struct x as e uses it.
func (f *function) fieldAt(x ir.Expr, field *structField, e *ast.Attribute) ir.Expr {
	if f.mayLack(field, e) {
		return f.mustHave(x, field)
	}
	return &ir.FieldRef{X: x, Field: field.v}
}

// mayLack reports whether an attribute that is read may not be there.
func (f *function) mayLack(field *structField, e *ast.Attribute) bool {
	return field.must != nil && e.Ctx == ast.Load && !f.program.sure[e]
}

// mustHave is a field of the struct x, which is checked to be there.
func (f *function) mustHave(x ir.Expr, field *structField) ir.Expr {
	return &ir.Call{Fun: &ir.MethodRef{X: x, Method: field.must}}
}

// setHas notes that the attribute e, which is the field at ref, has been set.
func (f *function) setHas(ref ir.Expr, e *ast.Attribute) {
	if field := f.fieldNamed(e); field.has != nil {
		f.assign(&ir.FieldRef{X: ref.(*ir.FieldRef).X, Field: field.has}, &ir.Lit{Value: true})
	}
}

// checkHas raises AttributeError if the attribute e, which is the field at ref and
// is to be changed in place, is not there.
func (f *function) checkHas(ref ir.Expr, field *structField, e *ast.Attribute) {
	if field.must != nil && !f.program.sure[e] {
		f.emit(&ir.Do{X: f.mustHave(ref.(*ir.FieldRef).X, field)})
	}
}

// fieldNamed is the field that o.name means, of an instance of a static class or
// of what may be None.
func (f *function) fieldNamed(e *ast.Attribute) *structField {
	if class, _ := f.instanceOf(e.Value); class != nil {
		return f.program.structs[class].field(e.Attr)
	}
	return f.optionalField(e)
}
