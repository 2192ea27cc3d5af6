package scope

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Mentions calls visit with each name that may mean something of the library:
// variables, attributes, imported modules and the packages they are in, what is
// imported from them with and without the name of the module, keywords of calls, and the special
// names of methods and those that stand in strings.
func Mentions(m *ast.Module, visit func(name string)) {
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			visit(n.Id)
		case *ast.Attribute:
			visit(n.Attr)
		case *ast.Keyword:
			visit(n.Arg)
		case *ast.FunctionDef:
			if strings.HasPrefix(n.Name, "__") {
				visit(n.Name)
			}
		case *ast.Alias:
			withPackages(n.Name, visit)
		case *ast.ImportFrom:
			withPackages(n.Module, visit)
			for _, a := range n.Names {
				visit(n.Module + "." + a.Name)
			}
		case *ast.Constant:
			if s, ok := n.Value.(string); ok && strings.HasPrefix(s, "__") {
				visit(s)
			}
		}
		return true
	})
}

// RaisesHandled reports whether a raise without an operand stands outside of an
// except clause: it raises what a caller, or a try statement around, handles.
func RaisesHandled(m *ast.Module) bool {
	found := false
	var visit func(n ast.Node, handles bool)
	visit = func(n ast.Node, handles bool) {
		each := func(nodes []ast.Stmt, handles bool) {
			for _, n := range nodes {
				visit(n, handles)
			}
		}
		switch n := n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			handles = false
		case *ast.ExceptHandler:
			handles = true
		case *ast.Try:
			each(n.Finalbody, false)
		case *ast.TryStar:
			each(n.Finalbody, false)
		case *ast.Raise:
			found = found || n.Exc == nil && !handles
		}
		ast.Children(n, func(c ast.Node) { visit(c, handles) })
	}
	visit(m, false)
	return found
}

// withPackages visits a dotted name and those of the packages around it.
func withPackages(name string, visit func(name string)) {
	visit(name)
	for i := strings.LastIndexByte(name, '.'); i > 0; i = strings.LastIndexByte(name[:i], '.') {
		visit(name[:i])
	}
}
