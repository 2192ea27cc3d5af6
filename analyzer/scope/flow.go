package scope

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// MaybeUnbound finds the names that are read where a path leads to them on
// which their variable is not bound: CPython raises UnboundLocalError or
// NameError there. It looks at each function's own locals, and at what the
// module's own statements read of the variables that only they bind.
// passes tells of a context manager that it never suppresses an exception.
func MaybeUnbound(info *Info, passes func(*ast.WithItem) bool) map[*ast.Name]*Symbol {
	found := map[*ast.Name]*Symbol{}
	info.Unsure = map[*ast.Call][]*Symbol{}
	for node, s := range info.Scopes {
		w := &flow{info: info, scope: s, found: found, state: bindings{}, passes: passes}
		switch node := node.(type) {
		case *ast.FunctionDef:
			w.block(node.Body)
		case *ast.AsyncFunctionDef:
			w.block(node.Body)
		}
	}
	w := &flow{info: info, scope: info.Module, found: found, state: bindings{}, passes: passes}
	if m, ok := info.Module.Node.(*ast.Module); ok {
		w.block(m.Body)
	}
	return found
}

// bindings are the variables that are bound on every path to a point; nil at a
// point that no path leads to.
type bindings map[*Symbol]bool

func (b bindings) with(other bindings) bindings {
	if b == nil || other == nil {
		return nil
	}
	out := bindings{}
	for sym := range b {
		out[sym] = true
	}
	for sym := range other {
		out[sym] = true
	}
	return out
}

// meet is what is bound where two paths join.
func meet(a, b bindings) bindings {
	if a == nil {
		return b
	}
	if b == nil {
		return a
	}
	out := bindings{}
	for sym := range a {
		if b[sym] {
			out[sym] = true
		}
	}
	return out
}

// flow follows the statements of one scope.
type flow struct {
	info   *Info
	scope  *Scope
	found  map[*ast.Name]*Symbol
	state  bindings
	breaks []bindings // what is bound after each loop around, by its breaks
	passes func(*ast.WithItem) bool
	any    func(*Symbol) bool // the variables to follow whatever binds them; nil for none
	set    *attributes        // the attributes to follow; nil for none
}

// follows reports whether the reads of a variable can be judged: plain
// assignments bind it, all of them in places that the flow sees.
func (w *flow) follows(sym *Symbol) bool {
	if sym == nil || sym.Scope != w.scope || sym.Param {
		return false
	}
	if w.any != nil {
		return w.any(sym)
	}
	if w.scope == w.info.Module && sym.Foreign {
		return false
	}
	for _, n := range sym.Bindings {
		switch n.(type) {
		case *ast.Name, *ast.ExceptHandler:
		default:
			return false
		}
	}
	return true
}

func (w *flow) bind(sym *Symbol) {
	if w.state != nil && sym != nil {
		w.state[sym] = true
	}
}

func (w *flow) read(n *ast.Name) {
	sym := w.info.Uses[n]
	if w.state != nil && w.follows(sym) && !w.state[sym] {
		w.found[n] = sym
		w.state[sym] = true // otherwise it raises
	}
}

// names notes which variables a call that gives the names of the scope may find unbound.
func (w *flow) names(e *ast.Call) {
	w.info.Unsure[e] = []*Symbol{}
	for _, sym := range w.scope.Order {
		if sym.Scope == w.scope && !sym.Param && len(sym.Bindings) > 0 && !w.state[sym] {
			w.info.Unsure[e] = append(w.info.Unsure[e], sym)
		}
	}
}

// apart follows something from the present state and gives the state it ends
// in; the present state stays.
func (w *flow) apart(visit func()) bindings {
	before := w.state
	w.state = before.with(bindings{})
	visit()
	after := w.state
	w.state = before
	return after
}

func (w *flow) block(body []ast.Stmt) {
	for _, s := range body {
		w.statement(s)
	}
}

func (w *flow) statement(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.Assign:
		w.expr(s.Value)
		for _, t := range s.Targets {
			w.target(t)
		}
	case *ast.AnnAssign:
		if s.Value != nil {
			w.expr(s.Value)
			w.target(s.Target)
		}
	case *ast.AugAssign:
		switch t := s.Target.(type) {
		case *ast.Name:
			w.read(t)
		case *ast.Attribute:
			w.expr(t.Value)
			w.readAttribute(t)
		}
		w.expr(s.Value)
		w.target(s.Target)
	case *ast.Delete:
		for _, t := range s.Targets {
			w.unbind(t)
		}
	case *ast.If:
		yes, no := w.test(s.Test)
		w.state = meet(w.from(yes, func() { w.block(s.Body) }), w.from(no, func() { w.block(s.Orelse) }))
	case *ast.While:
		w.loop(s, func() (bindings, bindings) { return w.test(s.Test) }, s.Body, s.Orelse)
	case *ast.For:
		w.each(s, s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.AsyncFor:
		w.each(s, s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.With:
		w.with(s, s.Items, s.Body)
	case *ast.AsyncWith:
		w.with(s, s.Items, s.Body)
	case *ast.Try:
		w.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		w.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Match:
		w.match(s)
	case *ast.Return, *ast.Raise:
		w.expr(s)
		w.state = nil
	case *ast.Continue:
		w.state = nil
	case *ast.Break:
		last := len(w.breaks) - 1
		w.breaks[last] = meet(w.breaks[last], w.state)
		w.state = nil
	case *ast.Assert:
		yes, no := w.test(s.Test)
		if s.Msg != nil {
			w.from(no, func() { w.expr(s.Msg) })
		}
		w.state = yes
	case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
		w.bind(w.info.Defs[s])
	case *ast.Import:
		w.imports(s.Names)
	case *ast.ImportFrom:
		w.imports(s.Names)
	default:
		w.expr(s)
	}
}

func (w *flow) imports(names []*ast.Alias) {
	for _, a := range names {
		w.bind(w.info.Defs[a])
	}
}

// from follows something from a given state.
func (w *flow) from(state bindings, visit func()) bindings {
	w.state = state
	return w.apart(visit)
}

// expr follows what is read and bound within an expression or simple
// statement, but not the bodies of functions and classes, which run later.
func (w *flow) expr(n ast.Node) {
	switch n := n.(type) {
	case *ast.Name:
		w.read(n)
	case *ast.NamedExpr:
		w.expr(n.Value)
		w.target(n.Target)
	case *ast.BoolOp, *ast.UnaryOp:
		yes, no := w.test(n.(ast.Expr))
		w.state = meet(yes, no)
	case *ast.IfExp:
		yes, no := w.test(n.Test)
		w.state = meet(w.from(yes, func() { w.expr(n.Body) }), w.from(no, func() { w.expr(n.Orelse) }))
	case *ast.ListComp:
		w.comprehension(n.Generators, n.Elt)
	case *ast.SetComp:
		w.comprehension(n.Generators, n.Elt)
	case *ast.DictComp:
		w.comprehension(n.Generators, n.Key, n.Value)
	case *ast.GeneratorExp:
		w.expr(n.Generators[0].Iter)
	case *ast.Lambda, *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.TypeAlias:
	case *ast.Call:
		if _, ok := NamesOfScope(n); ok {
			w.names(n)
		}
		ast.Children(n, w.expr)
	case *ast.Attribute:
		w.expr(n.Value)
		w.readAttribute(n)
	default:
		ast.Children(n, w.expr)
	}
}

// comprehension follows one that runs where it stands.
func (w *flow) comprehension(generators []*ast.Comprehension, results ...ast.Expr) {
	w.expr(generators[0].Iter)
	w.apart(func() {
		for i, g := range generators {
			if i > 0 {
				w.expr(g.Iter)
			}
			for _, test := range g.Ifs {
				w.state, _ = w.test(test)
			}
		}
		for _, e := range results {
			w.expr(e)
		}
	})
}

// test follows a condition and gives the states in which it is true and false.
func (w *flow) test(e ast.Expr) (yes, no bindings) {
	switch e := e.(type) {
	case *ast.UnaryOp:
		if e.Op == ast.Not {
			no, yes = w.test(e.Operand)
			return yes, no
		}
		w.expr(e.Operand)
		return w.state.with(bindings{}), w.state.with(bindings{})
	case *ast.BoolOp:
		var left bindings // where an operand decided
		for i, operand := range e.Values {
			yes, no = w.test(operand)
			if i == len(e.Values)-1 {
				break
			}
			if e.Op == ast.And {
				left, w.state = meet(left, no), yes
			} else {
				left, w.state = meet(left, yes), no
			}
		}
		if e.Op == ast.And {
			return yes, meet(left, no)
		}
		return meet(left, yes), no
	case *ast.Constant:
		switch e.Value {
		case true:
			return w.state, nil
		case false:
			return nil, w.state
		}
	}
	w.expr(e)
	return w.state.with(bindings{}), w.state.with(bindings{})
}

// target binds the names of an assignment target.
func (w *flow) target(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		w.bind(w.info.Uses[t])
	case *ast.Tuple:
		for _, e := range t.Elts {
			w.target(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			w.target(e)
		}
	case *ast.Starred:
		w.target(t.Value)
	case *ast.Attribute:
		w.expr(t.Value)
		w.bind(w.attribute(t))
	default:
		w.expr(t)
	}
}

func (w *flow) unbind(t ast.Expr) {
	switch t := t.(type) {
	case *ast.Name:
		w.read(t)
		delete(w.state, w.info.Uses[t])
	case *ast.Tuple:
		for _, e := range t.Elts {
			w.unbind(e)
		}
	case *ast.List:
		for _, e := range t.Elts {
			w.unbind(e)
		}
	default:
		w.expr(t)
	}
}

// forget drops what a del or the end of an except clause within s unbinds, for points that s may reach when
// it has run in part.
func (w *flow) forget(s ast.Stmt) {
	ast.Inspect(s, func(n ast.Node) bool {
		if h, ok := n.(*ast.ExceptHandler); ok && h.Name != "" {
			delete(w.state, w.info.Defs[h])
		}
		if del, ok := n.(*ast.Delete); ok && w.state != nil {
			ast.Inspect(del, func(n ast.Node) bool {
				if name, ok := n.(*ast.Name); ok {
					delete(w.state, w.info.Uses[name])
				}
				return true
			})
		}
		return true
	})
}

func (w *flow) each(s ast.Stmt, target, iter ast.Expr, body, orelse []ast.Stmt) {
	w.expr(iter)
	w.loop(s, func() (bindings, bindings) {
		no := w.state.with(bindings{})
		w.target(target)
		return w.state, no
	}, body, orelse)
}

func (w *flow) loop(s ast.Stmt, test func() (yes, no bindings), body, orelse []ast.Stmt) {
	w.forget(s)
	yes, no := test()
	w.breaks = append(w.breaks, nil)
	w.from(yes, func() { w.block(body) })
	last := len(w.breaks) - 1
	broken := w.breaks[last]
	w.breaks = w.breaks[:last]
	w.state = meet(broken, w.from(no, func() { w.block(orelse) }))
}

// with follows a with statement, whose managers may suppress what its body raises.
func (w *flow) with(s ast.Stmt, items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		w.expr(item.ContextExpr)
		if item.OptionalVars != nil {
			w.target(item.OptionalVars)
		}
	}
	if !slices.ContainsFunc(items, func(item *ast.WithItem) bool { return !w.passes(item) }) {
		w.block(body)
		return
	}
	after := w.apart(func() { w.block(body) })
	w.forget(s)
	w.state = meet(w.state, after)
}

func (w *flow) try(s ast.Stmt, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	after := w.apart(func() {
		w.block(body)
		w.block(orelse)
	})
	w.forget(s)
	raised := w.state
	for _, h := range handlers {
		after = meet(after, w.from(raised, func() {
			if h.Type != nil {
				w.expr(h.Type)
			}
			w.bind(w.info.Defs[h])
			w.block(h.Body)
			delete(w.state, w.info.Defs[h])
		}))
	}
	w.state = raised
	if len(final) == 0 {
		w.state = after
		return
	}
	w.state = w.from(raised, func() { w.block(final) })
	if w.state != nil {
		w.state = after.with(w.state)
	}
}

func (w *flow) match(s *ast.Match) {
	w.expr(s.Subject)
	var after bindings
	next := w.state
	for _, c := range s.Cases {
		after = meet(after, w.from(next, func() {
			if c.Guard != nil {
				w.state, _ = w.test(c.Guard)
			}
			w.block(c.Body)
		}))
		if as, ok := c.Pattern.(*ast.MatchAs); ok && as.Pattern == nil && c.Guard == nil {
			next = nil
		}
	}
	w.state = meet(after, next)
}
