package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// arguments are a dynamic call's lowered arguments.
type arguments struct {
	positional []ir.Expr
	spread     bool    // positional is one []any
	lone       ir.Expr // the iterable of f(*iterable), where the call checks that it is one
	keywords   ir.Expr
}

// list is the positional arguments as a []any.
func (a arguments) list() ir.Expr {
	if a.spread {
		return a.positional[0]
	}
	if len(a.positional) == 0 {
		return &ir.Lit{}
	}
	lit := &ir.Composite{Type: &ir.Slice{Elem: ir.Any}}
	for _, p := range a.positional {
		lit.Elems = append(lit.Elems, ir.Element{Value: p})
	}
	return lit
}

// namesCallee reports whether making the arguments of a call can fail with a
// TypeError that names what is called: a single *args that is no iterable, a
// **kwargs that is no mapping, and keywords that can meet twice.
func (f *function) namesCallee(e *ast.Call) bool {
	lone := loneStar(e)
	return lone != nil && !f.isIterable(lone) || f.joinsKeywords(e.Keywords)
}

// loneStar is the value of *args in a call that has no other positional argument.
func loneStar(e *ast.Call) ast.Expr {
	if len(e.Args) != 1 {
		return nil
	}
	if star, ok := e.Args[0].(*ast.Starred); ok {
		return star.Value
	}
	return nil
}

// isIterable reports whether the value of an expression is known to be iterable.
func (f *function) isIterable(e ast.Expr) bool {
	switch e.(type) {
	case *ast.GeneratorExp, *ast.ListComp, *ast.SetComp, *ast.DictComp, *ast.List, *ast.Tuple, *ast.Set, *ast.Dict:
		return true
	}
	if f.isCollector(e) {
		return true
	}
	switch t := f.typeOf(e).(type) {
	case *types.List, *types.Set, *types.Dict, *types.Tuple, *types.Sequence:
		return true
	case types.Kind:
		return t == types.Str || t == types.Bytes
	}
	return false
}

// joinsKeywords reports whether keyword arguments can be wrong in themselves.
func (f *function) joinsKeywords(keywords []*ast.Keyword) bool {
	for _, k := range keywords {
		if k.Arg == "" && (len(keywords) > 1 || !f.isCollector(k.Value)) {
			return true
		}
	}
	return false
}

// isCollector reports whether an expression is the *args or **kwargs parameter
// of a function, as the call filled it.
func (f *function) isCollector(e ast.Expr) bool {
	name, ok := e.(*ast.Name)
	if !ok {
		return false
	}
	sym := f.Scope.Uses[name]
	if sym == nil || !sym.Param || sym.Assigned > 1 || sym.Scope == nil {
		return false
	}
	d := f.program.definition(sym.Scope.Node)
	if d.args == nil {
		return false
	}
	for _, p := range []*ast.Arg{d.args.Vararg, d.args.Kwarg} {
		if p != nil && f.Scope.Defs[p] == sym {
			return true
		}
	}
	return false
}

// argumentsOf lists the expressions that a call passes.
func argumentsOf(e *ast.Call) []ast.Expr {
	exprs := append([]ast.Expr{}, e.Args...)
	for _, k := range e.Keywords {
		exprs = append(exprs, k.Value)
	}
	return exprs
}

// arguments lowers the arguments of a call of callee, which is nil where
// nothing has to name it.
func (f *function) arguments(e *ast.Call, callee ir.Expr) arguments {
	exprs := argumentsOf(e)
	lone := loneStar(e)
	if callee == nil {
		lone = nil
	}
	if lone != nil {
		exprs[0] = lone
	}
	values := f.operands(exprs...)
	var a arguments
	if lone != nil {
		a.lone = f.boxed(values[0])
	} else {
		for _, v := range values[:len(e.Args)] {
			a.positional = append(a.positional, f.boxed(v))
		}
	}
	if lone == nil && hasStar(e.Args) {
		a.positional = []ir.Expr{pyCall("StarArgs", a.positional...)}
		a.spread = true
	}
	if len(e.Keywords) > 0 {
		a.keywords = f.keywords(e.Keywords, values[len(e.Args):], callee)
	}
	return a
}

// keywords lowers the keyword arguments of a call of callee to a py.Kwargs.
// Each ** is joined to what stands before it, in order.
func (f *function) keywords(keywords []*ast.Keyword, values []value, callee ir.Expr) ir.Expr {
	lit := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Kwargs"}}
	var out ir.Expr
	join := func(part ir.Expr) {
		if out == nil {
			out = part
			return
		}
		out = pyCall("JoinKw", callee, out, part)
	}
	flush := func() {
		if len(lit.Elems) > 0 {
			join(lit)
			lit = &ir.Composite{Type: lit.Type}
		}
	}
	for i, k := range keywords {
		switch {
		case k.Arg != "":
			lit.Elems = append(lit.Elems, ir.Element{Value: pair(k.Arg, f.boxed(values[i]))})
			continue
		case f.isCollector(k.Value):
			flush()
			join(pyCall("KwFrom", f.boxed(values[i])))
		default:
			flush()
			join(pyCall("KwOf", callee, f.boxed(values[i])))
		}
	}
	flush()
	return out
}
