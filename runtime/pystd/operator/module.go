// Package operator is Python's module operator.
package operator

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Module returns the module operator.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("operator", "Operator interface.")
	addBinary(m)
	addInPlace(m)
	addOthers(m)
	m.Class(itemGetterClass)
	m.Class(attrGetterClass)
	m.Class(methodCallerClass)
	return m
})

// both adds a function under its name and under that with underscores.
func both(m *py.Module, name, params string, fn any, defaults ...any) {
	f := py.BuiltinFunc(strings.TrimSuffix(name, "_")+params, fn, defaults...).Module("_operator")
	m.Set(name, f)
	m.Set("__"+strings.TrimSuffix(name, "_")+"__", f)
}

func addBinary(m *py.Module) {
	for name, op := range map[string]func(a, b any) any{
		"add": py.Add, "sub": py.Sub, "mul": py.Mul, "truediv": py.TrueDiv, "floordiv": py.FloorDiv, "mod": py.Mod,
		"pow": py.Pow, "matmul": py.MatMul, "lshift": py.LShift, "rshift": py.RShift, "and_": py.BitAnd,
		"or_": py.BitOr, "xor": py.BitXor, "lt": py.Lt, "le": py.Le, "eq": py.Eq, "ne": py.Ne, "ge": py.Ge, "gt": py.Gt,
		"concat": concat, "getitem": py.GetItem,
	} {
		both(m, name, "(a, b, /)", op)
	}
	both(m, "contains", "(a, b, /)", func(a, b any) any { return py.Contains(a, b) })
}

func concat(a, b any) any {
	if !py.HasAttr(a, "__getitem__") {
		panic(exc.TypeError("'%s' object can't be concatenated", py.TypeOf(a).Name()))
	}
	return py.Add(a, b)
}

func addInPlace(m *py.Module) {
	for name, op := range map[string]func(a, b any) any{
		"iadd": py.IAdd, "isub": py.ISub, "imul": py.IMul, "itruediv": py.ITrueDiv, "ifloordiv": py.IFloorDiv,
		"imod": py.IMod, "ipow": py.IPow, "imatmul": py.IMatMul, "ilshift": py.ILShift, "irshift": py.IRShift,
		"iand": py.IBitAnd, "ior": py.IBitOr, "ixor": py.IBitXor, "iconcat": py.IAdd,
	} {
		both(m, name, "(a, b, /)", op)
	}
}

func addOthers(m *py.Module) {
	for name, op := range map[string]func(a any) any{
		"neg": py.Neg, "pos": py.Pos, "invert": py.Invert, "inv": py.Invert, "abs": py.Abs,
		"not_": func(a any) any { return !py.Truth(a) },
	} {
		both(m, name, "(a, /)", op)
	}
	both(m, "index", "(a, /)", func(a any) any { return py.Index(a) })
	both(m, "setitem", "(a, b, c, /)", func(a, b, c any) any {
		py.SetItem(a, b, c)
		return nil
	})
	both(m, "delitem", "(a, b, /)", func(a, b any) any {
		py.DelItem(a, b)
		return nil
	})
	m.Builtin("truth(a, /)", func(a any) any { return py.Truth(a) })
	m.Builtin("is_(a, b, /)", func(a, b any) any { return py.Is(a, b) })
	m.Builtin("is_not(a, b, /)", func(a, b any) any { return !py.Is(a, b) })
	m.Builtin("countOf(a, b, /)", func(a, b any) any {
		n := 0
		for v := range py.Iter(a) {
			if py.Is(v, b) || py.Equal(v, b) {
				n++
			}
		}
		return n
	})
	m.Builtin("indexOf(a, b, /)", func(a, b any) any {
		i := 0
		for v := range py.Iter(a) {
			if py.Is(v, b) || py.Equal(v, b) {
				return i
			}
			i++
		}
		panic(exc.ValueError("sequence.index(x): x not in sequence"))
	})
	m.Builtin("length_hint(obj, default=0, /)", func(o, otherwise any) any {
		if py.HasAttr(o, "__len__") {
			return py.Len(o)
		}
		if py.HasAttr(o, "__length_hint__") {
			return py.CallMethod(o, "__length_hint__")
		}
		return otherwise
	})
	m.Func("call(obj, /, *args, **kwargs)", func(o, args, kwargs any) any {
		return py.CallKw(o, args.(py.Tuple), py.KwFrom(kwargs))
	})
}
