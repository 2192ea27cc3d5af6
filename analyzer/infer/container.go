package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) madeList(n ast.Node) *types.List {
	t, ok := f.made[n].(*types.List)
	if !ok {
		t = &types.List{Elem: f.newCell()}
		f.made[n] = t
	}
	return t
}

func (f *function) madeSet(n ast.Node) *types.Set {
	t, ok := f.made[n].(*types.Set)
	if !ok {
		t = &types.Set{Elem: f.newCell()}
		f.made[n] = t
	}
	return t
}

func (f *function) madeDict(n ast.Node) *types.Dict {
	t, ok := f.made[n].(*types.Dict)
	if !ok {
		t = &types.Dict{Key: f.newCell(), Value: f.newCell()}
		f.made[n] = t
	}
	return t
}

func (f *function) list(e *ast.List) types.Type {
	t := f.madeList(e)
	for _, x := range e.Elts {
		f.joinElem(t.Elem, f.item(x))
	}
	return t
}

// item is the type of what an expression puts into a list display.
func (f *function) item(e ast.Expr) types.Type {
	if star, ok := e.(*ast.Starred); ok {
		t := f.element(f.expr(star.Value))
		f.ranBy(star)
		return t
	}
	return f.expr(e)
}

func (f *function) tuple(e *ast.Tuple) types.Type {
	t := &types.Tuple{Unboxed: f.identities.read() == types.Never}
	for _, x := range e.Elts {
		t.Elems = append(t.Elems, f.expr(x))
	}
	if starred(e.Elts) {
		return types.Any
	}
	return t
}

func (f *function) set(e *ast.Set) types.Type {
	t := f.madeSet(e)
	if starred(e.Elts) {
		f.open(t.Elem)
	}
	for _, x := range e.Elts {
		f.joinElem(t.Elem, f.expr(x))
	}
	return t
}

func (f *function) dict(e *ast.Dict) types.Type {
	t := f.madeDict(e)
	for i, k := range e.Keys {
		if k == nil {
			f.escape(f.expr(e.Values[i]))
			f.ranOn(e.Values[i]) // it is asked for its keys
			f.open(t.Key)
			f.open(t.Value)
			continue
		}
		f.joinElem(t.Key, f.expr(k))
		f.joinElem(t.Value, f.expr(e.Values[i]))
	}
	return t
}

// comprehension interprets the loops of a comprehension around what collects its elements.
func (f *function) comprehension(n ast.Node, generators []*ast.Comprehension, collect func() types.Type) types.Type {
	var t types.Type
	f.scoped(func() {
		for _, g := range generators {
			iter := f.expr(g.Iter)
			f.ran()
			f.iterate(g.Target, g.Iter, iter, g.IsAsync != 0)
			for _, test := range g.Ifs {
				f.test(test)
				f.assume(test, true)
			}
		}
		t = collect()
	})
	return t
}

// generatorExp interprets a generator expression.
func (f *function) generatorExp(e *ast.GeneratorExp) types.Type {
	async := ast.HasAwait(e.Elt)
	for _, g := range e.Generators {
		async = async || g.IsAsync != 0
	}
	return f.comprehension(e, e.Generators, func() types.Type {
		elem := f.expr(e.Elt)
		if async {
			f.escape(elem)
			return types.Any
		}
		return &types.Iterator{Elem: elem}
	})
}

// yield joins a value into what the generator gives. Untyped code handles it
// unless the generator is only made by calls of its name.
func (f *function) yield(t types.Type) {
	if facts := f.funcOf(f.node); facts == nil || !facts.Static || facts.Value {
		f.escape(t)
		t = types.Any
	}
	f.join(f.yields(f.node), t)
}

// generator is the type of what calling a static generator function gives.
func (f *function) generator(n ast.Node) types.Type {
	return &types.Iterator{Elem: f.yields(n).read(), Async: f.facts.Funcs[n].Async}
}

// yields is the cell of what a generator function yields.
func (a *analysis) yields(n ast.Node) *cell {
	c := a.elements[n]
	if c == nil {
		c = a.newCell()
		a.elements[n] = c
	}
	return c
}

// element is the type of what iterating over a value gives.
func (f *function) element(t types.Type) types.Type {
	if t == types.Never {
		return types.Never
	}
	switch t := known(t).(type) {
	case *types.List:
		return known(t.Elem)
	case *types.Set:
		return known(t.Elem)
	case *types.Dict:
		return known(t.Key)
	case *types.Library:
		if elem := api.SequenceElement(t); elem != nil {
			return known(elem)
		}
	case *types.Object:
		if it, ok := f.operation("__iter__", t); ok {
			return known(it.(*types.Iterator).Elem)
		}
	case *types.Iterator:
		if !t.Async {
			return known(t.Elem)
		}
	case *types.Sequence:
		return known(t.Elem)
	case *types.Tuple:
		var elem types.Type = types.Never
		for _, e := range t.Elems {
			elem = f.lub(elem, e)
		}
		return elem
	case types.Kind:
		if t == types.Str {
			return types.Str
		}
	}
	f.escape(t)
	return types.Any
}
