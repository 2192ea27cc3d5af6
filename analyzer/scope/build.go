package scope

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Build resolves the names of a module.
func Build(m *ast.Module) *Info {
	b := &builder{
		info: &Info{
			Scopes: map[ast.Node]*Scope{}, Uses: map[*ast.Name]*Symbol{}, Defs: map[ast.Node]*Symbol{},
			hidden: map[ast.Expr]bool{},
			late:   map[ast.Node]bool{},
		},
		builtins: map[string]*Symbol{},
	}
	b.info.Module = b.open(m, nil)
	b.stmts(m.Body)
	b.resolve()
	b.info.Namespace = asksForGlobals(m, b.info)
	if !b.info.Namespace {
		b.resolveEarly()
	}
	return b.info
}

// asksForGlobals reports whether a module calls globals(), or at its top
// locals(), vars() or dir() without an argument.
func asksForGlobals(m *ast.Module, info *Info) bool {
	found := false
	builtin := func(name *ast.Name) bool {
		sym := info.Uses[name]
		return sym == nil || sym.Kind == Builtin
	}
	ast.Inspect(m, func(n ast.Node) bool {
		if name, ok := n.(*ast.Name); ok && name.Id == "globals" && builtin(name) {
			found = true
		}
		return !found
	})
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
			return false
		case *ast.Call:
			if name, ok := NamesOfScope(n); ok && builtin(name) {
				found = true
			}
		}
		return !found
	})
	return found
}

// NamesOfScope recognizes a call that gives the names of the scope in which it
// stands: locals(), vars() and dir() without arguments.
func NamesOfScope(e *ast.Call) (*ast.Name, bool) {
	name, ok := e.Func.(*ast.Name)
	if !ok || len(e.Args) > 0 || len(e.Keywords) > 0 {
		return nil, false
	}
	switch name.Id {
	case "locals", "vars", "dir":
		return name, true
	}
	return nil, false
}

// Lookup returns the symbol that name means when used in s, or nil for a
// builtin. A class scope is seen only from the class body itself.
func (s *Scope) Lookup(name string) *Symbol {
	name = s.mangle(name)
	if sym := s.own(name); sym != nil {
		return sym
	}
	top := s
	for top.Parent != nil {
		top = top.Parent
	}
	if s.global[name] {
		return top.Symbols[name]
	}
	if sym := s.param(name); sym != nil {
		return sym
	}
	for p := s.Parent; p != nil; p = p.Parent {
		// A header with type parameters sees the class that it stands in.
		if _, isClass := p.Node.(*ast.ClassDef); !isClass || s.Node == nil && p == s.Parent {
			if sym := p.own(name); sym != nil {
				return sym
			}
			if p.global[name] {
				return top.Symbols[name]
			}
		}
		if sym := p.param(name); sym != nil {
			return sym
		}
	}
	return nil
}

// own returns the symbol that s itself binds.
func (s *Scope) own(name string) *Symbol {
	if s.global[name] || s.nonlocal[name] {
		return nil
	}
	return s.Symbols[name]
}

// param returns the type parameter called name that belongs to s.
func (s *Scope) param(name string) *Symbol {
	if s.params == nil {
		return nil
	}
	return s.params.Symbols[name]
}

// mangle applies the mangling of private names, as CPython's compiler does.
func (s *Scope) mangle(name string) string {
	owner := strings.TrimLeft(s.class, "_")
	if owner == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") {
		return name
	}
	return "_" + owner + name
}

// builder collects scopes and bindings first and resolves uses at the end, as a
// name can be bound after it is used.
type builder struct {
	info  *Info
	scope *Scope
	uses  []use
	binds []binding

	builtins map[string]*Symbol
}

type use struct {
	name  *ast.Name
	scope *Scope
	after int // how many of the bindings may have run before, if the code runs where it stands
}

type binding struct {
	name  string
	node  ast.Node
	scope *Scope
	param bool
}

// open starts the scope of a node in the current one. params are the type
// parameters of the def or class that it is the block of.
func (b *builder) open(n ast.Node, params *Scope) *Scope {
	s := b.inner(n)
	s.params = params
	if class, ok := n.(*ast.ClassDef); ok {
		s.class = class.Name
	}
	b.info.Scopes[n] = s
	b.scope = s
	return s
}

func (b *builder) inner(n ast.Node) *Scope {
	s := &Scope{
		Node: n, Parent: b.scope, Symbols: map[string]*Symbol{},
		global: map[string]bool{}, nonlocal: map[string]bool{},
	}
	if b.scope != nil {
		s.class = b.scope.class
	}
	return s
}

func (b *builder) close() { b.scope = b.scope.Parent }

// bind records that node binds name in the current scope.
func (b *builder) bind(name string, node ast.Node) {
	name = b.scope.mangle(name)
	b.binds = append(b.binds, binding{name, node, b.scope, false})
	if !b.scope.global[name] {
		b.symbol(b.scope, name)
	}
}

func (b *builder) symbol(s *Scope, name string) *Symbol {
	sym := s.Symbols[name]
	if sym == nil {
		kind := Local
		if s.Parent == nil {
			kind = Global
		}
		sym = &Symbol{Name: name, Kind: kind, Scope: s}
		s.Symbols[name] = sym
		s.Order = append(s.Order, sym)
	}
	return sym
}

// resolve gives every binding and use its symbol.
func (b *builder) resolve() {
	// A global statement can name a variable that only functions assign.
	for _, x := range b.binds {
		if x.scope.global[x.name] {
			b.symbol(b.info.Module, x.name)
		}
	}
	for _, x := range b.binds {
		sym := x.scope.Lookup(x.name)
		if sym == nil {
			sym = b.symbol(x.scope, x.name)
		}
		sym.Param = sym.Param || x.param
		b.bound(sym, x.node)
		capture(sym, x.scope)
		sym.Foreign = sym.Foreign || function(x.scope) != function(sym.Scope)
	}
	for _, u := range b.uses {
		sym := u.scope.Lookup(u.name.Id)
		if sym == nil {
			sym = b.builtin(u.scope.mangle(u.name.Id))
		}
		b.info.Uses[u.name] = sym
		capture(sym, u.scope)
	}
}

// builtin is the symbol of a name that no scope binds.
func (b *builder) builtin(name string) *Symbol {
	sym := b.builtins[name]
	if sym == nil {
		sym = &Symbol{Name: name, Kind: Builtin}
		b.builtins[name] = sym
	}
	return sym
}

// bound records a binding of sym.
func (b *builder) bound(sym *Symbol, node ast.Node) {
	sym.Assigned++
	sym.Bindings = append(sym.Bindings, node)
	b.info.Defs[node] = sym
	if name, ok := node.(*ast.Name); ok {
		b.info.Uses[name] = sym
	}
}

// capture marks a symbol that an inner function uses.
func capture(sym *Symbol, from *Scope) {
	if sym.Scope != nil && function(from) != function(sym.Scope) {
		sym.Captured = true
	}
}

// function is the scope whose code runs the code of s: a list comprehension's
// is the function around it.
func function(s *Scope) *Scope {
	for s.Parent != nil {
		switch s.Node.(type) {
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, nil:
			s = s.Parent
		default:
			return s
		}
	}
	return s
}
