package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Module is one module of the program.
type Module struct {
	Name  string
	AST   *ast.Module
	Scope *scope.Info
}

// Program finds the facts of a whole program.
func Program(mods []*Module) *Facts {
	f := &Facts{
		exprs: map[ast.Expr]types.Type{}, Vars: map[*scope.Symbol]types.Type{},
		Funcs: map[ast.Node]*Func{}, Classes: map[*ast.ClassDef]*Class{},
	}
	for _, m := range mods {
		f.functions(m)
	}
	return f
}

// functions decides which functions of a module are static: those bound once,
// undecorated, and only ever called by name.
func (f *Facts) functions(m *Module) {
	called := map[*ast.Name]bool{}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if name, ok := n.Func.(*ast.Name); ok {
				called[name] = true
			}
		case *ast.ClassDef:
			f.Classes[n] = &Class{Why: "not typed yet"}
		}
		return true
	})
	value := map[*scope.Symbol]bool{}
	for name, sym := range m.Scope.Uses {
		if name.Ctx != ast.Store && !called[name] {
			value[sym] = true
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		var fn *Func
		switch n := n.(type) {
		case *ast.FunctionDef:
			fn = f.function(m, n, n.Args, n.Body, n.DecoratorList)
		case *ast.AsyncFunctionDef:
			fn = f.function(m, n, n.Args, n.Body, n.DecoratorList)
			fn.Async, fn.Fails = true, true
		case *ast.Lambda:
			f.Funcs[n] = &Func{Result: types.Any, Generator: yields(n.Body)}
			return true
		default:
			return true
		}
		sym := m.Scope.Defs[n]
		fn.Value = value[sym]
		if sym.Assigned != 1 || sym.Scope != m.Scope.Module && fn.Value {
			fn.Static = false
		}
		return true
	})
}

func (f *Facts) function(m *Module, n ast.Node, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr) *Func {
	fn := &Func{Result: types.None}
	sym := m.Scope.Defs[n]
	_, inClass := sym.Scope.Node.(*ast.ClassDef)
	fn.Static = len(decorators) == 0 && !inClass && args.Kwarg == nil
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			case *ast.Return:
				if n.Value != nil {
					fn.Result = types.Any
				}
			case *ast.Raise, *ast.Assert:
				fn.Fails = true
			case *ast.Yield, *ast.YieldFrom:
				fn.Generator = true
			}
			return true
		})
	}
	if fn.Generator {
		fn.Fails = false
	}
	f.Funcs[n] = fn
	return fn
}

func yields(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Yield, *ast.YieldFrom:
			found = true
		case *ast.Lambda:
			return false
		}
		return true
	})
	return found
}
