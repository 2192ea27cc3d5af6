package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A loop that alone has a generator can run the generator's body on its own
// stack, where nothing in that body notices that the loop ends early: no
// coroutine is needed then (py.Generator.Streams).

// streams reports whether a generator function makes such generators.
func (f *function) streams(d *definition) bool {
	if f.program.uses.Has(api.Handled) {
		return false
	}
	if d.facts.Async {
		return !f.generatorCleansUp(d, map[ast.Node]bool{})
	}
	return !hasNode(d.body, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Try, *ast.TryStar, *ast.With:
			return true
		}
		return false
	})
}

// hasNode reports whether a statement of a function's own has a node of some
// kind.
func hasNode(body []ast.Stmt, is func(n ast.Node) bool) bool {
	found := false
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			}
			found = found || is(n)
			return !found
		})
	}
	return found
}

// generatorCleansUp reports whether closing an asynchronous generator can do
// anything that shows. It cannot in one that is being looked at already.
func (f *function) generatorCleansUp(d *definition, seen map[ast.Node]bool) bool {
	if seen[d.node] {
		return false
	}
	seen[d.node] = true
	m := f.definitionModule(d)
	if m == nil {
		return true
	}
	inside := &function{module: m}
	return hasNode(d.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Try, *ast.TryStar, *ast.With, *ast.AsyncWith:
			return true
		case *ast.AsyncFor:
			return inside.iterableCleansUp(n.Iter, seen)
		case *ast.Comprehension:
			return n.IsAsync != 0 && inside.iterableCleansUp(n.Iter, seen)
		}
		return false
	})
}

func (f *function) iterableCleansUp(e ast.Expr, seen map[ast.Node]bool) bool {
	if d := f.asyncGenerator(e); d != nil {
		return f.generatorCleansUp(d, seen)
	}
	made, ok := f.soleGenerators(e)
	if !ok {
		return true
	}
	for _, d := range made {
		if f.generatorCleansUp(d, seen) {
			return true
		}
	}
	return false
}

// asyncGenerator returns the static asynchronous generator function that an
// expression calls, if any.
func (f *function) asyncGenerator(e ast.Expr) *definition {
	if call, ok := e.(*ast.Call); ok {
		if d := f.target(call); d != nil && d.facts.Generator && d.facts.Async {
			return d
		}
	}
	return nil
}

// soleGenerators returns the functions whose generators a parameter can be, if
// each call passes it a new one and only the expression uses it.
func (f *function) soleGenerators(e ast.Expr) ([]*definition, bool) {
	name, ok := e.(*ast.Name)
	if !ok {
		return nil, false
	}
	if f.program.passed == nil {
		f.program.passed = f.passedGenerators()
	}
	sym := f.Scope.Uses[name]
	made := f.program.passed[sym]
	return made, len(made) > 0
}

// passedGenerators finds the parameters that always get a new asynchronous
// generator and are used once.
func (f *function) passedGenerators() map[*scope.Symbol][]*definition {
	made := map[*scope.Symbol][]*definition{}
	uses := map[*scope.Symbol]int{}
	for _, m := range f.program.mods {
		for _, sym := range m.Scope.Uses {
			uses[sym]++
		}
	}
	never := map[*scope.Symbol]bool{}
	for _, m := range f.program.modules {
		caller := &function{module: m}
		ast.Inspect(m.AST, func(n ast.Node) bool {
			call, ok := n.(*ast.Call)
			if !ok {
				return true
			}
			d := caller.target(call)
			if d == nil {
				return true
			}
			owner := caller.definitionModule(d)
			for i, p := range d.args.All() {
				sym := owner.Scope.Defs[p]
				var g *definition
				if i < len(call.Args) && !hasStar(call.Args) && i < len(d.args.Posonlyargs)+len(d.args.Args) {
					g = caller.asyncGenerator(call.Args[i])
				}
				if g == nil || d.facts.Value || sym == nil || sym.Captured || sym.Assigned > 1 || uses[sym] != 1 {
					never[sym] = true
				}
				made[sym] = append(made[sym], g)
			}
			return true
		})
	}
	for sym := range never {
		delete(made, sym)
	}
	return made
}

// streamAsync emits the loop of async for over a generator that only the loop
// has and that nothing need close.
func (f *function) streamAsync(lp *loop, target ast.Expr, source value, body func()) {
	item := &ir.Var{Hint: loopHint(target), Type: ir.Any}
	err := &ir.Var{Hint: "err", Type: ir.Error}
	f.emit(&ir.Range{
		Label: lp.label, Key: item, Value: err, X: pyCall("AsyncEach", f.context(), f.boxed(source)),
		Body: f.within(func() {
			f.failOn(err)
			f.assignTo(target, value{&ir.Ref{Var: item}, types.Any})
			body()
		}),
	})
}
