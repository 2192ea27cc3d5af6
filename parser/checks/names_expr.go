package checks

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// exprName enters the names of an expression, or of a node whose parts need no
// special order.
func (f *finder) exprName(node ast.Node) {
	if len(f.declared) == 0 && !f.isMarked(node.Span()) {
		return
	}
	switch n := node.(type) {
	case *ast.Name:
		flag := loaded
		if n.Ctx != ast.Load {
			flag = local
		}
		f.define(n.Id, flag, n.Range)
	case *ast.Constant:
	case *ast.Attribute:
		f.exprName(n.Value)
	case *ast.Call:
		f.exprName(n.Func)
		f.exprNames(n.Args)
		for _, keyword := range n.Keywords {
			f.exprName(keyword.Value)
		}
	case *ast.NamedExpr:
		f.namedExprNames(n)
	case *ast.Lambda:
		f.exprNames(n.Args.Defaults)
		f.exprNames(n.Args.KwDefaults)
		f.open(functionScope, n)
		f.parameterNames(n.Args)
		f.exprName(n.Body)
		f.close()
	case *ast.ListComp:
		f.comprehensionNames(n, "list comprehension", n.Generators, n.Elt, nil)
	case *ast.SetComp:
		f.comprehensionNames(n, "set comprehension", n.Generators, n.Elt, nil)
	case *ast.GeneratorExp:
		f.comprehensionNames(n, "generator expression", n.Generators, n.Elt, nil)
	case *ast.DictComp:
		f.comprehensionNames(n, "dict comprehension", n.Generators, n.Key, n.Value)
	case *ast.Yield:
		f.refuseInAnnotation("yield expression", n.Range)
		if n.Value != nil {
			f.name(n.Value)
		}
		f.yields(n.Range)
	case *ast.YieldFrom:
		f.refuseInAnnotation("yield expression", n.Range)
		f.name(n.Value)
		f.yields(n.Range)
	case *ast.Await:
		f.refuseInAnnotation("await expression", n.Range)
		f.name(n.Value)
		f.current.isCoroutine = true
	default:
		ast.Children(node, f.nameChild)
	}
}

func (f *finder) yields(at source.Range) {
	f.current.isGenerator = true
	if f.current.comprehension != "" {
		f.fail(at, "'yield' inside %s", f.current.comprehension)
	}
}

// refuseInAnnotation fails in the scopes whose code runs late, if ever.
func (f *finder) refuseInAnnotation(what string, at source.Range) {
	switch f.current.kind {
	case annotationScope:
		f.fail(at, "%s cannot be used within an annotation", what)
	case typeVariableScope:
		f.fail(at, "%s cannot be used within %s", what, f.current.where)
	case typeAliasScope:
		f.fail(at, "%s cannot be used within a type alias", what)
	case typeParamsScope:
		f.fail(at, "%s cannot be used within the definition of a generic", what)
	}
}

func (f *finder) namedExprNames(n *ast.NamedExpr) {
	f.refuseInAnnotation("named expression", n.Range)
	if f.current.inIterable > 0 {
		f.fail(n.Range, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if f.current.comprehension != "" {
		f.bindOutside(n.Target.(*ast.Name))
	}
	f.name(n.Value)
	f.name(n.Target)
}

// bindOutside binds the target of a named expression in a comprehension, which
// belongs to the innermost scope that is no comprehension.
func (f *finder) bindOutside(target *ast.Name) {
	for i := len(f.stack) - 1; i >= 0; i-- {
		s := f.stack[i]
		if s.comprehension != "" {
			if flags := s.uses[f.mangled(target.Id)]; flags&iteration != 0 && flags&local != 0 {
				f.fail(target.Range, "assignment expression cannot rebind comprehension iteration variable '%s'", target.Id)
			}
			continue
		}
		switch s.kind {
		case functionScope:
			flag := nonlocal
			if s.uses[f.mangled(target.Id)]&global != 0 {
				flag = global
			}
			f.define(target.Id, flag, target.Range)
			f.direct(target.Id, target.Range)
			f.defineIn(s, target.Id, local, target.Range)
		case moduleScope:
			f.define(target.Id, global, target.Range)
			f.direct(target.Id, target.Range)
			f.defineIn(s, target.Id, global, target.Range)
		case classScope:
			f.fail(target.Range, "assignment expression within a comprehension cannot be used in a class body")
		case typeParamsScope:
			f.fail(target.Range, "assignment expression within a comprehension cannot be used within the definition of a generic")
		case typeAliasScope:
			f.fail(target.Range, "assignment expression within a comprehension cannot be used in a type alias")
		case typeVariableScope:
			f.fail(target.Range, "assignment expression within a comprehension cannot be used in a TypeVar bound")
		}
		return
	}
}

func (f *finder) comprehensionNames(n ast.Expr, what string, generators []*ast.Comprehension, element, value ast.Expr) {
	outermost := generators[0]
	f.current.inIterable++
	f.name(outermost.Iter)
	f.current.inIterable--
	s := f.open(functionScope, n)
	s.comprehension = what
	s.isCoroutine = outermost.IsAsync != 0
	f.targetNames(outermost.Target)
	f.exprNames(outermost.Ifs)
	for _, generator := range generators[1:] {
		f.targetNames(generator.Target)
		s.inIterable++
		f.name(generator.Iter)
		s.inIterable--
		f.exprNames(generator.Ifs)
		s.isCoroutine = s.isCoroutine || generator.IsAsync != 0
	}
	if value != nil {
		f.name(value)
	}
	f.name(element)
	isGenerator := what == "generator expression"
	s.isGenerator = isGenerator
	f.close()
	if s.isCoroutine && !isGenerator {
		f.current.isCoroutine = true
	}
}

func (f *finder) targetNames(target ast.Expr) {
	f.current.inTarget = true
	f.name(target)
	f.current.inTarget = false
}
