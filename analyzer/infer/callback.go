package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// libraryArguments interprets the arguments of a call of something in the
// library table.
func (f *function) libraryArguments(e *ast.Call, entry string, receiver ast.Expr) (exprs []ast.Expr, args []api.Argument) {
	takesLambda := api.TakesLambda(entry)
	add := func(name string, e ast.Expr) {
		exprs = append(exprs, e)
		lambda, ok := e.(*ast.Lambda)
		if ok && takesLambda && plainParameters(lambda.Args) && !f.untypedLambdas[lambda] {
			f.facts.Funcs[lambda].Static = !f.facts.Funcs[lambda].Generator
		}
		if def := f.asyncCallback(e, entry); def != nil {
			f.facts.exprs[e] = types.Function
			args = append(args, api.Argument{Name: name, Type: types.Function, Func: &api.Func{
				Params: len(f.callbackParameters(e)), Result: f.resultCell(def), Async: true,
			}})
			return
		}
		if method, ok := f.boundMethod(e, entry); ok {
			f.facts.exprs[e] = types.Function
			args = append(args, api.Argument{Name: name, Type: method.Self, Method: method})
			return
		}
		arg := api.Argument{Name: name, Type: f.expr(e), Inline: f.inline(e)}
		if ok && f.funcOf(lambda).Static {
			arg.Func = &api.Func{Params: len(lambda.Args.Args), Result: f.resultCell(lambda)}
		}
		args = append(args, arg)
	}
	if receiver != nil {
		add("", receiver)
	}
	for _, a := range e.Args {
		add("", a)
	}
	for _, k := range e.Keywords {
		add(k.Arg, k.Value)
	}
	return exprs, args
}

// asyncCallback returns the static async def of this module that an argument of
// a library function names, or the method that it is of an object, if the function
// can take its Go function.
func (f *function) asyncCallback(e ast.Expr, entry string) *ast.AsyncFunctionDef {
	if !api.TakesAsync(entry) {
		return nil
	}
	if attr, ok := e.(*ast.Attribute); ok {
		return f.asyncMethod(attr)
	}
	name, ok := e.(*ast.Name)
	if !ok {
		return nil
	}
	n, mod := f.definition(name)
	def, ok := n.(*ast.AsyncFunctionDef)
	if !ok || mod != f.mod || f.facts.Funcs[def].Generator || f.funcOf(def).Value || !plainParameters(def.Args) {
		return nil
	}
	return def
}

// asyncMethod returns the async method that is read of an instance, if it is always
// the same one and takes just some positional arguments.
func (f *function) asyncMethod(e *ast.Attribute) *ast.AsyncFunctionDef {
	if f.libraryModule(e.Value) != "" {
		return nil
	}
	instance, ok := known(f.expr(e.Value)).(*types.Instance)
	if !ok {
		return nil
	}
	info := f.classes[instance.Class]
	if info.mod != f.mod || len(info.derived) > 0 || info.fields[e.Attr] != nil {
		return nil
	}
	def, ok := info.method(e.Attr).(*ast.AsyncFunctionDef)
	if !ok || f.facts.Funcs[def].Kind != InstanceMethod || f.facts.Funcs[def].Generator || !plainParameters(def.Args) ||
		f.mod.Scope.Defs[def.Args.Args[0]] == nil {
		return nil
	}
	return def
}

// boundMethod returns the method of a container that an argument of a library
// function is, if the function can take its Go method.
func (f *function) boundMethod(e ast.Expr, entry string) (*api.BoundMethod, bool) {
	attr, ok := e.(*ast.Attribute)
	if !ok || !api.TakesMethod(entry) {
		return nil, false
	}
	name, self := f.entryName(&ast.Call{Func: attr})
	if self == nil || api.MethodValue(name) == "" {
		return nil, false
	}
	return &api.BoundMethod{Name: name, Self: known(f.expr(self))}, true
}

// containerElement is the element type of a container that methods add to; nil of
// anything else.
func containerElement(t types.Type) types.Type {
	switch t := known(t).(type) {
	case *types.List:
		return t.Elem
	case *types.Set:
		return t.Elem
	case *types.Library:
		return api.SequenceElement(t)
	}
	return nil
}

// callbackParameters are the parameters of a function that is an argument.
func (f *function) callbackParameters(e ast.Expr) []*ast.Arg {
	switch e := e.(type) {
	case *ast.Lambda:
		return e.Args.Args
	case *ast.Attribute:
		return f.asyncMethod(e).Args.Args[1:]
	}
	n, _ := f.definition(e.(*ast.Name))
	return ast.ArgumentsOf(n).Args
}

// plainParameters reports whether a function takes just some positional arguments.
func plainParameters(a *ast.Arguments) bool {
	return len(a.Args) == len(a.All()) && len(a.Defaults) == 0
}

// inline reports whether an argument is an iterator that is made where it
// stands and can be gone through there without being made at all.
func (f *function) inline(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.GeneratorExp:
		it, ok := known(f.facts.exprs[e]).(*types.Iterator)
		return ok && !it.Async
	case *ast.Call:
		return f.sequences[e]
	}
	return false
}

// callbacks lets what a library function passes to the lambdas among its
// arguments flow into their parameters. A lambda that goes to anything else
// takes and gives any value.
func (f *function) callbacks(m *api.Match, exprs []ast.Expr) {
	typed := map[ast.Expr]bool{}
	for _, e := range exprs {
		delete(f.facts.methodValues, e)
	}
	if m != nil {
		for p, indexes := range m.Args {
			if adder, ok := m.Sig.Params[p].Type.(*api.Adder); ok {
				for _, i := range indexes {
					typed[exprs[i]] = true
					f.facts.methodValues[exprs[i]] = true
					self := f.expr(exprs[i].(*ast.Attribute).Value)
					if elem := containerElement(self); elem != nil {
						f.joinElem(elem, f.ranged(m.Resolve(adder.Elem)))
					}
				}
			}
			callback, ok := m.Sig.Params[p].Type.(*api.Callback)
			if !ok {
				continue
			}
			for _, i := range indexes {
				typed[exprs[i]] = true
				if _, isMethod := exprs[i].(*ast.Attribute); isMethod {
					f.facts.methodValues[exprs[i]] = true
				}
				for j, param := range f.callbackParameters(exprs[i]) {
					t := f.ranged(m.Resolve(callback.Params[j]))
					f.join(f.variable(f.mod.Scope.Defs[param]), t)
				}
			}
		}
	}
	for _, e := range exprs {
		if f.facts.exprs[e] == types.Function && !typed[e] {
			switch e := e.(type) {
			case *ast.Name:
				f.facts.exprs[e] = f.load(e)
			case *ast.Attribute:
				f.facts.exprs[e] = f.attribute(e)
			}
		}
		lambda, ok := e.(*ast.Lambda)
		if !ok || typed[e] || !f.facts.Funcs[lambda].Static {
			continue
		}
		f.untypedLambdas[lambda] = true
		f.facts.Funcs[lambda].Static = false
		f.altered(f.facts.Funcs[lambda])
		f.join(f.resultCell(lambda), types.Any)
	}
}
