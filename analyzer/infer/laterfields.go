package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// laterFields finds the attributes that methods set of self and __init__ does
// not, or not on every way through it. An instance has them from then on: no
// statement of the program deletes an attribute of that name.
func (a *analysis) laterFields(info *classInfo) {
	if info.exception || info.refuses() && info.slots == nil {
		return
	}
	for _, s := range info.def.Body {
		facts := a.facts.Funcs[s]
		if facts == nil || facts.Kind == StaticMethod || facts.Kind == ClassMethod {
			continue
		}
		ast.Inspect(s, func(n ast.Node) bool {
			attr, ok := n.(*ast.Attribute)
			if !ok || attr.Ctx != ast.Store || !IsSelf(attr.Value) {
				return true
			}
			name := attr.Attr
			switch {
			case info.field(name) != nil || info.method(name) != nil || info.setter(name) != nil || info.attr(name) != nil:
			case strings.HasPrefix(name, "__") || a.deletes[name] || info.slots != nil && !info.slots[name]:
			default:
				info.fields[name] = a.newCell()
				info.later = append(info.later, Field{Name: name, Decl: s})
			}
			return true
		})
	}
}

// IsSelf reports whether an expression is the name self.
func IsSelf(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	return ok && name.Id == "self"
}

// deletesOf lists the names of the attributes that statements of a program delete.
func deletesOf(mods []*Module) map[string]bool {
	names := map[string]bool{}
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			if attr, ok := n.(*ast.Attribute); ok && attr.Ctx == ast.Del {
				names[attr.Attr] = true
			}
			return true
		})
	}
	return names
}

// isLater reports whether an instance may not have the field.
func (info *classInfo) isLater(name string) bool {
	for c := info; c != nil; c = c.base {
		if slices.ContainsFunc(c.later, func(field Field) bool { return field.Name == name }) {
			return true
		}
	}
	return false
}
