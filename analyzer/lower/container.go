package lower

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

var anyList = &types.List{Elem: types.Any}

// list lowers a list display to a list of type t.
func (f *function) list(e *ast.List, t *types.List) value {
	if t == nil {
		t = anyList
	}
	if hasStar(e.Elts) {
		if f.iterables(e.Elts) {
			return f.joinedList(e.Elts, t)
		}
		return f.retypedList(value{pyCall("ListFrom", pyCall("Iter", f.starTuple(e.Elts))), anyList}, t)
	}
	call := &ir.Call{Fun: py("ListOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}
	values := f.operandsFor(e.Elts, func(int) types.Type { return t.Elem })
	for _, v := range values {
		call.Args = append(call.Args, f.to(t.Elem, v))
	}
	return value{call, t}
}

func hasStar(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

// iterables reports whether the starred among the items of a display are known
// to be iterable.
func (f *function) iterables(items []ast.Expr) bool {
	for _, e := range items {
		if star, ok := e.(*ast.Starred); ok {
			switch t := f.typeOf(star.Value).(type) {
			case *types.List, *types.Set, *types.Dict, *types.Tuple, *types.Sequence:
			case *types.Iterator:
				if t.Async {
					return false
				}
			case *types.Library:
				if api.SequenceElement(t) == nil {
					return false
				}
			case types.Kind:
				if t != types.Str {
					return false
				}
			default:
				return false
			}
		}
	}
	return true
}

// joinedList lowers a list display with starred items: a list of what comes
// before the first of them, or of the first itself, which the others extend.
func (f *function) joinedList(items []ast.Expr, t *types.List) value {
	var made value
	if first := slices.IndexFunc(items, isStarred); first > 0 {
		made = f.list(&ast.List{Elts: items[:first]}, t)
		items = items[first:]
	} else {
		made = f.spread(items[0], t)
		if made.typ != t {
			made = value{pyCall("ListFrom", made.Expr), t}
		} else if !isDisplay(items[0].(*ast.Starred).Value) {
			made.Expr = method(made.Expr, "Copy")
		}
		items = items[1:]
	}
	if len(items) == 0 {
		return made
	}
	all := f.let("items", made)
	for _, e := range items {
		if isStarred(e) {
			name := "Extend"
			more := f.spread(e, t)
			if more.typ == t {
				name = "ExtendList"
			}
			f.emit(&ir.Do{X: method(all.Expr, name, more.Expr)})
			continue
		}
		f.emit(&ir.Do{X: method(all.Expr, "Append", f.to(t.Elem, f.exprFor(e, t.Elem)))})
	}
	return all
}

// spread lowers a starred iterable to a list of type t, or a Go sequence of its
// elements.
func (f *function) spread(e ast.Expr, t *types.List) value {
	iterable := e.(*ast.Starred).Value
	var v value
	if f.isInline(iterable) {
		v = f.sequenceOf(iterable, t.Elem)
	} else {
		v = f.expr(iterable)
	}
	if list, ok := v.typ.(*types.List); ok && f.isAny(list.Elem) == f.isAny(t.Elem) {
		return value{v.Expr, t}
	}
	seq, have := f.sequence(v)
	if f.isAny(have) != f.isAny(t.Elem) {
		seq = &ir.Call{Fun: py("Retyped"), TypeArgs: []ir.Type{f.goType(t.Elem)}, Args: []ir.Expr{seq}}
	}
	return value{seq, &sequence{Elem: t.Elem}}
}

// isDisplay reports whether an expression makes a list where it stands, to which
// nothing else refers.
func isDisplay(e ast.Expr) bool {
	switch e.(type) {
	case *ast.List, *ast.ListComp, *ast.GeneratorExp:
		return true
	}
	return false
}

func isStarred(e ast.Expr) bool {
	_, ok := e.(*ast.Starred)
	return ok
}

// starTuple lowers items, some starred, to a py.Tuple.
func (f *function) starTuple(items []ast.Expr) ir.Expr {
	return &ir.Convert{Type: tupleType, X: f.starArgs(items)}
}

// starArgs lowers items, some starred, to a []any.
func (f *function) starArgs(items []ast.Expr) ir.Expr {
	call := &ir.Call{Fun: py("StarArgs")}
	for _, v := range f.operands(items...) {
		call.Args = append(call.Args, f.boxed(v))
	}
	return call
}

func (f *function) set(e *ast.Set) value {
	t, ok := f.typeOf(e).(*types.Set)
	if !ok || hasStar(e.Elts) {
		t = &types.Set{Elem: types.Any}
	}
	if star, ok := e.Elts[0].(*ast.Starred); ok && len(e.Elts) == 1 {
		return value{pyCall("SetFrom", pyCall("Iter", f.boxed(f.expr(star.Value)))), t}
	}
	if hasStar(e.Elts) {
		return value{pyCall("SetFrom", pyCall("Iter", f.starTuple(e.Elts))), t}
	}
	call := &ir.Call{Fun: py("SetOf"), TypeArgs: []ir.Type{f.goType(t.Elem)}}
	if len(e.Elts) >= 3 && allConstant(e.Elts) {
		// CPython copies a stored frozenset, which can order the elements in another way.
		call.Fun = py("SetLiteral")
	}
	for _, v := range f.operands(e.Elts...) {
		call.Args = append(call.Args, f.to(t.Elem, v))
	}
	return value{call, t}
}

func allConstant(exprs []ast.Expr) bool {
	for _, e := range exprs {
		if !isConstant(e) {
			return false
		}
	}
	return true
}

// dict lowers a dict display to a dict of type t.
func (f *function) dict(e *ast.Dict, t *types.Dict) value {
	if t == nil {
		t = &types.Dict{Key: types.Any, Value: types.Any}
	}
	call := &ir.Call{Fun: py("DictOf"), TypeArgs: []ir.Type{f.goType(t.Key), f.goType(t.Value)}}
	for i, k := range e.Keys {
		if k == nil {
			return f.dictWithUnpacking(e, i, call, t)
		}
	}
	var exprs []ast.Expr
	for i := range e.Keys {
		exprs = append(exprs, e.Keys[i], e.Values[i])
	}
	values := f.operandsFor(exprs, func(i int) types.Type {
		if i%2 == 1 {
			return t.Value
		}
		return nil
	})
	for i, v := range values {
		want := t.Key
		if i%2 == 1 {
			want = t.Value
		}
		call.Args = append(call.Args, f.to(want, v))
	}
	return value{call, t}
}

// dictWithUnpacking lowers {..., **mapping, ...}: the dict is filled in order.
func (f *function) dictWithUnpacking(e *ast.Dict, _ int, empty *ir.Call, t *types.Dict) value {
	d := f.let("mapping", value{empty, t})
	for i, k := range e.Keys {
		if k == nil {
			f.emit(&ir.Do{X: pyCall("UpdateDict", d.Expr, f.boxed(f.expr(e.Values[i])))})
			continue
		}
		v := f.operands(k, e.Values[i])
		f.emit(&ir.Do{X: method(d.Expr, "Set", f.to(t.Key, v[0]), f.to(t.Value, v[1]))})
	}
	return d
}

func (f *function) subscript(e *ast.Subscript) value {
	if s, ok := e.Slice.(*ast.Slice); ok {
		return f.sliced(e, s)
	}
	if f.isOwnModule(e) {
		return f.moduleValue(f.Name)
	}
	if f.typeOf(e) != types.Any {
		if v, ok := f.special(e.Value, "__getitem__", e.Slice); ok {
			return v
		}
	}
	v := f.operands(e.Value, e.Slice)
	return f.item(v[0], v[1])
}

// item is container[key].
func (f *function) item(container, key value) value {
	switch c := container.typ.(type) {
	case *types.List:
		if key.typ == types.Int {
			return value{method(container.Expr, "Get", key.Expr), c.Elem}
		}
	case *types.Dict:
		if c.Factory != nil {
			return f.defaultItem(container, f.to(c.Key, key), c)
		}
		if types.Equal(key.typ, c.Key) || f.isAny(c.Key) {
			return value{method(container.Expr, "Get", f.to(c.Key, key)), c.Value}
		}
		return f.known(value{pyCall("GetItem", container.Expr, f.boxed(key)), types.Any}, c.Value)
	case *types.Tuple:
		if i, ok := constantIndex(key, len(c.Elems)); ok {
			if made, ok := container.Expr.(*ir.Composite); ok && f.program.many[made] {
				return value{made.Elems[i].Value, c.Elems[i]}
			}
			return f.tupleItem(container, i)
		}
	case *types.Instance:
		if s := f.namedTuple(c); s != nil {
			if i, ok := constantIndex(key, len(s.fields)); ok {
				return s.item(container, i)
			}
		}
	case *types.Library:
		if elem := api.SequenceElement(c); elem != nil && key.typ == types.Int {
			return value{method(container.Expr, "Get", key.Expr), elem}
		}
	case *types.Sequence:
		if key.typ == types.Int {
			return f.known(value{pyCall("GetItem", container.Expr, f.boxed(key)), types.Any}, c.Elem)
		}
	case types.Kind:
		switch {
		case c == types.Str && key.typ == types.Int:
			return value{pyCall("StrIndex", container.Expr, key.Expr), types.Str}
		case c == types.Str:
			return f.known(value{pyCall("GetItem", container.Expr, f.boxed(key)), types.Any}, types.Str)
		case c == types.Bytes && key.typ == types.Int:
			return f.known(value{pyCall("GetItem", f.boxed(container), f.boxed(key)), types.Any}, types.Int)
		}
	}
	return value{pyCall("GetItem", f.boxed(container), f.boxed(key)), types.Any}
}

// constantIndex returns the place among n items that a key means, if it is a
// constant that means one.
func constantIndex(key value, n int) (int, bool) {
	lit, ok := key.Expr.(*ir.Lit)
	if !ok {
		return 0, false
	}
	i, ok := lit.Value.(int)
	if i < 0 {
		i += n
	}
	return i, ok && i >= 0 && i < n
}

func (f *function) slice(e *ast.Slice) value {
	bounds := f.bounds(e)
	return value{pyCall("NewSlice", bounds...), types.Any}
}

// bounds lowers the three parts of a slice to any, nil where one is left out.
func (f *function) bounds(e *ast.Slice) []ir.Expr {
	parts := []ast.Expr{e.Lower, e.Upper, e.Step}
	var present []ast.Expr
	for _, p := range parts {
		if p != nil {
			present = append(present, p)
		}
	}
	values := f.operands(present...)
	out := make([]ir.Expr, 3)
	for i, p := range parts {
		if p == nil {
			out[i] = &ir.Lit{}
			continue
		}
		out[i] = f.boxed(values[0])
		values = values[1:]
	}
	return out
}

// sliced is container[low:high:step].
func (f *function) sliced(e *ast.Subscript, s *ast.Slice) value {
	container := f.expr(e.Value)
	at := len(*f.block)
	bounds := f.bounds(s)
	if len(*f.block) > at || f.disturbs(container, s) {
		container = f.spillAt(at, "container", container)
	}
	switch c := container.typ.(type) {
	case *types.List:
		return f.retypedList(value{method(container.Expr, "Slice", bounds...), c}, f.typeOf(e))
	case types.Kind:
		if c == types.Str {
			return value{pyCall("StrSlice", append([]ir.Expr{container.Expr}, bounds...)...), types.Str}
		}
	}
	v := value{pyCall("GetItem", f.boxed(container), pyCall("NewSlice", bounds...)), types.Any}
	if container.typ == types.Bytes {
		return f.known(v, types.Bytes)
	}
	return v
}

// elementOf is the type of what iterating over a value of type t gives.
func elementOf(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.List:
		return t.Elem
	case *types.Set:
		return t.Elem
	case *types.Dict:
		return t.Key
	case *types.Sequence:
		return t.Elem
	case *types.Library:
		if elem := api.SequenceElement(t); elem != nil {
			return elem
		}
	case types.Kind:
		if t == types.Str {
			return types.Str
		}
	}
	return types.Any
}
