package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// The packages that lowered code calls.
const (
	runtimePath = "github.com/pyasync2go/pyasync2go/runtime/"
	pyPath      = runtimePath + "py"
	asyncioPath = runtimePath + "asyncio"
)

// value is a lowered expression and the static type of what it gives.
type value struct {
	ir.Expr
	typ types.Type
}

var none = value{&ir.Lit{}, types.None}

// goType returns the Go type that carries a value of type t.
func (l *lowerer) goType(t types.Type) ir.Type {
	switch t := t.(type) {
	case types.Kind:
		switch t {
		case types.Bool:
			return ir.Bool
		case types.Int:
			return ir.Int
		case types.Float:
			return ir.Float
		case types.Complex:
			return ir.Basic("complex128")
		case types.Str:
			return ir.String
		case types.Bytes:
			return &ir.Named{Pkg: pyPath, Name: "Bytes"}
		}
	case *types.List:
		return pointerTo(pyPath, "List", l.goType(t.Elem))
	case *types.Set:
		if t.Frozen {
			return pointerTo(pyPath, "FrozenSet", l.goType(t.Elem))
		}
		return pointerTo(pyPath, "Set", l.goType(t.Elem))
	case *types.Dict:
		return pointerTo(pyPath, "Dict", l.goType(t.Key), l.goType(t.Value))
	case *types.Tuple:
		if items := l.structItems(t); items != nil {
			return &ir.Named{Pkg: pyPath, Name: tupleStructs[len(items)], Args: items}
		}
		return tupleType
	case *types.Sequence:
		return tupleType
	case *types.Optional:
		if isPointer(t.Elem) {
			return l.goType(t.Elem)
		}
	case *types.Instance:
		return l.structs[t.Class].goType()
	case *types.Exception:
		return ir.Error
	case *types.Coroutine:
		return pointerTo(asyncioPath, "Coroutine", l.resultType(t.Result))
	case *types.Library:
		return l.libraryType(t)
	case *sequence:
		if t.Async {
			return &ir.Named{Pkg: "iter", Name: "Seq2", Args: []ir.Type{l.goType(t.Elem), ir.Error}}
		}
		return &ir.Named{Pkg: "iter", Name: "Seq", Args: []ir.Type{l.goType(t.Elem)}}
	}
	return ir.Any
}

// resultType is goType for the result of a coroutine or task, where None has a type of its own.
func (l *lowerer) resultType(t types.Type) ir.Type {
	if t == types.None || t == types.Never || t == nil {
		return &ir.Named{Pkg: asyncioPath, Name: "None"}
	}
	return l.goType(t)
}

func pointerTo(pkg, name string, args ...ir.Type) ir.Type {
	return &ir.Pointer{Elem: &ir.Named{Pkg: pkg, Name: name, Args: args}}
}

// isPointer reports whether t is carried as a Go pointer or interface that can be nil for None.
func isPointer(t types.Type) bool {
	switch t := t.(type) {
	case *types.Instance:
		return !t.Enum
	case *types.Library, *types.List, *types.Set, *types.Dict, *types.Coroutine, *types.Exception:
		return true
	}
	return false
}

// isAny reports whether a value of type t is carried as any.
func (l *lowerer) isAny(t types.Type) bool { return l.goType(t) == ir.Any }

// to converts v to type t. A value of type Any is checked where it must be something else.
func (l *lowerer) to(t types.Type, v value) ir.Expr {
	if types.Equal(v.typ, t) {
		return v.Expr
	}
	want := l.goType(t)
	have := l.goType(v.typ)
	if l.isStruct(t) || l.isStruct(v.typ) {
		return l.toTuple(t, v)
	}
	if v.typ == types.None {
		if _, basic := want.(ir.Basic); basic && want != ir.Any && want != ir.Error {
			// No such value ever gets here: what gives it never returns.
			return &ir.Call{Fun: py("As"), TypeArgs: []ir.Type{want}, Args: []ir.Expr{&ir.Lit{}}}
		}
		if _, isLit := v.Expr.(*ir.Lit); isLit || want != ir.Any {
			return &ir.Lit{}
		}
		return v.Expr
	}
	if want == ir.Any {
		l.loosens(v.typ)
		if c, ok := v.typ.(*types.Closure); ok {
			return l.closureValue(c, v.Expr)
		}
		if o, ok := v.typ.(*types.Optional); ok && isPointer(o.Elem) && have != ir.Error {
			return pyCall("Box", v.Expr)
		}
		if s := l.mixedEnum(v.typ); s != nil {
			return &ir.Call{Fun: &ir.MethodRef{X: v.Expr, Method: s.enum.member}}
		}
		return v.Expr
	}
	if have == ir.Any {
		if v.typ == types.Real && t == types.Float {
			return pyCall("Float", v.Expr)
		}
		if v.typ == types.Any || v.typ == types.BigInt || v.typ == types.Function || v.typ == types.Callable || l.mixedEnum(t) != nil {
			return &ir.Call{Fun: py("As"), TypeArgs: []ir.Type{want}, Args: []ir.Expr{v.Expr}}
		}
		return &ir.Assert{X: v.Expr, Type: want}
	}
	if o, ok := v.typ.(*types.Optional); ok && isPointer(o.Elem) && l.isInterface(t) && !l.isInterface(v.typ) {
		// A nil pointer in an interface would not be nil.
		return &ir.Call{Fun: py("OrNil"), TypeArgs: []ir.Type{want}, Args: []ir.Expr{v.Expr}}
	}
	if lit, ok := v.Expr.(*ir.Lit); ok && t == types.Float && v.typ == types.Int {
		if n, isInt := lit.Value.(int); isInt {
			return &ir.Lit{Value: float64(n)}
		}
	}
	if t == types.Float && v.typ == types.Int {
		return &ir.Convert{Type: ir.Float, X: v.Expr}
	}
	return v.Expr
}

// boxed converts v to any.
func (l *lowerer) boxed(v value) ir.Expr { return l.to(types.Any, v) }

// typed returns v's expression so that := gives the variable v's Go type.
func (l *lowerer) typed(v value) ir.Expr {
	if lit, ok := v.Expr.(*ir.Lit); ok && lit.Value == nil {
		return &ir.Convert{Type: l.goType(v.typ), X: lit}
	}
	return v.Expr
}

// py names something of runtime/py.
func py(name string) ir.Expr { return &ir.Qual{Pkg: pyPath, Name: name} }

// pyCall calls a function of runtime/py.
func pyCall(name string, args ...ir.Expr) ir.Expr { return &ir.Call{Fun: py(name), Args: args} }

// aioCall calls a function of runtime/asyncio.
func aioCall(name string, args ...ir.Expr) ir.Expr {
	return &ir.Call{Fun: &ir.Qual{Pkg: asyncioPath, Name: name}, Args: args}
}

func method(x ir.Expr, name string, args ...ir.Expr) ir.Expr {
	return &ir.Call{Fun: &ir.Select{X: x, Name: name}, Args: args}
}

func str(s string) ir.Expr { return &ir.Lit{Value: s} }
func num(n int) ir.Expr    { return &ir.Lit{Value: n} }
func not(x ir.Expr) ir.Expr {
	if u, ok := x.(*ir.Unary); ok && u.Op == "!" {
		return u.X
	}
	if b, ok := x.(*ir.Binary); ok {
		switch b.Op {
		case "==":
			return &ir.Binary{Op: "!=", X: b.X, Y: b.Y}
		case "!=":
			return &ir.Binary{Op: "==", X: b.X, Y: b.Y}
		case ">":
			if zero, ok := b.Y.(*ir.Lit); ok && zero.Value == 0 && isLength(b.X) {
				return &ir.Binary{Op: "==", X: b.X, Y: b.Y}
			}
		}
	}
	return &ir.Unary{Op: "!", X: x}
}

// isLength reports whether an expression is a length, which is never negative.
func isLength(x ir.Expr) bool {
	call, ok := x.(*ir.Call)
	if !ok {
		return false
	}
	fun, ok := call.Fun.(*ir.Select)
	return ok && fun.Name == "Len" || call.Fun == ir.Verbatim("len")
}

// holdsNone reports whether None is among the values of type t. Where it is not,
// the end of a function with that result cannot be reached.
func (l *lowerer) holdsNone(t types.Type) bool {
	_, optional := t.(*types.Optional)
	return optional || t == types.Any || t == types.None
}
