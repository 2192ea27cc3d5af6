package scope

import "github.com/pyasync2go/pyasync2go/parser/ast"

// The statements of a module and of the classes in it run in the order of the
// text. There a name that nothing has bound yet is not a variable of the module
// or class, even if it will be one: in
//
//	print = functools.partial(print, flush=True)
//
// the second print is the builtin function.

// use records that a name is read.
func (b *builder) use(name *ast.Name) {
	b.uses = append(b.uses, use{name, b.scope, len(b.binds)})
}

// repeated visits what may run many times: all that it binds may have run before
// any of it.
func (b *builder) repeated(visit func()) {
	first := len(b.uses)
	visit()
	for i := range b.uses[first:] {
		b.uses[first+i].after = len(b.binds)
	}
}

// resolveEarly finds what the names mean that are read before they are bound.
func (b *builder) resolveEarly() {
	first := map[*Symbol]int{}
	for i, x := range b.binds {
		sym := x.scope.Lookup(x.name)
		if _, found := first[sym]; !found {
			first[sym] = i
		}
	}
	for _, u := range b.uses {
		sym := b.info.Uses[u.name]
		early := func() bool {
			at, bound := first[sym]
			return bound && at >= u.after
		}
		scope := runsHere(u.scope)
		if scope == nil || !early() {
			continue
		}
		if _, class := sym.Scope.Node.(*ast.ClassDef); class {
			if sym.Scope != scope {
				continue
			}
			if sym = b.info.Module.Symbols[sym.Name]; sym != nil && !early() {
				b.info.Uses[u.name] = sym
				continue
			}
		}
		if sym == nil || sym.Scope == b.info.Module {
			b.info.Uses[u.name] = b.builtin(u.scope.mangle(u.name.Id))
		}
	}
}

// runsHere is the class or module whose code runs that of a scope, where that
// runs when the module does; nil where it may run at any time.
func runsHere(s *Scope) *Scope {
	s = function(s)
	for outer := s; outer.Parent != nil; outer = outer.Parent {
		if _, class := outer.Node.(*ast.ClassDef); !class && outer.Node != nil {
			return nil
		}
	}
	return s
}
