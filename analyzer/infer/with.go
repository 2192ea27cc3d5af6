package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) with(n ast.Node, items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		t := f.expr(item.ContextExpr)
		around := f.aroundCall(item)
		instance, isInstance := known(t).(*types.Instance)
		if around == nil && (!isInstance || !f.manage(instance, isAsync(n))) {
			f.escape(t)
		}
		switch {
		case around != nil:
			f.enterAround(item, around)
		case item.OptionalVars == nil:
		case t == types.Never:
			f.assign(item.OptionalVars, t)
		case isInstance:
			f.assign(item.OptionalVars, f.enteredInstance(n, f.classes[instance.Class]))
		default:
			f.assign(item.OptionalVars, f.entered(n, item))
		}
	}
	f.ran()
	// A manager can end the body early by suppressing an exception.
	f.scoped(func() { f.block(body) })
	f.forget(n)
	for _, item := range items {
		f.facts.passing[item] = f.passesOn(item)
	}
}

// enterAround interprets the entry of a with statement that becomes a call of a
// Go function.
func (f *function) enterAround(item *ast.WithItem, around ast.Node) {
	if item.OptionalVars != nil {
		f.assign(item.OptionalVars, f.yields(around).read())
	}
}

// managerMethods are the special methods of a with statement.
func managerMethods(async bool) (enter, exit string) {
	if async {
		return "__aenter__", "__aexit__"
	}
	return "__enter__", "__exit__"
}

func isAsync(n ast.Node) bool {
	_, async := n.(*ast.AsyncWith)
	return async
}

// Manager finds the methods that a with statement calls directly of an instance
// of a static class; nil if the runtime finds them.
func (f *Facts) Manager(def *ast.ClassDef, async bool) (enter, exit ast.Node) {
	enterName, exitName := managerMethods(async)
	enter, exit = f.Method(def, enterName), f.Method(def, exitName)
	if f.Classes[def].Enum != nil || !f.manages(enter, exit, async) {
		return nil, nil
	}
	return enter, exit
}

// manages reports whether two methods are plain ones that take the arguments
// that a with statement has for them.
func (f *Facts) manages(enter, exit ast.Node, async bool) bool {
	for n, args := range map[ast.Node]int{enter: 0, exit: 3} {
		if n == nil {
			return false
		}
		facts, a := f.Funcs[n], ast.ArgumentsOf(n)
		if facts.Kind != InstanceMethod || facts.Async != async || facts.Generator || len(a.Kwonlyargs) > 0 || a.Kwarg != nil {
			return false
		}
		positional := len(a.Args) + len(a.Posonlyargs) - 1
		if a.Vararg != nil && (positional > args || !facts.Unread[a.Vararg]) || a.Vararg == nil && positional != args {
			return false
		}
	}
	return true
}

// manage interprets the calls that a with statement makes of an instance's
// methods; false if the runtime makes them.
func (f *function) manage(instance *types.Instance, async bool) bool {
	info := f.classes[instance.Class]
	enterName, exitName := managerMethods(async)
	exit := info.method(exitName)
	if instance.Enum || !f.facts.manages(info.method(enterName), exit, async) {
		return false
	}
	for i, p := range ast.ArgumentsOf(exit).All()[1:] {
		if f.facts.Funcs[exit].Unread[p] {
			continue
		}
		given := types.Type(types.Any)
		if i == 1 {
			given = &types.Optional{Elem: &types.Exception{Name: "BaseException"}}
		}
		f.join(f.variable(f.classes[f.facts.Funcs[exit].Method].mod.Scope.Defs[p]), given)
	}
	return true
}

// isLeaving reports whether name is that of a method by which a with statement
// is left.
func isLeaving(name string) bool { return name == "__exit__" || name == "__aexit__" }

// unread lists the parameters that a function does not name.
func (a *analysis) unread(m *Module, args *ast.Arguments) map[*ast.Arg]bool {
	out := map[*ast.Arg]bool{}
	for _, p := range args.All() {
		if len(a.uses[m.Scope.Defs[p]]) == 0 {
			out[p] = true
		}
	}
	return out
}

// leavesNamed reports whether a module names a method by which a with statement
// is left other than to define it.
func leavesNamed(m *Module) bool {
	found := false
	ast.Inspect(m.AST, func(n ast.Node) bool {
		attr, ok := n.(*ast.Attribute)
		found = found || ok && isLeaving(attr.Attr)
		return !found
	})
	return found
}

// Omits reports whether the Go form of a method has no parameter for p: only
// with statements call it, and it does not read what they pass.
func (f *Facts) Omits(n ast.Node, p *ast.Arg) bool {
	facts := f.Funcs[n]
	return facts.Unread[p] && facts.Method != nil && facts.Kind == InstanceMethod && !facts.Value && !facts.Virtual && !f.leavesNamed
}

// enteredInstance is the type of what a context manager that is an instance of
// a static class gives.
func (f *function) enteredInstance(n ast.Node, info *classInfo) types.Type {
	name, _ := managerMethods(isAsync(n))
	m := info.method(name)
	if m == nil || f.facts.Funcs[m].Async != isAsync(n) || f.facts.Funcs[m].Generator || f.facts.Funcs[m].Kind != InstanceMethod {
		return types.Any
	}
	return known(f.resultCell(m))
}

// entered is the type of what a context manager gives. A task group that is
// bound to a name of its own becomes a parameter of the body.
func (f *function) entered(n ast.Node, item *ast.WithItem) types.Type {
	enter, _ := managerMethods(isAsync(n))
	if t, ok := f.operation(enter, known(f.facts.exprs[item.ContextExpr])); ok {
		return t
	}
	call, ok := item.ContextExpr.(*ast.Call)
	name, isName := item.OptionalVars.(*ast.Name)
	if !ok || !isName || len(call.Args)+len(call.Keywords) > 0 || f.class != nil {
		return types.Any
	}
	if entry, _ := f.entryName(call); entry != "asyncio.TaskGroup" {
		return types.Any
	}
	sym := f.mod.Scope.Uses[name]
	if sym == nil || sym.Assigned != 1 || !f.within(sym, n) {
		return types.Any
	}
	f.facts.parts[call] = true
	return &types.Library{Name: "asyncio.TaskGroup"}
}

// within reports whether all uses of a variable lie within a statement.
func (f *function) within(sym *scope.Symbol, n ast.Node) bool {
	for _, name := range f.uses[sym] {
		if !n.Span().Contains(name.Span()) {
			return false
		}
	}
	return true
}
