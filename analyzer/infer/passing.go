package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A context manager that never suppresses an exception lets control reach the
// end of its statement only by the end of the body.

// passOn reports whether none of the managers of a with statement suppresses
// an exception.
func (f *function) passOn(items []*ast.WithItem) bool {
	return !slices.ContainsFunc(items, func(i *ast.WithItem) bool { return !f.passesOn(i) })
}

// passesOn reports whether a context manager never suppresses an exception:
// the library says so of its own, and of those of the program __exit__ gives
// nothing, or the generator catches nothing.
func (f *function) passesOn(item *ast.WithItem) bool {
	switch t := known(f.facts.exprs[item.ContextExpr]).(type) {
	case types.Kind:
		if t == types.Never {
			return true // so far
		}
	case *types.Library:
		if api.PassesOn(t.Name) {
			return true
		}
	case *types.Object:
		if api.PassesOn(t.Name) {
			return true
		}
	case *types.Instance:
		return !f.facts.Classes[t.Class].Subclassed && exitGivesNothing(t.Class)
	}
	e, ok := item.ContextExpr.(*ast.Call)
	if !ok {
		return false
	}
	if name, _ := f.entryName(e); name != "" {
		return api.PassesOn(name)
	}
	name, ok := e.Func.(*ast.Name)
	if !ok {
		return false
	}
	sym := f.mod.Scope.Uses[name]
	if sym == nil || len(sym.Bindings) != 1 {
		return false
	}
	switch def := sym.Bindings[0].(type) {
	case *ast.ClassDef:
		return len(def.Bases)+len(def.Keywords)+len(def.DecoratorList) == 0 && exitGivesNothing(def)
	case *ast.FunctionDef:
		return f.catchesNothing(def.DecoratorList, def.Body)
	case *ast.AsyncFunctionDef:
		return f.catchesNothing(def.DecoratorList, def.Body)
	}
	return false
}

// exitGivesNothing reports whether the methods by which a with statement leaves
// an instance of a class stand in it and return no value.
func exitGivesNothing(def *ast.ClassDef) bool {
	found := false
	for _, s := range def.Body {
		var body []ast.Stmt
		switch s := s.(type) {
		case *ast.FunctionDef:
			if s.Name != "__exit__" {
				continue
			}
			if len(s.DecoratorList) > 0 || ast.Yields(s.Body) {
				return false
			}
			body = s.Body
		case *ast.AsyncFunctionDef:
			if s.Name != "__aexit__" {
				continue
			}
			if len(s.DecoratorList) > 0 || ast.Yields(s.Body) {
				return false
			}
			body = s.Body
		default:
			continue
		}
		found = true
		for _, s := range body {
			if returnsValue(s) {
				return false
			}
		}
	}
	return found
}

// returnsValue reports whether a statement can return something that is true.
func returnsValue(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Return:
			if c, ok := n.Value.(*ast.Constant); n.Value != nil && (!ok || c.Value != nil && c.Value != false) {
				found = true
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
			return false
		}
		return !found
	})
	return found
}

// catchesNothing reports whether a function is one that contextlib makes a
// manager of, and an exception raised at its yield always leaves it.
func (f *function) catchesNothing(decorators []ast.Expr, body []ast.Stmt) bool {
	if len(decorators) != 1 {
		return false
	}
	name, _ := f.entryName(&ast.Call{Func: decorators[0]})
	if name != "contextlib.contextmanager" && name != "contextlib.asynccontextmanager" {
		return false
	}
	sound := true
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Try:
				if len(n.Handlers) > 0 && ast.Yields(n.Body) || slices.ContainsFunc(n.Finalbody, returnsAny) {
					sound = false
				}
			case *ast.TryStar:
				sound = sound && !ast.Yields(n.Body)
			case *ast.With:
				sound = sound && (!ast.Yields(n.Body) || f.passOn(n.Items))
			case *ast.AsyncWith:
				sound = sound && (!ast.Yields(n.Body) || f.passOn(n.Items))
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
				return false
			}
			return sound
		})
	}
	return sound
}

// returnsAny reports whether control can leave a statement early, which drops
// an exception on its way.
func returnsAny(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Return, *ast.Break, *ast.Continue:
			found = true
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
			return false
		}
		return !found
	})
	return found
}
