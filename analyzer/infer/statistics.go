package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Statistics tells how much of a program has static types.
type Statistics struct {
	// Expressions are those that give a value when the program runs:
	// annotations, names that are only called, and an exception that is raised where
	// it is made, are none.
	Expressions int
	// Dynamic are those among them of which no static type is known. Their
	// values are carried as any.
	Dynamic []ast.Expr
	// Classes are the classes that do not become Go structs.
	Classes []DynamicClass
}

// DynamicClass is a class that does not become a Go struct, and why.
type DynamicClass struct {
	Def *ast.ClassDef
	Why string
}

// Statistics counts the expressions and classes of a program.
func (f *Facts) Statistics() *Statistics {
	s := &Statistics{}
	for e, t := range f.exprs {
		switch e.(type) {
		case *ast.Slice, *ast.Starred:
			continue // parts of other expressions, without a value of their own
		}
		if f.parts[e] {
			continue
		}
		s.Expressions++
		if t == types.Any {
			s.Dynamic = append(s.Dynamic, e)
		}
	}
	for def, c := range f.Classes {
		if !c.Static && !f.Dropped(def) {
			s.Classes = append(s.Classes, DynamicClass{def, c.Why})
		}
	}
	slices.SortFunc(s.Dynamic, func(a, b ast.Expr) int { return int(a.Span().Start - b.Span().Start) })
	slices.SortFunc(s.Classes, func(a, b DynamicClass) int { return int(a.Def.Span().Start - b.Def.Span().Start) })
	return s
}
