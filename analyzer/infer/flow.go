package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// enter interprets the body of a function.
func (f *function) enter(n ast.Node, args *ast.Arguments, body []ast.Stmt, value ast.Expr) {
	facts := f.facts.Funcs[n]
	result := f.resultCell(n)
	inner := &function{analysis: f.analysis, mod: f.mod, node: n, result: result, narrow: map[*scope.Symbol]types.Type{}}
	for i, p := range args.All() {
		if i == 0 && facts != nil && facts.Static && facts.Bound() {
			continue // self is an instance, always
		}
		c := f.variable(f.mod.Scope.Defs[p])
		if c.annotated == nil && p.Annotation != nil && p != args.Vararg && p != args.Kwarg {
			c.annotated = f.annotation(p.Annotation)
		}
		if p == args.Vararg || p == args.Kwarg || facts == nil || !facts.Static {
			c.annotated = nil
			f.join(c, types.Any)
		} else if facts.Value {
			f.join(c, types.Any)
		}
	}
	for p, d := range args.DefaultValues() {
		f.join(f.variable(f.mod.Scope.Defs[p]), f.expr(d))
	}
	if value != nil {
		inner.join(result, inner.expr(value))
		return
	}
	inner.block(body)
	if !inner.ends(body) {
		f.join(result, types.None)
	}
	if facts != nil && facts.Value {
		f.escape(result) // untyped code calls it, too
	}
}

func (f *function) resultCell(n ast.Node) *cell { return f.returned(n) }

// returned is the cell of what a function returns.
func (a *analysis) returned(n ast.Node) *cell {
	c := a.results[n]
	if c == nil {
		c = newCell()
		a.results[n] = c
		if facts := a.facts.Funcs[n]; facts == nil || !facts.Static || facts.Generator {
			c.typ = types.Any
		}
	}
	return c.find()
}

// ends reports whether control cannot reach the end of a block.
func (f *function) ends(body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch s := body[len(body)-1].(type) {
	case *ast.Return, *ast.Raise, *ast.Continue, *ast.Break:
		return true
	case *ast.If:
		return len(s.Orelse) > 0 && f.ends(s.Body) && f.ends(s.Orelse)
	case *ast.While:
		c, ok := s.Test.(*ast.Constant)
		return ok && c.Value == true && !breaks(s.Body)
	case *ast.Try:
		if f.ends(s.Finalbody) {
			return true
		}
		for _, h := range s.Handlers {
			if !f.ends(h.Body) {
				return false
			}
		}
		return f.ends(s.Body) || len(s.Orelse) > 0 && f.ends(s.Orelse)
	case *ast.With:
		return f.ends(s.Body) && f.passOn(s.Items)
	case *ast.AsyncWith:
		return f.ends(s.Body) && f.passOn(s.Items)
	}
	return false
}

// breaks reports whether a loop body has a break of its own.
func breaks(body []ast.Stmt) bool {
	found := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.Break:
				found = true
			case *ast.For, *ast.AsyncFor, *ast.While, *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, ast.Expr:
				return false
			}
			return !found
		})
	}
	return found
}
