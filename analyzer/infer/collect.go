package infer

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// collectImports notes what the import statements of a module bind.
func (a *analysis) collectImports(m *Module) {
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Import:
			for _, alias := range n.Names {
				if _, absent := api.AbsentModule(alias.Name, a.isLocal); absent {
					a.absent[alias] = true
					continue
				}
				o := importOf{module: alias.Name}
				if alias.Asname == "" {
					o.module, _, _ = strings.Cut(alias.Name, ".")
				}
				a.imports[alias] = o
				a.mocks = a.mocks || alias.Name == api.MockModule
			}
		case *ast.ImportFrom:
			module, ok := n.Absolute(m.Package)
			_, absent := api.AbsentModule(module, a.isLocal)
			for _, alias := range n.Names {
				if !ok || absent || !a.isLocal(module) && api.AbsentName(module, alias.Name) {
					a.absent[alias] = true
					continue
				}
				a.imports[alias] = importOf{module, alias.Name}
				a.mocks = a.mocks || module == api.MockModule || module+"."+alias.Name == api.MockModule
			}
		}
		return true
	})
}

// isLocal reports whether a module is one of the program.
func (a *analysis) isLocal(name string) bool { return a.modules[name] != nil }

// collectFunctions decides which functions of a module are static: those bound
// once, undecorated, of the module not inside another statement, and, if
// nested, only ever called by name.
func (a *analysis) collectFunctions(m *Module) {
	called := map[*ast.Name]bool{}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Call:
			if name, ok := n.Func.(*ast.Name); ok && bindsTo(n, m.Scope.Uses[name]) {
				called[name] = true
			}
			if at, ok := takesFunction(n.Func); ok && len(n.Args) > at && !hasStar(n) {
				if name, ok := n.Args[at].(*ast.Name); ok {
					called[name] = true
				}
			}
		case *ast.ClassDef:
			a.facts.Classes[n] = &Class{Why: "it is not at the top of the script"}
		}
		return true
	})
	top := map[ast.Node]bool{}
	for _, s := range m.AST.Body {
		top[s] = true
	}
	value := map[*scope.Symbol]bool{}
	for name, sym := range m.Scope.Uses {
		a.uses[sym] = append(a.uses[sym], name)
		if name.Ctx != ast.Store && !called[name] {
			value[sym] = true
		}
	}
	for n, s := range m.Scope.Scopes {
		if _, isClass := n.(*ast.ClassDef); !isClass && s.Parent != nil && asksForNames(n) {
			for _, sym := range s.Order {
				value[sym] = true
			}
		}
	}
	ast.Inspect(m.AST, func(n ast.Node) bool {
		var f *Func
		switch n := n.(type) {
		case *ast.FunctionDef:
			f = a.collect(m, n, n.Args, n.Body, n.DecoratorList)
		case *ast.AsyncFunctionDef:
			f = a.collect(m, n, n.Args, n.Body, n.DecoratorList)
			f.Async = true
			f.Fails = !f.Generator
		case *ast.Lambda:
			a.facts.Funcs[n] = &Func{Result: types.Any, Generator: yields(n.Body)}
			return true
		default:
			return true
		}
		sym := m.Scope.Defs[n]
		f.Value = value[sym] || m.Name != "__main__"
		switch {
		case !f.Static:
		case sym.Assigned != 1:
			f.Static, f.Why = false, "its name is bound more than once"
		case m.Scope.InNamespace(sym):
			f.Static, f.Why = false, "the module asks for globals()"
		case sym.Scope != m.Scope.Module && f.Value:
			f.Static, f.Why = false, "it is a nested function that is used as a value"
		case sym.Scope == m.Scope.Module && !top[n]:
			f.Static, f.Why = false, "it is defined inside another statement"
		case f.Around && (f.Value || !a.enteredOnly(a.uses[sym], f.Async)):
			f.Static, f.Why = false, "it has decorators"
		}
		f.Around = f.Around && f.Static
		return true
	})
}

// asksForNames reports whether locals() or the like is called within n.
func asksForNames(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.Call); ok {
			if _, ok := scope.NamesOfScope(call); ok {
				found = true
			}
		}
		return !found
	})
	return found
}

// bindsTo reports whether a call of the function that sym is bound to binds its
// arguments without error, and without ** or a * that fills plain parameters. A
// call of anything else does when it has neither.
func bindsTo(e *ast.Call, sym *scope.Symbol) bool {
	var args *ast.Arguments
	if sym != nil && len(sym.Bindings) == 1 {
		args = ast.ArgumentsOf(sym.Bindings[0])
	}
	if args == nil {
		return !hasStar(e)
	}
	params := args.All()
	positional := len(args.Posonlyargs) + len(args.Args)
	for i, a := range e.Args {
		if _, ok := a.(*ast.Starred); ok && i < positional {
			return false
		}
	}
	if len(e.Args) > positional && args.Vararg == nil {
		return false
	}
	bound := map[*ast.Arg]bool{}
	for i := range min(len(e.Args), positional) {
		bound[params[i]] = true
	}
	for _, k := range e.Keywords {
		i := slices.IndexFunc(params, func(p *ast.Arg) bool {
			return p.Arg == k.Arg && p != args.Vararg && p != args.Kwarg && !slices.Contains(args.Posonlyargs, p)
		})
		switch {
		case i >= 0 && bound[params[i]]:
			return false
		case i >= 0:
			bound[params[i]] = true
		case args.Kwarg == nil || k.Arg == "":
			return false
		}
	}
	defaults := args.DefaultValues()
	for _, p := range params {
		if !bound[p] && defaults[p] == nil && p != args.Vararg && p != args.Kwarg {
			return false
		}
	}
	return true
}

func (a *analysis) collect(m *Module, n ast.Node, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr) *Func {
	f := &Func{Result: types.None}
	sym := m.Scope.Defs[n]
	switch {
	case len(decorators) > 0 && !isClass(sym.Scope) && a.isAround(m, n):
		f.Around = true
	case len(decorators) > 0:
		f.Why = "it has decorators"
	case isClass(sym.Scope):
		f.Why = "it is in a class body"
	}
	f.Static = f.Why == ""
	for _, s := range body {
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda, *ast.ClassDef:
				return false
			case *ast.Raise, *ast.Assert:
				f.Fails = true
			case *ast.Yield, *ast.YieldFrom:
				f.Generator = true
			}
			return true
		})
	}
	if f.Generator {
		f.Fails = false
	}
	if isClass(sym.Scope) && isLeaving(sym.Name) && !asksForNames(n) {
		f.Unread = a.unread(m, args)
	}
	a.facts.Funcs[n] = f
	return f
}

func hasStar(e *ast.Call) bool {
	for _, arg := range e.Args {
		if _, ok := arg.(*ast.Starred); ok {
			return true
		}
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			return true
		}
	}
	return false
}

// takesFunction reports whether an expression is spelled as a function or method of
// asyncio with an argument that can be a Go function, and which. If it turns out to be
// another one, the argument is used as a value after all.
func takesFunction(e ast.Expr) (index int, ok bool) {
	var name string
	switch e := e.(type) {
	case *ast.Name:
		name = e.Id
	case *ast.Attribute:
		name = e.Attr
	}
	return api.TakesFunction(name)
}

func yields(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.Yield, *ast.YieldFrom:
			found = true
		case *ast.Lambda:
			return false
		}
		return true
	})
	return found
}

// isReplaced reports whether an imported name is given another value.
func (a *analysis) isReplaced(sym *scope.Symbol) bool {
	for _, m := range a.modules {
		if m.Scope.Replaced(sym) {
			return true
		}
	}
	return false
}

// importOf resolves a symbol whose one binding is an import.
func (f *function) importOf(sym *scope.Symbol) (importOf, bool) {
	if sym == nil || f.isReplaced(sym) || f.mod.Scope.Postponed(sym) {
		return importOf{}, false
	}
	o, ok := importOf{}, false
	for _, b := range sym.Bindings {
		if f.absent[b] {
			continue // it binds nothing
		}
		from, isImport := f.imports[b]
		if !isImport || ok && from != o {
			return importOf{}, false
		}
		o, ok = from, true
	}
	return o, ok
}

// definition returns the static function that a name, or module.name, always means.
func (f *function) definition(e ast.Expr) (ast.Node, *Module) {
	mod, sym := f.symbolNamed(f.mod, e)
	if sym == nil || len(sym.Bindings) != 1 {
		return nil, nil
	}
	n := sym.Bindings[0]
	if facts := f.funcOf(n); facts == nil || !facts.Static {
		return nil, nil
	}
	return n, mod
}

// maxModuleParts is more than the dotted name of any module of the library has.
const maxModuleParts = 8

// libraryModule resolves an expression that names a module: its dotted name, or "".
func (f *function) libraryModule(e ast.Expr) string { return f.libraryModuleIn(e, maxModuleParts) }

// libraryModuleIn is libraryModule for a name of at most so many parts. A longer chain
// of attributes is not even gone through, because its parts are asked for in turn.
func (f *function) libraryModuleIn(e ast.Expr, parts int) string {
	if parts == 0 || f.mod.Scope.Hidden(e) {
		return ""
	}
	switch e := e.(type) {
	case *ast.Name:
		o, ok := f.importOf(f.mod.Scope.Uses[e])
		switch {
		case !ok:
			return ""
		case o.name == "":
			return o.module
		}
		return f.partOf(o.module, o.name)
	case *ast.Attribute:
		if parent := f.libraryModuleIn(e.Value, parts-1); parent != "" {
			return f.partOf(parent, e.Attr)
		}
	}
	return ""
}

// partOf is the dotted name of what has a name in a module, "" for what a module of
// the program defines.
func (a *analysis) partOf(module, name string) string {
	full := module + "." + name
	if a.modules[module] != nil && a.modules[full] == nil {
		return ""
	}
	return full
}
