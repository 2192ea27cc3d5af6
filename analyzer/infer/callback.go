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
				Params: len(def.Args.Args), Result: f.resultCell(def), Async: true,
			}})
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
// a library function names, if the function can take its Go function.
func (f *function) asyncCallback(e ast.Expr, entry string) *ast.AsyncFunctionDef {
	name, ok := e.(*ast.Name)
	if !ok || !api.TakesAsync(entry) {
		return nil
	}
	n, mod := f.definition(name)
	def, ok := n.(*ast.AsyncFunctionDef)
	if !ok || mod != f.mod || f.facts.Funcs[def].Generator || f.funcOf(def).Value || !plainParameters(def.Args) {
		return nil
	}
	return def
}

// callbackParameters are the parameters of a function that is an argument.
func (f *function) callbackParameters(e ast.Expr) []*ast.Arg {
	if lambda, ok := e.(*ast.Lambda); ok {
		return lambda.Args.Args
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
	if m != nil {
		for p, indexes := range m.Args {
			callback, ok := m.Sig.Params[p].Type.(*api.Callback)
			if !ok {
				continue
			}
			for _, i := range indexes {
				typed[exprs[i]] = true
				for j, param := range f.callbackParameters(exprs[i]) {
					t := f.ranged(m.Resolve(callback.Params[j]))
					f.join(f.variable(f.mod.Scope.Defs[param]), t)
				}
			}
		}
	}
	for _, e := range exprs {
		if f.facts.exprs[e] == types.Function && !typed[e] {
			if name, ok := e.(*ast.Name); ok {
				f.facts.exprs[e] = f.load(name)
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
