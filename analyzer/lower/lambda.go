package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// lambda lowers a lambda expression.
func (f *function) lambda(n *ast.Lambda) value {
	d := f.program.definition(n)
	if !d.facts.Static {
		return value{f.functionValue(d, false), types.Any}
	}
	inner := f.body(d, f.qualify(d.name))
	lit := &ir.FuncLit{Params: inner.params(d), Origin: inner.source()}
	inner.result = d.facts.Result
	lit.Results = inner.results()
	lit.Body = inner.declareLocals(inner.within(func() {
		inner.standAt(d.value)
		inner.framed(n, inner.qualname, func() {
			v := inner.exprFor(d.value, inner.result)
			inner.emit(&ir.Return{Values: []ir.Expr{inner.to(inner.result, v)}})
		})
	}), lit.Params)
	return value{lit, types.Function}
}
