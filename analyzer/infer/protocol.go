package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// isProtocol reports whether a class is a typing.Protocol that says what methods
// and attributes there are and nothing else, so that making it has no effect.
//
// https://docs.python.org/3.13/library/typing.html#typing.Protocol
func (a *analysis) isProtocol(m *Module, def *ast.ClassDef) bool {
	owner := a.owner(m)
	if len(def.Bases) != 1 || len(def.Keywords)+len(def.TypeParams) > 0 {
		return false
	}
	base := def.Bases[0]
	if s, ok := base.(*ast.Subscript); ok {
		base = s.Value
	}
	if owner.libraryModule(base) != "typing.Protocol" {
		return false
	}
	for _, d := range def.DecoratorList {
		if owner.libraryModule(d) != "typing.runtime_checkable" {
			return false
		}
	}
	form := &typeForm{function: owner, before: def.Span().Start}
	return !slices.ContainsFunc(def.Body, func(s ast.Stmt) bool { return !form.declares(s) })
}

// declares reports whether a statement in a class body says what a method or
// attribute is like, and no more.
func (f *typeForm) declares(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.Pass:
		return true
	case *ast.ExprStmt:
		_, ok := s.Value.(*ast.Constant)
		return ok
	case *ast.AnnAssign:
		return s.Value == nil && f.is(s.Annotation)
	case *ast.FunctionDef:
		return f.isHeader(s.Args, s.DecoratorList, s.Body)
	case *ast.AsyncFunctionDef:
		return f.isHeader(s.Args, s.DecoratorList, s.Body)
	}
	return false
}

// isHeader reports whether a method has a header and an empty body.
func (f *typeForm) isHeader(args *ast.Arguments, decorators []ast.Expr, body []ast.Stmt) bool {
	for _, e := range args.DefaultValues() {
		if _, ok := e.(*ast.Constant); !ok {
			return false
		}
	}
	for _, d := range decorators {
		name, ok := d.(*ast.Name)
		plain := ok && f.isBuiltin(name) && slices.Contains([]string{"property", "staticmethod", "classmethod"}, name.Id)
		if !plain && f.libraryModule(d) != "abc.abstractmethod" {
			return false
		}
	}
	return !slices.ContainsFunc(body, func(s ast.Stmt) bool {
		if e, ok := s.(*ast.ExprStmt); ok {
			_, ok := e.Value.(*ast.Constant)
			return !ok
		}
		_, ok := s.(*ast.Pass)
		return !ok
	})
}

// hasMethodsOf reports whether a class defines all the methods of a protocol.
func hasMethodsOf(def, protocol *ast.ClassDef) bool {
	own := methodNames(def)
	return !slices.ContainsFunc(methodNames(protocol), func(name string) bool { return !slices.Contains(own, name) })
}

func methodNames(def *ast.ClassDef) []string {
	var names []string
	for _, s := range def.Body {
		switch s := s.(type) {
		case *ast.FunctionDef:
			names = append(names, s.Name)
		case *ast.AsyncFunctionDef:
			names = append(names, s.Name)
		}
	}
	return names
}
