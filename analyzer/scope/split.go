package scope

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// A Python variable can stand for several: the target of one loop or with
// statement and that of the next, the name of each except clause, what is read and what is made of it
// (text = int(text)). Where no value of the one can reach a use of the other they
// become symbols of their own, so that each can have its own type and its own
// Go variable.

// SplitLoops splits the variables that several loops and except clauses bind.
// The variables of the module itself are left alone unless it is the script:
// other modules can read them.
func SplitLoops(m *ast.Module, info *Info, script bool) {
	s := newSplitter(m, info, script)
	if s == nil {
		return
	}
	for sym, names := range s.names {
		s.splitWebs(sym, names)
	}
}

// SplitAssignments splits variables at plain assignments that give them a value
// of another kind, where all later uses see only that value. wanted tells which
// variables to split; the result tells whether any was.
func SplitAssignments(m *ast.Module, info *Info, script bool, wanted func(*Symbol) bool) bool {
	s := newSplitter(m, info, script)
	if s == nil {
		return false
	}
	split := false
	for sym, names := range s.names {
		if wanted(sym) && s.splitAssignment(sym, names) {
			split = true
		}
	}
	return split
}

// splitter knows where the variables of a module that can be split are used.
type splitter struct {
	info   *Info
	script bool
	names  map[*Symbol][]*ast.Name // in the order of the text
	loops  map[*Symbol][]*web      // the loops, with statements and except clauses that bind it
	all    []loopRange             // all loops
	block  map[*ast.Name]place     // where plain assignments stand
}

// web is a loop, with statement or except clause that binds a variable, with the
// text in which the variable has its value.
type web struct {
	node   ast.Node
	target ast.Expr // nil for an except clause
	body   source.Range
	whole  source.Range
	loop   bool // it is no except clause, whose name has no value after it
	with   bool
}

type loopRange struct {
	node   ast.Node
	target ast.Expr
	body   []ast.Stmt
	whole  source.Range
}

// place is an assignment in its block: what follows it there is rest.
type place struct {
	stmt ast.Stmt
	rest []ast.Stmt
}

func newSplitter(m *ast.Module, info *Info, script bool) *splitter {
	s := &splitter{info: info, script: script, names: map[*Symbol][]*ast.Name{}, loops: map[*Symbol][]*web{}, block: map[*ast.Name]place{}}
	for name, sym := range info.Uses {
		switch name.Id {
		case "locals", "globals", "vars", "exec", "eval":
			return nil // the names themselves count
		}
		if s.eligible(sym) {
			s.names[sym] = append(s.names[sym], name)
		}
	}
	for _, names := range s.names {
		slices.SortFunc(names, func(a, b *ast.Name) int { return int(a.Range.Start) - int(b.Range.Start) })
	}
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.For:
			s.loop(n, n.Target, n.Body)
		case *ast.AsyncFor:
			s.loop(n, n.Target, n.Body)
		case *ast.While:
			s.all = append(s.all, loopRange{node: n, body: n.Body, whole: n.Range})
		case *ast.With:
			s.with(n, n.Items, n.Body)
		case *ast.AsyncWith:
			s.with(n, n.Items, n.Body)
		case *ast.ExceptHandler:
			if sym := info.Defs[n]; sym != nil && s.eligible(sym) && len(n.Body) > 0 {
				s.loops[sym] = append(s.loops[sym], &web{node: n, body: extent(n.Body), whole: n.Range})
			}
		}
		return true
	})
	s.blocks(m)
	return s
}

// eligible reports whether a variable is only used by the statements of its
// own function or of the script, and bound by nothing but names in them.
func (s *splitter) eligible(sym *Symbol) bool {
	if sym == nil || sym.Scope == nil || sym.Captured || sym.Kind == Builtin {
		return false
	}
	switch sym.Scope.Node.(type) {
	case *ast.FunctionDef, *ast.AsyncFunctionDef:
		if sym.Kind != Local {
			return false
		}
	case *ast.Module:
		if !s.script {
			return false
		}
	default:
		return false
	}
	for _, b := range sym.Bindings {
		switch b.(type) {
		case *ast.Name, *ast.ExceptHandler, *ast.Arg:
		default:
			return false
		}
	}
	return true
}

func (s *splitter) loop(n ast.Node, target ast.Expr, body []ast.Stmt) {
	s.all = append(s.all, loopRange{n, target, body, n.Span()})
	for _, name := range targetNames(target) {
		if sym := s.info.Uses[name]; s.eligible(sym) {
			s.loops[sym] = append(s.loops[sym], &web{node: n, target: target, body: extent(body), whole: n.Span(), loop: true})
		}
	}
}

// with notes what the managers of a with statement give.
func (s *splitter) with(n ast.Node, items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		if item.OptionalVars == nil {
			continue
		}
		rest := source.Range{Start: item.OptionalVars.Span().Start, End: extent(body).End}
		for _, name := range targetNames(item.OptionalVars) {
			if sym := s.info.Uses[name]; s.eligible(sym) {
				s.loops[sym] = append(s.loops[sym], &web{node: n, target: item.OptionalVars, body: rest, whole: n.Span(), loop: true, with: true})
			}
		}
	}
}

// targetNames are the names that an assignment target binds.
func targetNames(e ast.Expr) []*ast.Name {
	switch e := e.(type) {
	case *ast.Name:
		return []*ast.Name{e}
	case *ast.Starred:
		return targetNames(e.Value)
	case *ast.Tuple:
		var out []*ast.Name
		for _, x := range e.Elts {
			out = append(out, targetNames(x)...)
		}
		return out
	case *ast.List:
		var out []*ast.Name
		for _, x := range e.Elts {
			out = append(out, targetNames(x)...)
		}
		return out
	}
	return nil
}

func extent(body []ast.Stmt) source.Range {
	return source.Range{Start: body[0].Span().Start, End: body[len(body)-1].Span().End}
}

// blocks notes the plain assignments of names with what follows them in their block.
func (s *splitter) blocks(m *ast.Module) {
	note := func(body []ast.Stmt) {
		for i, stmt := range body {
			if a, ok := stmt.(*ast.Assign); ok && len(a.Targets) == 1 {
				if name, ok := a.Targets[0].(*ast.Name); ok {
					s.block[name] = place{stmt, body[i+1:]}
				}
			}
		}
	}
	ast.Inspect(m, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Module:
			note(n.Body)
		case *ast.FunctionDef:
			note(n.Body)
		case *ast.AsyncFunctionDef:
			note(n.Body)
		case *ast.If:
			note(n.Body)
			note(n.Orelse)
		case *ast.For:
			note(n.Body)
		case *ast.AsyncFor:
			note(n.Body)
		case *ast.While:
			note(n.Body)
		case *ast.With:
			note(n.Body)
		case *ast.AsyncWith:
			note(n.Body)
		case *ast.Try:
			note(n.Body)
			note(n.Orelse)
		case *ast.ExceptHandler:
			note(n.Body)
		}
		return true
	})
}

// splitWebs makes a symbol of each loop and except clause whose variable no
// value leaves.
func (s *splitter) splitWebs(sym *Symbol, names []*ast.Name) {
	webs := s.loops[sym]
	if len(webs) == 0 || len(webs) == 1 && len(sym.Bindings) == 1 {
		return
	}
	for i, a := range webs {
		for j, b := range webs {
			if i != j && a.whole.Contains(b.whole) {
				return // the inner one leaves its value to the outer
			}
		}
	}
	in := map[*ast.Name]*web{}
	var outside []*ast.Name
	for _, name := range names {
		if name.Ctx == ast.Del {
			return
		}
		for _, w := range webs {
			if w.body.Contains(name.Range) || w.target != nil && w.target.Span().Contains(name.Range) {
				in[name] = w
			}
		}
		if in[name] == nil {
			outside = append(outside, name)
		}
	}
	for _, w := range webs {
		if len(outside) > 0 || sym.Param {
			if !w.loop || s.within(w.whole, w.node) || outside != nil && outside[len(outside)-1].Range.Start >= w.body.End {
				continue
			}
		}
		var mine []*ast.Name
		for _, name := range names {
			if in[name] == w {
				mine = append(mine, name)
			}
		}
		s.separate(sym, mine, w)
	}
}

// within reports whether a range stands in a loop other than its own.
func (s *splitter) within(r source.Range, own ast.Node) bool {
	for _, l := range s.all {
		if l.node != own && l.whole.Contains(r) {
			return true
		}
	}
	return false
}

// separate gives names of a symbol one of their own.
func (s *splitter) separate(sym *Symbol, names []*ast.Name, w *web) {
	made := &Symbol{Name: sym.Name, Kind: sym.Kind, Scope: sym.Scope}
	mine := map[ast.Node]bool{}
	for _, name := range names {
		s.info.Uses[name] = made
		mine[name] = true
	}
	if w != nil && w.with {
		made.Origin = sym
	}
	if w != nil && !w.loop {
		s.info.Defs[w.node] = made
		mine[w.node] = true
	}
	var left []ast.Node
	for _, b := range sym.Bindings {
		if mine[b] {
			made.Bindings = append(made.Bindings, b)
		} else {
			left = append(left, b)
		}
	}
	made.Assigned = len(made.Bindings)
	sym.Assigned -= made.Assigned
	sym.Bindings = left
}

// splitAssignment splits a variable at the first plain assignment where that is right.
func (s *splitter) splitAssignment(sym *Symbol, names []*ast.Name) bool {
	for i, name := range names {
		p, ok := s.block[name]
		if !ok || i == 0 && !sym.Param || name.Ctx != ast.Store || len(p.rest) == 0 || names[i].Ctx == ast.Del {
			continue
		}
		rest := extent(p.rest)
		mine := []*ast.Name{name}
		right := !s.handlerAfter(sym, p.stmt)
		before := 0
		for _, other := range names {
			switch {
			case other == name:
			case other.Ctx == ast.Del:
				right = false
			case rest.Contains(other.Range):
				mine = append(mine, other)
			case other.Range.Start > p.stmt.Span().End:
				right = false // a later use may see either value
			default:
				before++
			}
		}
		if !right || len(mine) == 1 || before == 0 && !sym.Param || !s.boundAnew(sym, names, name) {
			continue
		}
		s.separate(sym, mine, nil)
		return true
	}
	return false
}

// handlerAfter reports whether an except clause after a statement binds a variable,
// which has no value when the clause ends.
func (s *splitter) handlerAfter(sym *Symbol, stmt ast.Stmt) bool {
	for _, b := range sym.Bindings {
		if _, ok := b.(*ast.ExceptHandler); ok && b.Span().Start > stmt.Span().End {
			return true
		}
	}
	return false
}

// boundAnew reports whether what an assignment gives a variable cannot come
// round a loop to a use before it: the loop binds the variable at each turn.
func (s *splitter) boundAnew(sym *Symbol, names []*ast.Name, name *ast.Name) bool {
	var around []loopRange
	for _, l := range s.all {
		if l.whole.Contains(name.Range) && s.sameFunction(sym, l) {
			around = append(around, l)
		}
	}
	if len(around) == 0 {
		return true
	}
	// The innermost loop.
	inner := around[0]
	for _, l := range around[1:] {
		if inner.whole.Contains(l.whole) {
			inner = l
		}
	}
	bound := false
	if inner.target != nil {
		for _, t := range targetNames(inner.target) {
			bound = bound || s.info.Uses[t] == sym
		}
	}
	for _, stmt := range inner.body {
		if bound || stmt.Span().Contains(name.Range) {
			break
		}
		if a, ok := stmt.(*ast.Assign); ok && len(a.Targets) == 1 {
			if t, ok := a.Targets[0].(*ast.Name); ok && s.info.Uses[t] == sym {
				for _, n := range names {
					if a.Value.Span().Contains(n.Range) {
						return false // it sees the value of the turn before
					}
				}
				bound = true
				break
			}
		}
		for _, n := range names {
			if stmt.Span().Contains(n.Range) {
				return false
			}
		}
	}
	if !bound {
		return false
	}
	for _, l := range around {
		if l.node == inner.node {
			continue
		}
		for _, n := range names {
			inside := extent(inner.body).Contains(n.Range) || inner.target != nil && inner.target.Span().Contains(n.Range)
			if l.whole.Contains(n.Range) && !inside {
				return false
			}
		}
	}
	return true
}

// sameFunction reports whether a loop belongs to the function whose variable sym is.
func (s *splitter) sameFunction(sym *Symbol, l loopRange) bool {
	if _, ok := sym.Scope.Node.(*ast.Module); ok {
		return true
	}
	return sym.Scope.Node.Span().Contains(l.whole)
}
