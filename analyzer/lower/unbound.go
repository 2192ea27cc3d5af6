package lower

import (
	"maps"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A Go variable always has a value. Where a path leads to a read on which the
// Python variable has none, a second, boolean variable tells whether it has.

func (l *lowerer) maybeUnbound() map[*ast.Name]*scope.Symbol {
	all := map[*ast.Name]*scope.Symbol{}
	for _, m := range l.mods {
		for name, sym := range scope.MaybeUnbound(m.Scope, l.facts.PassesOn) {
			all[name] = sym
		}
	}
	return all
}

// sureAttributes finds the reads of attributes that the function has set or read before.
func (l *lowerer) sureAttributes() map[*ast.Attribute]bool {
	all := map[*ast.Attribute]bool{}
	for _, m := range l.mods {
		maps.Copy(all, scope.SureAttributes(m.Scope, l.facts.PassesOn))
	}
	return all
}

// boundVariables makes the boolean variables.
func (l *lowerer) boundVariables() {
	var syms []*scope.Symbol
	var all []*scope.Symbol
	for _, sym := range l.unbound {
		all = append(all, sym)
	}
	for _, m := range l.modules {
		for _, unsure := range m.Scope.Unsure {
			for _, sym := range unsure {
				if plainlyBound(sym) {
					all = append(all, sym)
				}
			}
		}
	}
	for _, sym := range all {
		if m := l.moduleOf(sym.Scope); l.bound[sym] == nil && (m == nil || m.Name == "__main__" && !m.Scope.InNamespace(sym)) {
			l.bound[sym] = &ir.Var{Hint: sym.Name + "_bound", Type: ir.Bool}
			syms = append(syms, sym)
		}
	}
	slices.SortFunc(syms, func(a, b *scope.Symbol) int { return strings.Compare(a.Name, b.Name) })
	for _, sym := range syms {
		owner := l.blockScope(sym.Scope)
		l.locals[owner] = append(l.locals[owner], local{l.bound[sym], sym.Captured})
	}
}

// plainlyBound reports whether only assignments to the name bind a variable.
func plainlyBound(sym *scope.Symbol) bool {
	for _, n := range sym.Bindings {
		switch n.(type) {
		case *ast.Name, *ast.ExceptHandler:
		default:
			return false
		}
	}
	return true
}

// setBound notes that a variable has been bound or deleted.
func (f *function) setBound(sym *scope.Symbol, bound bool) {
	if v := f.program.bound[sym]; v != nil {
		f.assign(&ir.Ref{Var: v}, &ir.Lit{Value: bound})
	}
}

// checkBound raises UnboundLocalError or NameError if the variable that is read
// here may be unbound, and is.
func (f *function) checkBound(e *ast.Name) {
	sym := f.program.unbound[e]
	v := f.program.bound[sym]
	if v == nil {
		return
	}
	check := "CheckLocal"
	if sym.Scope.Parent == nil {
		check = "CheckGlobal"
	}
	f.emit(&ir.Do{X: pyCall(check, &ir.Ref{Var: v}, str(sym.Name))})
}
