package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A generator function that contextlib makes a context manager of is a Go
// function that runs the body of the with statement where it yields, if nothing
// else enters what it makes.

// entries are the calls of a program that with statements enter at once, and the
// names of attributes that are used in another way.
type entries struct {
	with   map[ast.Expr]bool // what such a call calls; true for async with
	others map[string]bool
}

// collectEntries notes the calls that the with statements of a module enter.
func (a *analysis) collectEntries(m *Module) {
	enter := func(items []*ast.WithItem, async bool) {
		for _, item := range items {
			if call, ok := item.ContextExpr.(*ast.Call); ok && !hasStar(call) {
				a.entries.with[call.Func] = async
			}
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.With:
			enter(n.Items, false)
		case *ast.AsyncWith:
			enter(n.Items, true)
		case *ast.Attribute:
			if _, entered := a.entries.with[n]; !entered {
				a.entries.others[n.Attr] = true
			}
		}
		return true
	})
}

// isAround reports whether a function becomes one that takes the body of a with
// statement, as far as its definition tells.
func (a *analysis) isAround(m *Module, n ast.Node) bool {
	if a.observed || a.refuted[n] {
		return false
	}
	switch n := n.(type) {
	case *ast.FunctionDef:
		return a.wraps(m, "contextlib.contextmanager", n.DecoratorList, n.Args, n.Body)
	case *ast.AsyncFunctionDef:
		return a.wraps(m, "contextlib.asynccontextmanager", n.DecoratorList, n.Args, n.Body)
	}
	return false
}

// wraps is isAround for the parts of a function.
func (a *analysis) wraps(m *Module, maker string, decorators []ast.Expr, args *ast.Arguments, body []ast.Stmt) bool {
	return len(decorators) == 1 && a.libraryName(m, decorators[0]) == maker &&
		args.Vararg == nil && args.Kwarg == nil && yieldsOnce(body) && !stops(body)
}

// libraryName is the full name of what an expression names of the library.
func (a *analysis) libraryName(m *Module, e ast.Expr) string {
	module, name := "", ""
	switch e := e.(type) {
	case *ast.Name:
		o, _ := a.owner(m).importOf(m.Scope.Uses[e])
		module, name = o.module, o.name
	case *ast.Attribute:
		module, name = a.owner(m).libraryModule(e.Value), e.Attr
	}
	if module == "" || a.modules[module] != nil {
		return ""
	}
	return module + "." + name
}

// enteredOnly reports whether all uses of a function's name are calls that with
// statements enter.
func (a *analysis) enteredOnly(uses []*ast.Name, async bool) bool {
	return !slices.ContainsFunc(uses, func(name *ast.Name) bool {
		with, entered := a.entries.with[name]
		return name.Ctx == ast.Load && (!entered || with != async)
	})
}

// methodEnteredOnly is enteredOnly for the methods of a name.
func (a *analysis) methodEnteredOnly(name string, async bool) bool {
	if a.entries.others[name] {
		return false
	}
	for fn, with := range a.entries.with {
		if attr, ok := fn.(*ast.Attribute); ok && attr.Attr == name && with != async {
			return false
		}
	}
	return true
}

// yieldsOnce reports whether statements come to exactly one yield, whose value
// nothing takes, unless they raise an exception that leaves them.
func yieldsOnce(body []ast.Stmt) bool {
	for i, s := range body {
		if !ast.Yields([]ast.Stmt{s}) {
			if hasReturn(s) {
				return false
			}
			continue
		}
		return !ast.Yields(body[i+1:]) && yieldsIn(s)
	}
	return false
}

// yieldsIn is yieldsOnce for a statement that yields.
func yieldsIn(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		y, ok := s.Value.(*ast.Yield)
		return ok && (y.Value == nil || !ast.Yields([]ast.Stmt{&ast.ExprStmt{Value: y.Value}}))
	case *ast.If:
		return !ast.Yields([]ast.Stmt{&ast.ExprStmt{Value: s.Test}}) && yieldsOnce(s.Body) && yieldsOnce(s.Orelse)
	case *ast.Try:
		for _, h := range s.Handlers {
			if ast.Yields(h.Body) {
				return false
			}
		}
		if ast.Yields(s.Orelse) || ast.Yields(s.Finalbody) || slices.ContainsFunc(s.Finalbody, hasReturn) || !yieldsOnce(s.Body) {
			return false
		}
		return yieldsFirst(s.Body) || !slices.ContainsFunc(s.Handlers, func(h *ast.ExceptHandler) bool { return !raisesOn(h.Body) })
	case *ast.With:
		return yieldsOnce(s.Body)
	case *ast.AsyncWith:
		return yieldsOnce(s.Body)
	}
	return false
}

// refuteArounds finds the functions in which a manager around the yield can
// suppress an exception that is raised before it.
func (a *analysis) refuteArounds() {
	for n, facts := range a.facts.Funcs {
		if !facts.Around {
			continue
		}
		ast.Inspect(n, func(x ast.Node) bool {
			switch x := x.(type) {
			case *ast.With:
				if a.mayNotYield(x.Items, x.Body) {
					a.refuted[n] = true
				}
			case *ast.AsyncWith:
				if a.mayNotYield(x.Items, x.Body) {
					a.refuted[n] = true
				}
			}
			return true
		})
	}
}

// mayNotYield reports whether control can get past a with statement around a
// yield without coming to the yield.
func (a *analysis) mayNotYield(items []*ast.WithItem, body []ast.Stmt) bool {
	return ast.Yields(body) && !yieldsFirst(body) &&
		slices.ContainsFunc(items, func(i *ast.WithItem) bool { return !a.facts.passing[i] })
}

// yieldsFirst reports whether statements yield before they can raise.
func yieldsFirst(body []ast.Stmt) bool {
	s, ok := body[0].(*ast.ExprStmt)
	if !ok {
		return false
	}
	y, ok := s.Value.(*ast.Yield)
	if !ok {
		return false
	}
	value := y.Value
	for {
		attr, ok := value.(*ast.Attribute)
		if !ok {
			break
		}
		value = attr.Value
	}
	switch value.(type) {
	case nil, *ast.Constant, *ast.Name:
		return true
	}
	return false
}

// raisesOn reports whether statements end by raising.
func raisesOn(body []ast.Stmt) bool {
	if slices.ContainsFunc(body, hasReturn) {
		return false
	}
	_, ok := body[len(body)-1].(*ast.Raise)
	return ok
}

// hasReturn reports whether a statement has a return of its function.
func hasReturn(s ast.Stmt) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Return:
			found = true
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
			return false
		}
		return !found
	})
	return found
}

// stops reports whether statements name what raises StopIteration: in a
// generator that is another error.
func stops(body []ast.Stmt) bool {
	found := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			if name, ok := n.(*ast.Name); ok && api.Mentions(name.Id).Has(api.Stepped) {
				found = true
			}
			return !found
		})
	}
	return found
}

// aroundCall finds the function that the with statement of an item becomes a
// call of; nil if it is none.
func (f *function) aroundCall(item *ast.WithItem) ast.Node {
	call, ok := item.ContextExpr.(*ast.Call)
	if !ok {
		return nil
	}
	var n ast.Node
	switch fn := call.Func.(type) {
	case *ast.Name:
		n, _ = f.definition(fn)
	case *ast.Attribute:
		if instance, ok := known(f.facts.exprs[fn.Value]).(*types.Instance); ok {
			n = f.classes[instance.Class].method(fn.Attr)
		}
	}
	if n == nil || f.facts.Funcs[n] == nil || !f.facts.Funcs[n].Around {
		return nil
	}
	return n
}
