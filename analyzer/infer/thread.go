package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// thread interprets a call that runs its argument number at in a thread, with the
// arguments after it, if that is a static function or method: asyncio.to_thread(f, ...),
// which makes a coroutine, and loop.run_in_executor(None, f, ...), which makes a future.
func (f *function) thread(e *ast.Call, at int) (types.Type, bool) {
	if len(e.Args) <= at || hasStar(e) || at > 0 && len(e.Keywords) > 0 {
		return nil, false
	}
	for _, a := range e.Args[:at] {
		if c, ok := a.(*ast.Constant); !ok || c.Value != nil {
			return nil, false
		}
	}
	inner := &ast.Call{Base: e.Base, Func: e.Args[at], Args: e.Args[at+1:], Keywords: e.Keywords}
	n, ok := f.threadFunction(inner)
	switch {
	case !ok:
		return nil, false
	case n == nil:
		return types.Any, true
	case at == 0:
		return f.madeCoroutine(e, f.resultCell(n)), true
	}
	made, ok := f.made[e].(*types.Library)
	if !ok {
		made = &types.Library{Name: "asyncio.Future", Args: []types.Type{f.resultCell(n)}}
		f.made[e] = made
	}
	return made, true
}

// threadFunction interprets a call of a static function or method in a thread. ok is
// false if it is none, and n nil if nothing is known of its result.
func (f *function) threadFunction(e *ast.Call) (n ast.Node, ok bool) {
	switch fn := e.Func.(type) {
	case *ast.Attribute:
		return f.threadMethod(e, fn)
	case *ast.Name:
		n, mod := f.definition(fn)
		if n == nil || f.facts.Funcs[n].Async || f.facts.Funcs[n].Generator {
			return nil, false
		}
		if f.callStatic(e, n, mod, false); f.funcOf(n).Value {
			return nil, true
		}
		return n, true
	}
	return nil, false
}

// threadMethod is threadFunction for a method of an instance of a static class.
func (f *function) threadMethod(e *ast.Call, attr *ast.Attribute) (ast.Node, bool) {
	if f.libraryModule(attr.Value) != "" {
		return nil, false
	}
	instance, ok := known(f.expr(attr.Value)).(*types.Instance)
	if !ok {
		return nil, false
	}
	info := f.classes[instance.Class]
	n, ok := info.method(attr.Attr).(*ast.FunctionDef)
	if !ok || f.facts.Funcs[n].Kind != InstanceMethod || f.facts.Funcs[n].Generator || f.callMethod(info, n, e) == nil {
		return nil, false
	}
	f.facts.methodValues[attr] = true
	return n, true
}
