package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A Go variable always has a value. Where a path leads to a read on which the
// Python variable has none, a second, boolean variable tells whether it has.

func (l *lowerer) maybeUnbound() map[*ast.Name]*scope.Symbol {
	all := map[*ast.Name]*scope.Symbol{}
	for _, m := range l.mods {
		f := &function{module: l.modules[m.Name]}
		for name, sym := range scope.MaybeUnbound(m.Scope, f.passesOn) {
			all[name] = sym
		}
	}
	return all
}

// passesOn reports whether a context manager never suppresses an exception:
// the library says so of its own, and of those of the program __exit__ gives
// nothing, or the generator catches nothing.
func (f *function) passesOn(item *ast.WithItem) bool {
	switch t := f.typeOf(item.ContextExpr).(type) {
	case *types.Library:
		if api.PassesOn(t.Name) {
			return true
		}
	case *types.Instance:
		return !f.program.facts.Classes[t.Class].Subclassed && exitGivesNothing(t.Class)
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
	sym := f.Scope.Uses[name]
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
			if len(s.DecoratorList) > 0 || yields(s.Body) {
				return false
			}
			body = s.Body
		case *ast.AsyncFunctionDef:
			if s.Name != "__aexit__" {
				continue
			}
			if len(s.DecoratorList) > 0 || yields(s.Body) {
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
				if len(n.Handlers) > 0 && yields(n.Body) || slices.ContainsFunc(n.Finalbody, returnsAny) {
					sound = false
				}
			case *ast.TryStar:
				sound = sound && !yields(n.Body)
			case *ast.With:
				sound = sound && (!yields(n.Body) || !slices.ContainsFunc(n.Items, func(i *ast.WithItem) bool { return !f.passesOn(i) }))
			case *ast.AsyncWith:
				sound = sound && (!yields(n.Body) || !slices.ContainsFunc(n.Items, func(i *ast.WithItem) bool { return !f.passesOn(i) }))
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

// boundVariables makes the boolean variables.
func (l *lowerer) boundVariables() {
	var syms []*scope.Symbol
	var all []*scope.Symbol
	for _, sym := range l.unbound {
		all = append(all, sym)
	}
	for _, m := range l.modules {
		for _, unsure := range m.Scope.Unsure {
			for _, sym := range unsure {
				if plainlyBound(sym) {
					all = append(all, sym)
				}
			}
		}
	}
	for _, sym := range all {
		if m := l.moduleOf(sym.Scope); l.bound[sym] == nil && (m == nil || m.Name == "__main__" && !m.Scope.InNamespace(sym)) {
			l.bound[sym] = &ir.Var{Hint: sym.Name + "_bound", Type: ir.Bool}
			syms = append(syms, sym)
		}
	}
	slices.SortFunc(syms, func(a, b *scope.Symbol) int { return strings.Compare(a.Name, b.Name) })
	for _, sym := range syms {
		owner := l.blockScope(sym.Scope)
		l.locals[owner] = append(l.locals[owner], local{l.bound[sym], sym.Captured})
	}
}

// plainlyBound reports whether only assignments to the name bind a variable.
func plainlyBound(sym *scope.Symbol) bool {
	for _, n := range sym.Bindings {
		switch n.(type) {
		case *ast.Name, *ast.ExceptHandler:
		default:
			return false
		}
	}
	return true
}

// setBound notes that a variable has been bound or deleted.
func (f *function) setBound(sym *scope.Symbol, bound bool) {
	if v := f.program.bound[sym]; v != nil {
		f.assign(&ir.Ref{Var: v}, &ir.Lit{Value: bound})
	}
}

// checkBound raises UnboundLocalError or NameError if the variable that is read
// here may be unbound, and is.
func (f *function) checkBound(e *ast.Name) {
	sym := f.program.unbound[e]
	v := f.program.bound[sym]
	if v == nil {
		return
	}
	check := "CheckLocal"
	if sym.Scope.Parent == nil {
		check = "CheckGlobal"
	}
	f.emit(&ir.Do{X: pyCall(check, &ir.Ref{Var: v}, str(sym.Name))})
}
