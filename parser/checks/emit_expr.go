package checks

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// emit checks an expression in the order in which its code is generated.
func (f *finder) emit(expr ast.Expr) {
	if !f.isMarked(expr.Span()) {
		return
	}
	switch n := expr.(type) {
	case *ast.Name:
		f.bind(n.Id, n.Ctx, n.Range)
	case *ast.Constant:
	case *ast.Attribute:
		f.emit(n.Value)
		f.bind(n.Attr, n.Ctx, n.Range)
	case *ast.NamedExpr:
		f.emit(n.Value)
		f.emit(n.Target)
	case *ast.Starred:
		if n.Ctx == ast.Store {
			f.report(n.Range, "starred assignment target must be in a list or tuple")
		} else {
			f.report(n.Range, "can't use starred expression here")
		}
	case *ast.List:
		f.emitElements(n.Elts, n.Ctx, n.Range)
	case *ast.Tuple:
		f.emitElements(n.Elts, n.Ctx, n.Range)
	case *ast.Set:
		f.emitElements(n.Elts, ast.Load, n.Range)
	case *ast.Call:
		f.keywords(n.Keywords)
		f.emit(n.Func)
		f.emitArguments(n.Args)
		for _, keyword := range n.Keywords {
			f.emit(keyword.Value)
		}
	case *ast.Lambda:
		f.bindParameters(n.Args)
		f.emitAll(n.Args.Defaults)
		f.emitAll(n.Args.KwDefaults)
		f.within(lambdaUnit, f.scopes[n], func() { f.emit(n.Body) })
	case *ast.Yield:
		if !f.unit.scope.isFunctionLike() {
			f.report(n.Range, "'yield' outside function")
		}
		f.emitOptional(n.Value)
	case *ast.YieldFrom:
		switch {
		case !f.unit.scope.isFunctionLike():
			f.report(n.Range, "'yield from' outside function")
		case f.unit.kind == asyncUnit:
			f.report(n.Range, "'yield from' inside async function")
		}
		f.emit(n.Value)
	case *ast.Await:
		f.emitAwait(n)
	case *ast.ListComp:
		f.emitComprehension(n, n.Generators, n.Elt, nil)
	case *ast.SetComp:
		f.emitComprehension(n, n.Generators, n.Elt, nil)
	case *ast.GeneratorExp:
		f.emitComprehension(n, n.Generators, n.Elt, nil)
	case *ast.DictComp:
		f.emitComprehension(n, n.Generators, n.Key, n.Value)
	default:
		ast.Children(expr, f.emitChild)
	}
}

func (f *finder) emitAwait(n *ast.Await) {
	if !(f.TopLevelAwait && f.unit.scope.kind == moduleScope) {
		switch {
		case !f.unit.scope.isFunctionLike():
			f.report(n.Range, "'await' outside function")
		case f.unit.kind != asyncUnit && f.unit.kind != comprehensionUnit:
			f.report(n.Range, "'await' outside async function")
		}
	}
	f.emit(n.Value)
}

// The most targets that CPython can unpack to before a starred one.
const maxBeforeStar = 255

// emitElements checks the elements of a list, tuple or set.
func (f *finder) emitElements(elements []ast.Expr, ctx ast.ExprContext, at source.Range) {
	hasStar := false
	for i, element := range elements {
		if _, isStarred := element.(*ast.Starred); !isStarred || ctx != ast.Store {
			continue
		}
		if hasStar {
			f.report(at, "multiple starred expressions in assignment")
			break
		}
		if i > maxBeforeStar {
			f.report(at, "too many expressions in star-unpacking assignment")
		}
		hasStar = true
	}
	f.emitArguments(elements)
}

// emitArguments checks a list of expressions that may be starred.
func (f *finder) emitArguments(list []ast.Expr) {
	for _, expr := range list {
		if starred, isStarred := expr.(*ast.Starred); isStarred {
			expr = starred.Value
		}
		f.emit(expr)
	}
}

// keywords checks the names of keyword arguments.
func (f *finder) keywords(keywords []*ast.Keyword) {
	for i, keyword := range keywords {
		if keyword.Arg == "" {
			continue
		}
		f.bind(keyword.Arg, ast.Store, keyword.Range)
		for _, other := range keywords[i+1:] {
			if other.Arg == keyword.Arg {
				f.report(other.Range, "keyword argument repeated: %s", keyword.Arg)
				return
			}
		}
	}
}

// emitComprehension checks a comprehension. Only a generator expression is a unit
// of its own; the code of the others is part of what surrounds them.
func (f *finder) emitComprehension(n ast.Expr, generators []*ast.Comprehension, element, value ast.Expr) {
	s := f.scopes[n]
	f.emit(generators[0].Iter)
	_, isGenerator := n.(*ast.GeneratorExp)
	if s.isCoroutine && !isGenerator && f.unit.kind != asyncUnit && f.unit.kind != comprehensionUnit &&
		!(f.TopLevelAwait && f.unit.scope.kind == moduleScope) {
		f.report(n.Span(), "asynchronous comprehension outside of an asynchronous function")
		return
	}
	inside := func() {
		for i, generator := range generators {
			if i > 0 {
				f.emit(generator.Iter)
			}
			f.emit(generator.Target)
			f.emitAll(generator.Ifs)
		}
		f.emit(element)
		f.emitOptional(value)
	}
	if isGenerator {
		f.within(comprehensionUnit, s, inside)
		return
	}
	inside()
}
