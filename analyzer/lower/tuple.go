package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// tupleType carries the tuples that no struct carries.
var tupleType = &ir.Named{Pkg: pyPath, Name: "Tuple"}

// tupleStructs are the names of the Go structs that carry tuples, by their length.
var tupleStructs = map[int]string{2: "Pair", 3: "Triple"}

// tupleFields are the names of the fields of these structs.
var tupleFields = [...]string{"First", "Second", "Third"}

// structItems returns the Go types of the items of a tuple that a Go struct
// carries, nil for other tuples: those whose identity matters, and those with an
// item in an any, which are mostly on their way to where all is any.
func (l *lowerer) structItems(t *types.Tuple) []ir.Type {
	if !t.Unboxed || tupleStructs[len(t.Elems)] == "" {
		return nil
	}
	items := make([]ir.Type, len(t.Elems))
	for i, e := range t.Elems {
		if items[i] = l.goType(e); items[i] == ir.Any || e == types.None {
			return nil
		}
	}
	return items
}

// isStruct reports whether a value of type t is a tuple that a Go struct carries.
func (l *lowerer) isStruct(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && l.structItems(tuple) != nil
}

func (f *function) isStruct(t types.Type) bool { return f.program.isStruct(t) }

// tuple lowers a tuple display. The tuple is a struct if all its uses take one.
func (f *function) tuple(e *ast.Tuple) value {
	if hasStar(e.Elts) {
		return value{f.starTuple(e.Elts), types.Any}
	}
	items := f.operands(e.Elts...)
	t := &types.Tuple{}
	if inferred, ok := f.typeOf(e).(*types.Tuple); ok {
		t.Unboxed = inferred.Unboxed
	}
	for _, v := range items {
		t.Elems = append(t.Elems, v.typ)
	}
	return value{f.program.makeTuple(t, items), t}
}

// makeTuple makes a tuple of type t of its items.
func (l *lowerer) makeTuple(t *types.Tuple, items []value) ir.Expr {
	lit := &ir.Composite{Type: l.goType(t)}
	l.displays[lit] = items
	if !l.isStruct(t) {
		for _, v := range items {
			lit.Elems = append(lit.Elems, ir.Element{Value: l.boxed(v)})
		}
		return lit
	}
	inferred := true
	for i, v := range items {
		x := l.to(t.Elems[i], v)
		lit.Elems = append(lit.Elems, ir.Element{Name: tupleFields[i], Value: x})
		if l, ok := x.(*ir.Lit); ok && l.Value == nil {
			inferred = false
		}
		switch want := l.goType(t.Elems[i]); want {
		case ir.Int, ir.Float, ir.String, ir.Bool:
		default:
			inferred = inferred && ir.Identical(l.goType(v.typ), want)
		}
	}
	if inferred {
		lit.Make = py(tupleStructs[len(items)] + "Of")
	}
	return lit
}

// tupleItem is the i-th item of a tuple.
func (f *function) tupleItem(tuple value, i int) value {
	t := tuple.typ.(*types.Tuple)
	if f.isStruct(t) {
		field := &ir.Var{Hint: tupleFields[i], Go: tupleFields[i], Type: f.goType(t.Elems[i])}
		return value{&ir.FieldRef{X: tuple.Expr, Field: field}, t.Elems[i]}
	}
	return f.known(value{&ir.Index{X: tuple.Expr, Index: num(i)}, types.Any}, t.Elems[i])
}

// comparesAsStruct reports whether tuples of type t are equal where the structs
// that carry them are. Floats are not: a nan is equal to itself in a tuple.
func (f *function) comparesAsStruct(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	if !ok || !f.isStruct(t) {
		return false
	}
	for _, e := range tuple.Elems {
		if e != types.Int && e != types.Str && e != types.Bool && !f.comparesAsStruct(e) {
			return false
		}
	}
	return true
}

// toTuple converts to or from a tuple that a struct carries. A display is made
// as what it is to be.
func (l *lowerer) toTuple(t types.Type, v value) ir.Expr {
	if l.isAny(t) {
		l.loosens(v.typ)
	}
	want, _ := t.(*types.Tuple)
	have, _ := v.typ.(*types.Tuple)
	if lit, ok := v.Expr.(*ir.Composite); ok && l.displays[lit] != nil && have != nil {
		if want == nil || len(want.Elems) != len(have.Elems) {
			want = &types.Tuple{Elems: have.Elems}
		}
		return l.makeTuple(want, l.displays[lit])
	}
	x := v.Expr
	if l.isStruct(v.typ) {
		if ir.Identical(l.goType(t), l.goType(v.typ)) {
			return x
		}
		x = method(x, "Tuple")
	}
	if !l.isStruct(t) {
		return x
	}
	return &ir.Call{Fun: py("As"), TypeArgs: []ir.Type{l.goType(t)}, Args: []ir.Expr{x}}
}
