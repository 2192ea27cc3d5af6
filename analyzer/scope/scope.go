// Package scope resolves the names of a module by CPython's rules (its symbol
// table): which scope each name lives in, and which names are the builtins'.
package scope

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Kind tells where a name lives.
type Kind uint8

// The kinds of symbols.
const (
	Local Kind = iota
	Global
	Builtin
)

// Symbol is one name of one scope. In a class, the name of a private variable
// is the mangled one: _Stack__items for __items in class Stack.
type Symbol struct {
	Name     string
	Kind     Kind
	Scope    *Scope // nil for a builtin or undefined name
	Captured bool   // an inner function, lambda or generator uses it
	Foreign  bool   // another function binds it, by global or nonlocal
	Assigned int    // number of places that bind it
	Param    bool
	Bindings []ast.Node // those places
	Origin   *Symbol    // what it was split from, where a with statement binds it
	Late     bool       // a builtin that the program gives other values
}

// Scope is the block of a module, class, function, lambda or comprehension.
type Scope struct {
	Node     ast.Node
	Parent   *Scope
	Symbols  map[string]*Symbol
	Order    []*Symbol // by first appearance
	params   *Scope    // the type parameters of the def or class; nil if it has none
	class    string    // the class that private names are mangled for; "" outside of classes
	global   map[string]bool
	nonlocal map[string]bool
}

// Info is the result for one module.
type Info struct {
	Module *Scope
	Scopes map[ast.Node]*Scope
	Uses   map[*ast.Name]*Symbol
	Defs   map[ast.Node]*Symbol
	// Namespace tells that the module's variables can be reached by names that
	// are computed: the program asks for globals().
	Namespace bool
	// Unsure holds, for each call of locals() and the like in a function, the
	// variables of it that are not bound on every path to the call.
	Unsure map[*ast.Call][]*Symbol

	replaced map[string]bool
	hidden   map[ast.Expr]bool
	late     map[ast.Node]bool
}

// InNamespace reports whether a symbol is a variable of a module that is a
// Namespace, imported names excepted that nothing else is given to: these mean
// what was imported.
func (info *Info) InNamespace(sym *Symbol) bool {
	if sym != nil && sym.Late {
		return sym.Scope == info.Module
	}
	if !info.Namespace || sym == nil || sym.Scope != info.Module {
		return false
	}
	if info.Replaced(sym) {
		return true
	}
	for _, n := range sym.Bindings {
		if _, ok := n.(*ast.Alias); !ok {
			return true
		}
	}
	return len(sym.Bindings) == 0
}
