package checks

import (
	"iter"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// enterNames enters all names into scopes.
func (f *finder) enterNames() {
	f.module = f.open(moduleScope, nil)
	f.names(f.Body)
	if f.Expression != nil {
		f.name(f.Expression)
	}
	f.close()
}

func (f *finder) names(body []ast.Stmt) {
	for _, stmt := range body {
		f.name(stmt)
	}
}

func (f *finder) exprNames(list []ast.Expr) {
	for _, expr := range list {
		if expr != nil {
			f.exprName(expr)
		}
	}
}

// name enters the names of a node and of all below it.
func (f *finder) name(node ast.Node) {
	switch n := node.(type) {
	case *ast.FunctionDef:
		f.functionNames(n, false)
	case *ast.AsyncFunctionDef:
		function := ast.FunctionDef(*n)
		f.functionNames(&function, true)
		f.scopes[n] = f.scopes[&function]
	case *ast.ClassDef:
		f.classNames(n)
	case *ast.TypeAlias:
		f.name(n.Name)
		f.openTypeParams(n, n.TypeParams)
		f.open(typeAliasScope, n)
		f.name(n.Value)
		f.close()
		f.closeTypeParams(n.TypeParams)
	case *ast.TypeVar:
		f.define(n.Name, typeParam|local, n.Range)
		where := "a TypeVar bound"
		if _, isTuple := n.Bound.(*ast.Tuple); isTuple {
			where = "a TypeVar constraint"
		}
		f.typeVariable(n.Bound, where)
		f.typeVariable(n.DefaultValue, "a TypeVar default")
	case *ast.TypeVarTuple:
		f.define(n.Name, typeParam|local, n.Range)
		f.typeVariable(n.DefaultValue, "a TypeVarTuple default")
	case *ast.ParamSpec:
		f.define(n.Name, typeParam|local, n.Range)
		f.typeVariable(n.DefaultValue, "a ParamSpec default")
	case *ast.AnnAssign:
		f.annotatedNames(n)
	case *ast.Global:
		f.declare(n.Names, global, n.Range)
	case *ast.Nonlocal:
		f.declare(n.Names, nonlocal, n.Range)
	case *ast.Import:
		f.aliasNames(n.Names)
	case *ast.ImportFrom:
		f.aliasNames(n.Names)
	case *ast.Try:
		f.tryNames(n)
	case *ast.ExceptHandler:
		if n.Type != nil {
			f.name(n.Type)
		}
		if n.Name != "" {
			f.define(n.Name, local, n.Range)
		}
		f.names(n.Body)
	case *ast.MatchAs:
		if n.Pattern != nil {
			f.name(n.Pattern)
		}
		f.patternName(n.Name, n.Range)
	case *ast.MatchStar:
		f.patternName(n.Name, n.Range)
	case *ast.MatchMapping:
		f.exprNames(n.Keys)
		for _, pattern := range n.Patterns {
			f.name(pattern)
		}
		f.patternName(n.Rest, n.Range)
	case ast.Expr:
		f.exprName(node)
	default:
		ast.Children(node, f.nameChild)
	}
}

func (f *finder) patternName(name string, at source.Range) {
	if name != "" {
		f.define(name, local, at)
	}
}

func (f *finder) aliasNames(aliases []*ast.Alias) {
	for _, alias := range aliases {
		name, _, _ := strings.Cut(alias.Name, ".")
		if alias.Asname != "" {
			name = alias.Asname
		}
		if name != "*" {
			f.define(name, imported, alias.Range)
		} else if f.current.kind != moduleScope {
			f.fail(alias.Range, "import * only allowed at module level")
		}
	}
}

// tryNames visits the handlers after the "else" block, as CPython does (but not
// for except*).
func (f *finder) tryNames(n *ast.Try) {
	f.names(n.Body)
	f.names(n.Orelse)
	for _, handler := range n.Handlers {
		f.name(handler)
	}
	f.names(n.Finalbody)
}

// declare enters the names of a global or nonlocal statement.
func (f *finder) declare(names []string, flag use, at source.Range) {
	word := "global"
	if flag == nonlocal {
		word = "nonlocal"
	}
	for _, name := range names {
		switch before := f.usesOf(name); {
		case before&param != 0:
			f.fail(at, "name '%s' is parameter and %s", name, word)
		case before&loaded != 0:
			f.fail(at, "name '%s' is used prior to %s declaration", name, word)
		case before&annotated != 0:
			f.fail(at, "annotated name '%s' can't be %s", name, word)
		case before&local != 0:
			f.fail(at, "name '%s' is assigned to before %s declaration", name, word)
		}
		f.define(name, flag, at)
		f.direct(name, at)
	}
}

func (f *finder) annotatedNames(n *ast.AnnAssign) {
	if target, isName := n.Target.(*ast.Name); isName {
		before := f.usesOf(target.Id)
		if before&(global|nonlocal) != 0 && f.current.kind != moduleScope && n.Simple != 0 {
			word := "nonlocal"
			if before&global != 0 {
				word = "global"
			}
			f.fail(n.Range, "annotated name '%s' can't be %s", target.Id, word)
		}
		if n.Simple != 0 {
			f.define(target.Id, annotated|local, target.Range)
		} else if n.Value != nil {
			f.define(target.Id, local, target.Range)
		}
	} else {
		f.name(n.Target)
	}
	f.annotation(n.Annotation)
	if n.Value != nil {
		f.name(n.Value)
	}
}

// annotation enters the names of an annotation, which has a scope of its own when
// annotations are not evaluated.
func (f *finder) annotation(annotation ast.Expr) {
	if annotation == nil {
		return
	}
	if !f.futureAnnotations {
		f.name(annotation)
		return
	}
	f.open(annotationScope, annotation)
	f.name(annotation)
	f.close()
}

func (f *finder) openTypeParams(node any, params []ast.TypeParam) {
	if len(params) == 0 {
		return
	}
	f.open(typeParamsScope, struct{ of any }{node})
	for _, param := range params {
		f.name(param)
	}
}

func (f *finder) closeTypeParams(params []ast.TypeParam) {
	if len(params) > 0 {
		f.close()
	}
}

func (f *finder) typeVariable(value ast.Expr, where string) {
	if value == nil {
		return
	}
	f.open(typeVariableScope, value).where = where
	f.name(value)
	f.close()
}

func (f *finder) functionNames(n *ast.FunctionDef, isAsync bool) {
	f.define(n.Name, local, n.Range)
	f.exprNames(n.Args.Defaults)
	f.exprNames(n.Args.KwDefaults)
	f.exprNames(n.DecoratorList)
	f.openTypeParams(n, n.TypeParams)
	for param := range parameters(n.Args) {
		f.annotation(param.Annotation)
	}
	f.annotation(n.Returns)
	f.open(functionScope, n).isCoroutine = isAsync
	f.parameterNames(n.Args)
	f.names(n.Body)
	f.close()
	f.closeTypeParams(n.TypeParams)
}

// parameters goes through all parameters in the order in which CPython enters them.
func parameters(args *ast.Arguments) iter.Seq[*ast.Arg] {
	return func(yield func(*ast.Arg) bool) {
		for _, list := range [...][]*ast.Arg{args.Posonlyargs, args.Args, args.Kwonlyargs} {
			for _, arg := range list {
				if !yield(arg) {
					return
				}
			}
		}
		if args.Vararg != nil && !yield(args.Vararg) {
			return
		}
		if args.Kwarg != nil {
			yield(args.Kwarg)
		}
	}
}

func (f *finder) parameterNames(args *ast.Arguments) {
	f.distinct(args)
	for arg := range parameters(args) {
		f.define(arg.Arg, param, arg.Range)
	}
}

// fewParameters is how many names are faster compared than looked up.
const fewParameters = 12

// distinct checks that no parameter has the name of another.
func (f *finder) distinct(args *ast.Arguments) {
	var few [fewParameters]string
	var many map[string]bool
	n := 0
	for arg := range parameters(args) {
		if slices.Contains(few[:min(n, fewParameters)], arg.Arg) || many[arg.Arg] {
			f.fail(arg.Range, duplicateArgument, arg.Arg)
		}
		if n < fewParameters {
			few[n] = arg.Arg
		} else {
			if many == nil {
				many = map[string]bool{}
			}
			many[arg.Arg] = true
		}
		n++
	}
}

func (f *finder) classNames(n *ast.ClassDef) {
	f.define(n.Name, local, n.Range)
	f.exprNames(n.DecoratorList)
	outer := f.class
	if len(n.TypeParams) > 0 {
		f.class = n.Name
	}
	f.openTypeParams(n, n.TypeParams)
	f.exprNames(n.Bases)
	for _, keyword := range n.Keywords {
		f.name(keyword.Value)
	}
	f.open(classScope, n)
	f.class = n.Name
	f.names(n.Body)
	f.class = outer
	f.close()
	f.closeTypeParams(n.TypeParams)
}
