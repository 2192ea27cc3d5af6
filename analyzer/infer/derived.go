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

// basesOf returns the last names of the bases of a program's classes, such as
// Lock for asyncio.Lock: an instance of such a class is not exactly one of the base.
func basesOf(mods []*Module) map[string]bool {
	bases := map[string]bool{}
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ClassDef:
				for _, b := range n.Bases {
					bases[lastName(m, b)] = true
				}
			}
			return true
		})
	}
	return bases
}

// storesOf collects the names of the attributes that the program sets.
func storesOf(mods []*Module) map[string]bool {
	stores := map[string]bool{}
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if attr, ok := n.(*ast.Attribute); ok && attr.Ctx != ast.Load {
				stores[attr.Attr] = true
			}
			return true
		})
	}
	return stores
}

// resetsOf collects the names of the attributes that the program sets elsewhere
// than in the __init__ of their object.
func resetsOf(mods []*Module) map[string]bool {
	resets := map[string]bool{}
	var visit func(n ast.Node, self string)
	visit = func(n ast.Node, self string) {
		switch n := n.(type) {
		case *ast.FunctionDef:
			self = ""
			if params := n.Args.All(); n.Name == "__init__" && len(params) > 0 {
				self = params[0].Arg
			}
		case *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
			self = ""
		case *ast.Attribute:
			owner, isName := n.Value.(*ast.Name)
			if n.Ctx != ast.Load && (!isName || self == "" || owner.Id != self) {
				resets[n.Attr] = true
			}
		}
		ast.Children(n, func(c ast.Node) { visit(c, self) })
	}
	for _, m := range mods {
		visit(m.AST, "")
	}
	return resets
}

// lastName is the name that a dotted or imported name has in its module.
func lastName(m *Module, e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Attribute:
		return e.Attr
	case *ast.Subscript:
		return lastName(m, e.Value)
	case *ast.Name:
		if sym := m.Scope.Uses[e]; sym != nil {
			for _, b := range sym.Bindings {
				if alias, ok := b.(*ast.Alias); ok {
					return alias.Name
				}
			}
		}
		return e.Id
	}
	return ""
}
