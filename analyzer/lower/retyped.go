package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// retyped gives a container that a library call made the element type that it
// has in the program: any where the program puts other values into it, a static
// one where the call made it of untyped elements.
func (f *function) retyped(v value, want types.Type) value {
	switch have := v.typ.(type) {
	case *types.Set:
		if set, ok := want.(*types.Set); ok && set.Frozen == have.Frozen && f.boxesDiffer(have.Elem, set.Elem) {
			constructor := "SetFrom"
			if have.Frozen {
				constructor = "FrozenSetFrom"
			}
			items := &ir.Call{Fun: py("Retyped"), TypeArgs: []ir.Type{f.goType(set.Elem)}, Args: []ir.Expr{method(v.Expr, "All")}}
			return value{pyCall(constructor, items), want}
		}
	case *types.Dict:
		if dict, ok := want.(*types.Dict); ok && (f.boxesDiffer(have.Key, dict.Key) || f.boxesDiffer(have.Value, dict.Value)) {
			items := &ir.Call{
				Fun: py("RetypedPairs"), TypeArgs: []ir.Type{f.goType(dict.Key), f.goType(dict.Value)}, Args: []ir.Expr{method(v.Expr, "All")},
			}
			return value{pyCall("DictFrom", items), want}
		}
	case *types.Library:
		elem := api.SequenceElement(have)
		library, ok := want.(*types.Library)
		if elem != nil && ok && library.Name == have.Name && f.boxesDiffer(elem, library.Args[0]) {
			pkg, name := api.GoType(have.Name)
			retype := &ir.Call{Fun: &ir.Qual{Pkg: pkg, Name: "Retyped" + name}, TypeArgs: []ir.Type{f.goType(library.Args[0])}, Args: []ir.Expr{v.Expr}}
			return value{retype, want}
		}
	}
	return f.retypedList(v, want)
}

// retypedItems is retyped for each item of a tuple where it is made.
func (f *function) retypedItems(v value, want types.Type) value {
	have := v.typ.(*types.Tuple)
	t, ok := want.(*types.Tuple)
	if !ok || len(t.Elems) != len(have.Elems) {
		return v
	}
	made := v.Expr.(*ir.Composite)
	for i := range made.Elems {
		made.Elems[i].Value = f.retyped(value{made.Elems[i].Value, have.Elems[i]}, t.Elems[i]).Expr
	}
	made.Type = f.goType(t)
	return value{made, t}
}

// boxesDiffer reports whether one of two types is carried as any and the other is not.
func (f *function) boxesDiffer(a, b types.Type) bool { return f.isAny(a) != f.isAny(b) }

func (f *function) retypedList(v value, want types.Type) value {
	have, ok := v.typ.(*types.List)
	list, isList := want.(*types.List)
	if !ok || !isList {
		return v
	}
	from, to := f.goType(have.Elem), f.goType(list.Elem)
	switch {
	case from != ir.Any && to == ir.Any:
		return value{pyCall("BoxList", v.Expr), want}
	case from == ir.Any && to != ir.Any:
		return value{&ir.Call{Fun: py("UnboxList"), TypeArgs: []ir.Type{to}, Args: []ir.Expr{v.Expr}}, want}
	}
	return v
}
