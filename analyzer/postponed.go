package analyzer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/lower"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// postponeImports finds the imports in functions of names that the program gives
// other values: what they bind depends on when they run.
func postponeImports(m *Module, info *scope.Info, replacing *lower.Replacing) {
	if len(replacing.Names) == 0 {
		return
	}
	imports := func(n ast.Node) bool {
		from, ok := n.(*ast.ImportFrom)
		if !ok {
			return true
		}
		module, ok := from.Absolute(m.Package)
		for _, a := range from.Names {
			if ok && replacing.Has(module, a.Name) {
				info.Postpone(a)
			}
		}
		return true
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef:
			ast.Inspect(n, imports)
			return false
		}
		return true
	})
}
