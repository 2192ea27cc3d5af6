package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A Python variable belongs to its function; a Go variable to a block. Every
// local is declared in the innermost block that holds all its uses, by := if
// the first use there is an assignment. In a loop it must be that: a variable
// that a turn can read before it has set it lives outside of the loop, and so
// does one that a closure captures, since Python's closures share it.

// local is a variable that declareLocals places.
type local struct {
	v        *ir.Var
	captured bool
}

// variable returns the Go variable of a symbol.
func (f *function) variable(sym *scope.Symbol) *ir.Var {
	l := f.program
	if v := l.vars[sym]; v != nil {
		return v
	}
	if o := sym.Origin; o != nil && l.goType(l.varType(sym)) == ir.Any {
		// Of no type of its own, it needs no Go variable of its own.
		if o.Assigned > 0 && l.goType(l.varType(o)) == ir.Any {
			l.shared[o] = f.variable(o)
		}
		if v := l.shared[o]; v != nil && !v.Global {
			l.vars[sym], l.constant[v] = v, false
			return v
		}
	}
	v := &ir.Var{Hint: sym.Name, Type: l.goType(l.varType(sym)), Python: true}
	if l.builders[sym] {
		v.Type = builderType
	}
	l.vars[sym] = v
	if sym.Origin != nil && v.Type == ir.Any {
		l.shared[sym.Origin] = v
	}
	l.symbols[v] = sym
	l.constant[v] = l.assignedOnce(sym) && sym.Origin == nil
	owner := l.blockScope(sym.Scope)
	switch {
	case owner == nil:
	case owner.Parent == nil && (sym.Captured || bindsClass(sym) || l.moduleOf(owner).Name != "__main__"):
		v.Global = true
		m := l.moduleOf(owner)
		if l.taken[sym.Name] && m.Name != "__main__" {
			v.Hint = m.file.Name + "_" + sym.Name
		}
		l.taken[sym.Name] = true
		m.global(v)
	default:
		l.locals[owner] = append(l.locals[owner], local{v, sym.Captured})
	}
	return v
}

// bindsClass reports whether a class statement binds the name: the methods of
// the class are functions that refer to it.
func bindsClass(sym *scope.Symbol) bool {
	for _, n := range sym.Bindings {
		if _, ok := n.(*ast.ClassDef); ok {
			return true
		}
	}
	return false
}

// assignedOnce reports whether a variable has one value for the whole time that
// code can read it: a parameter that is never assigned, or a local whose one
// assignment is in no loop.
func (l *lowerer) assignedOnce(sym *scope.Symbol) bool {
	if sym.Assigned != 1 || len(sym.Bindings) != 1 || sym.Scope == nil {
		return false
	}
	return sym.Param || !l.inLoop[sym.Bindings[0]]
}

// loopBindings finds the names that are bound within loops.
func loopBindings(mods []*Module) map[ast.Node]bool {
	out := map[ast.Node]bool{}
	for _, m := range mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.For, *ast.AsyncFor, *ast.While, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
				ast.Inspect(n, func(inner ast.Node) bool {
					out[inner] = true
					return true
				})
				return false
			}
			return true
		})
	}
	return out
}

// blockScope is the scope whose Go function declares the variables of s: a
// comprehension's loop stands in the function around it.
func (l *lowerer) blockScope(s *scope.Scope) *scope.Scope {
	for s != nil {
		switch s.Node.(type) {
		case *ast.ListComp, *ast.SetComp, *ast.DictComp:
			s = s.Parent
			continue
		}
		if !l.inlined[s.Node] {
			return s
		}
		s = s.Parent
	}
	return nil
}

// moduleOf is the module whose top scope is s.
func (l *lowerer) moduleOf(s *scope.Scope) *module {
	for _, m := range l.modules {
		if m.Scope.Module == s {
			return m
		}
	}
	return nil
}

// declareLocals puts the declarations of f's variables into its body.
func (f *function) declareLocals(body []ir.Stmt, params []*ir.Var) []ir.Stmt {
	declared := map[*ir.Var]bool{}
	for _, p := range params {
		declared[p] = true
	}
	d := &declarer{at: map[ir.Stmt][]*ir.Var{}, blocks: map[*[]ir.Stmt]map[*ir.Var]*users{}, split: map[ir.Stmt]*statement{}}
	body = f.releaseAtEnd(f.keepAlive(body, params))
	root := &body
	for _, x := range f.program.locals[f.scope] {
		if !declared[x.v] && !f.program.loopVars[x.v] {
			d.place(root, x, false)
		}
	}
	d.apply(root)
	return *root
}

// declarer decides, for each variable, the statement that it is declared before.
type declarer struct {
	at     map[ir.Stmt][]*ir.Var
	blocks map[*[]ir.Stmt]map[*ir.Var]*users
	split  map[ir.Stmt]*statement
}

// users are the statements of a block that use a variable.
type users struct{ first, last, count int }

// statement is a statement in parts: its blocks, and the variables read outside of them.
type statement struct {
	bodies []body
	header map[*ir.Var]bool
}

// users tells for each variable which statements of a block use it.
func (d *declarer) users(block *[]ir.Stmt) map[*ir.Var]*users {
	if found, ok := d.blocks[block]; ok {
		return found
	}
	found := map[*ir.Var]*users{}
	for i, s := range *block {
		ir.Inspect(s, func(n any) bool {
			if ref, ok := n.(*ir.Ref); ok {
				switch u := found[ref.Var]; {
				case u == nil:
					found[ref.Var] = &users{i, i, 1}
				case u.last != i:
					u.last = i
					u.count++
				}
			}
			return true
		})
	}
	d.blocks[block] = found
	return found
}

// place finds the place of a variable in a block. Within a loop it reports
// false if the variable cannot be declared there.
func (d *declarer) place(block *[]ir.Stmt, x local, inLoop bool) bool {
	u := d.users(block)[x.v]
	if u == nil {
		return true
	}
	s := (*block)[u.first]
	if u.count == 1 && d.descend(s, x, inLoop) {
		return true
	}
	if inLoop && !declares(s, x.v) {
		return false
	}
	d.at[s] = append(d.at[s], x.v)
	return true
}

// descend places a variable within the one block of a statement that uses it.
func (d *declarer) descend(s ir.Stmt, x local, inLoop bool) bool {
	in := d.split[s]
	if in == nil {
		in = parts(s)
		d.split[s] = in
	}
	if in.header[x.v] {
		return false
	}
	var only *body
	for i := range in.bodies {
		if d.users(in.bodies[i].stmts)[x.v] == nil {
			continue
		}
		if only != nil {
			return false
		}
		only = &in.bodies[i]
	}
	if only == nil || x.captured && (only.loop || only.closure) {
		return false
	}
	return d.place(only.stmts, x, inLoop || only.loop)
}

// body is a block within a statement.
type body struct {
	stmts         *[]ir.Stmt
	loop, closure bool
}

// parts splits a statement.
func parts(s ir.Stmt) *statement {
	header := map[*ir.Var]bool{}
	return &statement{bodies(s, header), header}
}

// bodies are the blocks of a statement. The variables that it reads outside of them
// are noted in header, if that is not nil.
func bodies(s ir.Stmt, header map[*ir.Var]bool) []body {
	var out []body
	_, isFor := s.(*ir.For)
	_, isRange := s.(*ir.Range)
	var plain, inClosure func(slot any)
	visit := func(slot any, closure bool) {
		below := plain
		if closure {
			below = inClosure
		}
		switch slot := slot.(type) {
		case *ir.Expr:
			if ref, ok := (*slot).(*ir.Ref); ok && header != nil {
				header[ref.Var] = true
			}
			if below = plain; isLit(*slot) {
				below = inClosure
			}
			ir.Slots(*slot, below)
		case *ir.Stmt:
			ir.Slots(*slot, below)
		case *[]ir.Stmt:
			out = append(out, body{slot, (isFor || isRange) && !closure, closure})
		}
	}
	plain = func(slot any) { visit(slot, false) }
	inClosure = func(slot any) { visit(slot, true) }
	ir.Slots(s, plain)
	return out
}

func isLit(e ir.Expr) bool {
	_, ok := e.(*ir.FuncLit)
	return ok
}

// mentions reports whether a statement uses v anywhere.
func mentions(n any, v *ir.Var) bool {
	found := false
	ir.Slots(n, func(slot any) {
		if found {
			return
		}
		switch slot := slot.(type) {
		case *ir.Expr:
			if ref, ok := (*slot).(*ir.Ref); ok {
				found = ref.Var == v
				return
			}
			found = mentions(*slot, v)
		case *ir.Stmt:
			found = mentions(*slot, v)
		case *[]ir.Stmt:
			found = blockMentions(*slot, v)
		}
	})
	return found
}

func blockMentions(block []ir.Stmt, v *ir.Var) bool {
	for _, s := range block {
		if mentions(s, v) {
			return true
		}
	}
	return false
}

// declares reports whether a statement can become the declaration of v.
func declares(s ir.Stmt, v *ir.Var) bool {
	a, ok := s.(*ir.Assign)
	if !ok {
		return false
	}
	target := false
	for _, t := range a.Targets {
		if ref, ok := t.(*ir.Ref); ok && ref.Var == v {
			target = true
		}
	}
	for _, e := range a.Values {
		if ref, ok := e.(*ir.Ref); ok && ref.Var == v || mentions(e, v) {
			return false
		}
	}
	return target
}

// apply puts the declarations into a block and those within it.
func (d *declarer) apply(block *[]ir.Stmt) {
	var out []ir.Stmt
	for _, s := range *block {
		for _, b := range bodies(s, nil) {
			d.apply(b.stmts)
		}
		vars := d.at[s]
		if len(vars) == 0 {
			out = append(out, s)
			continue
		}
		if decl := declaration(s, vars); decl != nil {
			out = append(out, decl)
			continue
		}
		for i, v := range vars {
			decl := &ir.Declare{Var: v}
			if i == 0 {
				decl.Spaced, decl.Lead = s.M().Spaced, s.M().Lead
				s.M().Spaced, s.M().Lead = false, nil
			}
			out = append(out, decl)
		}
		out = append(out, s)
	}
	*block = out
}

// declaration turns an assignment to exactly the new variables into their declaration.
func declaration(s ir.Stmt, vars []*ir.Var) ir.Stmt {
	a, ok := s.(*ir.Assign)
	if !ok || len(a.Targets) != len(vars) {
		return nil
	}
	var targets []*ir.Var
	for _, t := range a.Targets {
		ref, ok := t.(*ir.Ref)
		if !ok || !declares(s, ref.Var) || !contains(vars, ref.Var) {
			return nil
		}
		targets = append(targets, ref.Var)
	}
	switch {
	case a.Boxes && len(targets) == 1:
		return &ir.Declare{Meta: a.Meta, Var: targets[0], Value: a.Values[0]}
	case a.Boxes:
		return nil
	}
	if lit, ok := a.Values[0].(*ir.Lit); ok && lit.Value == nil {
		return &ir.Declare{Meta: a.Meta, Var: targets[0]}
	}
	if lit, ok := a.Values[0].(*ir.Composite); ok && lit.Type == builderType {
		return &ir.Declare{Meta: a.Meta, Var: targets[0]}
	}
	return &ir.Let{Meta: a.Meta, Vars: targets, Values: a.Values}
}

func contains(vars []*ir.Var, v *ir.Var) bool {
	for _, x := range vars {
		if x == v {
			return true
		}
	}
	return false
}
