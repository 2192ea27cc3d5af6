package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A generator function is a Go function that returns an iterator where all of
// its generators are gone through once, from their start, by a loop: one over
// the call, or the only use of a parameter that gets such calls. An asynchronous
// one gives an error with each value, as its loop awaits in the same task.

// sequences are the functions that give Go iterators, and the parameters that
// get those.
type sequences struct {
	functions map[ast.Node]*sequence
	params    map[*scope.Symbol]*sequence
}

// sequenceSearch finds them, by dropping what is none until nothing is left to
// drop.
type sequenceSearch struct {
	*sequences
	calls []generatorCall
	// loops tells of each expression that a loop goes through whether the loop
	// is an async for.
	loops   map[ast.Expr]bool
	once    map[ast.Expr]bool // the iterables of loops that run once in a call of their function
	awaited map[ast.Expr]bool
	uses    map[*scope.Symbol][]*ast.Name
	owned   *ownership
}

// generatorCall is an argument of a call of a static function, or a call of a
// generator function that is none (param is nil then).
type generatorCall struct {
	call   *ast.Call
	callee *definition // what call calls, if that is a generator function
	param  *scope.Symbol
	around *ast.Call   // the call that it is an argument of
	taker  *definition // what around calls
}

// sequences finds the program's sequences when it is first asked.
func (l *lowerer) findSequences() *sequences {
	if l.sequences == nil {
		s := &sequenceSearch{
			sequences: &sequences{map[ast.Node]*sequence{}, map[*scope.Symbol]*sequence{}},
			loops:     map[ast.Expr]bool{}, once: map[ast.Expr]bool{}, awaited: map[ast.Expr]bool{}, uses: map[*scope.Symbol][]*ast.Name{},
			owned: l.owning(),
		}
		l.sequences = s.sequences
		const hidden = api.Handled | api.Frames | api.Lifetimes | api.RecursionLimit | api.Stepped
		if l.uses.Feature&hidden == 0 {
			s.collect(l)
			for s.drop() {
			}
		}
	}
	return l.sequences
}

// sequenceOfFunction is what a generator function gives, or nil if its generators
// are objects.
func (l *lowerer) sequenceOfFunction(d *definition) *sequence {
	return l.findSequences().functions[d.node]
}

func (s *sequenceSearch) collect(l *lowerer) {
	for _, m := range l.modules {
		f := &function{module: m}
		for _, stmt := range m.AST.Body {
			switch stmt.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef:
				if d := l.definition(stmt); f.onlyYields(d) {
					s.functions[d.node] = &sequence{Elem: d.facts.Yields, Async: d.facts.Async}
				}
			}
		}
	}
	for _, m := range l.modules {
		for name, sym := range m.Scope.Uses {
			s.uses[sym] = append(s.uses[sym], name)
		}
		s.look(&function{module: m})
	}
}

// onlyYields reports whether a generator function does nothing with its yields
// but give values.
func (f *function) onlyYields(d *definition) bool {
	if !d.facts.Generator || !d.facts.Static || d.facts.Value || len(d.decorators) > 0 || d.facts.Yields == nil ||
		d.facts.Yields == types.Never || d.facts.Yields == types.None || !f.streams(d) {
		return false
	}
	plain := map[ast.Expr]bool{}
	return !hasNode(d.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ExprStmt:
			if y, ok := n.Value.(*ast.Yield); ok {
				plain[y] = y.Value != nil
			}
		case *ast.Yield:
			return !plain[n]
		case *ast.YieldFrom:
			return true
		case *ast.Return:
			return n.Value != nil
		}
		return false
	})
}

// look finds the calls, loops and awaits of a module.
func (s *sequenceSearch) look(f *function) {
	arguments := map[*ast.Call]bool{}
	ast.Inspect(f.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef:
			s.runOnce(n.Body)
		case *ast.AsyncFunctionDef:
			s.runOnce(n.Body)
		case *ast.For:
			s.loops[n.Iter] = false
		case *ast.AsyncFor:
			s.loops[n.Iter] = true
		case *ast.ListComp:
			s.comprehended(n.Generators)
		case *ast.SetComp:
			s.comprehended(n.Generators)
		case *ast.DictComp:
			s.comprehended(n.Generators)
		case *ast.Await:
			s.awaited[n.Value] = true
		case *ast.Call:
			d := f.target(n)
			if d == nil {
				return true
			}
			if d.facts.Generator && !arguments[n] {
				s.calls = append(s.calls, generatorCall{call: n, callee: d})
			}
			owner := f.definitionModule(d)
			for i, p := range d.args.All() {
				c := generatorCall{param: owner.Scope.Defs[p], around: n, taker: d}
				if i < len(n.Args) && !hasStar(n.Args) && i < len(d.args.Posonlyargs)+len(d.args.Args) {
					if c.call, _ = n.Args[i].(*ast.Call); c.call != nil {
						if callee := f.target(c.call); callee != nil && callee.facts.Generator {
							c.callee = callee
							arguments[c.call] = true
						}
					}
				}
				s.calls = append(s.calls, c)
			}
		}
		return true
	})
}

func (s *sequenceSearch) comprehended(generators []*ast.Comprehension) {
	for _, g := range generators {
		if g.IsAsync == 0 {
			s.loops[g.Iter] = false
		}
	}
}

// runOnce notes the loops of a function's body that are in no other loop.
func (s *sequenceSearch) runOnce(body []ast.Stmt) {
	for _, stmt := range body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.For:
				s.once[n.Iter] = true
				return false
			case *ast.AsyncFor:
				s.once[n.Iter] = true
				return false
			case *ast.While, *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			}
			return true
		})
	}
}

// drop drops functions whose generators are used in any other way, and
// parameters that get anything else. It reports whether there were any.
func (s *sequenceSearch) drop() bool {
	clear(s.params)
	never := map[*scope.Symbol]bool{}
	for _, c := range s.calls {
		if c.param == nil {
			continue
		}
		seq := s.given(c)
		if have := s.params[c.param]; seq == nil || have != nil && !types.Equal(have, seq) {
			never[c.param] = true
		}
		s.params[c.param] = seq
	}
	for sym := range never {
		delete(s.params, sym)
	}
	dropped := false
	for _, c := range s.calls {
		if c.callee == nil || s.functions[c.callee.node] == nil {
			continue
		}
		async, looped := s.loops[c.call]
		if s.owned.made[c.call] != nil || c.param != nil && s.params[c.param] == nil || c.param == nil && (!looped || async != c.callee.facts.Async) {
			delete(s.functions, c.callee.node)
			dropped = true
		}
	}
	return dropped
}

// given is the sequence that a parameter gets from a call, or nil.
func (s *sequenceSearch) given(c generatorCall) *sequence {
	if c.callee == nil || c.taker.facts.Value || c.param.Captured || c.param.Assigned > 1 || len(s.uses[c.param]) != 1 {
		return nil
	}
	seq := s.functions[c.callee.node]
	use := s.uses[c.param][0]
	async, looped := s.loops[use]
	if seq == nil || !looped || !s.once[use] || async != seq.Async {
		return nil
	}
	if seq.Async && !s.awaited[c.around] && s.functions[c.taker.node] == nil {
		return nil // another task may go through it
	}
	return seq
}

// sequenceReturn is the body of a Go function that gives an iterator.
func (f *function) sequenceReturn(d *definition, seq *sequence) []ir.Stmt {
	sig := &ir.Signature{Params: []ir.Type{f.goType(seq.Elem)}, Results: []ir.Type{ir.Bool}}
	if seq.Async {
		sig.Params = append(sig.Params, ir.Error)
	}
	f.gives, f.yielder = seq, &ir.Var{Hint: "yield", Type: sig}
	f.fails = seq.Async
	lit := &ir.FuncLit{Params: []*ir.Var{f.yielder}}
	lit.Body = f.declareLocals(f.within(func() { f.functionBody(d) }), append(lit.Params, f.params(d)...))
	return []ir.Stmt{&ir.Return{Values: []ir.Expr{lit}}}
}

// give emits the yield of a value of a sequence.
func (f *function) give(v value) {
	args := []ir.Expr{f.to(f.gives.Elem, v)}
	if f.gives.Async {
		args = append(args, &ir.Lit{})
	}
	goesOn := &ir.Call{Fun: &ir.Ref{Var: f.yielder}, Args: args}
	f.emit(&ir.If{Cond: not(goesOn), Then: f.within(func() { f.returnValue(none) })})
}

// giveError ends a sequence with an error.
func (f *function) giveError(err ir.Expr) {
	f.emit(&ir.Do{X: &ir.Call{Fun: &ir.Ref{Var: f.yielder}, Args: []ir.Expr{f.zero(f.gives.Elem), err}}})
	f.emit(&ir.Return{})
}

// overSequence emits the loop of async for over a sequence.
func (f *function) overSequence(lp *loop, target ast.Expr, seq ir.Expr, elem types.Type, body func()) {
	err := &ir.Var{Hint: "err", Type: ir.Error}
	var item *ir.Var
	name, ok := target.(*ast.Name)
	own := ok && f.class == nil && f.ownLoopVariable(lp, name, elem)
	if own {
		item = f.variable(f.Scope.Uses[name])
		f.program.loopVars[item] = true
	} else {
		item = f.temp(loopHint(target), elem)
	}
	f.emit(&ir.Range{Label: lp.label, Key: item, Value: err, X: seq, Body: f.within(func() {
		f.failOn(err)
		if !own {
			f.assignTo(target, value{&ir.Ref{Var: item}, elem})
		}
		body()
	})})
}
