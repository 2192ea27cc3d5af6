package typing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/re"
)

// genericArity is the number of parameters of a generic, with defaults for
// those that may be left out; -1 is any number.
type genericArity struct {
	name, class string
	params      int
	defaults    []any
}

// abstractGenerics are the generics that stand for classes of collections.abc.
var abstractGenerics = []genericArity{
	{name: "Hashable"}, {name: "Sized"},
	{name: "Awaitable", params: 1}, {name: "Coroutine", params: 3},
	{name: "AsyncIterable", params: 1}, {name: "AsyncIterator", params: 1},
	{name: "AsyncGenerator", params: 2, defaults: []any{py.NoneClass}},
	{name: "Iterable", params: 1}, {name: "Iterator", params: 1}, {name: "Reversible", params: 1},
	{name: "Generator", params: 3, defaults: []any{py.NoneClass, py.NoneClass}},
	{name: "Container", params: 1}, {name: "Collection", params: 1},
	{name: "AbstractSet", class: "Set", params: 1}, {name: "MutableSet", params: 1},
	{name: "Mapping", params: 2}, {name: "MutableMapping", params: 2},
	{name: "Sequence", params: 1}, {name: "MutableSequence", params: 1}, {name: "ByteString"},
	{name: "MappingView", params: 1}, {name: "KeysView", params: 1}, {name: "ItemsView", params: 2},
	{name: "ValuesView", params: 1},
}

// addGenerics adds List, Dict, Iterable, Callable and their like.
func addGenerics(m *py.Module) {
	for _, g := range abstractGenerics {
		m.Lazy(g.name, func() any {
			class := g.class
			if class == "" {
				class = g.name
			}
			return genericForm(g, collectionsabc.Class(class))
		})
	}
	for _, g := range []struct {
		name   string
		params int
		class  *py.Class
	}{
		{"List", 1, py.ListClass}, {"Dict", 2, py.DictClass}, {"Set", 1, py.SetClass}, {"FrozenSet", 1, py.FrozenSetClass},
		{"Type", 1, py.TypeClass}, {"Deque", 1, collections.DequeClass}, {"DefaultDict", 2, collections.DefaultDictClass},
		{"OrderedDict", 2, collections.OrderedDictClass}, {"Counter", 1, collections.CounterClass},
	} {
		m.Set(g.name, genericForm(genericArity{name: g.name, params: g.params}, g.class))
	}
	m.Set("Tuple", &Form{name: "Tuple", origin: py.TupleClass, subscript: subscriptTuple})
	m.Lazy("Callable", func() any {
		return &Form{name: "Callable", origin: collectionsabc.Class("Callable"), subscript: subscriptCallable}
	})
	m.Lazy("ChainMap", func() any {
		return genericForm(genericArity{name: "ChainMap", params: 2}, collections.Module().Attr("ChainMap").(*py.Class))
	})
	for name, class := range map[string]*py.Class{"Pattern": re.PatternClass, "Match": re.MatchClass} {
		m.Lazy(name, func() any { return genericForm(genericArity{name: name, params: 1}, class) })
	}
	exitType := py.NewUnion(py.BoolClass, nil)
	for name, class := range map[string]string{
		"ContextManager": "AbstractContextManager", "AsyncContextManager": "AbstractAsyncContextManager",
	} {
		m.Lazy(name, func() any {
			arity := genericArity{name: name, params: 2, defaults: []any{exitType}}
			return genericForm(arity, contextlib.Module().Attr(class).(*py.Class))
		})
	}
}

func genericForm(arity genericArity, class *py.Class) *Form {
	f := &Form{name: arity.name, origin: class}
	f.subscript = func(f *Form, params any) any {
		if arity.params == 0 {
			panic(exc.TypeError("%s is not a generic class", f))
		}
		args := typeArguments(params)
		missing := arity.params - len(args)
		if missing > 0 && missing <= len(arity.defaults) {
			args = append(args, arity.defaults[len(arity.defaults)-missing:]...)
		}
		checkArity(f.String(), arity.params, len(args))
		return &Alias{origin: f.origin, name: f.name, args: args}
	}
	return f
}

func subscriptTuple(f *Form, params any) any {
	return &Alias{origin: f.origin, name: "Tuple", args: typeArguments(params)}
}

func subscriptCallable(f *Form, params any) any {
	pair, ok := params.(py.Tuple)
	if !ok || len(pair) != 2 {
		panic(exc.TypeError("Callable must be used as Callable[[arg, ...], result]."))
	}
	var args py.Tuple
	switch parameters := pair[0].(type) {
	case *py.List[any]:
		for _, p := range parameters.Items() {
			args = append(args, typeArgument(p, "Callable[[arg, ...], result]: each arg must be a type."))
		}
	case *TypeVar, *Alias:
		args = append(args, parameters)
	default:
		if parameters != any(py.Ellipsis) {
			panic(exc.TypeError("Callable[args, result]: args must be a list. Got %s", py.Repr(parameters)))
		}
		args = append(args, parameters)
	}
	args = append(args, typeArgument(pair[1], "Callable[args, result]: result must be a type."))
	return &Alias{origin: f.origin, name: "Callable", args: args}
}
