package tidy

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// wholeFloats writes a whole float as 2 rather than 2.0, as Go does where the
// other operand has a type: x * 2, delay += 1.
func wholeFloats(list []ir.Stmt) {
	ir.Inspect(list, func(n any) bool {
		switch n := n.(type) {
		case *ir.Update:
			if n.Value != nil && hasType(n.Target) {
				n.Value = wholeFloat(n.Value)
			}
		case *ir.Binary:
			switch n.Op {
			case "+", "-", "*", "/", "<", "<=", ">", ">=":
				if hasType(n.X) {
					n.Y = wholeFloat(n.Y)
				} else if hasType(n.Y) {
					n.X = wholeFloat(n.X)
				}
			}
		}
		return true
	})
}

// maxWhole bounds the floats that are written without a point.
const maxWhole = 1e6

func wholeFloat(e ir.Expr) ir.Expr {
	lit, ok := e.(*ir.Lit)
	if !ok {
		return e
	}
	if v, ok := lit.Value.(float64); ok && v > 0 && v <= maxWhole && v == float64(int(v)) {
		return &ir.Lit{Value: int(v)}
	}
	return e
}

// hasType reports whether an expression is more than an untyped constant.
func hasType(e ir.Expr) bool {
	switch e := e.(type) {
	case *ir.Ref, *ir.FieldRef, *ir.Index, *ir.Convert, *ir.Assert:
		return true
	case *ir.Call:
		_, builtin := e.Fun.(ir.Verbatim)
		return !builtin
	case *ir.Unary:
		return hasType(e.X)
	case *ir.Binary:
		return hasType(e.X) || hasType(e.Y)
	}
	return false
}
