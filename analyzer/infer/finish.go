package infer

import (
	"maps"
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// untyped keeps what holds of any program.
func (a *analysis) untyped() *Facts {
	a.facts.exprs = map[ast.Expr]types.Type{}
	for _, f := range a.facts.Funcs {
		f.Result = types.Any
	}
	return a.facts
}

// finish writes the facts in their final form.
func (a *analysis) finish() *Facts {
	a.facts.ints = map[ast.Expr]integer{}
	for e, t := range a.facts.exprs {
		if i, ok := known(t).(integer); ok && i.bits < wide {
			a.facts.ints[e] = i
		}
		a.facts.exprs[e] = resolve(t, 0)
	}
	for sym, c := range a.vars {
		a.facts.Vars[sym] = resolve(c, 0)
	}
	for def, info := range a.classes {
		facts := info.facts
		facts.Open = info.open
		facts.Registered = a.exposed[def] || a.escaped[def] || a.mixed[def]
		for _, field := range info.order {
			field.Type = storable(resolve(info.fields[field.Name], 0))
			facts.Fields = append(facts.Fields, field)
		}
		for _, field := range info.later {
			field.Type = storable(resolve(info.fields[field.Name], 0))
			facts.Later = append(facts.Later, field)
			facts.Registered = true // the runtime tells that it is not there
		}
		for i := range facts.Attrs {
			facts.Attrs[i].Read = a.escaped[def] && a.reachable(facts.Attrs[i].Name)
			facts.Attrs[i].Type = storable(resolve(info.attrs[facts.Attrs[i].Name], 0))
		}
	}
	a.dropAliases()
	for _, m := range a.modules {
		a.facts.leavesNamed = a.facts.leavesNamed || leavesNamed(m)
	}
	a.facts.resets = resetsOf(slices.Collect(maps.Values(a.modules)))
	maps.Copy(a.facts.resets, a.untypedStores)
	a.facts.classParams = map[*scope.Symbol]*ast.ClassDef{}
	for sym, info := range a.classParams {
		a.facts.classParams[sym] = info.def
	}
	for n, f := range a.facts.Funcs {
		if c := a.results[n]; c != nil {
			f.Result = resolve(c, 0)
		}
		if f.Generator {
			f.Yields = resolve(a.yields(n), 0)
		}
	}
	return a.facts
}

// storable is the type of a field of type t: None alone is carried as any.
func storable(t types.Type) types.Type {
	if t == types.Never || t == types.None {
		return types.Any
	}
	return t
}
