package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// call interprets a call; awaited tells that the result is awaited at once.
func (f *function) call(e *ast.Call, awaited bool) types.Type {
	if f.storeFrozen(e) {
		return types.None
	}
	if f.reflectsCall(e) {
		f.reflected(e.Args[0])
	}
	if n, mod := f.definition(e.Func); n != nil {
		return f.callStatic(e, n, mod, awaited)
	}
	if e := f.facts.Unchanged(f.mod.Scope, e); e != nil {
		return f.expr(e)
	}
	if t, ok := f.construct(e); ok {
		return t
	}
	if t, ok := f.replaced(e); ok {
		return t
	}
	if t, ok := f.methodCall(e, awaited); ok {
		return t
	}
	if name, ok := e.Func.(*ast.Name); ok && name.Id == "isinstance" && f.isBuiltin(name) && len(e.Args) == 2 && len(e.Keywords) == 0 && f.classOf(e.Args[1]) != nil && f.plainClasses(e.Args[1]) {
		f.expr(e.Args[0])
		return types.Bool // a test of the Go type
	}
	if t, ok := f.builtinSpecial(e); ok {
		return t
	}
	if t, ok := f.libraryCall(e, awaited); ok {
		return t
	}
	callee := f.expr(e.Func)
	if t, ok := f.special(e.Func, "__call__", e.Args...); ok && len(e.Keywords) == 0 && !hasStar(e) {
		return t
	}
	if callee == types.Never {
		return types.Never
	}
	f.escape(callee)
	f.escapeArguments(e)
	return types.Any
}

func (f *function) escapeArguments(e *ast.Call) {
	for _, a := range e.Args {
		f.escape(f.expr(a))
	}
	for _, k := range e.Keywords {
		f.escape(f.expr(k.Value))
	}
}

// callStatic joins the arguments of a call into the parameters of a static function.
func (f *function) callStatic(e *ast.Call, n ast.Node, mod *Module, awaited bool) types.Type {
	facts := f.facts.Funcs[n]
	if !f.bindStatic(e, ast.ArgumentsOf(n), mod) {
		// The call goes through the function's value, which binds the arguments
		// when it runs.
		return f.callThrough(n, mod, awaited)
	}
	result := f.resultCell(n)
	switch {
	case facts.Generator:
		return f.generator(n)
	case facts.Async && !awaited:
		return f.madeCoroutine(e, result)
	}
	return known(result)
}

// collected joins an argument into *args.
func (f *function) collected(p *ast.Arg, mod *Module, t types.Type) {
	f.join(f.variable(mod.Scope.Defs[p]), &types.Sequence{Elem: known(t)})
}

// collectedByName joins an argument into **kwargs.
func (f *function) collectedByName(p *ast.Arg, mod *Module, t types.Type) {
	kwargs := f.keywords(p)
	f.join(f.variable(mod.Scope.Defs[p]), kwargs)
	f.joinElem(kwargs.Value, t)
}

// keywords is the type of **kwargs of a static function.
func (a *analysis) keywords(p *ast.Arg) *types.Dict {
	t, ok := a.made[p].(*types.Dict)
	if !ok {
		t = &types.Dict{Key: a.newCell(), Value: a.newCell()}
		t.Key.(*cell).typ = types.Str
		a.made[p] = t
	}
	return t
}

// Spreads reports whether *x can stand for arguments without a test of x.
func Spreads(t types.Type) bool {
	switch t := known(t).(type) {
	case *types.List, *types.Set, *types.Dict, *types.Tuple, *types.Sequence:
		return true
	case *types.Iterator:
		return !t.Async
	}
	return false
}

// entryName is the name of what a call calls in the library table, and the
// receiver of a method.
func (f *function) entryName(e *ast.Call) (string, ast.Expr) {
	switch fn := e.Func.(type) {
	case *ast.Name:
		if f.isBuiltin(fn) {
			return fn.Id, nil
		}
		if o, ok := f.importOf(f.mod.Scope.Uses[fn]); ok && o.name != "" && f.modules[o.module] == nil {
			return o.module + "." + o.name, nil
		}
	case *ast.Attribute:
		if mod := f.libraryModule(fn.Value); mod != "" {
			if f.modules[mod] != nil {
				return "", nil
			}
			return mod + "." + fn.Attr, nil
		}
		if name, ok := fn.Value.(*ast.Name); ok && f.isBuiltin(name) && api.MakesByClass(name.Id+"."+fn.Attr) {
			return name.Id + "." + fn.Attr, nil
		}
		t := f.expr(fn.Value)
		if t == types.Never {
			return never, nil
		}
		if class := api.ClassOf(unranged(t)); class != "" {
			return class + "." + fn.Attr, fn.Value
		}
	}
	return "", nil
}

// never is the entryName of a method of what has no value yet.
const never = "never"

// unranged turns infer's own types into those that the table knows.
func unranged(t types.Type) types.Type {
	t = known(t)
	if i, ok := t.(integer); ok {
		if i.bits < wide {
			return types.Int
		}
		return types.BigInt
	}
	if it, ok := t.(*types.Iterator); ok {
		return &types.Iterator{Elem: unrangedElement(it.Elem), Async: it.Async}
	}
	return t
}

// unrangedElement is unranged of what no cell stands for.
func unrangedElement(t types.Type) types.Type {
	if i, ok := t.(integer); ok {
		return unranged(i)
	}
	return t
}
