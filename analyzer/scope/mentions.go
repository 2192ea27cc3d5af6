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

// withPackages visits a dotted name and those of the packages around it.
func withPackages(name string, visit func(name string)) {
	visit(name)
	for i := strings.LastIndexByte(name, '.'); i > 0; i = strings.LastIndexByte(name[:i], '.') {
		visit(name[:i])
	}
}
