package infer

import (
	"maps"

	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) block(body []ast.Stmt) {
	for _, s := range body {
		f.statement(s)
	}
}

func (f *function) statement(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.ExprStmt:
		f.expr(s.Value)
	case *ast.Assign:
		f.assignment(s)
	case *ast.AnnAssign:
		f.annotated(s)
	case *ast.AugAssign:
		f.augmented(s)
	case *ast.Return:
		t := types.Type(types.None)
		if s.Value != nil {
			t = f.expr(s.Value)
		}
		f.join(f.result, t)
	case *ast.If:
		f.branch(s)
	case *ast.While:
		f.forget(s)
		f.test(s.Test)
		f.scoped(func() {
			f.assume(s.Test, true)
			f.block(s.Body)
		})
		f.forget(s)
		f.block(s.Orelse)
	case *ast.For:
		f.loop(s, s.Target, s.Iter, s.Body, s.Orelse, false)
	case *ast.AsyncFor:
		f.loop(s, s.Target, s.Iter, s.Body, s.Orelse, true)
	case *ast.FunctionDef:
		f.definitionStatement(s, s.Args, s.Body, s.DecoratorList)
	case *ast.AsyncFunctionDef:
		f.definitionStatement(s, s.Args, s.Body, s.DecoratorList)
	case *ast.ClassDef:
		f.classStatement(s)
	case *ast.Raise:
		if info := f.classOf(s.Exc); info != nil {
			t, _ := f.construct(&ast.Call{Func: s.Exc})
			f.escape(t)
		} else if name, ok := s.Exc.(*ast.Name); ok && f.isBuiltin(name) {
			break // a class, of which an instance is made
		} else if s.Exc != nil {
			f.escape(f.expr(s.Exc)) // handlers find it
			if call, ok := s.Exc.(*ast.Call); ok {
				name, isName := call.Func.(*ast.Name)
				f.facts.parts[call] = isName && f.isBuiltin(name)
			}
		}
		if s.Cause != nil {
			f.escape(f.expr(s.Cause))
		}
	case *ast.Try:
		f.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		f.try(s, s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.With:
		f.with(s, s.Items, s.Body)
	case *ast.AsyncWith:
		f.with(s, s.Items, s.Body)
	case *ast.Match:
		f.match(s)
	case *ast.Assert:
		f.test(s.Test)
		f.optionalExpr(s.Msg)
		f.assume(s.Test, true)
	case *ast.Delete:
		for _, t := range s.Targets {
			f.deleted(t)
		}
	case *ast.TypeAlias:
		f.expr(s.Value)
		f.bind(f.mod.Scope.Uses[s.Name.(*ast.Name)], types.Any)
		f.bindAll(s.TypeParams)
	case *ast.Import:
		f.imported(s.Names)
	case *ast.ImportFrom:
		f.imported(s.Names)
	}
}

// imported joins what import statements bind: names that stand for the library
// or another module are handled where they are used.
func (f *function) imported(names []*ast.Alias) {
	f.ran()
	for _, a := range names {
		if sym := f.mod.Scope.Defs[a]; sym != nil {
			f.bind(sym, types.Any)
		}
	}
}

func (f *function) bindAll(params []ast.TypeParam) {
	for _, p := range params {
		if sym := f.mod.Scope.Defs[p]; sym != nil {
			f.bind(sym, types.Any)
		}
	}
}

func (f *function) optionalExpr(e ast.Expr) {
	if e != nil {
		f.escape(f.expr(e))
	}
}

func (f *function) definitionStatement(n ast.Node, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr) {
	if facts := f.facts.Funcs[n]; facts == nil || facts.Method == nil {
		for _, d := range decorators {
			f.expr(d)
			f.ran()
		}
	}
	sym := f.mod.Scope.Defs[n]
	if f.class != nil {
		f.enter(n, args, body, nil)
		return
	}
	if facts := f.funcOf(n); facts != nil && facts.Static {
		f.join(f.variable(sym), &types.Closure{Def: n})
	} else {
		f.bind(sym, f.defined(f.mod, n))
	}
	f.enter(n, args, body, nil)
}

func (f *function) classStatement(s *ast.ClassDef) {
	if f.classes[s] == nil {
		for _, d := range s.DecoratorList {
			f.expr(d)
		}
		for _, b := range s.Bases {
			f.expr(b)
		}
	}
	for _, k := range s.Keywords {
		f.escape(f.expr(k.Value))
	}
	f.bindAll(s.TypeParams)
	f.bind(f.mod.Scope.Defs[s], f.defined(f.mod, s))
	inner := &function{analysis: f.analysis, mod: f.mod, node: s, result: f.newCell(), narrow: map[place]told{}, events: newEvents(), class: s}
	inner.block(s.Body)
	f.ran()
}

// branch interprets if: what its test tells holds in each arm, and after it
// where the other arm does not go on.
func (f *function) branch(s *ast.If) {
	f.test(s.Test)
	before, way := f.copyNarrow(), f.events.fork()
	f.assume(s.Test, true)
	f.block(s.Body)
	then, thenWay := f.narrow, f.events
	f.elsewhere(way)
	f.resume(before)
	f.assume(s.Test, false)
	f.block(s.Orelse)
	switch {
	case f.ends(s.Body):
	case len(s.Orelse) > 0 && f.ends(s.Orelse):
		f.elsewhere(thenWay)
		f.resume(then)
	default:
		f.events.meetWay(thenWay)
		f.resume(f.common(then, f.narrow))
	}
}

func (f *function) copyNarrow() map[place]told { return maps.Clone(f.narrow) }

// common keeps what is known at the end of two ways that lead here.
func (f *function) common(a, b map[place]told) map[place]told {
	out := map[place]told{}
	for p, t := range a {
		if u, ok := b[p]; ok && same(known(t.typ), known(u.typ)) {
			out[p] = told{t.typ, f.events.now}
		}
	}
	return out
}

// scoped interprets code whose tests tell nothing about what comes after.
func (f *function) scoped(body func()) {
	before := f.copyNarrow()
	body()
	f.resume(f.common(before, f.narrow))
}

// forget drops what is known of the variables that a statement assigns, and of
// all fields.
func (f *function) forget(n ast.Node) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Name:
			if n.Ctx != ast.Load {
				f.unknown(f.mod.Scope.Uses[n])
			}
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
			return false
		}
		return true
	})
	f.ran()
}

func (f *function) try(n ast.Node, body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	before := f.copyNarrow()
	f.block(body)
	f.block(orelse)
	for _, h := range handlers {
		f.resume(before)
		before = f.copyNarrow()
		f.forget(n)
		f.handler(h)
	}
	if len(handlers) > 0 {
		f.resume(before)
	}
	f.forget(n)
	f.block(final)
}

func (f *function) handler(h *ast.ExceptHandler) {
	var t types.Type = &types.Exception{Name: "BaseException"}
	if h.Type != nil {
		if info := f.classOf(h.Type); info != nil && info.exception {
			t = f.instance(info.def)
		} else {
			f.caught(h.Type)
		}
	}
	if h.Name != "" {
		f.bind(f.mod.Scope.Defs[h], t)
	}
	f.block(h.Body)
}

// caught interprets the class, or the classes, of an except clause. The name of
// an exception class or of a static class is no value there.
func (f *function) caught(e ast.Expr) {
	if tuple, ok := e.(*ast.Tuple); ok {
		for _, x := range tuple.Elts {
			f.caught(x)
		}
		return
	}
	if name, ok := e.(*ast.Name); ok && (f.isBuiltin(name) || f.classOf(name) != nil) {
		return
	}
	f.expr(e)
}
