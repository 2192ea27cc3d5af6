package analyzer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// bindBuiltins gives the variables of a module that may stand for a builtin, as
// long as nothing has bound them, the builtin as their first value, and reports
// whether there are any: in
//
//	if sys.platform == "win32":
//	    def open(path): ...
//
// open is the builtin function elsewhere.
func bindBuiltins(m *ast.Module, info *scope.Info) bool {
	names := scope.SometimesBuiltin(m, info, api.IsBuiltin)
	var bind []ast.Stmt
	for _, name := range names {
		at := m.Body[0].Span().Start
		base := ast.Base{Range: source.Range{Start: at, End: at}}
		bind = append(bind, &ast.Assign{
			Base:    base,
			Targets: []ast.Expr{&ast.Name{Base: base, Id: name, Ctx: ast.Store}},
			Value:   &ast.Name{Base: base, Id: name},
		})
	}
	m.Body = slices.Insert(m.Body, afterHeader(m.Body), bind...)
	return len(names) > 0
}

// afterHeader is the index of the first statement after the docstring and what is
// imported from __future__.
func afterHeader(body []ast.Stmt) int {
	for i, s := range body {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if _, constant := s.Value.(*ast.Constant); constant {
				continue
			}
		case *ast.ImportFrom:
			if s.Module == "__future__" {
				continue
			}
		}
		return i
	}
	return len(body)
}
