package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A task of a coroutine that does nothing that shows before its first await can
// wait there without a stack: the runtime calls the function again when the wait
// is over (Coroutine.Restartable). Many programs make tasks by the thousand that
// begin with waiting: for a semaphore, for a delay, for an item of a queue.

// restarts reports whether a coroutine function is such a one.
func (f *function) restarts(d *definition) bool {
	known, ok := f.program.restartable[d.node]
	if !ok {
		f.program.restartable[d.node] = false // while it is looked at: it may await itself
		known = f.findRestart(d)
		f.program.restartable[d.node] = known
	}
	return known
}

func (f *function) findRestart(d *definition) bool {
	m := f.definitionModule(d)
	if m == nil || !d.facts.Static || !d.facts.Async || d.facts.Generator || d.facts.Virtual || len(d.decorators) > 0 || f.program.uses.Has(api.Handled) {
		return false
	}
	s := &restart{function: &function{module: m}, scope: m.Scope.Scopes[d.node]}
	return s.statements(d.body) != disturbing && s.awaits
}

// restart looks at the beginning of one coroutine function.
type restart struct {
	*function
	scope  *scope.Scope
	awaits bool // it has an await that may be the first
}

// beginning tells what the statements at the beginning of a coroutine do.
type beginning uint8

const (
	harmless   beginning = iota // nothing that shows, and then what follows
	settled                     // they reach the first await, or the end
	disturbing                  // something that must not happen twice
)

func (s *restart) statements(list []ast.Stmt) beginning {
	if endsWithoutAwait(list) {
		return settled
	}
	for _, st := range list {
		if b := s.statement(st); b != harmless {
			return b
		}
	}
	return harmless
}

func (s *restart) statement(st ast.Stmt) beginning {
	switch st := st.(type) {
	case *ast.Pass:
		return harmless
	case *ast.ExprStmt:
		if _, isText := st.Value.(*ast.Constant); isText {
			return harmless
		}
		return s.await(st.Value)
	case *ast.Return:
		return s.await(st.Value)
	case *ast.Assign:
		if len(st.Targets) == 1 {
			return s.assignment(st.Targets[0], st.Value)
		}
	case *ast.AnnAssign:
		if st.Value != nil {
			return s.assignment(st.Target, st.Value)
		}
	case *ast.AsyncWith:
		return s.with(st.Items[0])
	case *ast.If:
		return s.choice(st)
	case *ast.While:
		forever, isConstant := st.Test.(*ast.Constant)
		if !s.sameTruth(st.Test) || s.statements(st.Body) != settled || len(st.Orelse) > 0 {
			return disturbing
		}
		if isConstant && forever.Value == true {
			return settled
		}
		return harmless
	case *ast.For:
		return s.loop(st)
	case *ast.Try:
		if len(st.Finalbody) == 0 && s.awaitsAtOnce(st.Body[0]) && s.passed(st.Handlers) {
			return settled
		}
	}
	return disturbing
}

// endsWithoutAwait reports whether statements end the function in any case and
// await nothing: then there is no second call.
func endsWithoutAwait(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch list[len(list)-1].(type) {
	case *ast.Return, *ast.Raise:
	default:
		return false
	}
	found := false
	for _, st := range list {
		ast.Inspect(st, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.Await, *ast.AsyncWith, *ast.AsyncFor, *ast.Comprehension, *ast.Break, *ast.Continue:
				found = true
			}
			return !found
		})
	}
	return !found
}

// awaitsAtOnce reports whether a statement waits before it can fail: what a
// handler does must not happen twice either.
func (s *restart) awaitsAtOnce(st ast.Stmt) bool {
	if s.statement(st) != settled {
		return false
	}
	var head ast.Node = st
	if with, ok := st.(*ast.AsyncWith); ok {
		head = with.Items[0].ContextExpr
	}
	mayFail := false
	ast.Inspect(head, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinOp:
			mayFail = true
		case *ast.Call:
			m, _ := s.libraryMatch(n)
			mayFail = mayFail || m == nil
		}
		return !mayFail
	})
	return !mayFail
}

func (s *restart) assignment(target, e ast.Expr) beginning {
	if _, isAwait := e.(*ast.Await); !isAwait {
		if name, isName := target.(*ast.Name); isName && s.isOwn(name) && s.same(e) {
			return harmless
		}
		return disturbing
	}
	switch target.(type) {
	case *ast.Name, *ast.Attribute, *ast.Tuple:
		return s.await(e)
	}
	return disturbing
}

func (s *restart) choice(st *ast.If) beginning {
	if !s.sameTruth(st.Test) {
		return disturbing
	}
	body, otherwise := s.statements(st.Body), s.statements(st.Orelse)
	if body == disturbing || otherwise == disturbing {
		return disturbing
	}
	return min(body, otherwise)
}

// loop is for i in range(...), whose first turn is the same each time.
func (s *restart) loop(st *ast.For) beginning {
	call, isCall := st.Iter.(*ast.Call)
	if !isCall || len(st.Orelse) > 0 {
		return disturbing
	}
	name, isName := call.Func.(*ast.Name)
	target, isVariable := st.Target.(*ast.Name)
	if !isName || !isVariable || name.Id != "range" || !s.isBuiltin(name) || !s.isOwn(target) || !s.sameAll(call) || s.statements(st.Body) != settled {
		return disturbing
	}
	return harmless
}

// with is async with on a lock or semaphore, whose body is not reached before
// the await.
func (s *restart) with(item *ast.WithItem) beginning {
	t, ok := s.typeOf(item.ContextExpr).(*types.Library)
	if !ok || item.OptionalVars != nil || !api.WaitsFirst(t.Name) || !s.readable(item.ContextExpr) {
		return disturbing
	}
	s.awaits = true
	return settled
}

// passed reports whether except clauses name classes of exceptions, none of
// which is the error with which a coroutine leaves.
func (s *restart) passed(handlers []*ast.ExceptHandler) bool {
	for _, h := range handlers {
		classes := []ast.Expr{h.Type}
		if tuple, ok := h.Type.(*ast.Tuple); ok {
			classes = tuple.Elts
		}
		for _, c := range classes {
			if c == nil {
				return false
			}
			if _, ok := s.exceptionClass(c); !ok {
				return false
			}
		}
	}
	return true
}

// await looks at an expression that must be an await.
func (s *restart) await(e ast.Expr) beginning {
	await, ok := e.(*ast.Await)
	if !ok {
		return disturbing
	}
	if call, isCall := await.Value.(*ast.Call); isCall {
		if !s.awaitedCall(call) {
			return disturbing
		}
	} else if _, isFuture := s.typeOf(await.Value).(*types.Library); !isFuture || !s.same(await.Value) {
		return disturbing
	} else if _, isStatic := awaitedType(s.typeOf(await.Value)); !isStatic {
		return disturbing
	}
	s.awaits = true
	return settled
}

func (s *restart) awaitedCall(e *ast.Call) bool {
	if d := s.target(e); d != nil {
		return d.facts.Async && !d.facts.Generator && s.sameAll(e) && s.restarts(d)
	}
	if attr, ok := e.Func.(*ast.Attribute); ok {
		if self, isName := attr.Value.(*ast.Name); isName && s.same(self) {
			if _, _, n := s.methodOf(attr); n != nil {
				return s.sameAll(e) && s.restarts(s.program.definition(n))
			}
		}
	}
	m, exprs := s.libraryMatch(e)
	if m == nil || !m.Entry.First {
		return false
	}
	for _, x := range exprs {
		if !s.readable(x) {
			return false
		}
	}
	return true
}

// sameAll reports whether the arguments of a call are the same each time.
func (s *restart) sameAll(e *ast.Call) bool {
	for _, a := range argumentsOf(e) {
		if !s.same(a) {
			return false
		}
	}
	return true
}

// isOwn reports whether a name is a variable of the function that no inner
// function shares.
func (s *restart) isOwn(name *ast.Name) bool {
	sym := s.Scope.Uses[name]
	return sym != nil && sym.Scope == s.scope && !sym.Captured
}

// same reports whether an expression gives the same each time the function is
// called with the same arguments, and does nothing that shows.
func (s *restart) same(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.Name:
		return s.isOwn(e)
	case *ast.UnaryOp:
		return isBasic(s.typeOf(e.Operand)) && s.same(e.Operand)
	case *ast.BinOp:
		return isBasic(s.typeOf(e.Left)) && isBasic(s.typeOf(e.Right)) && s.same(e.Left) && s.same(e.Right)
	case *ast.Compare:
		for i, x := range e.Comparators {
			byIdentity := len(e.Ops) == 1 && (e.Ops[i] == ast.Is || e.Ops[i] == ast.IsNot)
			if !s.same(x) || !byIdentity && !(isBasic(s.typeOf(x)) && isBasic(s.typeOf(e.Left))) {
				return false
			}
		}
		return s.same(e.Left)
	}
	return false
}

// sameTruth is same for a condition.
func (s *restart) sameTruth(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.Compare:
		return s.same(e)
	case *ast.UnaryOp:
		return s.sameTruth(e.Operand) && s.same(e.Operand)
	case *ast.BoolOp:
		for _, x := range e.Values {
			if !s.sameTruth(x) {
				return false
			}
		}
		return true
	}
	return isBasic(s.typeOf(e)) && s.same(e)
}

// readable reports whether an expression only reads: what the first await waits
// for, which is not asked for a second time.
func (s *restart) readable(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		sym := s.Scope.Uses[e]
		return sym != nil && sym.Kind != scope.Builtin
	case *ast.Attribute:
		owner, isName := e.Value.(*ast.Name)
		_, isField := s.field(e)
		return isName && isField && s.same(owner)
	case *ast.BinOp:
		return isBasic(s.typeOf(e.Left)) && isBasic(s.typeOf(e.Right)) && s.readable(e.Left) && s.readable(e.Right)
	}
	return s.same(e)
}
