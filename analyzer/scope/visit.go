package scope

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (b *builder) stmts(body []ast.Stmt) {
	for _, s := range body {
		b.stmt(s)
	}
}

func (b *builder) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		b.def(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.AsyncFunctionDef:
		b.def(s, s.Name, s.Args, s.Body, s.DecoratorList, s.Returns, s.TypeParams)
	case *ast.ClassDef:
		b.exprs(s.DecoratorList)
		params := b.generic(s.TypeParams, func() {
			b.exprs(s.Bases)
			for _, k := range s.Keywords {
				b.expr(k.Value)
			}
		})
		b.bind(s.Name, s)
		b.open(s, params)
		b.stmts(s.Body)
		b.close()
	case *ast.Return:
		b.expr(s.Value)
	case *ast.Delete:
		b.exprs(s.Targets)
	case *ast.Assign:
		b.expr(s.Value)
		b.exprs(s.Targets)
	case *ast.TypeAlias:
		b.expr(s.Name)
		b.generic(s.TypeParams, func() { b.expr(s.Value) })
	case *ast.AugAssign:
		b.expr(s.Target)
		b.expr(s.Value)
	case *ast.AnnAssign:
		b.annotated(s)
	case *ast.For:
		b.loop(s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.AsyncFor:
		b.loop(s.Target, s.Iter, s.Body, s.Orelse)
	case *ast.While:
		b.repeated(func() {
			b.expr(s.Test)
			b.stmts(s.Body)
		})
		b.stmts(s.Orelse)
	case *ast.If:
		b.expr(s.Test)
		b.stmts(s.Body)
		b.stmts(s.Orelse)
	case *ast.With:
		b.with(s.Items, s.Body)
	case *ast.AsyncWith:
		b.with(s.Items, s.Body)
	case *ast.Match:
		b.expr(s.Subject)
		for _, c := range s.Cases {
			b.pattern(c.Pattern)
			b.expr(c.Guard)
			b.stmts(c.Body)
		}
	case *ast.Raise:
		b.expr(s.Exc)
		b.expr(s.Cause)
	case *ast.Try:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.TryStar:
		b.try(s.Body, s.Handlers, s.Orelse, s.Finalbody)
	case *ast.Assert:
		b.expr(s.Test)
		b.expr(s.Msg)
	case *ast.Import:
		for _, a := range s.Names {
			name, _, _ := strings.Cut(a.Name, ".")
			if a.Asname != "" {
				name = a.Asname
			}
			b.bind(name, a)
		}
	case *ast.ImportFrom:
		for _, a := range s.Names {
			switch {
			case a.Asname != "":
				b.bind(a.Asname, a)
			case a.Name != "*":
				b.bind(a.Name, a)
			}
		}
	case *ast.Global:
		for _, n := range s.Names {
			b.scope.global[b.scope.mangle(n)] = true
		}
	case *ast.Nonlocal:
		for _, n := range s.Names {
			b.scope.nonlocal[b.scope.mangle(n)] = true
		}
	case *ast.ExprStmt:
		b.expr(s.Value)
	}
}

// annotated visits x: T = v. The bare form x: T makes x a local, but binds nothing.
func (b *builder) annotated(s *ast.AnnAssign) {
	b.expr(s.Annotation)
	b.expr(s.Value)
	if name, ok := s.Target.(*ast.Name); ok && s.Value == nil {
		b.symbol(b.scope, b.scope.mangle(name.Id))
		b.use(name)
		return
	}
	b.expr(s.Target)
}

func (b *builder) def(n ast.Node, name string, args *ast.Arguments, body []ast.Stmt, decorators []ast.Expr, returns ast.Expr, typeParams []ast.TypeParam) {
	b.exprs(decorators)
	b.defaults(args)
	params := b.generic(typeParams, func() {
		for _, a := range arguments(args) {
			b.expr(a.Annotation)
		}
		b.expr(returns)
	})
	b.bind(name, n)
	b.open(n, params)
	b.params(args)
	b.stmts(body)
	b.close()
}

func (b *builder) defaults(args *ast.Arguments) {
	b.exprs(args.Defaults)
	b.exprs(args.KwDefaults)
}

func (b *builder) params(args *ast.Arguments) {
	for _, a := range arguments(args) {
		name := b.scope.mangle(a.Arg)
		b.binds = append(b.binds, binding{name, a, b.scope, true})
		b.symbol(b.scope, name)
	}
}

func arguments(a *ast.Arguments) []*ast.Arg {
	all := append(append([]*ast.Arg{}, a.Posonlyargs...), a.Args...)
	if a.Vararg != nil {
		all = append(all, a.Vararg)
	}
	all = append(all, a.Kwonlyargs...)
	if a.Kwarg != nil {
		all = append(all, a.Kwarg)
	}
	return all
}

// generic visits the header of a def, class or type statement in the scope of
// its type parameters, and returns that scope; nil if it has none. The symbols
// of type parameters belong to the function or module around: that is where
// their variables live.
func (b *builder) generic(typeParams []ast.TypeParam, header func()) *Scope {
	if len(typeParams) == 0 {
		header()
		return nil
	}
	owner := b.scope
	for _, isClass := owner.Node.(*ast.ClassDef); isClass; _, isClass = owner.Node.(*ast.ClassDef) {
		owner = owner.Parent
	}
	params := b.inner(nil)
	kind := Local
	if owner.Parent == nil {
		kind = Global
	}
	for _, p := range typeParams {
		sym := &Symbol{Name: typeParamName(p), Kind: kind, Scope: owner}
		params.Symbols[sym.Name] = sym
		b.bound(sym, p)
	}
	b.scope = params
	for _, p := range typeParams {
		if p, ok := p.(*ast.TypeVar); ok {
			b.expr(p.Bound)
			b.expr(p.DefaultValue)
		}
	}
	header()
	b.close()
	return params
}

func typeParamName(p ast.TypeParam) string {
	switch p := p.(type) {
	case *ast.TypeVar:
		return p.Name
	case *ast.ParamSpec:
		return p.Name
	case *ast.TypeVarTuple:
		return p.Name
	}
	return ""
}

func (b *builder) loop(target, iter ast.Expr, body, orelse []ast.Stmt) {
	b.expr(iter)
	b.repeated(func() {
		b.expr(target)
		b.stmts(body)
	})
	b.stmts(orelse)
}

func (b *builder) with(items []*ast.WithItem, body []ast.Stmt) {
	for _, item := range items {
		b.expr(item.ContextExpr)
		b.expr(item.OptionalVars)
	}
	b.stmts(body)
}

func (b *builder) try(body []ast.Stmt, handlers []*ast.ExceptHandler, orelse, final []ast.Stmt) {
	b.stmts(body)
	for _, h := range handlers {
		b.expr(h.Type)
		if h.Name != "" {
			b.bind(h.Name, h)
		}
		b.stmts(h.Body)
	}
	b.stmts(orelse)
	b.stmts(final)
}

func (b *builder) pattern(p ast.Pattern) {
	switch p := p.(type) {
	case *ast.MatchValue:
		b.expr(p.Value)
	case *ast.MatchSequence:
		b.patterns(p.Patterns)
	case *ast.MatchMapping:
		b.exprs(p.Keys)
		b.patterns(p.Patterns)
		if p.Rest != "" {
			b.bind(p.Rest, p)
		}
	case *ast.MatchClass:
		b.expr(p.Cls)
		b.patterns(p.Patterns)
		b.patterns(p.KwdPatterns)
	case *ast.MatchStar:
		if p.Name != "" {
			b.bind(p.Name, p)
		}
	case *ast.MatchAs:
		if p.Pattern != nil {
			b.pattern(p.Pattern)
		}
		if p.Name != "" {
			b.bind(p.Name, p)
		}
	case *ast.MatchOr:
		b.patterns(p.Patterns)
	}
}

func (b *builder) patterns(list []ast.Pattern) {
	for _, p := range list {
		b.pattern(p)
	}
}

func (b *builder) exprs(list []ast.Expr) {
	for _, e := range list {
		b.expr(e)
	}
}

func (b *builder) expr(e ast.Expr) {
	switch e := e.(type) {
	case nil:
	case *ast.Name:
		if e.Ctx == ast.Store {
			b.bind(e.Id, e)
			return
		}
		if e.Ctx == ast.Del {
			b.symbol(b.scope, b.scope.mangle(e.Id))
		}
		b.use(e)
	case *ast.BoolOp:
		b.exprs(e.Values)
	case *ast.NamedExpr:
		b.expr(e.Value)
		b.walrus(e.Target.(*ast.Name))
	case *ast.BinOp:
		b.expr(e.Left)
		b.expr(e.Right)
	case *ast.UnaryOp:
		b.expr(e.Operand)
	case *ast.Lambda:
		b.defaults(e.Args)
		b.open(e, nil)
		b.params(e.Args)
		b.expr(e.Body)
		b.close()
	case *ast.IfExp:
		b.expr(e.Test)
		b.expr(e.Body)
		b.expr(e.Orelse)
	case *ast.Dict:
		b.exprs(e.Keys)
		b.exprs(e.Values)
	case *ast.Set:
		b.exprs(e.Elts)
	case *ast.ListComp:
		b.comprehension(e, e.Generators, e.Elt)
	case *ast.SetComp:
		b.comprehension(e, e.Generators, e.Elt)
	case *ast.DictComp:
		b.comprehension(e, e.Generators, e.Key, e.Value)
	case *ast.GeneratorExp:
		b.comprehension(e, e.Generators, e.Elt)
	case *ast.Await:
		b.expr(e.Value)
	case *ast.Yield:
		b.expr(e.Value)
	case *ast.YieldFrom:
		b.expr(e.Value)
	case *ast.Compare:
		b.expr(e.Left)
		b.exprs(e.Comparators)
	case *ast.Call:
		b.expr(e.Func)
		b.exprs(e.Args)
		for _, k := range e.Keywords {
			b.expr(k.Value)
		}
	case *ast.FormattedValue:
		b.expr(e.Value)
		b.expr(e.FormatSpec)
	case *ast.JoinedStr:
		b.exprs(e.Values)
	case *ast.TemplateStr:
		b.exprs(e.Values)
	case *ast.Interpolation:
		b.expr(e.Value)
		b.expr(e.FormatSpec)
	case *ast.Attribute:
		b.expr(e.Value)
	case *ast.Subscript:
		b.expr(e.Value)
		b.expr(e.Slice)
	case *ast.Starred:
		b.expr(e.Value)
	case *ast.List:
		b.exprs(e.Elts)
	case *ast.Tuple:
		b.exprs(e.Elts)
	case *ast.Slice:
		b.expr(e.Lower)
		b.expr(e.Upper)
		b.expr(e.Step)
	}
}

// comprehension visits a comprehension: its first iterable belongs to the scope around.
func (b *builder) comprehension(n ast.Node, generators []*ast.Comprehension, elts ...ast.Expr) {
	b.expr(generators[0].Iter)
	b.open(n, nil)
	for i, g := range generators {
		if i > 0 {
			b.expr(g.Iter)
		}
		b.expr(g.Target)
		b.exprs(g.Ifs)
	}
	b.exprs(elts)
	b.close()
}

// walrus binds the target of := in the function around the comprehensions.
func (b *builder) walrus(target *ast.Name) {
	inner := b.scope
	for {
		switch b.scope.Node.(type) {
		case *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.GeneratorExp:
			b.scope = b.scope.Parent
			continue
		}
		break
	}
	b.bind(target.Id, target)
	b.scope = inner
}
