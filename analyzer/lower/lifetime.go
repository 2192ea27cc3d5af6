package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Where a program can see when an object is dropped, by weak references or
// __del__, variables keep their values until the function returns, as Python's do,
// and after each statement that can drop an object the runtime looks for those to
// finalise.

// keepAlive puts what keeps the values of a function's variables before its body.
func (f *function) keepAlive(body []ir.Stmt, params []*ir.Var) []ir.Stmt {
	if !f.program.uses.Has(api.Lifetimes) {
		return body
	}
	var values []ir.Expr
	keep := func(v *ir.Var) {
		if refers(v.Type) && !f.program.loopVars[v] && v.Hint != "" {
			values = append(values, &ir.Ref{Var: v})
		}
	}
	declared := map[*ir.Var]bool{}
	for _, p := range params {
		declared[p] = true
		keep(p)
	}
	for _, x := range f.program.locals[f.scope] {
		if !declared[x.v] && !f.ofComprehension(x.v) && blockMentions(body, x.v) {
			keep(x.v)
		}
	}
	if len(values) == 0 {
		return body
	}
	keeper := "KeepAlive"
	if f.scope != nil && f.scope.Parent == nil {
		keeper = "KeepUntilExit"
	}
	do := &ir.Do{X: pyCall(keeper, values...)}
	return append([]ir.Stmt{&ir.Defer{X: &ir.Call{Fun: &ir.FuncLit{Body: []ir.Stmt{do}}}}}, body...)
}

// ofComprehension reports whether a variable is that of a comprehension, which drops
// it at its end.
func (f *function) ofComprehension(v *ir.Var) bool {
	sym := f.program.symbols[v]
	if sym == nil || sym.Scope == nil {
		return false
	}
	switch sym.Scope.Node.(type) {
	case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
		return true
	}
	return false
}

// refers reports whether values of a Go type can refer to objects.
func refers(t ir.Type) bool {
	switch t {
	case ir.Int, ir.Float, ir.Bool, ir.String, ir.Error:
		return false
	}
	_, isFunc := t.(*ir.Signature)
	return t != nil && !isFunc
}

// settle lets the runtime finalise what a statement has dropped.
func (f *function) settle(s ast.Stmt) {
	if !f.program.uses.Has(api.Lifetimes) || f.class != nil || terminates(*f.block) {
		return
	}
	switch s.(type) {
	case *ast.ExprStmt, *ast.Assign, *ast.AugAssign, *ast.Delete:
		f.emit(&ir.Do{X: pyCall("Settle")})
	}
}
