package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// parameter is one that arguments are joined into: of a function, or a field of
// a dataclass.
type parameter struct {
	name      string
	byName    bool // it takes a keyword argument
	needed    bool // it has no default
	bound     bool
	join      func(types.Type)
	joinKnown func(types.Type) // declares the annotation too
}

// parameters are those of a function or class. The first ones, positional in
// number, take arguments by position.
type parameters struct {
	named      []*parameter
	positional int
	vararg     func(types.Type) // nil if there is no *args
	kwarg      func(types.Type) // nil if there is no **kwargs
}

// bindStatic joins a call's arguments into parameters, and reports whether it is
// known which argument goes where.
func (f *function) bindStatic(e *ast.Call, args *ast.Arguments, mod *Module) bool {
	ps := &parameters{positional: len(args.Posonlyargs) + len(args.Args)}
	defaults := args.DefaultValues()
	for i, p := range args.All() {
		switch p {
		case args.Vararg:
			ps.vararg = func(t types.Type) { f.collected(p, mod, t) }
		case args.Kwarg:
			ps.kwarg = func(t types.Type) { f.collectedByName(p, mod, t) }
		default:
			c := f.variable(mod.Scope.Defs[p])
			ps.named = append(ps.named, &parameter{
				name: p.Arg, byName: i >= len(args.Posonlyargs), needed: defaults[p] == nil,
				join: func(t types.Type) { f.join(c, t) },
				joinKnown: func(t types.Type) {
					if c.annotated != nil {
						f.declare(c.annotated, t)
					}
					if p.Annotation != nil {
						f.declare(f.owner(mod).annotation(p.Annotation), t)
					}
					f.join(c, t)
				},
			})
		}
	}
	return f.bindArguments(e, ps)
}

// binder joins the arguments of a call into parameters.
type binder struct {
	*function
	*parameters
	at     int          // how many arguments by position came so far
	exact  bool         // it is known which argument goes where
	asked  bool         // whether *x is a tuple is not known yet
	passed []types.Type // all that is passed
}

// bindArguments joins a call's arguments into parameters. It reports whether it is known
// which argument goes where. Otherwise the arguments are bound when the call
// runs, and each is joined into all parameters that it can be for.
func (f *function) bindArguments(e *ast.Call, ps *parameters) bool {
	b := &binder{function: f, parameters: ps, exact: true}
	for _, a := range e.Args {
		if star, ok := a.(*ast.Starred); ok {
			b.spread(star)
		} else {
			b.byPosition(f.expr(a))
		}
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			b.mapping(f.expr(k.Value))
		} else {
			b.byName(k.Arg, f.expr(k.Value))
		}
	}
	if b.asked {
		return true
	}
	for _, p := range b.named {
		b.exact = b.exact && (p.bound || !p.needed)
	}
	if !b.exact {
		b.checkPassed()
	}
	return b.exact
}

func (b *binder) byPosition(t types.Type) {
	b.passed = append(b.passed, t)
	switch {
	case b.asked:
	case !b.exact:
		b.anyPosition(t)
	case b.at < b.positional:
		b.named[b.at].joinKnown(t)
		b.named[b.at].bound = true
	case b.vararg != nil:
		b.vararg(t)
	default:
		b.exact = false
	}
	b.at++
}

// anyPosition joins an argument of which it is not known which one it is.
func (b *binder) anyPosition(t types.Type) {
	for _, p := range b.named[min(b.at, b.positional):b.positional] {
		p.join(t)
	}
	if b.vararg != nil {
		b.vararg(t)
	}
}

// spread joins the arguments that *x stands for.
func (b *binder) spread(star *ast.Starred) {
	t := known(b.expr(star.Value))
	tuple, isTuple := t.(*types.Tuple)
	switch {
	case t == types.Never:
		b.asked = true
	case b.exact && b.at >= b.positional && b.vararg != nil:
		b.exact = Spreads(t)
		elem := b.element(t)
		b.passed = append(b.passed, elem)
		b.vararg(elem)
	case b.exact && isTuple:
		for _, elem := range tuple.Elems {
			b.byPosition(known(elem))
		}
	default:
		b.exact = false
		at, elem := b.at, b.element(t)
		b.byPosition(elem)
		b.at = at // it may be none
	}
}

func (b *binder) byName(name string, t types.Type) {
	b.passed = append(b.passed, t)
	if b.asked {
		return
	}
	for _, p := range b.named {
		if p.name == name && p.byName {
			b.exact = b.exact && !p.bound
			p.joinKnown(t)
			p.bound = true
			return
		}
	}
	if b.kwarg == nil {
		b.exact = false
		return
	}
	b.kwarg(t)
}

// mapping joins the arguments that **x stands for.
func (b *binder) mapping(t types.Type) {
	b.exact = false
	dict, ok := known(t).(*types.Dict)
	var elem types.Type = types.Any
	switch {
	case t == types.Never:
		return
	case ok:
		elem = known(dict.Value)
	default:
		b.escape(t)
	}
	b.passed = append(b.passed, elem)
	for _, p := range b.named {
		if p.byName && !p.bound {
			p.join(elem)
		}
	}
	if b.kwarg != nil {
		b.kwarg(elem)
	}
}

// checkPassed lets all parameters be anything if the arguments of a call that
// binds them when it runs are not all of types which it leaves as they are.
func (b *binder) checkPassed() {
	all := true
	for _, t := range b.passed {
		if !Passes(t) {
			b.escape(t)
			all = false
		}
	}
	if all {
		return
	}
	for _, p := range b.named {
		p.join(types.Any)
	}
	if b.vararg != nil {
		b.vararg(types.Any)
	}
	if b.kwarg != nil {
		b.kwarg(types.Any)
	}
}

// Passes reports whether a value that goes through an any on its way to or from
// a function comes out as it was.
func Passes(t types.Type) bool {
	switch t := known(t).(type) {
	case integer, types.Kind, *types.Instance, *types.List, *types.Set, *types.Dict:
		return true
	case *types.Optional:
		return Passes(t.Elem)
	case *types.Tuple:
		for _, elem := range t.Elems {
			if !Passes(elem) {
				return false
			}
		}
		return true
	}
	return false
}

// callThrough is the result of a call of a static function through its value,
// when its arguments are joined into its parameters already.
func (f *function) callThrough(n ast.Node, mod *Module, awaited bool) types.Type {
	facts := f.facts.Funcs[n]
	if sym := mod.Scope.Defs[n]; facts.Generator || sym == nil || sym.Scope != mod.Scope.Module && facts.Method == nil {
		f.asValue(n, mod)
		return types.Any
	}
	if !facts.Value {
		facts.Value = true
		f.altered(facts)
	}
	result := known(f.resultCell(n))
	if Passes(result) && facts.Async == awaited {
		return result
	}
	f.escape(result)
	return types.Any
}
