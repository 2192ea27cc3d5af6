package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

func (f *function) madeCoroutine(n ast.Node, result *cell) types.Type {
	t, ok := f.made[n].(*types.Coroutine)
	if !ok {
		t = &types.Coroutine{Result: result}
		f.made[n] = t
	}
	return t
}

func (f *function) await(e *ast.Await) types.Type {
	if call, ok := e.Value.(*ast.Call); ok {
		t := f.call(call, true)
		f.facts.exprs[call] = known(t)
		return f.awaited(known(t), call)
	}
	return f.awaited(f.expr(e.Value), nil)
}

// awaited is the result of awaiting a value. A call was told so already, and
// gives the result itself unless it makes an awaitable object.
func (f *function) awaited(t types.Type, call *ast.Call) types.Type {
	if t == types.Never {
		return t
	}
	switch t := known(t).(type) {
	case *types.Coroutine:
		return known(t.Result)
	case *types.Library:
		if api.IsFuture(t.Name) && len(t.Args) == 1 {
			return known(t.Args[0])
		}
	}
	if call != nil && f.givesResult(call) {
		return t
	}
	f.escape(t)
	return types.Any
}

// givesResult reports whether f.call with awaited gave the awaited result.
func (f *function) givesResult(call *ast.Call) bool {
	if name, ok := call.Func.(*ast.Name); ok {
		if n, _ := f.definition(name); n != nil {
			facts := f.facts.Funcs[n]
			return facts.Async && !facts.Generator
		}
	}
	if attr, ok := call.Func.(*ast.Attribute); ok {
		_, n, ok := f.methodOf(attr)
		if !ok {
			if instance, ok := known(f.facts.exprs[attr.Value]).(*types.Instance); ok {
				n = f.classes[instance.Class].method(attr.Attr)
			}
		}
		if n != nil {
			return f.facts.Funcs[n].Async && !f.facts.Funcs[n].Generator
		}
	}
	return f.asyncEntry[call]
}

// gather interprets asyncio.gather(...) whose arguments are all awaitables of
// known results: its own result is then a list of a known element type. It
// mirrors what lowering can do with such a call.
func (f *function) gather(e *ast.Call) (types.Type, bool) {
	returnExceptions := false
	for _, k := range e.Keywords {
		c, ok := k.Value.(*ast.Constant)
		if !ok || k.Arg != "return_exceptions" {
			return nil, false
		}
		returnExceptions = c.Value == true
	}
	var results []types.Type
	for _, a := range e.Args {
		var t types.Type
		if s, ok := a.(*ast.Starred); ok {
			if len(e.Args) > 1 {
				return nil, false
			}
			t = f.spread(s.Value)
		} else {
			t = f.expr(a)
		}
		result, ok := f.awaitable(t)
		if !ok {
			return nil, false
		}
		results = append(results, result)
	}
	if len(results) == 0 {
		return nil, false
	}
	made := f.madeList(e)
	for _, r := range results {
		f.joinElem(made.Elem, r)
	}
	first := resolve(results[0], 0)
	for _, r := range results {
		if t := resolve(r, 0); returnExceptions || !types.Equal(t, first) && t != types.Never && first != types.Never {
			f.open(made.Elem)
		}
	}
	return made, true
}

// spread is the element type of *e; a generator expression there is consumed at once.
func (f *function) spread(e ast.Expr) types.Type {
	if g, ok := e.(*ast.GeneratorExp); ok {
		return f.comprehension(g, g.Generators, func() types.Type { return f.expr(g.Elt) })
	}
	t := f.expr(e)
	switch t := known(t).(type) {
	case *types.List:
		return known(t.Elem)
	case *types.Set:
		return known(t.Elem)
	}
	return t
}

// awaitable is the result of awaiting a value of a type that is known to be awaitable.
func (f *function) awaitable(t types.Type) (types.Type, bool) {
	switch t := known(t).(type) {
	case types.Kind:
		return types.Never, t == types.Never
	case *types.Coroutine:
		return known(t.Result), true
	case *types.Library:
		if api.IsFuture(t.Name) && len(t.Args) == 1 {
			return known(t.Args[0]), true
		}
	}
	return nil, false
}
