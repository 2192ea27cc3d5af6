package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// bindsToInstances reports whether the value of a class attribute can be a function
// or another descriptor: read through an instance it is something else then.
func (a *analysis) bindsToInstances(m *Module, value ast.Expr) bool {
	switch e := value.(type) {
	case *ast.Lambda:
		return true
	case *ast.Name:
		sym := m.Scope.Uses[e]
		return sym != nil && slices.ContainsFunc(sym.Bindings, isFunctionDef)
	case *ast.IfExp:
		return a.bindsToInstances(m, e.Body) || a.bindsToInstances(m, e.Orelse)
	case *ast.Call:
		switch fn := e.Func.(type) {
		case *ast.Attribute:
			return api.MakesDescriptor(fn.Attr)
		case *ast.Name:
			if api.MakesDescriptor(fn.Id) {
				return true
			}
			sym := m.Scope.Uses[fn]
			if sym == nil {
				return false
			}
			for _, b := range sym.Bindings {
				if def, ok := b.(*ast.ClassDef); ok && isDescriptor(m, def) || isFunctionDef(b) && makesFunction(b) {
					return true
				}
			}
		}
	}
	return false
}

// readByInstance is told that a class attribute is read through an instance: what
// can be a function is bound to it, which structs do not do.
func (a *analysis) readByInstance(info *classInfo, c *cell) {
	t := c.typ
	if o, ok := t.(*types.Optional); ok {
		t = o.Elem
	}
	_, isClosure := t.(*types.Closure)
	if isClosure || t == types.Any || t == types.Function || t == types.Callable {
		a.demote(info.def, "it has class attributes that may bind to instances")
	}
}

func isFunctionDef(n ast.Node) bool {
	switch n.(type) {
	case *ast.FunctionDef, *ast.AsyncFunctionDef:
		return true
	}
	return false
}

// isDescriptor reports whether a class, or one that it derives from, has __get__.
func isDescriptor(m *Module, def *ast.ClassDef) bool {
	for _, s := range def.Body {
		if f, ok := s.(*ast.FunctionDef); ok && f.Name == "__get__" {
			return true
		}
	}
	for _, base := range def.Bases {
		name, ok := base.(*ast.Name)
		if !ok {
			continue
		}
		if sym := m.Scope.Uses[name]; sym != nil {
			for _, b := range sym.Bindings {
				if d, ok := b.(*ast.ClassDef); ok && d != def && isDescriptor(m, d) {
					return true
				}
			}
		}
	}
	return false
}

// makesFunction reports whether a function has functions of its own, one of which
// it may return.
func makesFunction(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(c ast.Node) bool {
		_, isLambda := c.(*ast.Lambda)
		found = found || isLambda || c != n && isFunctionDef(c)
		return !found
	})
	return found
}
