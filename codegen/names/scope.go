package names

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// scope is a block of Go in which variables are declared.
type scope struct {
	parent *scope
	vars   []*ir.Var
	inner  []*scope

	// used holds what the block and its inner blocks name: *ir.Var, and the
	// Go names of everything that is not a variable.
	used map[any]bool

	// binds is the variable of the type switch whose clause this is. It is
	// declared in the clause itself.
	binds *ir.Var
}

// locals names the variables and labels of a declaration.
func (a *assigner) locals(d ir.Decl) {
	b := &builder{a: a, params: map[*ir.Var]bool{}, refers: map[*ir.Var]bool{}}
	root := b.open(nil)
	switch d := d.(type) {
	case *ir.FuncDecl:
		if d.Recv != nil {
			b.declare(root, d.Recv)
			if name := a.receivers[receiverType(d.Recv)]; name != "" && d.Recv.Go == "" && isReceiver(d.Recv.Hint) {
				d.Recv.Go = name
			}
		}
		b.parameters(root, d.Params)
		b.declare(root, d.Results...)
		b.types(root, d)
		b.stmts(root, d.Body)
	case *ir.VarDecl:
		if d.Value != nil {
			b.expr(root, d.Value)
		}
	default:
		return
	}
	root.close()
	b.nameScope(root)
	nameLabels(b.labels)
}

// nameScope names the variables of a block, then those of the blocks in it.
func (b *builder) nameScope(s *scope) {
	for _, v := range s.vars {
		if v.Go != "" || v.Hint == "" {
			continue
		}
		if strings.Trim(v.Hint, "_") == "" && b.params[v] && !b.refers[v] {
			v.Go = "_"
			continue
		}
		name := free(camel(v.Hint), "Value")
		if v.Context {
			name = "ctx"
		}
		if s.used[name] {
			name += "Value"
		}
		v.Go = unique(name, func(name string) bool { return s.taken(v, name) })
	}
	for _, inner := range s.inner {
		b.nameScope(inner)
	}
}

// taken reports whether v cannot have the name: another variable of the block
// has it, or the block uses something outside of it by that name.
func (s *scope) taken(v *ir.Var, name string) bool {
	if keywords[name] || predeclared[name] || s.used[name] {
		return true
	}
	for _, other := range s.vars {
		if other != v && other.Go == name {
			return true
		}
	}
	if s.binds != nil && s.binds.Go == name {
		return true
	}
	for used := range s.used {
		if other, ok := used.(*ir.Var); ok && other != v && other.Go == name {
			return true
		}
	}
	return false
}

// close adds what the inner blocks use to what the block uses.
func (s *scope) close() {
	for _, inner := range s.inner {
		inner.close()
		for used := range inner.used {
			s.used[used] = true
		}
	}
}

// builder makes the tree of scopes of a declaration.
type builder struct {
	a      *assigner
	labels []*ir.Label
	params map[*ir.Var]bool // of the function and those in it
	refers map[*ir.Var]bool // the variables that are read or set
}

func (b *builder) open(parent *scope) *scope {
	s := &scope{parent: parent, used: map[any]bool{}}
	if parent != nil {
		parent.inner = append(parent.inner, s)
	}
	return s
}

func (b *builder) declare(s *scope, vars ...*ir.Var) {
	for _, v := range vars {
		if v != nil && !v.Global {
			s.vars = append(s.vars, v)
			s.used[v] = true
		}
	}
}

// types notes the names in the types that n itself spells.
func (b *builder) types(s *scope, n any) {
	ir.SpelledTypes(n, func(t ir.Type) {
		ir.InspectType(t, func(t ir.Type) {
			switch t := t.(type) {
			case ir.Basic:
				s.used[string(t)] = true
			case *ir.Named:
				if t.Pkg == "" {
					s.used[t.Name] = true
				} else {
					s.used[b.a.imports.Name(t.Pkg)] = true
				}
			case *ir.Local:
				s.used[t.Name.Go] = true
			}
		})
	})
}

func (b *builder) stmts(s *scope, list []ir.Stmt) {
	for _, stmt := range list {
		b.stmt(s, stmt)
	}
}

// block notes the statements of a block of its own.
func (b *builder) block(s *scope, list []ir.Stmt) { b.stmts(b.open(s), list) }

func (b *builder) stmt(s *scope, stmt ir.Stmt) {
	b.types(s, stmt)
	switch stmt := stmt.(type) {
	case *ir.If:
		s = b.header(s, stmt.Init)
		b.expr(s, stmt.Cond)
		b.block(s, stmt.Then)
		b.block(s, stmt.Else)
	case *ir.For:
		b.label(stmt.Label)
		s = b.header(s, stmt.Init)
		b.expr(s, stmt.Cond)
		if stmt.Post != nil {
			b.stmt(s, stmt.Post)
		}
		b.block(s, stmt.Body)
	case *ir.Range:
		b.label(stmt.Label)
		b.expr(s, stmt.X)
		s = b.open(s)
		if stmt.Assign {
			for _, v := range []*ir.Var{stmt.Key, stmt.Value} {
				if v != nil {
					b.use(s, v)
				}
			}
		} else {
			b.declare(s, stmt.Key, stmt.Value)
		}
		b.block(s, stmt.Body)
	case *ir.Switch:
		b.label(stmt.Label)
		s = b.header(s, stmt.Init)
		b.expr(s, stmt.Tag)
		b.cases(s, nil, stmt.Cases)
	case *ir.TypeSwitch:
		b.expr(s, stmt.X)
		s = b.open(s)
		b.declare(s, stmt.Bind)
		b.cases(s, stmt.Bind, stmt.Cases)
	case *ir.Block:
		b.block(s, stmt.Body)
	default:
		b.declare(s, ir.Declared(stmt)...)
		ir.Slots(stmt, func(slot any) {
			if e, ok := slot.(*ir.Expr); ok {
				b.expr(s, *e)
			}
		})
	}
}

// header opens the block that a header makes. What an Init declares hides
// nothing from its own values, as in if err := f(err); err != nil.
func (b *builder) header(s *scope, init ir.Stmt) *scope {
	inner := b.open(s)
	switch init := init.(type) {
	case nil:
	case *ir.Let:
		for _, v := range init.Values {
			b.expr(s, v)
		}
		b.declare(inner, init.Vars...)
	default:
		b.stmt(inner, init)
	}
	return inner
}

func (b *builder) cases(s *scope, bind *ir.Var, cases []ir.Case) {
	for _, c := range cases {
		for _, v := range c.Values {
			b.expr(s, v)
		}
		clause := b.open(s)
		clause.binds = bind
		b.stmts(clause, c.Body)
	}
}

func (b *builder) label(l *ir.Label) {
	if l != nil {
		b.labels = append(b.labels, l)
	}
}

// use notes that the block names a variable.
func (b *builder) use(s *scope, v *ir.Var) {
	if v.Global {
		s.used[v.Go] = true
	} else {
		s.used[v] = true
		b.refers[v] = true
	}
}

// parameters declares the parameters of a function in the block of its body.
func (b *builder) parameters(s *scope, vars []*ir.Var) {
	b.declare(s, vars...)
	for _, v := range vars {
		b.params[v] = true
	}
}

// expr notes what an expression names.
func (b *builder) expr(s *scope, e ir.Expr) {
	if e == nil {
		return
	}
	ir.Inspect(e, func(n any) bool {
		b.types(s, n)
		switch n := n.(type) {
		case *ir.Ref:
			b.use(s, n.Var)
		case *ir.FuncRef:
			s.used[n.Func.Go] = true
		case *ir.MethodExpr:
			s.used[n.Type.Go] = true
		case *ir.Qual:
			if n.Pkg == "" {
				s.used[n.Name] = true
			} else {
				s.used[b.a.imports.Name(n.Pkg)] = true
			}
		case *ir.FuncLit:
			inner := b.open(s)
			b.parameters(inner, n.Params)
			b.declare(inner, n.Results...)
			b.types(inner, n)
			b.stmts(inner, n.Body)
			return false
		}
		return true
	})
}

// nameLabels names the labels of a function, which have a scope of their own.
func nameLabels(labels []*ir.Label) {
	taken := map[string]bool{}
	for _, l := range labels {
		if !l.Used || l.Go != "" {
			continue
		}
		name := camel(l.Hint)
		if keywords[name] {
			name = free(name, "Loop")
		}
		l.Go = unique(name, func(s string) bool { return taken[s] })
		taken[l.Go] = true
	}
}
