package analyzer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// expand puts the names that `from base import *` binds in place of the star, so
// that nothing after it has to know of stars.
func (ld *loader) expand(m *Module, n *ast.ImportFrom, base string) {
	star := n.Names[0]
	var names []string
	if from := ld.seen[base]; from != nil {
		var known bool
		if names, known = publicNames(from); !known {
			ld.diags = append(ld.diags, diag.Diagnostic{
				Code: diag.Unsupported, Severity: diag.Error, File: m.File, Range: n.Span(),
				Message: "from " + base + " import *, whose __all__ is computed, is not supported",
				Hint:    "import the names that are used",
			})
			return
		}
	} else if lib := api.Lookup(base); lib != nil {
		used := namesIn(m.AST)
		// A name that the runtime does not have matters only where it is used, and
		// nobody else imports those of the script.
		sole := m.Name == "__main__" && !scope.Build(m.AST).Namespace
		names = slices.DeleteFunc(slices.Clone(lib.Stars()), func(name string) bool {
			return !used[name] && (sole || !lib.Has(name))
		})
	} else {
		return // a module that is not there, which is reported elsewhere
	}
	n.Names = nil
	for _, name := range names {
		n.Names = append(n.Names, &ast.Alias{Base: star.Base, Name: name})
	}
}

// publicNames lists what a star imports from a module of the program: the names
// of its __all__, or those of its variables that do not begin with an
// underscore. known is false if its __all__ is not made of literals.
func publicNames(m *Module) (names []string, known bool) {
	all, found := []string{}, false
	for _, s := range m.AST.Body {
		added, extends, ok := allStatement(s)
		switch {
		case !ok:
			continue
		case added == nil:
			return nil, false
		case extends:
			all = append(all, added...)
		default:
			all, found = added, true
		}
	}
	if found {
		return all, true
	}
	skipped := m.skipped()
	for _, sym := range scope.Build(m.AST).Module.Order {
		bound := slices.ContainsFunc(sym.Bindings, func(n ast.Node) bool { return !skipped[n] })
		if bound && !strings.HasPrefix(sym.Name, "_") {
			names = append(names, sym.Name)
		}
	}
	return names, true
}

// skipped holds the nodes of a module that is imported which do not run then.
func (m *Module) skipped() map[ast.Node]bool {
	nodes := map[ast.Node]bool{}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		if s, ok := n.(*ast.If); ok && m.skips(s) {
			for _, inner := range s.Body {
				ast.Inspect(inner, func(n ast.Node) bool {
					nodes[n] = true
					return true
				})
			}
		}
		return true
	})
	return nodes
}

// allStatement recognizes a statement of a module that uses __all__, ok, and
// gives the names that it adds, if they are literals.
func allStatement(s ast.Stmt) (names []string, extends, ok bool) {
	switch s := s.(type) {
	case *ast.Assign:
		if len(s.Targets) == 1 && isAll(s.Targets[0]) {
			return literalNames(s.Value), false, true
		}
	case *ast.AnnAssign:
		if isAll(s.Target) && s.Value != nil {
			return literalNames(s.Value), false, true
		}
	case *ast.AugAssign:
		if isAll(s.Target) && s.Op == ast.Add {
			return literalNames(s.Value), true, true
		}
	case *ast.ExprStmt:
		call, isCall := s.Value.(*ast.Call)
		if !isCall || len(call.Args) != 1 {
			break
		}
		if method, isMethod := call.Func.(*ast.Attribute); isMethod && isAll(method.Value) {
			switch method.Attr {
			case "append":
				return literalNames(&ast.List{Elts: call.Args}), true, true
			case "extend":
				return literalNames(call.Args[0]), true, true
			}
		}
	}
	return nil, false, namesIn(s)["__all__"]
}

func isAll(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	return ok && name.Id == "__all__"
}

// literalNames gives the strings of a list or tuple of them, nil for anything else.
func literalNames(e ast.Expr) []string {
	var elts []ast.Expr
	switch e := e.(type) {
	case *ast.List:
		elts = e.Elts
	case *ast.Tuple:
		elts = e.Elts
	default:
		return nil
	}
	names := []string{}
	for _, elt := range elts {
		c, ok := elt.(*ast.Constant)
		if !ok {
			return nil
		}
		text, ok := c.Value.(string)
		if !ok {
			return nil
		}
		names = append(names, text)
	}
	return names
}

// namesIn is the set of the variables that a tree mentions.
func namesIn(tree ast.Node) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok {
			names[name.Id] = true
		}
		return true
	})
	return names
}
