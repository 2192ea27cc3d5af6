package scope

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Replace takes into account that the program gives other values to names that
// otherwise always mean the same: to imported names of the module, and to
// builtins, which are then looked up whenever they are read. The module is a
// Namespace if it is reached as a value.
func (info *Info) Replace(imported, builtins map[string]bool, value bool) {
	info.Namespace = info.Namespace || value
	info.replaced = imported
	if len(builtins) == 0 {
		return
	}
	for _, sym := range info.Uses {
		if sym.Kind == Builtin && builtins[sym.Name] {
			sym.Kind, sym.Scope, sym.Late = Global, info.Module, true
		}
	}
}

// Hide makes an expression that means a module one that can be any module: what is
// read of it is looked up when the program runs.
func (info *Info) Hide(e ast.Expr) { info.hidden[e] = true }

// Hidden reports whether Hide was called for an expression.
func (info *Info) Hidden(e ast.Expr) bool { return info.hidden[e] }

// Postpone makes an import one that binds what the name of the module means when
// the import runs.
func (info *Info) Postpone(a *ast.Alias) { info.late[a] = true }

// Postponed reports whether Postpone was called for an import that binds a variable.
func (info *Info) Postponed(sym *Symbol) bool {
	return slices.ContainsFunc(sym.Bindings, func(b ast.Node) bool { return info.late[b] })
}

// Replaced reports whether a variable of the module, which imports bind, is given
// another value.
func (info *Info) Replaced(sym *Symbol) bool {
	return sym != nil && sym.Scope == info.Module && (info.replaced[sym.Name] || info.replaced["*"])
}
