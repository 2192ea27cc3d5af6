package checks

import "github.com/pyasync2go/pyasync2go/parser/ast"

func (f *finder) emitFunction(n *ast.FunctionDef, kind unitKind) {
	f.emitAll(n.DecoratorList)
	f.bindParameters(n.Args)
	f.emitAll(n.Args.Defaults)
	f.emitAll(n.Args.KwDefaults)
	f.emitTypeParams(n.TypeParams)
	for param := range parameters(n.Args) {
		f.emitAnnotation(param.Annotation)
	}
	f.emitAnnotation(n.Returns)
	f.within(kind, f.scopes[n], func() {
		s := f.unit.scope
		if !s.isCoroutine && !s.isGenerator {
			f.emitBody(n.Body)
			return
		}
		// A block around the body turns StopIteration into RuntimeError.
		f.inBlock(otherBlock, n.Range, func() { f.emitBody(n.Body) })
	})
	f.bind(n.Name, ast.Store, n.Range)
}

func (f *finder) bindParameters(args *ast.Arguments) {
	for param := range parameters(args) {
		f.bind(param.Arg, ast.Store, param.Range)
	}
}

// emitAnnotation checks an annotation; that of *args may be starred.
func (f *finder) emitAnnotation(annotation ast.Expr) {
	if annotation == nil || f.futureAnnotations {
		return
	}
	if starred, isStarred := annotation.(*ast.Starred); isStarred {
		annotation = starred.Value
	}
	f.emit(annotation)
}

func (f *finder) emitClass(n *ast.ClassDef) {
	f.emitAll(n.DecoratorList)
	f.emitTypeParams(n.TypeParams)
	f.within(classUnit, f.scopes[n], func() { f.emitBody(n.Body) })
	f.keywords(n.Keywords)
	f.emitArguments(n.Bases)
	for _, keyword := range n.Keywords {
		f.emit(keyword.Value)
	}
	f.bind(n.Name, ast.Store, n.Range)
}

func (f *finder) emitTypeParams(params []ast.TypeParam) {
	hasDefault := false
	for _, param := range params {
		var name string
		var bound, value ast.Expr
		switch param := param.(type) {
		case *ast.TypeVar:
			name, bound, value = param.Name, param.Bound, param.DefaultValue
		case *ast.TypeVarTuple:
			name, value = param.Name, param.DefaultValue
			if starred, isStarred := value.(*ast.Starred); isStarred {
				value = starred.Value
			}
		case *ast.ParamSpec:
			name, value = param.Name, param.DefaultValue
		}
		f.emitLate(bound)
		f.emitLate(value)
		if hasDefault && value == nil {
			f.report(param.Span(), "non-default type parameter '%s' follows default type parameter", name)
		}
		hasDefault = hasDefault || value != nil
		f.bind(name, ast.Store, param.Span())
	}
}

// emitLate checks an expression that runs in a function of its own.
func (f *finder) emitLate(expr ast.Expr) {
	if expr == nil {
		return
	}
	f.within(functionUnit, &scope{kind: typeVariableScope}, func() { f.emit(expr) })
}
