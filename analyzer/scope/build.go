package scope

import "github.com/pyasync2go/pyasync2go/parser/ast"

// Build resolves the names of a module.
func Build(m *ast.Module) *Info {
	b := &builder{info: &Info{
		Scopes: map[ast.Node]*Scope{}, Uses: map[*ast.Name]*Symbol{}, Defs: map[ast.Node]*Symbol{},
	}}
	b.info.Module = b.open(m)
	b.stmts(m.Body)
	b.resolve()
	return b.info
}

// Lookup returns the symbol that name means when used in s, or nil for a
// builtin. A class scope is seen only from the class body itself.
func (s *Scope) Lookup(name string) *Symbol {
	if sym := s.own(name); sym != nil {
		return sym
	}
	top := s
	for top.Parent != nil {
		top = top.Parent
	}
	if s.declared[name] == Global && s.isDeclared(name) {
		return top.Symbols[name]
	}
	for p := s.Parent; p != nil; p = p.Parent {
		if _, isClass := p.Node.(*ast.ClassDef); isClass {
			continue
		}
		if sym := p.own(name); sym != nil {
			return sym
		}
		if p.isDeclared(name) && !p.nonlocal[name] {
			return top.Symbols[name]
		}
	}
	return nil
}

func (s *Scope) own(name string) *Symbol {
	if s.isDeclared(name) || s.nonlocal[name] {
		return nil
	}
	return s.Symbols[name]
}

func (s *Scope) isDeclared(name string) bool {
	_, ok := s.declared[name]
	return ok
}

// builder collects scopes and bindings first and resolves uses at the end, as a
// name can be bound after it is used.
type builder struct {
	info  *Info
	scope *Scope
	uses  []use
	binds []binding
}

type use struct {
	name  *ast.Name
	scope *Scope
}

type binding struct {
	name  string
	node  ast.Node
	scope *Scope
	param bool
}

func (b *builder) open(n ast.Node) *Scope {
	s := &Scope{Node: n, Parent: b.scope, Symbols: map[string]*Symbol{}, declared: map[string]Kind{}, nonlocal: map[string]bool{}}
	b.info.Scopes[n] = s
	b.scope = s
	return s
}

func (b *builder) close() { b.scope = b.scope.Parent }

// bind records that node binds name in the current scope.
func (b *builder) bind(name string, node ast.Node) {
	b.binds = append(b.binds, binding{name, node, b.scope, false})
	b.symbol(b.scope, name)
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
		if x.scope.isDeclared(x.name) && x.scope.declared[x.name] == Global {
			b.symbol(b.info.Module, x.name)
		}
	}
	for _, x := range b.binds {
		sym := x.scope.Lookup(x.name)
		if sym == nil {
			sym = b.symbol(x.scope, x.name)
		}
		sym.Assigned++
		sym.Param = sym.Param || x.param
		sym.Bindings = append(sym.Bindings, x.node)
		b.info.Defs[x.node] = sym
		if name, ok := x.node.(*ast.Name); ok {
			b.info.Uses[name] = sym
		}
		capture(sym, x.scope)
	}
	builtins := map[string]*Symbol{}
	for _, u := range b.uses {
		sym := u.scope.Lookup(u.name.Id)
		if sym == nil {
			sym = builtins[u.name.Id]
			if sym == nil {
				sym = &Symbol{Name: u.name.Id, Kind: Builtin}
				builtins[u.name.Id] = sym
			}
		}
		b.info.Uses[u.name] = sym
		capture(sym, u.scope)
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
		case *ast.ListComp, *ast.SetComp, *ast.DictComp:
			s = s.Parent
		default:
			return s
		}
	}
	return s
}
