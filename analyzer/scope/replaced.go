package scope

import "github.com/pyasync2go/pyasync2go/parser/ast"

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

// Replaced reports whether a variable of the module, which imports bind, is given
// another value.
func (info *Info) Replaced(sym *Symbol) bool {
	return sym != nil && sym.Scope == info.Module && (info.replaced[sym.Name] || info.replaced["*"])
}
