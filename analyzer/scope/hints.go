package scope

import (
	"slices"
	"strings"
	"unicode"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// HintNames are the variables of the module that annotations name in strings,
// in alphabetical order: typing.get_type_hints looks them up when the program
// runs. With from __future__ import annotations, all annotations are strings.
func (info *Info) HintNames(m *ast.Module) []*Symbol {
	var found []*Symbol
	note := func(name string) {
		sym := info.Module.Symbols[name]
		if sym != nil && len(sym.Bindings) > 0 && !slices.Contains(found, sym) {
			found = append(found, sym)
		}
	}
	future := postponed(m)
	annotation := func(e ast.Expr) {
		if e == nil {
			return
		}
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Name:
				if future {
					note(n.Id)
				}
			case *ast.Constant:
				if text, ok := n.Value.(string); ok {
					for _, word := range strings.FieldsFunc(text, notInName) {
						note(word)
					}
				}
			}
			return true
		})
	}
	ast.Inspect(m, func(n ast.Node) bool {
		annotation(ast.AnnotationOf(n))
		return true
	})
	slices.SortFunc(found, func(a, b *Symbol) int { return strings.Compare(a.Name, b.Name) })
	return found
}

func notInName(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// postponed reports whether a module has from __future__ import annotations.
func postponed(m *ast.Module) bool {
	for _, s := range m.Body {
		if from, ok := s.(*ast.ImportFrom); ok && from.Module == "__future__" {
			for _, a := range from.Names {
				if a.Name == "annotations" {
					return true
				}
			}
		}
	}
	return false
}
