package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

func scale(v, k any) *py.List[any] {
	items := py.ListOf[any]()
	for x := range py.Iter(v) {
		items.Append(py.Mul(x, k))
	}
	return items
}

var (
	scaleFunc any
	Box       any
	Num       any
)

func first(x any) any {
	return x
}

var (
	firstFunc any
	Pt        any
)

func gen() *py.Generator {
	return py.NewGenerator("gen", func(y *py.Yielder) any {
		y.Yield(1)
		return nil
	})
}

var genFunc any

func agen() *py.AsyncGenerator {
	return py.NewAsyncGenerator("agen", func(ctx context.Context, y *py.AsyncYielder) error {
		_, err := y.Yield(1)
		return err
	})
}

var agenFunc any

func plain() {}

var (
	plainFunc any
	c         any
)

func main() {
	py.Main(func() error {
		var Vec any = typing.NewTypeAlias("Vec", "__main__", nil, func() any { return py.GetItem(py.ListClass, py.FloatClass) })
		VecBound := true
		var a any = typing.TypeParam("A", false, nil, nil)
		var b any = typing.TypeParam("B", false, nil, func() any { return py.StrClass })
		var Pair any = typing.NewTypeAlias("Pair", "__main__", []any{a, b}, func() any { return py.GetItem(py.TupleClass, py.Tuple{a, b}) })
		PairBound := true
		var Rec any = typing.NewTypeAlias("Rec", "__main__", nil, func() any { return py.BitOr(py.GetItem(py.DictClass, py.Tuple{py.StrClass, "Rec"}), nil) })
		RecBound := true
		scaleFunc = py.Func("scale(v, k)", scale).Annotate(py.Kwargs{{Name: "v", Value: Vec}, {Name: "k", Value: py.FloatClass}, {Name: "return", Value: Vec}})
		arg := scale(py.ListOf[any](1.0, 2.0), 2)
		py.CheckGlobal(VecBound, "Vec")
		arg2 := py.GetAttr(Vec, "__value__")
		arg3 := py.GetAttr(Vec, "__name__")
		arg4 := py.TypeOf(Vec).Name()
		py.CheckGlobal(PairBound, "Pair")
		arg5 := py.GetAttr(Pair, "__type_params__")
		arg6 := py.GetItem(Pair, py.Tuple{py.IntClass, py.StrClass})
		arg7 := py.GetAttr(Pair, "__value__")
		py.CheckGlobal(RecBound, "Rec")
		py.Print(arg, Vec, arg2, arg3, arg4, arg5, arg6, arg7, py.GetAttr(Rec, "__value__"), py.GetAttr(Vec, "__type_params__"))
		py.Print(py.IsInstance(Vec, typing.Module().Attr("TypeAliasType")), py.BitOr(Vec, nil), py.CallMethod(typing.Module(), "get_type_hints", scaleFunc))
		err := py.Try(func() error {
			py.IsInstance(py.ListOf[any](), Vec)
			return nil
		})
		if err != nil {
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				fmt.Println(err)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		err2 := py.Try(func() error {
			py.Call(Vec)
			return nil
		})
		if err2 != nil {
			raised := py.InContext(err2, func() error {
				if !errors.Is(err2, py.TypeError) {
					return err2
				}
				fmt.Println(err2)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		err3 := py.Try(func() error {
			py.GetItem(Vec, py.IntClass)
			return nil
		})
		if err3 != nil {
			raised := py.InContext(err3, func() error {
				if !errors.Is(err3, py.TypeError) {
					return err3
				}
				fmt.Println(err3)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		var t any = typing.TypeParam("T", false, func() any { return py.IntClass }, nil)
		var Ts any = typing.TypeVarTupleParam("Ts", nil)
		var p any = typing.ParamSpecParam("P", nil)
		Box = py.NewClass("Box", []any{py.GetItem(typing.Module().Attr("Generic"), py.Tuple{t, py.GetItem(typing.Module().Attr("Unpack"), Ts), p})}, nil, func(ns *py.Namespace) {
			ns.Set("__type_params__", py.Tuple{t, Ts, p})
		})
		var n any = typing.TypeParam("N", true, func() any { return py.Tuple{py.IntClass, py.FloatClass} }, func() any { return py.IntClass })
		Num = py.NewClass("Num", []any{py.GetItem(typing.Module().Attr("Generic"), n)}, nil, func(ns *py.Namespace) {
			ns.Set("__type_params__", py.Tuple{n})
		})
		var q any = typing.TypeParam("Q", false, func() any { return "str" }, nil)
		firstFunc = py.Func("first(x)", first).Annotate(py.Kwargs{{Name: "x", Value: q}, {Name: "return", Value: q}}).TypeParams(q)
		py.Print(py.GetAttr(Box, "__type_params__"), py.GetAttr(py.GetItem(py.GetAttr(Box, "__type_params__"), 0), "__bound__"), py.GetAttr(py.GetItem(py.GetAttr(Num, "__type_params__"), 0), "__constraints__"), py.GetAttr(py.GetItem(py.GetAttr(Num, "__type_params__"), 0), "__default__"), py.CallMethod(py.GetItem(py.GetAttr(Num, "__type_params__"), 0), "has_default"), py.GetAttr(firstFunc, "__type_params__"), py.GetAttr(py.GetItem(py.GetAttr(firstFunc, "__type_params__"), 0), "__bound__"), py.GetAttr(firstFunc, "__annotations__"))
		var a2 any = typing.TypeParam("A", false, nil, nil)
		var b2 any = typing.TypeParam("B", false, func() any { return py.IntClass }, func() any { return py.IntClass })
		Pt = py.NewClass("Pt", []any{py.GetItem(typing.Module().Attr("Generic"), py.Tuple{a2, b2})}, nil, func(ns *py.Namespace) {
			ns.Set("__type_params__", py.Tuple{a2, b2})
		})
		py.Print(py.GetItem(Pt, py.StrClass), py.GetItem(Pt, py.Tuple{py.StrClass, py.IntClass}), py.GetAttr(Pt, "__parameters__"))
		r := py.CallKw(collections.Module().Attr("namedtuple"), []any{"R", "a class a _x"}, py.Kwargs{{Name: "rename", Value: true}})
		py.Print(py.GetAttr(r, "_fields"), py.Call(r, 1, 2, 3, 4))
		err4 := py.Try(func() error {
			py.Call(collections.Module().Attr("namedtuple"), "R", "_1 b")
			return nil
		})
		if err4 != nil {
			raised := py.InContext(err4, func() error {
				if !errors.Is(err4, py.ValueError) {
					return err4
				}
				fmt.Println(err4)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		err5 := py.Try(func() error {
			return py.NewValueError("x")
		})
		var v any
		if err5 != nil {
			raised := py.InContext(err5, func() error {
				if !errors.Is(err5, py.ValueError) {
					return err5
				}
				values := py.Unpack(py.CallMethod(sys.Module(), "exc_info"), 3)
				t := values[0]
				v = values[1]
				tb := values[2]
				py.Print(t, v, tb != nil, py.Is(tb, py.GetAttr(v, "__traceback__")), py.Is(py.CallMethod(sys.Module(), "exception"), v), py.TypeOf(tb).Name())
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		py.Print(py.CallMethod(sys.Module(), "exc_info"), py.CallMethod(sys.Module(), "exception"), py.GetAttr(py.Call(py.ValueError, "y"), "__traceback__"), py.GetAttr(py.CallMethod(v, "with_traceback", nil), "__traceback__"))
		genFunc = py.Func("gen()", gen).Yields(false)
		agenFunc = py.Func("agen()", agen).Yields(true)
		plainFunc = py.Func("plain()", plain)
		py.Print(py.CallMethod(inspect.Module(), "isgeneratorfunction", genFunc), py.CallMethod(inspect.Module(), "isasyncgenfunction", agenFunc), py.CallMethod(inspect.Module(), "isgeneratorfunction", plainFunc), py.CallMethod(inspect.Module(), "isgeneratorfunction", agenFunc), py.ListFrom(py.Items[any](gen())))
		subject := py.Call(py.Builtin("memoryview"), py.Bytes("ab"))
		if items, ok := py.MatchSequence(subject, 2, -1); ok {
			a, b := items[0], items[1]
			py.Print(a, b)
		}
		c = py.NewClass("C", nil, nil, func(ns *py.Namespace) {
			ns.Set("__match_args__", py.Tuple{"a"})
			ns.Set("a", 1)
		})
		err6 := py.Try(func() error {
			subject := py.Call(c)
			if attrs, ok := py.MatchClass(subject, c, 1, "a"); ok {
				if py.Truth(py.Eq(attrs[0], 1)) {
					if py.Truth(py.Eq(attrs[1], 1)) {
						fmt.Println("no")
					}
				}
			}
			return nil
		})
		if err6 != nil {
			raised := py.InContext(err6, func() error {
				if !errors.Is(err6, py.TypeError) {
					return err6
				}
				fmt.Println(err6)
				return nil
			})
			if raised != nil {
				return raised
			}
		}
		return nil
	})
}
