package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// cells lowers what a function value tells of the variables that it closes over, in
// programs that ask for them.
func (f *function) cells(d *definition) []ir.Expr {
	if !f.program.uses.Has(api.Closures) {
		return nil
	}
	var cells []ir.Expr
	for _, sym := range f.freeSymbols(d) {
		contents := f.boxed(value{&ir.Ref{Var: f.variable(sym)}, f.varType(sym)})
		get := &ir.FuncLit{Results: []*ir.Var{{Type: ir.Any}}, Body: []ir.Stmt{&ir.Return{Values: []ir.Expr{contents}}}}
		cells = append(cells, pyCall("NewCell", str(sym.Name), get))
	}
	return cells
}

// freeSymbols are the variables of functions around that a function, or one inside
// of it, uses, sorted by name as in co_freevars.
func (f *function) freeSymbols(d *definition) []*scope.Symbol {
	own := f.Scope.Scopes[d.node]
	if own == nil {
		return nil
	}
	around := map[*scope.Scope]bool{}
	for s := own.Parent; s != nil && s.Parent != nil; s = s.Parent {
		if _, isClass := s.Node.(*ast.ClassDef); !isClass {
			around[s] = true
		}
	}
	var free []*scope.Symbol
	use := func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok {
			if sym := f.Scope.Uses[name]; sym != nil && around[sym.Scope] && !slices.Contains(free, sym) {
				free = append(free, sym)
			}
		}
		return true
	}
	for _, s := range d.body {
		ast.Inspect(s, use)
	}
	if d.value != nil {
		ast.Inspect(d.value, use)
	}
	slices.SortFunc(free, func(a, b *scope.Symbol) int { return strings.Compare(a.Name, b.Name) })
	return free
}
