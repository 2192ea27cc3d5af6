package lower

import "github.com/pyasync2go/pyasync2go/analyzer/ir"

// fromClass calls set with the fields that begin with the value of the class
// attribute of their name, unless that is what the field has without it.
func (f *function) fromClass(s *structType, set func(*structField, ir.Expr)) {
	for _, field := range s.fields {
		attr := s.attrs[field.name]
		if attr == nil || field.fact.Default == nil {
			continue
		}
		var v ir.Expr
		if isConstant(field.fact.Default) {
			v = f.to(field.typ, f.exprFor(field.fact.Default, field.typ))
		} else {
			v = f.to(field.typ, value{&ir.Ref{Var: attr.v}, attr.typ})
		}
		if lit, ok := v.(*ir.Lit); !ok || !isZero(lit, field.v.Type) {
			set(field, v)
		}
	}
}

// isZero reports whether a literal is the zero value of a Go type.
func isZero(lit *ir.Lit, t ir.Type) bool {
	switch lit.Value {
	case nil:
		return true
	case 0, 0.0, "", false:
		return t != ir.Any
	}
	return false
}
