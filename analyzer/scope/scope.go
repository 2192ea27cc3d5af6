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

// Symbol is one name of one scope.
type Symbol struct {
	Name     string
	Kind     Kind
	Scope    *Scope // nil for a builtin or undefined name
	Captured bool   // an inner function, lambda or generator uses it
	Assigned int    // number of places that bind it
	Param    bool
	Bindings []ast.Node // those places
}

// Scope is the block of a module, class, function, lambda or comprehension.
type Scope struct {
	Node     ast.Node
	Parent   *Scope
	Symbols  map[string]*Symbol
	Order    []*Symbol // by first appearance
	declared map[string]Kind
	nonlocal map[string]bool
}

// Info is the result for one module.
type Info struct {
	Module *Scope
	Scopes map[ast.Node]*Scope
	Uses   map[*ast.Name]*Symbol
	Defs   map[ast.Node]*Symbol
}
