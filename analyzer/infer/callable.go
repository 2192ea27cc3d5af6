package infer

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// builtinType is the type of a builtin name as a value: all are functions or
// classes, but for a few.
func builtinType(name string) types.Type {
	switch name {
	case "__name__", "__file__":
		return types.Str
	case "__debug__":
		return types.Bool
	case "NotImplemented", "Ellipsis":
		return types.Any
	}
	if strings.HasPrefix(name, "_") {
		return types.Any
	}
	return types.Callable
}

// libraryType is the type of a name of the library as a value: the program can
// put something else in its place.
func (s *solver) libraryType(name string) types.Type {
	replaced := s.stores[name[strings.LastIndex(name, ".")+1:]]
	if c := api.ConstantOf(name); c != nil && (c.Go != "" || !replaced) {
		return constantType(name)
	}
	if api.Knows(name) || api.IsCallable(name) && !replaced {
		return types.Callable
	}
	return types.Any
}

// definedType is the type of what a name of a module of the program is bound to,
// if that is a function or class that nothing replaces.
func (a *analysis) definedType(m *Module, sym *scope.Symbol) types.Type {
	if sym != nil && sym.Assigned == 1 && len(sym.Bindings) == 1 {
		return a.defined(m, sym.Bindings[0])
	}
	return types.Any
}

// defined is the type of what a def or class statement binds: decorators can
// make anything of it, but for some of the library.
func (a *analysis) defined(m *Module, n ast.Node) types.Type {
	var decorators []ast.Expr
	switch n := n.(type) {
	case *ast.FunctionDef:
		decorators = n.DecoratorList
	case *ast.AsyncFunctionDef:
		decorators = n.DecoratorList
	case *ast.ClassDef:
		decorators = n.DecoratorList
	default:
		return types.Any
	}
	for _, d := range decorators {
		if call, ok := d.(*ast.Call); ok {
			d = call.Func
		}
		if !api.KeepsCallable(a.owner(m).libraryModule(d)) {
			return types.Any
		}
	}
	return types.Callable
}

func isCallable(t types.Type) bool { return t == types.Function || t == types.Callable }
