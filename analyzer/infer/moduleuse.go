package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// valuedModules tells which modules of the program are values: their names can be
// looked up, and bound again, by code that does not name the module.
func (a *analysis) valuedModules(mods []*Module) map[string]bool {
	valued := map[string]bool{}
	all := func() {
		for _, m := range mods {
			if m.Name != "__main__" {
				valued[m.Name] = true
			}
		}
	}
	for _, m := range mods {
		owner := a.owner(m)
		parts := map[ast.Expr]bool{} // module in module.name
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Attribute:
				parts[n.Value] = true
				if name := owner.libraryModule(n); !parts[n] && a.modules[name] != nil {
					valued[name] = true
				}
			case *ast.Alias:
				a.boundByImport(m, n, valued)
			case *ast.Name:
				if name := owner.libraryModule(n); n.Ctx == ast.Load && !parts[n] && a.modules[name] != nil {
					valued[name] = true
				}
			}
			return true
		})
		scope.Mentions(m.AST, m.Scope, func(name string) {
			if api.FindsModules(name) {
				all()
			}
		})
	}
	return valued
}

// boundByImport is told of an import: where the name that it binds can mean
// something else, too, it is a variable that holds the module or the class.
func (a *analysis) boundByImport(m *Module, alias *ast.Alias, valued map[string]bool) {
	from, isImport := a.imports[alias]
	if _, ok := a.owner(m).importOf(m.Scope.Defs[alias]); ok || !isImport {
		return
	}
	if full := from.module + "." + from.name; from.name != "" && a.modules[full] != nil {
		valued[full] = true
	}
	of := a.modules[from.module]
	switch {
	case of == nil:
	case from.name == "":
		valued[from.module] = true
	case of.Scope.Module.Symbols[from.name] != nil:
		_, sym := a.imported(of, of.Scope.Module.Symbols[from.name], maxModuleParts)
		a.classValues[sym] = true
	}
}
