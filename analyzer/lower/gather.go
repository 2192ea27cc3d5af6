package lower

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// gather lowers await asyncio.gather(...) of awaitables with static types.
// discarded tells that the results are not used.
func (f *function) gather(e *ast.Call, discarded bool) (value, bool) {
	if name, _ := f.entryName(e); name != "asyncio.gather" {
		return value{}, false
	}
	returnExceptions, ok := f.returnExceptions(e)
	if !ok {
		return value{}, false
	}
	results, ok := f.gathered(e.Args)
	if !ok {
		return value{}, false
	}
	list, ok := f.typeOf(e).(*types.List)
	if !ok {
		return value{}, false
	}
	uniform := results[0]
	for _, t := range results {
		if !types.Equal(t, uniform) {
			uniform = nil
			break
		}
	}
	switch {
	case discarded && !returnExceptions:
		f.takes(e, "call", "asyncio.GatherAll", "")
		args, spread := f.waitables(e.Args, &ir.Named{Pkg: asyncioPath, Name: "Waitable"}, "Waitables", nil)
		return f.fallible(&ir.Call{Fun: aio("GatherAll"), Args: args, Spread: spread}, nil, ""), true
	case uniform != nil && (returnExceptions || types.Equal(list.Elem, uniform) && uniform != types.None):
		name := "Gather"
		if returnExceptions {
			name = "GatherResults"
		}
		f.takes(e, "call", "asyncio."+name, "")
		result := f.program.resultType(uniform)
		args, spread := f.waitables(e.Args, &ir.Named{Pkg: asyncioPath, Name: "Awaitable", Args: []ir.Type{result}}, "Awaitables", result)
		call := &ir.Call{Fun: aio(name), Args: args, Spread: spread}
		if !spread {
			call.TypeArgs = []ir.Type{result}
		}
		return f.fallible(call, list, "results"), true
	}
	if hasStar(e.Args) {
		return value{}, false
	}
	f.takes(e, "call", "asyncio.GatherAny", "the results are not all of one type")
	all := &ir.Composite{Type: anySlice}
	for _, v := range f.operands(e.Args...) {
		all.Elems = append(all.Elems, ir.Element{Value: v.Expr})
	}
	call := aioCall("GatherAny", f.context(), all, &ir.Lit{Value: returnExceptions})
	return f.fallible(call, &types.List{Elem: types.Any}, "results"), true
}

func aio(name string) ir.Expr { return &ir.Qual{Pkg: asyncioPath, Name: name} }

// returnExceptions reads gather's keyword argument, if it is a literal.
func (f *function) returnExceptions(e *ast.Call) (on, ok bool) {
	for _, k := range e.Keywords {
		c, isConstant := k.Value.(*ast.Constant)
		b, isBool := false, false
		if isConstant {
			b, isBool = c.Value.(bool)
		}
		if k.Arg != "return_exceptions" || !isBool {
			return false, false
		}
		on = b
	}
	return on, true
}

// gathered returns the result types of gather's arguments, if all are static awaitables.
func (f *function) gathered(args []ast.Expr) ([]types.Type, bool) {
	var results []types.Type
	for i, a := range args {
		if s, ok := a.(*ast.Starred); ok {
			elem := f.spreadElement(s.Value)
			result, ok := awaitedType(elem)
			if !ok || len(args) != 1 || i != 0 {
				return nil, false
			}
			results = append(results, result)
			continue
		}
		result, ok := awaitedType(f.typeOf(a))
		if !ok {
			return nil, false
		}
		results = append(results, result)
	}
	return results, len(results) > 0
}

// spreadElement is the element type of what *e spreads.
func (f *function) spreadElement(e ast.Expr) types.Type {
	switch e := e.(type) {
	case *ast.GeneratorExp:
		return f.typeOf(e.Elt)
	case *ast.ListComp:
		return f.typeOf(e.Elt)
	}
	return elementOf(f.typeOf(e))
}

// waitables lowers gather's arguments, ctx first. A comprehension fills a Go
// slice of the interface type; a list is copied into one by the runtime.
func (f *function) waitables(args []ast.Expr, elem ir.Type, convert string, result ir.Type) (out []ir.Expr, spread bool) {
	out = []ir.Expr{f.context()}
	if s, ok := args[0].(*ast.Starred); ok {
		elt, generators := comprehensionParts(s.Value)
		if elt == nil {
			call := &ir.Call{Fun: aio(convert), Args: []ir.Expr{f.expr(s.Value).Expr}}
			if result != nil {
				call.TypeArgs = []ir.Type{result}
			}
			return append(out, call), true
		}
		f.program.inlined[s.Value] = true
		all := &ir.Var{Hint: waitableHint(elt), Type: &ir.Slice{Elem: elem}}
		f.emit(&ir.Declare{Var: all})
		f.comprehend(generators, func() {
			v := f.expr(elt)
			f.emit(&ir.Assign{
				Targets: []ir.Expr{&ir.Ref{Var: all}},
				Values:  []ir.Expr{&ir.Call{Fun: ir.Verbatim("append"), Args: []ir.Expr{&ir.Ref{Var: all}, f.to(f.typeOf(elt), v)}}},
			})
		})
		return append(out, &ir.Ref{Var: all}), true
	}
	for i, v := range f.operands(args...) {
		out = append(out, f.to(f.typeOf(args[i]), v))
	}
	return out, false
}

// waitableHint names the slice of the coroutines that a comprehension makes.
func waitableHint(elt ast.Expr) string {
	if call, ok := elt.(*ast.Call); ok {
		switch fn := call.Func.(type) {
		case *ast.Name:
			return plural(fn.Id)
		case *ast.Attribute:
			return plural(fn.Attr)
		}
	}
	return "coros"
}

// plural names several things of a name, by the rules of English spelling.
func plural(name string) string {
	ends := func(suffixes ...string) bool {
		return slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(name, s) })
	}
	switch {
	case ends("ay", "ey", "oy", "uy"):
		return name + "s"
	case ends("y"):
		return name[:len(name)-1] + "ies"
	case ends("s", "x", "z", "ch", "sh"):
		return name + "es"
	}
	return name + "s"
}

func comprehensionParts(e ast.Expr) (ast.Expr, []*ast.Comprehension) {
	switch e := e.(type) {
	case *ast.GeneratorExp:
		if !isAsyncGenerator(e) {
			return e.Elt, e.Generators
		}
	case *ast.ListComp:
		return e.Elt, e.Generators
	}
	return nil, nil
}
