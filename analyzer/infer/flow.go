package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// enter interprets a function where it is defined. The body of a lambda is part of
// the code around it, that of a def a unit of its own.
func (f *function) enter(n ast.Node, args *ast.Arguments, body []ast.Stmt, value ast.Expr) {
	f.parameters(n, args)
	for p, d := range args.DefaultValues() {
		f.join(f.variable(f.mod.Scope.Defs[p]), f.expr(d))
	}
	inner := &function{analysis: f.analysis, mod: f.mod, node: n}
	if value != nil {
		inner.narrow, inner.events = map[place]told{}, newEvents()
		inner.join(f.resultCell(n), inner.expr(value))
		return
	}
	f.visit(n, func() { inner.interpret(args, body) })
}

// interpret interprets the body of a def.
func (f *function) interpret(args *ast.Arguments, body []ast.Stmt) {
	f.narrow, f.events, f.result = map[place]told{}, newEvents(), f.resultCell(f.node)
	f.parameters(f.node, args)
	f.block(body)
	if !f.ends(body) {
		f.join(f.result, types.None)
	}
	if facts := f.funcOf(f.node); facts != nil && facts.Untyped {
		f.escape(f.result) // untyped code calls it, too
	}
}

// parameters notes what the parameters of a function are declared as, and what
// can be in them whoever calls it.
func (f *function) parameters(n ast.Node, args *ast.Arguments) {
	facts := f.funcOf(n)
	for i, p := range args.All() {
		if i == 0 && facts != nil && facts.Static && facts.Bound() {
			continue // self is an instance, always
		}
		c := f.variable(f.mod.Scope.Defs[p])
		if c.annotated == nil && p.Annotation != nil && p != args.Vararg && p != args.Kwarg {
			c.annotated = f.annotation(p.Annotation)
		}
		switch {
		case facts == nil || !facts.Static:
			c.annotated = nil
			f.join(c, types.Any)
		case facts.Untyped:
			f.join(c, types.Any)
		case p == args.Vararg:
			f.join(c, &types.Sequence{Elem: types.Never})
		case p == args.Kwarg:
			kwargs := f.keywords(p)
			if v := kwargs.Value.(*cell).find(); v.annotated == nil && p.Annotation != nil {
				v.annotated = f.annotation(p.Annotation)
			}
			f.join(c, kwargs)
		}
	}
}

func (f *function) resultCell(n ast.Node) *cell { return f.returned(n) }

// returned is the cell of what a function returns.
func (a *analysis) returned(n ast.Node) *cell {
	c := a.results[n]
	if c == nil {
		c = a.newCell()
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
