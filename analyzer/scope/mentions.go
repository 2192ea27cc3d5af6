package scope

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Mentions calls visit with each name that may mean something of the library:
// variables other than the program's own, attributes, imported modules and the
// packages they are in, what is imported from them with and without the name of the
// module, keywords of calls, alone and as function(keyword), and the special names of
// methods and those that stand in strings.
func Mentions(m *ast.Module, info *Info, visit func(name string)) {
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			if sym := info.Uses[n]; sym == nil || !sym.isOwn() {
				visit(n.Id)
			}
		case *ast.Attribute:
			visit(n.Attr)
		case *ast.Call:
			fn := ""
			switch f := n.Func.(type) {
			case *ast.Name:
				fn = f.Id
			case *ast.Attribute:
				fn = f.Attr
			}
			for _, k := range n.Keywords {
				visit(k.Arg)
				visit(fn + "(" + k.Arg + ")")
			}
		case *ast.ClassDef:
			for _, k := range n.Keywords {
				visit(k.Arg)
			}
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

// isOwn reports whether nothing that is imported is ever a variable's value but by
// an assignment, whose right side tells it.
func (sym *Symbol) isOwn() bool {
	if sym.Scope == nil || len(sym.Bindings) == 0 {
		return sym.Param
	}
	return !slices.ContainsFunc(sym.Bindings, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Alias, *ast.Import, *ast.ImportFrom:
			return true
		}
		return false
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
