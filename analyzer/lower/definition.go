package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// definition is what def, async def and lambda have in common.
type definition struct {
	node       ast.Node
	name       string
	args       *ast.Arguments
	body       []ast.Stmt
	value      ast.Expr // of a lambda
	decorators []ast.Expr
	typeParams []ast.TypeParam
	facts      *infer.Func
}

func (l *lowerer) definition(n ast.Node) *definition {
	d := &definition{node: n, facts: l.facts.Funcs[n]}
	switch n := n.(type) {
	case *ast.FunctionDef:
		d.name, d.args, d.body, d.decorators, d.typeParams = n.Name, n.Args, n.Body, n.DecoratorList, n.TypeParams
	case *ast.AsyncFunctionDef:
		d.name, d.args, d.body, d.decorators, d.typeParams = n.Name, n.Args, n.Body, n.DecoratorList, n.TypeParams
	case *ast.Lambda:
		d.name, d.args, d.value = "<lambda>", n.Args, n.Body
	}
	if d.facts == nil {
		d.facts = &infer.Func{Result: types.Any}
	}
	return d
}
