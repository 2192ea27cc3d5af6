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
	if t := constantType(name); t != types.Any {
		return t
	}
	if api.Knows(name) || api.IsCallable(name) && !s.stores[name[strings.LastIndex(name, ".")+1:]] {
		return types.Callable
	}
	return types.Any
}

// definedType is the type of what a name of a module of the program is bound to,
// if that is a function or class that nothing replaces.
func definedType(sym *scope.Symbol) types.Type {
	if sym != nil && sym.Assigned == 1 && len(sym.Bindings) == 1 {
		return defined(sym.Bindings[0])
	}
	return types.Any
}

// defined is the type of what a def or class statement binds: decorators can
// make anything of it.
func defined(n ast.Node) types.Type {
	decorators := 0
	switch n := n.(type) {
	case *ast.FunctionDef:
		decorators = len(n.DecoratorList)
	case *ast.AsyncFunctionDef:
		decorators = len(n.DecoratorList)
	case *ast.ClassDef:
		decorators = len(n.DecoratorList)
	default:
		return types.Any
	}
	if decorators > 0 {
		return types.Any
	}
	return types.Callable
}

func isCallable(t types.Type) bool { return t == types.Function || t == types.Callable }
