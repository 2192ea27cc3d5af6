package tidy

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

// pureBuiltins are the predeclared functions that only compute a value.
var pureBuiltins = map[string]bool{
	"append": true, "cap": true, "complex": true, "imag": true, "len": true, "make": true,
	"max": true, "min": true, "new": true, "real": true,
}

// pureConstructors are functions of the runtime that only make a value of their arguments.
var pureConstructors = map[string]bool{
	"ListOf": true, "SetOf": true, "Box": true, "Seconds": true,
}

// pure reports whether evaluating the expression can neither do anything nor panic.
func pure(e ir.Expr) bool {
	result := true
	ir.Inspect(e, func(n any) bool {
		switch n := n.(type) {
		case *ir.FuncLit:
			return false
		case *ir.Index, *ir.SliceOf, *ir.Assert:
			result = false
		case *ir.Unary:
			if n.Op == "*" {
				result = false
			}
		case *ir.Binary:
			if n.Op == "/" || n.Op == "%" || n.Op == "<<" || n.Op == ">>" {
				result = false
			}
		case *ir.Call:
			result = result && pureCall(n)
		}
		return result
	})
	return result
}

// pureCall reports whether the function that is called, arguments aside, only computes a value.
func pureCall(call *ir.Call) bool {
	if builtin, ok := call.Fun.(ir.Verbatim); ok {
		return pureBuiltins[string(builtin)]
	}
	q, ok := call.Fun.(*ir.Qual)
	switch {
	case !ok:
		_, conversion := call.Fun.(*ir.TypeExpr)
		return conversion
	case q.Pkg == "":
		return pureBuiltins[q.Name]
	case strings.HasPrefix(q.Pkg, names.RuntimePath):
		return pureConstructors[q.Name]
	}
	return false
}

// effects returns the statements that keep what evaluating the values does.
func effects(values []ir.Expr) []ir.Stmt {
	var out []ir.Stmt
	for _, v := range values {
		if pure(v) {
			continue
		}
		if call, ok := v.(*ir.Call); ok && callable(call) {
			out = append(out, &ir.Do{X: call})
			continue
		}
		out = append(out, &ir.Assign{Targets: []ir.Expr{nil}, Values: []ir.Expr{v}})
	}
	return out
}

// callable reports whether a call may stand as a statement and a reader would
// not miss the use of its result.
func callable(call *ir.Call) bool {
	if builtin, ok := call.Fun.(ir.Verbatim); ok {
		return !pureBuiltins[string(builtin)]
	}
	q, ok := call.Fun.(*ir.Qual)
	switch {
	case !ok:
		_, conversion := call.Fun.(*ir.TypeExpr)
		return !conversion
	case q.Pkg == "":
		return !pureBuiltins[q.Name]
	}
	return strings.HasPrefix(q.Pkg, names.RuntimePath)
}
