package infer

import (
	"math/big"
	"math/bits"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// expr interprets an expression and notes its type.
func (f *function) expr(e ast.Expr) types.Type {
	if e == nil {
		return types.None
	}
	switch e.(type) {
	case *ast.Call, *ast.Attribute, *ast.Subscript:
		return f.chained(e)
	}
	t := known(f.evaluate(e))
	f.facts.exprs[e] = t
	f.ranBy(e)
	return t
}

// chained is expr for a link of a chain such as a.b().c(): what asks for its
// type asks again for the types of the links before it, which must not double
// the work with each link.
func (f *function) chained(e ast.Expr) types.Type {
	if last, ok := f.asked[e]; ok && last.version == f.version {
		return last.typ
	}
	before := f.version - f.dropped
	t := known(f.evaluate(e))
	f.facts.exprs[e] = t
	f.ranBy(e)
	if f.version-f.dropped == before {
		f.asked[e] = answer{t, f.version}
	}
	return t
}

func (f *function) evaluate(e ast.Expr) types.Type {
	switch e := e.(type) {
	case *ast.Constant:
		return constant(e)
	case *ast.Name:
		return f.load(e)
	case *ast.Attribute:
		return f.attribute(e)
	case *ast.Subscript:
		return f.subscript(e)
	case *ast.Call:
		return f.call(e, false)
	case *ast.Await:
		return f.await(e)
	case *ast.BinOp:
		return f.binary(e)
	case *ast.UnaryOp:
		return f.unary(e)
	case *ast.BoolOp:
		return f.boolOp(e)
	case *ast.Compare:
		return f.compare(e)
	case *ast.IfExp:
		return f.conditional(e)
	case *ast.NamedExpr:
		t := f.expr(e.Value)
		f.assign(e.Target, t)
		return t
	case *ast.JoinedStr:
		for _, v := range e.Values {
			f.expr(v)
		}
		return types.Str
	case *ast.FormattedValue:
		f.expose(f.expr(e.Value))
		if e.FormatSpec != nil {
			f.expr(e.FormatSpec)
		}
		return types.Str
	case *ast.List:
		return f.list(e)
	case *ast.Tuple:
		return f.tuple(e)
	case *ast.Set:
		return f.set(e)
	case *ast.Dict:
		return f.dict(e)
	case *ast.ListComp:
		return f.comprehension(e, e.Generators, func() types.Type {
			t := f.madeList(e)
			f.joinElem(t.Elem, f.expr(e.Elt))
			return t
		})
	case *ast.SetComp:
		return f.comprehension(e, e.Generators, func() types.Type {
			t := f.madeSet(e)
			f.joinElem(t.Elem, f.expr(e.Elt))
			return t
		})
	case *ast.DictComp:
		return f.comprehension(e, e.Generators, func() types.Type {
			t := f.madeDict(e)
			f.joinElem(t.Key, f.expr(e.Key))
			f.joinElem(t.Value, f.expr(e.Value))
			return t
		})
	case *ast.GeneratorExp:
		return f.generatorExp(e)
	case *ast.Lambda:
		f.enter(e, e.Args, nil, e.Body)
		return types.Function
	case *ast.Yield:
		f.yield(f.expr(e.Value))
		return types.Any
	case *ast.YieldFrom:
		f.yield(f.element(f.expr(e.Value)))
		return types.Any
	case *ast.Slice:
		for _, part := range []ast.Expr{e.Lower, e.Upper, e.Step} {
			if part != nil {
				f.expr(part)
			}
		}
		return types.Any
	case *ast.Starred:
		f.escape(f.expr(e.Value))
		return types.Any
	}
	return types.Any
}

func constant(e *ast.Constant) types.Type {
	switch v := e.Value.(type) {
	case nil:
		return types.None
	case bool:
		return types.Bool
	case int64:
		if v < 0 {
			return integer{bits: max(1, bits.Len64(uint64(-v)))}
		}
		return integer{max(1, bits.Len64(uint64(v))), true}
	case *big.Int:
		return integer{bits: wide}
	case float64:
		return types.Float
	case ast.Imaginary:
		return types.Complex
	case string:
		return types.Str
	case ast.Bytes:
		return types.Bytes
	}
	return types.Any
}

// constantType is the type of a constant of the library; Any for what is none.
func constantType(name string) types.Type {
	if c := api.ConstantOf(name); c != nil {
		if c.Type == types.Int {
			return integer{bits: 31}
		}
		return c.Type
	}
	return types.Any
}

func (f *function) attribute(e *ast.Attribute) types.Type {
	if e.Attr == "__dict__" {
		f.reflected(e.Value)
	}
	if x := TypeNameOf(e); x != nil && f.isBuiltinType(e) {
		f.expose(f.expr(x))
		return types.Str
	}
	if mod := f.libraryModule(e.Value); mod != "" {
		if m := f.modules[mod]; m != nil {
			if sym := m.Scope.Module.Symbols[e.Attr]; sym != nil {
				if n, of := f.definition(e); n != nil {
					f.asValue(n, of)
				}
				if sym.Assigned == 1 && len(sym.Bindings) == 1 && f.facts.Funcs[sym.Bindings[0]] != nil {
					return f.definedType(m, sym)
				}
				return known(f.variable(sym))
			}
			return types.Any
		}
		f.copies = f.copies || mod == "dataclasses" && e.Attr == "replace"
		return f.libraryType(mod + "." + e.Attr)
	}
	if c, getter, ok := f.member(e); ok {
		switch {
		case getter != nil:
			return known(f.resultCell(getter))
		case c == nil:
			return types.Any
		}
		if p, ok := f.placeOf(e); ok {
			if t, ok := f.toldOf(p); ok {
				return f.meet(c, t)
			}
		}
		return known(c)
	}
	t := f.expr(e.Value)
	if t == types.Never || known(t) == types.None && !IsSpecial(e.Attr) {
		return types.Never // None has no such attribute
	}
	if object, ok := known(t).(*types.Object); ok {
		return f.objectAttribute(object, e.Attr)
	}
	f.escape(t)
	if !f.isDynamicSelf(e.Value) {
		f.untypedRead(e.Attr)
	}
	return types.Any
}

func (f *function) subscript(e *ast.Subscript) types.Type {
	t := f.expr(e.Value)
	if s, ok := e.Slice.(*ast.Slice); ok {
		f.expr(s)
		switch t := known(t).(type) {
		case *types.List:
			return t
		case types.Kind:
			if t == types.Str || t == types.Bytes || t == types.Never {
				return t
			}
		}
		f.escape(t)
		return types.Any
	}
	key := f.expr(e.Slice)
	if t == types.Never || key == types.Never {
		return types.Never
	}
	if e.Ctx == ast.Load {
		if t, ok := f.special(e.Value, "__getitem__", e.Slice); ok {
			return t
		}
	}
	switch t := known(t).(type) {
	case *types.List:
		if _, ok := known(key).(integer); ok {
			return known(t.Elem)
		}
	case *types.Dict:
		if t.Factory != nil && e.Ctx != ast.Del {
			f.joinElem(t.Key, key)
			return known(t.Value)
		}
		if k, ok := known(key).(*types.Set); ok && f.sameShape(known(t.Key), k) != nil {
			return known(t.Value)
		}
		if e.Ctx == ast.Load && !same(known(key), known(t.Key)) && !isInts(key, t.Key) {
			f.escape(key) // it is hashed and compared, if it is not of the keys' type
		}
		if e.Ctx == ast.Load || same(known(key), known(t.Key)) || isInts(key, t.Key) || known(t.Key) == types.Any {
			return known(t.Value)
		}
	case *types.Tuple:
		if i, ok := indexOf(t.Elems, e.Slice); ok {
			return known(t.Elems[i])
		}
	case *types.Instance:
		fields := f.tupleFields(t)
		if i, ok := indexOf(fields, e.Slice); ok && e.Ctx == ast.Load {
			return known(fields[i])
		}
	case *types.Sequence:
		if _, ok := known(key).(integer); ok {
			return known(t.Elem)
		}
	case *types.Library:
		if elem := api.SequenceElement(t); elem != nil {
			if _, ok := known(key).(integer); ok {
				return known(elem)
			}
		}
	case *types.Object:
		if item, ok := f.operation("__getitem__", t, key); ok {
			return item
		}
	case types.Kind:
		_, isIndex := known(key).(integer)
		switch {
		case t == types.Str:
			f.escape(key)
			return types.Str // an index gives a str, and a slice does
		case t == types.Bytes && isIndex:
			return integer{8, true}
		}
	}
	f.escape(t)
	f.escape(key)
	return types.Any
}

// isInts reports whether both are ints: their Go types may still turn out the same.
func isInts(a, b types.Type) bool {
	x, ok := known(a).(integer)
	y, isInt := known(b).(integer)
	return ok && isInt && (x.bits < wide) == (y.bits < wide)
}

// index is the value of a constant subscript.
func index(e ast.Expr) (int, bool) {
	switch e := e.(type) {
	case *ast.Constant:
		n, ok := e.Value.(int64)
		return int(n), ok
	case *ast.UnaryOp:
		if e.Op == ast.USub {
			n, ok := index(e.Operand)
			return -n, ok
		}
	}
	return 0, false
}

func (f *function) unary(e *ast.UnaryOp) types.Type {
	if e.Op == ast.Not {
		f.test(e.Operand)
		return types.Bool
	}
	t := f.expr(e.Operand)
	if t == types.Never {
		return types.Never
	}
	switch t := known(t).(type) {
	case integer:
		if e.Op == ast.Invert {
			return integer{bits: min(wide, t.bits+1)}
		}
		if e.Op == ast.USub {
			t.nonneg = false
		}
		return t
	case types.Kind:
		if t == types.Float && e.Op != ast.Invert {
			return t
		}
	}
	if t, ok := f.special(e.Operand, UnaryMethods[e.Op]); ok {
		return t
	}
	if t, ok := f.operation(UnaryMethods[e.Op], t); ok {
		return t
	}
	f.escape(t)
	return types.Any
}
