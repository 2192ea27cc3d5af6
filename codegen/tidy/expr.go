package tidy

import (
	"math"
	"reflect"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// simplifyExpr returns a plainer expression of the same value.
func simplifyExpr(e ir.Expr) ir.Expr {
	switch e := e.(type) {
	case *ir.Unary:
		if e.Op == "!" {
			return negate(e)
		}
		if x, ok := floatLit(e.X); ok && e.Op == "-" {
			return floatValue(-x)
		}
		if lit, ok := e.X.(*ir.Composite); ok && e.Op == "*" && lit.Ref {
			value := *lit
			value.Ref = false
			return &value
		}
	case *ir.FieldRef:
		if at, ok := e.X.(*ir.Unary); ok && at.Op == "&" {
			return &ir.FieldRef{X: at.X, Field: e.Field}
		}
	case *ir.Binary:
		if e.Op == "==" || e.Op == "!=" {
			return boolCompare(e)
		}
		return foldFloats(e)
	case *ir.Lit:
		if v, ok := e.Value.(float64); ok && (v == 0 || math.IsInf(v, 0) || math.IsNaN(v)) {
			return floatValue(v)
		}
	case *ir.Convert:
		// string("x") of a literal, bool of a comparison: lowering writes them to fix a type.
		if inner, ok := e.X.(*ir.Convert); ok && ir.Identical(inner.Type, e.Type) {
			return inner
		}
	}
	return e
}

// foldFloats computes an operation on two float literals. Go would do it
// exactly, with the decimal values, and Python with those of the doubles.
func foldFloats(e *ir.Binary) ir.Expr {
	x, okX := floatLit(e.X)
	y, okY := floatLit(e.Y)
	if !okX || !okY {
		return e
	}
	switch {
	case e.Op == "+":
		return floatValue(x + y)
	case e.Op == "-":
		return floatValue(x - y)
	case e.Op == "*":
		return floatValue(x * y)
	case e.Op == "/" && y != 0:
		return floatValue(x / y)
	}
	return e
}

// floatLit returns the value of a float literal.
func floatLit(e ir.Expr) (float64, bool) {
	if c, ok := e.(*ir.Convert); ok && c.Type == ir.Float {
		if lit, ok := c.X.(*ir.Lit); ok {
			if v, ok := lit.Value.(int); ok {
				return float64(v), true
			}
		}
	}
	lit, ok := e.(*ir.Lit)
	if !ok {
		return 0, false
	}
	v, ok := lit.Value.(float64)
	return v, ok
}

// floatValue returns an expression for a float: a literal where Go has one.
func floatValue(v float64) ir.Expr {
	call := func(name string, args ...ir.Expr) ir.Expr {
		return &ir.Call{Fun: &ir.Qual{Pkg: "math", Name: name}, Args: args}
	}
	switch {
	case math.IsNaN(v):
		return call("NaN")
	case math.IsInf(v, 0):
		sign := 1
		if v < 0 {
			sign = -1
		}
		return call("Inf", &ir.Lit{Value: sign})
	case v == 0 && math.Signbit(v):
		return call("Copysign", &ir.Lit{Value: 0}, &ir.Lit{Value: -1})
	}
	return &ir.Lit{Value: v}
}

// opposites are the comparisons that hold when another does not.
var opposites = map[string]string{"<": ">=", ">=": "<", ">": "<=", "<=": ">"}

// negate moves a ! into what it negates. An ordering of numbers that may be
// floats is left alone: with a NaN neither it nor its opposite holds.
func negate(not *ir.Unary) ir.Expr {
	switch x := not.X.(type) {
	case *ir.Unary:
		if x.Op == "!" {
			return x.X
		}
	case *ir.Binary:
		switch x.Op {
		case "==":
			return &ir.Binary{Op: "!=", X: x.X, Y: x.Y}
		case "!=":
			return &ir.Binary{Op: "==", X: x.X, Y: x.Y}
		case "<", "<=", ">", ">=":
			if t := evidentType(x.X); (t == ir.Int || t == ir.String) && evidentType(x.Y) == t {
				return &ir.Binary{Op: opposites[x.Op], X: x.X, Y: x.Y}
			}
		case "||":
			return &ir.Binary{Op: "&&", X: negate(&ir.Unary{Op: "!", X: x.X}), Y: negate(&ir.Unary{Op: "!", X: x.Y})}
		case "&&":
			return &ir.Binary{Op: "||", X: negate(&ir.Unary{Op: "!", X: x.X}), Y: negate(&ir.Unary{Op: "!", X: x.Y})}
		}
	case *ir.Lit:
		if v, ok := x.Value.(bool); ok {
			return &ir.Lit{Value: !v}
		}
	}
	return not
}

// boolCompare drops a comparison of a bool with a literal.
func boolCompare(e *ir.Binary) ir.Expr {
	lit, ok := e.Y.(*ir.Lit)
	if !ok {
		return e
	}
	value, ok := lit.Value.(bool)
	if !ok || !isBool(e.X) {
		return e
	}
	if value == (e.Op == "==") {
		return e.X
	}
	return negate(&ir.Unary{Op: "!", X: e.X})
}

// isBool reports whether the expression is seen to be a bool, not an any that holds one.
func isBool(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Ref:
		return e.Var.Type == ir.Bool
	case *ir.FieldRef:
		return e.Field.Type == ir.Bool
	case *ir.Unary:
		return e.Op == "!"
	case *ir.Binary:
		switch e.Op {
		case "==", "!=", "<", "<=", ">", ">=", "&&", "||":
			return true
		}
	}
	return false
}

// same reports whether two expressions, or lists of them, are the same.
func same(a, b any) bool { return sameValue(reflect.ValueOf(a), reflect.ValueOf(b)) }

// sameValue is reflect.DeepEqual, except that what is declared equals only
// itself: two variables can have the same type and the same hint for a name.
func sameValue(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() || a.Type() != b.Type() {
		return a.IsValid() == b.IsValid() && !a.IsValid()
	}
	switch a.Kind() {
	case reflect.Pointer:
		switch a.Interface().(type) {
		case *ir.Var, *ir.Func, *ir.TypeName, *ir.Label:
			return a.Pointer() == b.Pointer()
		}
		return a.Pointer() == b.Pointer() || sameValue(a.Elem(), b.Elem())
	case reflect.Interface:
		return sameValue(a.Elem(), b.Elem())
	case reflect.Slice:
		if a.Len() != b.Len() {
			return false
		}
		for i := range a.Len() {
			if !sameValue(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Struct:
		for i := range a.NumField() {
			if !sameValue(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	}
	return a.Equal(b)
}

// isNil reports whether the expression is Go's nil.
func isNil(e ir.Expr) bool {
	lit, ok := e.(*ir.Lit)
	return ok && lit.Value == nil
}

// isRef reports whether the expression reads the variable.
func isRef(e ir.Expr, v *ir.Var) bool {
	ref, ok := e.(*ir.Ref)
	return ok && v != nil && ref.Var == v
}

// errNotNil returns the variable v if the condition is v != nil.
func errNotNil(cond ir.Expr) *ir.Var {
	b, ok := cond.(*ir.Binary)
	if !ok || b.Op != "!=" || !isNil(b.Y) {
		return nil
	}
	ref, ok := b.X.(*ir.Ref)
	if !ok || ref.Var.Type != ir.Error {
		return nil
	}
	return ref.Var
}

// mentions reports whether the variable occurs in n.
func mentions(n any, v *ir.Var) bool {
	found := false
	ir.Inspect(n, func(n any) bool {
		if ref, ok := n.(*ir.Ref); ok && ref.Var == v {
			found = true
		}
		return !found
	})
	return found
}
