package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// dropAliases finds the aliases that only annotations name, which nothing reads
// when the program runs. The classes that the others name are needed.
func (a *analysis) dropAliases() {
	dropped := map[*ast.Name]bool{} // names that nothing evaluates
	for _, m := range a.modules {
		a.annotationNames(m, dropped)
	}
	for i := len(a.aliases) - 1; i >= 0; i-- {
		x := a.aliases[i]
		m := a.modules["__main__"]
		read := func(name *ast.Name) bool { return name.Ctx == ast.Load && !dropped[name] }
		if a.annotations || a.hints || slices.ContainsFunc(a.uses[x.sym], read) {
			for _, name := range x.names {
				if def := a.classNamed(m, name); a.classes[def] != nil {
					a.classes[def].facts.Named = true
				}
			}
			continue
		}
		a.facts.aliases[x.stmt] = true
		for _, name := range x.names {
			dropped[name] = true
		}
		ast.Inspect(x.stmt, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				delete(a.facts.exprs, e)
			}
			return true
		})
	}
}

// annotationNames adds the names that annotations and the bases of static
// classes mention, those of NewTypes that are called, and those of types that
// values are cast to.
func (a *analysis) annotationNames(m *Module, names map[*ast.Name]bool) {
	add := func(e ast.Expr) { eachName(e, func(name *ast.Name) { names[name] = true }) }
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ClassDef:
			if a.classes[n] == nil {
				// Its body evaluates annotations.
				for _, s := range n.Body {
					ast.Inspect(s, func(n ast.Node) bool {
						switch n := n.(type) {
						case *ast.FunctionDef:
							add(n.Returns)
						case *ast.AsyncFunctionDef:
							add(n.Returns)
						case *ast.Arg:
							add(n.Annotation)
						case *ast.Call:
							a.unchangedName(m, n, names)
						}
						return true
					})
				}
				return false
			}
			for _, b := range n.Bases {
				add(b)
			}
		case *ast.Call:
			a.unchangedName(m, n, names)
		}
		add(ast.AnnotationOf(n))
		return true
	})
}

// unchangedName adds the names that a call mentions which gives its argument as it
// is: those of the type it is cast to, or that of the NewType.
func (a *analysis) unchangedName(m *Module, e *ast.Call, names map[*ast.Name]bool) {
	switch {
	case a.facts.casts[e]:
		eachName(e.Args[0], func(name *ast.Name) { names[name] = true })
	case a.facts.Unchanged(m.Scope, e) != nil:
		names[e.Func.(*ast.Name)] = true
	}
}
