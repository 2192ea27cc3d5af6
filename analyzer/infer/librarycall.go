package infer

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// libraryCall interprets a call of something in the library table.
func (f *function) libraryCall(e *ast.Call, awaited bool) (types.Type, bool) {
	name, receiver := f.entryName(e)
	if name == never {
		f.untaken(e)
		return types.Never, true
	}
	switch name {
	case "asyncio.gather":
		if awaited {
			if t, ok := f.gather(e); ok {
				f.asyncEntry[e] = true
				return t, true
			}
		}
		return nil, false
	case defaultDictName:
		return f.defaultDict(e)
	}
	if at, ok := api.ThreadArgument(name); ok {
		return f.thread(e, at)
	}
	if name == "" || hasStar(e) || !api.Knows(name) {
		return nil, false
	}
	exprs, args := f.libraryArguments(e, name, receiver)
	for _, a := range args {
		if known(a.Type) == types.Never {
			return types.Never, true
		}
	}
	f.fill(name, args)
	for i := range args {
		args[i].Type = snapshot(args[i].Type)
	}
	m := api.Find(name, args)
	f.callbacks(m, exprs)
	if m == nil || m.Entry.MakesTask && f.facts.TaskFactory || m.Entry.Found && f.deriveFrom(m.Sig.Result.(*types.Library)) {
		return nil, false
	}
	if m.Entry.Attribute || !f.trusts(m) {
		return nil, false
	}
	f.sequences[e] = m.Entry.Seq != "" || m.Entry.Seq2 != ""
	if m.Entry.Async {
		f.asyncEntry[e] = awaited
		if !awaited && (m.Entry.Go == "" || m.Entry.Many != "") {
			f.escapeArguments(e)
			return types.Any, true
		}
	}
	f.agree(m, exprs)
	leaks := leaksElements(m)
	for p, indexes := range m.Args {
		param := m.Sig.Params[p]
		for _, i := range indexes {
			if f.takesDefault(name, f.facts.exprs[exprs[i]]) {
				continue
			}
			// __instancecheck__ may look at the object, and a named tuple is a tuple.
			asks := m.Entry.Name == "isinstance" && (!f.plainClasses(exprs[1]) || f.classOf(exprs[1]) == nil && f.tupleFields(strip(f.facts.exprs[exprs[i]])) != nil)
			if param.Type == nil && m.Entry.Name != "isinstance" {
				f.expose(f.facts.exprs[exprs[i]])
			}
			switch t := f.facts.exprs[exprs[i]]; {
			case asks:
				f.escape(t)
			case !m.Entry.Keeps && (param.Type == nil || param.Type == types.Any):
				f.escape(t)
			case m.Entry.Names && namesAttributes(e), m.Entry.Iterates:
				f.escapeInstance(t)
			case leaks:
				f.escapeElements(t)
			}
		}
	}
	result := f.resultOf(e, m, exprs)
	f.harmless[e] = !m.Entry.Async && !slices.ContainsFunc(exprs, func(x ast.Expr) bool { return !f.inert(f.facts.exprs[x]) })
	if m.Entry.Async && !awaited {
		made, ok := f.made[e.Func].(*types.Coroutine)
		if !ok {
			made = &types.Coroutine{Result: f.newCell()}
			f.made[e.Func] = made
		}
		f.joinElem(made.Result, result)
		return made, true
	}
	return result, true
}

// untaken interprets the arguments of a call of what has no value yet, but for
// lambdas: what they are passed to decides about them.
func (f *function) untaken(e *ast.Call) {
	args := slices.Clone(e.Args)
	for _, k := range e.Keywords {
		args = append(args, k.Value)
	}
	for _, a := range args {
		if _, isLambda := a.(*ast.Lambda); !isLambda {
			f.expr(a)
		}
	}
}

// namesAttributes reports whether the text whose method is called may name
// attributes of the arguments.
func namesAttributes(e *ast.Call) bool {
	fun, _ := e.Func.(*ast.Attribute)
	if fun == nil {
		return true
	}
	c, ok := fun.Value.(*ast.Constant)
	if !ok {
		return true
	}
	text, _ := c.Value.(string)
	return len(formattedAttributes(text)) > 0
}

// plainClasses reports whether the second argument of isinstance names builtin
// and static classes alone, which do not look at the object themselves.
func (f *function) plainClasses(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Name:
		info := f.classOf(e)
		return f.isBuiltin(e) || info != nil && f.facts.Classes[info.def].Static
	case *ast.Tuple:
		return !slices.ContainsFunc(e.Elts, func(e ast.Expr) bool { return !f.plainClasses(e) })
	}
	return false
}

// agree makes the elements that a signature calls by one type variable the
// same, as their Go types must be.
func (f *function) agree(m *api.Match, args []ast.Expr) {
	for _, v := range []api.Var{"T", "K", "V"} {
		bound := m.Same[v]
		var first *cell
		for _, t := range bound {
			if c, ok := t.(*cell); ok && first == nil {
				first = c
			}
		}
		if first == nil {
			continue
		}
		for _, t := range bound {
			if c, ok := t.(*cell); ok {
				f.unify(first, c)
			} else {
				f.join(first, t)
			}
		}
		f.eachOf(m, v, args, func(t types.Type) {
			if isContainer(t) {
				f.join(first, t)
			}
		})
	}
}

// eachOf calls do with the type of each argument that is of type v.
func (f *function) eachOf(m *api.Match, v api.Var, args []ast.Expr, do func(types.Type)) {
	for p, indexes := range m.Args {
		if m.Sig.Params[p].Type != v {
			continue
		}
		for _, i := range indexes {
			do(known(f.facts.exprs[args[i]]))
		}
	}
}

func isContainer(t types.Type) bool {
	switch t.(type) {
	case *types.List, *types.Set, *types.Dict, *types.Library, *types.Coroutine:
		return true
	}
	return false
}

// leaksElements reports whether untyped code gets hold of the elements of the
// arguments: through a result without a type, or in a callback.
func leaksElements(m *api.Match) bool {
	for p, param := range m.Sig.Params {
		if param.Type == types.Function && len(m.Args[p]) > 0 {
			return true
		}
	}
	switch t := m.Result.(type) {
	case types.Kind:
		return t == types.Any
	case *types.List:
		return t.Elem == types.Any
	case *types.Iterator:
		return t.Elem == types.Any
	}
	return false
}

// escapeElements is told that the elements of a container are handled by
// untyped code, which cannot change the container itself.
func (f *function) escapeElements(t types.Type) {
	switch t := known(t).(type) {
	case *types.List:
		f.escape(t.Elem)
	case *types.Set:
		f.escape(t.Elem)
	case *types.Dict:
		f.escape(t.Key)
		f.escape(t.Value)
	case *types.Optional:
		f.escapeElements(t.Elem)
	case *types.Library:
		if elem := api.SequenceElement(t); elem != nil {
			f.escape(elem)
			return
		}
		f.escape(t)
	default:
		f.escape(t)
	}
}

// escapeInstance is told that untyped code calls methods of a value if it is an
// instance, and does not change it if it is a container.
func (f *function) escapeInstance(t types.Type) {
	if _, ok := strip(known(t)).(*types.Instance); ok {
		f.escape(t)
	}
}

// snapshot prepares a type for matching: its ints without ranges at the top.
func snapshot(t types.Type) types.Type { return unranged(t) }

// fill joins the arguments of a method into the elements of its container
// where the signature says that they go there.
func (f *function) fill(name string, args []api.Argument) {
	for _, sig := range api.Signatures(name) {
		if len(sig.Params) < len(args) || takesNone(sig, args) {
			continue
		}
		cells := map[api.Var]types.Type{}
		for i, a := range args {
			bindCells(cells, sig.Params[i].Type, known(a.Type))
		}
		for i, a := range args {
			v, ok := sig.Params[i].Type.(api.Var)
			if !ok || a.Name != "" || !sig.Params[i].Stores {
				continue
			}
			if c, ok := cells[v].(*cell); ok {
				f.join(c, a.Type)
			}
		}
		return
	}
}

// takesNone reports whether a signature is for None where an argument is
// something else.
func takesNone(sig *api.Signature, args []api.Argument) bool {
	for i, a := range args {
		if sig.Params[i].Type == types.None && known(a.Type) != types.None {
			return true
		}
	}
	return false
}

// bindCells finds the element cells that the type variables of a parameter stand for.
func bindCells(cells map[api.Var]types.Type, param, have types.Type) {
	bind := func(p, h types.Type) {
		if v, ok := p.(api.Var); ok {
			if c, isCell := h.(*cell); isCell && cells[v] == nil {
				cells[v] = c
			}
		}
	}
	switch p := param.(type) {
	case *types.List:
		if h, ok := have.(*types.List); ok {
			bind(p.Elem, h.Elem)
		}
	case *types.Set:
		if h, ok := have.(*types.Set); ok {
			bind(p.Elem, h.Elem)
		}
	case *types.Dict:
		if h, ok := have.(*types.Dict); ok {
			bind(p.Key, h.Key)
			bind(p.Value, h.Value)
		}
	case *types.Library:
		if h, ok := have.(*types.Library); ok && len(h.Args) == len(p.Args) {
			for i := range p.Args {
				bind(p.Args[i], h.Args[i])
			}
		}
	}
}
