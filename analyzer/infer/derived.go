package infer

import "github.com/pyasync2go/pyasync2go/parser/ast"

// derivesText reports whether a program can have strs or bytes that are not
// exactly that: classes derived from them, string enumerations included. A class
// whose bases cannot be told counts as one.
func derivesText(mods []*Module) bool {
	found := false
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ClassDef:
				for _, b := range n.Bases {
					found = found || isText(m, b)
				}
			case *ast.Call:
				if name, ok := n.Func.(*ast.Name); ok && name.Id == "type" && len(n.Args) == 3 {
					found = true
				}
				for _, k := range n.Keywords {
					found = found || k.Arg == "type" && isText(m, k.Value)
				}
			}
			return !found
		})
	}
	return found
}

func isText(m *Module, base ast.Expr) bool {
	switch e := base.(type) {
	case *ast.Name:
		switch e.Id {
		case "str", "bytes", "StrEnum":
			return true
		}
		sym := m.Scope.Uses[e]
		if sym == nil || sym.Scope == nil {
			return false
		}
		for _, b := range sym.Bindings {
			switch b.(type) {
			case *ast.ClassDef, *ast.Alias, *ast.TypeVar:
			default:
				return true
			}
		}
		return false
	case *ast.Attribute:
		return e.Attr == "StrEnum"
	case *ast.Subscript:
		return isText(m, e.Value)
	}
	return true
}
