package analyzer

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// dropUnbinding makes expression statements of the assignments that cannot bind,
// because what they read is bound nowhere: in
//
//	try:
//	    input = raw_input
//	except NameError:
//	    pass
//
// input stays the builtin function.
func dropUnbinding(m *ast.Module) {
	var info *scope.Info
	for _, s := range m.Body {
		try, ok := s.(*ast.Try)
		if !ok {
			continue
		}
		for i, s := range try.Body {
			assign, ok := s.(*ast.Assign)
			if !ok {
				continue
			}
			value, ok := assign.Value.(*ast.Name)
			if !ok || api.IsBuiltin(value.Id) {
				continue
			}
			if info == nil {
				info = scope.Build(m)
			}
			if info.Uses[value].Kind == scope.Builtin && !info.Namespace && !strings.HasPrefix(value.Id, "__") {
				try.Body[i] = &ast.ExprStmt{Base: assign.Base, Value: value}
			}
		}
	}
}
