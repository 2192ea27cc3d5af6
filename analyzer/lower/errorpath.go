package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// An exception reaches a handler as a Go error or as a panic. Where it is known
// that what a handler catches never comes as a panic, the body of its try is a
// plain closure, which tidying can often write in line.

// attempt is a try statement whose handlers catch the exception classes of some
// names, lowered to a call of py.Try.
type attempt struct {
	node    ast.Node // the statement; nil if it has a finally, too
	call    *ir.Call
	classes []string
}

// attempted notes that a try with handlers was lowered to a call of py.Try.
func (f *function) attempted(s *ast.Try, call *ir.Call) {
	var classes []string
	for _, h := range s.Handlers {
		names, ok := f.caughtNames(h.Type)
		if !ok {
			return
		}
		classes = append(classes, names...)
	}
	a := attempt{call: call, classes: classes}
	if len(s.Finalbody) == 0 {
		a.node = s
	}
	f.program.attempts = append(f.program.attempts, a)
}

// caughtNames lists the classes that an except clause names, if they can be
// among those that only come as errors: static exception classes, which no
// fault is an instance of, and what awaiting alone raises.
func (f *function) caughtNames(e ast.Expr) ([]string, bool) {
	if tuple, ok := e.(*ast.Tuple); ok && len(tuple.Elts) > 0 {
		var all []string
		for _, x := range tuple.Elts {
			names, ok := f.caughtNames(x)
			if !ok {
				return nil, false
			}
			all = append(all, names...)
		}
		return all, true
	}
	if e == nil {
		return nil, false
	}
	if s := f.structOf(e); s != nil {
		return []string{s.class.Name}, true
	}
	if class, ok := f.exceptionClass(e); ok {
		if q, ok := class.(*ir.Qual); ok && !f.program.uses.Has(api.Outcomes) &&
			(q.Name == "CancelledError" || q.Name == "TimeoutError" && !f.program.uses.Has(api.Timeouts)) {
			return []string{q.Name}, true
		}
	}
	return nil, false
}

// asks notes that an attribute is looked up by name when the program runs.
func (f *function) asks(name string) {
	f.program.rethrows = f.program.rethrows || api.Rethrows(name)
}

// panics notes that the function being lowered turns errors into panics.
func (f *function) panics() { f.program.panicking[f.node] = true }

// straightenAttempts calls the bodies of the tries directly whose handlers
// catch nothing that comes as a panic.
func (l *lowerer) straightenAttempts() {
	if len(l.attempts) == 0 {
		return
	}
	if l.rethrows {
		return
	}
	raised := l.panicked()
	for _, a := range l.attempts {
		if raised["*"] || len(a.call.Args) != 1 {
			return
		}
		sound := true
		for _, class := range a.classes {
			sound = sound && !raised[class]
		}
		if sound {
			a.call.Fun, a.call.Args = a.call.Args[0], nil
			if r, ok := l.rungs[a.node]; ok {
				r.Form, r.Why = "a test of the error", ""
				l.rungs[a.node] = r
			}
		}
	}
}

// panicked is the set of the names of exception classes that may be raised
// within something that turns errors into panics, with the classes that these
// derive from; "*" stands for any class.
func (l *lowerer) panicked() map[string]bool {
	if l.effects == nil {
		l.effects = programEffects(l.mods)
	}
	own, bases := l.raised()
	out := map[string]bool{}
	var add func(name string)
	add = func(name string) {
		if out[name] {
			return
		}
		out[name] = true
		for _, b := range bases[name] {
			add(b)
		}
	}
	seen, ran := map[ast.Node]bool{}, map[*callees]bool{}
	var visit func(n ast.Node)
	visitAll := func(a *actions) {
		for c := range a.runs {
			if !ran[c] {
				ran[c] = true
				for _, callee := range c.functions {
					if _, async := callee.(*ast.AsyncFunctionDef); !async { // calling it does not run it
						visit(callee)
					}
				}
			}
		}
	}
	visit = func(n ast.Node) {
		if seen[n] {
			return
		}
		seen[n] = true
		for _, name := range own[n] {
			add(name)
		}
		if a := l.effects.own[n]; a != nil {
			visitAll(a)
		} else {
			add("*") // statements outside of functions
		}
	}
	for n, facts := range l.facts.Funcs {
		if _, isLambda := n.(*ast.Lambda); isLambda || facts.Generator || !facts.Async && (!facts.Static || facts.Value) {
			visit(n)
		}
	}
	for n := range l.panicking {
		visit(n)
	}
	for _, m := range l.mods {
		ast.Inspect(m.AST, func(n ast.Node) bool {
			g, ok := n.(*ast.GeneratorExp)
			if !ok {
				return true
			}
			visitAll(l.effects.of(m, g))
			return true
		})
	}
	return out
}

// raised finds the names of the classes that each function raises itself, and
// what each class derives from.
func (l *lowerer) raised() (own map[ast.Node][]string, bases map[string][]string) {
	own, bases = map[ast.Node][]string{}, map[string][]string{}
	for _, m := range l.mods {
		var visit func(root ast.Node, in ast.Node)
		visit = func(root, in ast.Node) {
			ast.Inspect(root, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda:
					if n != root {
						visit(n, n)
						return false
					}
				case *ast.ClassDef:
					for _, b := range n.Bases {
						bases[n.Name] = append(bases[n.Name], baseName(b))
					}
				case *ast.Raise:
					own[in] = append(own[in], l.raisedName(m, n.Exc)...)
				case *ast.Call:
					if attr, ok := n.Func.(*ast.Attribute); ok && api.Rethrows(attr.Attr) {
						own[in] = append(own[in], "*")
					}
				}
				return true
			})
		}
		visit(m.AST, m.AST)
	}
	return own, bases
}

// raisedName is the name of the class of what a raise statement raises: "*" if
// it can be anything, none if a handler raises what it caught.
func (l *lowerer) raisedName(m *Module, exc ast.Expr) []string {
	if call, ok := exc.(*ast.Call); ok {
		exc = call.Func
	}
	switch e := exc.(type) {
	case nil:
		return nil
	case *ast.Name:
		if isExceptionName(e.Id) {
			return []string{canonicalName(e.Id)}
		}
		sym := m.Scope.Uses[e]
		if sym == nil {
			return []string{"*"}
		}
		caught := len(sym.Bindings) > 0
		for _, b := range sym.Bindings {
			if _, isClass := b.(*ast.ClassDef); isClass && len(sym.Bindings) == 1 {
				return []string{e.Id}
			}
			_, isHandler := b.(*ast.ExceptHandler)
			caught = caught && isHandler
		}
		if caught {
			return nil
		}
	case *ast.Attribute:
		if _, ok := e.Value.(*ast.Name); ok && (isExceptionName(e.Attr) || asyncioExceptions[e.Attr]) {
			return []string{e.Attr}
		}
	}
	return []string{"*"}
}

// baseName is the last identifier of a dotted name, "*" for anything else.
func baseName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Name:
		return e.Id
	case *ast.Attribute:
		return e.Attr
	case *ast.Subscript:
		return baseName(e.Value)
	}
	return "*"
}
