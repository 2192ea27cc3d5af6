package lower

import (
	"cmp"
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// place is what the place that an iterator stands in does with it.
type place int

const (
	unknownPlace  place = iota
	looksPlace          // looks at it, or has it do a step
	loopPlace           // goes through it where it stands
	takingPlace         // is done with it when the node has been evaluated
	holdingPlace        // makes an iterator that holds it
	ownerPlace          // assigns it to a variable that owns it
	returnedPlace       // gives it to the caller
)

// place tells what happens to the value of an expression, and at which node.
func (s *ownerSearch) place(e ast.Expr) (place, ast.Node) {
	switch p := s.parent(e).(type) {
	case *ast.For:
		return loopPlace, p
	case *ast.Comprehension:
		if p.Iter == e && p.IsAsync == 0 {
			return loopPlace, p
		}
	case *ast.YieldFrom:
		return loopPlace, p
	case *ast.Starred:
		switch around := s.parent(p).(type) {
		case *ast.Call:
			return takingPlace, p
		case *ast.List, *ast.Tuple, *ast.Set:
			return takingPlace, around
		}
	case *ast.Call:
		return s.argumentPlace(p, e)
	case *ast.Attribute:
		if _, isName := e.(*ast.Name); isName && api.IteratorMethod(p.Attr) {
			return looksPlace, p
		}
	case *ast.Compare:
		if len(p.Ops) != 1 {
			break
		}
		switch p.Ops[0] {
		case ast.Is, ast.IsNot:
			return looksPlace, p
		case ast.In, ast.NotIn:
			if p.Comparators[0] == e {
				return takingPlace, p
			}
		}
	case *ast.Assign:
		if len(p.Targets) == 1 {
			return s.assignedPlace(p, p.Targets[0])
		}
	case *ast.AnnAssign:
		return s.assignedPlace(p, p.Target)
	case *ast.Return:
		return returnedPlace, p
	case *ast.Delete, *ast.ExprStmt, *ast.FormattedValue, *ast.If, *ast.While:
		if _, isName := e.(*ast.Name); isName {
			return looksPlace, p
		}
	}
	return unknownPlace, nil
}

func (s *ownerSearch) assignedPlace(at ast.Node, target ast.Expr) (place, ast.Node) {
	switch t := target.(type) {
	case *ast.Name:
		if s.owners[s.module(t).Scope.Uses[t]] {
			return ownerPlace, at
		}
	case *ast.Tuple, *ast.List:
		return takingPlace, at
	}
	return unknownPlace, nil
}

// argumentPlace is the place of an argument of a call.
func (s *ownerSearch) argumentPlace(call *ast.Call, e ast.Expr) (place, ast.Node) {
	index := slices.Index(call.Args, e)
	if index < 0 || hasStar(call.Args[:index]) {
		return unknownPlace, nil
	}
	mod, name := s.library(call)
	switch {
	case api.HoldsIterator(mod, name):
		return holdingPlace, call
	case api.TakesIterator(mod, name):
		return takingPlace, call
	}
	if method, ok := call.Func.(*ast.Attribute); ok && mod == "" && api.MethodTakesIterator(method.Attr) && s.methods[method.Attr] == nil {
		return takingPlace, call
	}
	def := s.called(call)
	if def == nil {
		return unknownPlace, nil
	}
	if !s.borrowers[s.parameter(call, index)] {
		return unknownPlace, nil
	}
	if s.isGenerator(def) {
		return holdingPlace, call
	}
	if def.isAsync() {
		if yields(def.body) {
			return unknownPlace, nil
		}
		if await, ok := s.parent(call).(*ast.Await); ok {
			return takingPlace, await
		}
		return unknownPlace, nil
	}
	return takingPlace, call
}

// known reports whether every place that the value of an expression can get to
// is known.
func (s *ownerSearch) known(e ast.Expr) bool {
	switch p, at := s.place(e); p {
	case unknownPlace:
		return false
	case holdingPlace:
		return s.known(at.(ast.Expr))
	}
	return true
}

// ownsBindings reports whether a variable is bound by plain assignments only.
func (s *ownerSearch) ownsBindings(sym *scope.Symbol) bool {
	if _, inClass := sym.Scope.Node.(*ast.ClassDef); inClass || s.program.moduleOf(sym.Scope) == nil && sym.Captured {
		return false
	}
	for _, b := range sym.Bindings {
		if s.boundValue(b) == nil {
			return false
		}
	}
	return len(sym.Bindings) > 0 && len(sym.Bindings) == sym.Assigned
}

// boundValue is what an assignment gives to a name, nil if the name is bound in
// another way.
func (s *ownerSearch) boundValue(binding ast.Node) ast.Expr {
	switch p := s.parent(binding).(type) {
	case *ast.Assign:
		if len(p.Targets) == 1 && p.Targets[0] == binding {
			return p.Value
		}
	case *ast.AnnAssign:
		if p.Target == binding {
			return p.Value
		}
	}
	return nil
}

// drop drops variables that get anything else, or whose value can get to where
// nobody knows of it. It reports whether there were any.
func (s *ownerSearch) drop() bool {
	dropped := false
	for _, vars := range []map[*scope.Symbol]bool{s.owners, s.borrowers} {
		for sym := range vars {
			if !s.keeps(sym) {
				delete(vars, sym)
				dropped = true
			}
		}
	}
	return dropped
}

func (s *ownerSearch) keeps(sym *scope.Symbol) bool {
	if !sym.Param {
		made := false
		for _, b := range sym.Bindings {
			v := s.boundValue(b)
			if _, ok := s.makes(v); ok {
				made = true
			} else if c, ok := v.(*ast.Constant); !ok || c.Value != nil {
				return false
			}
		}
		if !made {
			return false
		}
	}
	for _, use := range s.uses[sym] {
		if use.Ctx != ast.Load {
			continue
		}
		if p, _ := s.place(use); p == ownerPlace || p == returnedPlace || !s.known(use) {
			return false
		}
	}
	return true
}

// settle notes who owns what the program makes.
func (s *ownerSearch) settle() {
	for n := range s.nodes {
		e, ok := n.(ast.Expr)
		if !ok {
			continue
		}
		held, made := s.makes(e)
		if !made || !s.known(e) {
			continue
		}
		s.made[e] = held
		switch p, at := s.place(e); p {
		case takingPlace:
			if _, spread := at.(*ast.Starred); spread {
				s.marked[e] = true // the runtime drops it before the call
				break
			}
			s.done[at] = append(s.done[at], e)
			s.named[e] = true
			call, isCall := s.parent(e).(*ast.Call)
			s.marked[e] = !isCall || s.called(call) != nil
		case holdingPlace:
			s.named[e], s.marked[e] = true, true
		case loopPlace:
			call, isCall := e.(*ast.Call)
			s.marked[e] = isCall && s.called(call) != nil && !s.isGenerator(s.called(call))
		}
		for _, h := range held {
			if name, ok := h.(*ast.Name); ok {
				s.shared[s.module(name).Scope.Uses[name]] = true
			}
		}
	}
	for _, exprs := range s.done {
		slices.SortFunc(exprs, func(a, b ast.Expr) int { return cmp.Compare(a.Span().Start, b.Span().Start) })
	}
}
