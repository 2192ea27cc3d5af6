package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) boolOp(e *ast.BoolOp) types.Type {
	before := f.copyNarrow()
	var t types.Type = types.Never
	for i, v := range e.Values {
		operand := f.expr(v)
		f.exposeTruth(operand)
		if i < len(e.Values)-1 {
			f.assume(v, e.Op == ast.And)
			if e.Op == ast.Or {
				operand = strip(operand)
			}
		}
		t = f.lub(t, operand)
	}
	f.resume(before)
	return t
}

// test interprets an expression of which only the truth is asked for. Of and and
// or it asks for the truth of their operands, whose types need not agree then.
func (f *function) test(e ast.Expr) {
	chain, ok := e.(*ast.BoolOp)
	if !ok {
		t := f.expr(e)
		f.events.tested[e] = f.events.now
		f.exposeTruth(t)
		return
	}
	before := f.copyNarrow()
	for _, v := range chain.Values {
		f.test(v)
		f.assume(v, chain.Op == ast.And)
	}
	f.resume(before)
	f.facts.exprs[e] = types.Bool
}

// exposeTruth is told that the truth of a value is asked for.
func (f *function) exposeTruth(t types.Type) {
	if known(t) == types.Any {
		f.ran()
	}
	if i, ok := strip(known(t)).(*types.Instance); ok {
		f.classes[i.Class].root().each(func(info *classInfo) {
			if info.methods["__bool__"] != nil || info.methods["__len__"] != nil {
				f.expose(i)
				f.ran()
			}
		})
	}
}

func (f *function) conditional(e *ast.IfExp) types.Type {
	f.test(e.Test)
	before := f.copyNarrow()
	f.assume(e.Test, true)
	a := f.expr(e.Body)
	f.resume(before)
	before = f.copyNarrow()
	f.assume(e.Test, false)
	b := f.expr(e.Orelse)
	f.resume(before)
	return f.lub(a, b)
}
