package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// A factory is called without arguments to make a value: the default_factory of
// a dataclass's field, or that of a defaultdict. Where it is known what it makes,
// the converted program makes that where the value is needed.

// Made returns the expression whose value a factory makes, nil if it is not
// known what that is.
func (f *Facts) Made(factory ast.Expr) ast.Expr {
	made := f.factories[factory]
	if made == nil || known(f.exprs[made]) == types.Any {
		return nil
	}
	return made
}

// zeros are what builtin classes make that are called without arguments, where
// Go has a constant for it.
var zeros = map[string]any{"int": int64(0), "float": 0.0, "str": "", "bool": false}

// madeBy is the type of what a factory makes, nil if that is not known.
func (f *function) madeBy(factory ast.Expr) types.Type {
	if !f.isFactory(factory) {
		f.refuteFactory(factory)
		return nil
	}
	made := f.facts.factories[factory]
	if made == nil {
		made = f.making(factory)
		f.facts.factories[factory] = made
	}
	t := f.expr(made)
	if known(t) == types.Any {
		f.refuteFactory(factory)
		return nil
	}
	return t
}

// making is an expression of what a factory makes.
func (f *function) making(factory ast.Expr) ast.Expr {
	base := ast.Base{Range: factory.Span()}
	switch factory := factory.(type) {
	case *ast.Lambda:
		return factory.Body
	case *ast.Name:
		if zero, ok := zeros[factory.Id]; ok && f.isBuiltin(factory) {
			return &ast.Constant{Base: base, Value: zero}
		}
	}
	return &ast.Call{Base: base, Func: factory}
}

// isFactory reports whether an expression is a factory of which it is known what
// it makes, and that makes it without the program's own code.
func (f *function) isFactory(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Lambda:
		return len(e.Args.All()) == 0 && f.isPlain(e.Body)
	case *ast.Name:
		if info := f.classOf(e); info != nil {
			return info.dataclass && info.method("__post_init__") == nil && len(info.derived) == 0
		}
		return f.isBuiltin(e) || f.isLibraryFactory(e)
	case *ast.Attribute:
		return f.isLibraryFactory(e)
	}
	return false
}

func (f *function) isLibraryFactory(e ast.Expr) bool {
	name := f.libraryModule(e)
	return api.Knows(name) || name == defaultDictName
}

// isPlain reports whether an expression is made of constants, displays and calls
// of factories.
func (f *function) isPlain(e ast.Expr) bool {
	all := func(list ...ast.Expr) bool {
		return !slices.ContainsFunc(list, func(e ast.Expr) bool { return e == nil || !f.isPlain(e) })
	}
	switch e := e.(type) {
	case *ast.Constant:
		return true
	case *ast.UnaryOp:
		return all(e.Operand)
	case *ast.BinOp:
		return all(e.Left, e.Right)
	case *ast.List:
		return all(e.Elts...)
	case *ast.Tuple:
		return all(e.Elts...)
	case *ast.Set:
		return all(e.Elts...)
	case *ast.Dict:
		return all(e.Keys...) && all(e.Values...)
	case *ast.Call:
		return len(e.Keywords) == 0 && f.isFactory(e.Func) && !slices.ContainsFunc(e.Args, func(x ast.Expr) bool { return !f.isPlain(x) && !f.isFactory(x) })
	}
	return false
}

// refuteFactory is told that a factory is a value like any other.
func (s *solver) refuteFactory(factory ast.Expr) {
	if !s.refuted[factory] {
		s.refuted[factory] = true
		s.grown()
	}
}

// factoriesOf calls do with the default factories of the fields that a class
// statement declares.
func factoriesOf(def *ast.ClassDef, do func(ast.Expr)) {
	for _, s := range def.Body {
		if decl, ok := s.(*ast.AnnAssign); ok {
			if call, ok := decl.Value.(*ast.Call); ok {
				for _, k := range call.Keywords {
					if k.Arg == "default_factory" {
						do(k.Value)
					}
				}
			}
		}
	}
}
