package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/builtins"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/reprlib"
)

var Mine any

func mineReprNode(self, x, level any) any {
	return "<" + py.Format(py.GetAttr(x, "v"), "") + ">"
}

var Node any

func nodeInit(self, v any) any {
	py.SetAttr(self, "v", v)
	py.SetAttr(self, "next", nil)
	return nil
}

func nodeRepr(self any) any {
	return "Node(" + py.Format(py.GetAttr(self, "v"), "") + ", " + py.Repr(py.GetAttr(self, "next")) + ")"
}

func show(f any) {
	err := py.Try(func() error {
		py.Print(py.Call(f))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		fmt.Println(py.TypeOf(e).Name(), e)
	}
}

var topItems *py.List[py.Pair[string, float64]]

func top(items *py.List[py.Pair[string, float64]]) *py.List[string] {
	py.SortKey(items, func(kv py.Pair[string, float64]) float64 { return -kv.Second }, false)
	items2 := py.ListOf[string]()
	for item := range items.All() {
		k := item.First
		items2.Append(k)
	}
	return items2
}

func main() {
	py.Main(func() error {
		py.Print(py.CallMethod(builtins.Module(), "len", py.ListOf[any](1)), py.CallMethod(builtins.Module(), "int", "5"), py.Is(builtins.Module().Attr("ValueError"), py.ValueError), builtins.Module().Attr("__name__"), py.Is(builtins.Module().Attr("print"), py.Builtin("print")), py.Eq(py.Builtin("sorted"), builtins.Module().Attr("sorted")))
		realPart := builtins.Module().Attr("sum")
		py.Print(py.Call(realPart, py.ListOf[any](1, 2)), py.Call(py.GetAttr(builtins.Module(), "max"), 1, 5), py.HasAttr(builtins.Module(), "nope"))
		arg := py.CallMethod(reprlib.Module(), "repr", py.BoxList(py.ListFrom(py.RangeOf(0, 20, 1))))
		arg2 := py.CallMethod(reprlib.Module(), "repr", py.StrRepeat("x", 100))
		mapping := py.DictOf[any, any]()
		for i := range 9 {
			mapping.Set(i, i)
		}
		py.Print(arg, arg2, py.CallMethod(reprlib.Module(), "repr", mapping), py.CallMethod(reprlib.Module(), "repr", py.SetLiteral[any](3, 1, 2)), py.CallMethod(reprlib.Module(), "repr", py.Pow(10, 60)), py.CallMethod(reprlib.Module(), "repr", py.Tuple{1}), py.CallMethod(reprlib.Module(), "repr", py.ListOf[any](py.ListOf[any](py.ListOf[any](py.ListOf[any](py.ListOf[any](py.ListOf[any](py.ListOf[any](1)))))))), py.CallMethod(reprlib.Module(), "repr", py.FrozenSetOf[any]()), py.CallMethod(reprlib.Module(), "repr", py.Call(py.Builtin("range"), 5)))
		r := py.CallMethodKw(reprlib.Module(), "Repr", nil, py.Kwargs{{Name: "maxlist", Value: 2}, {Name: "maxstring", Value: 10}, {Name: "indent", Value: 2}})
		py.Print(py.CallMethod(r, "repr", py.ListOf[any](1, py.ListOf[any](2, 3, 4), "a long string here")), py.GetAttr(r, "maxlist"), py.GetAttr(reprlib.Module().Attr("aRepr"), "maxdict"))
		Mine = py.NewClass("Mine", []any{reprlib.Module().Attr("Repr")}, nil, func(ns *py.Namespace) {
			ns.Set("repr_Node", py.Func("Mine.repr_Node(self, x, level)", mineReprNode))
		})
		Node = py.NewClass("Node", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Node.__init__(self, v)", nodeInit))
			ns.Set("__repr__", py.Call(py.CallMethod(reprlib.Module(), "recursive_repr"), py.Func("Node.__repr__(self)", nodeRepr)))
		})
		n := py.Call(Node, 1)
		py.SetAttr(n, "next", py.Call(Node, 2))
		py.SetAttr(py.GetAttr(n, "next"), "next", n)
		py.Print(n, py.CallMethod(py.Call(Mine), "repr", py.ListOf[any](n, n)), py.GetAttr(py.GetAttr(Node, "__repr__"), "__name__"))
		show(py.Func("<lambda>()", func() any { return py.SetFrom(py.Iter(5)) }))
		show(py.Func("<lambda>()", func() any {
			return py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(5)))))
		}))
		show(py.Func("<lambda>()", func() any { return py.Tuple(py.StarArgs(py.Star(5), 1)) }))
		show(py.Func("<lambda>()", func() any {
			mapping := py.DictOf[any, any]()
			py.UpdateDict(mapping, 5)
			return mapping
		}))
		show(py.Func("<lambda>()", func() any { return py.CallStar(py.Builtin("print"), 5, nil) }))
		show(py.Func("<lambda>()", func() any {
			return py.StrJoin(py.StrIndex("a,b", 5), py.StrIter(py.StrSlice("abc", nil, nil, 0)))
		}))
		rows := py.ListOf[*py.Dict[string, any]]()
		py.SortKey(rows, func(r *py.Dict[string, any]) py.Tuple {
			return py.Tuple{r.Get("a"), py.Neg(r.Get("b"))}
		}, false)
		py.Print(py.SortedListBy(rows.All(), func(r *py.Dict[string, any]) any { return r.Get("x") }, false), py.CallKw(py.Builtin("max"), []any{rows}, py.Kwargs{{Name: "key", Value: py.Func("<lambda>(r)", func(r any) any { return py.GetItem(r, "q") })}, {Name: "default", Value: nil}}))
		names := py.ListOf[string]()
		py.SortKey(names, func(s string) string { return py.StrLower(s) }, false)
		py.Print(py.SortedListBy(names.All(), func(s string) py.Pair[int, string] { return py.PairOf(py.StrLen(s), s) }, false), py.CallKw(py.Builtin("min"), []any{names}, py.Kwargs{{Name: "key", Value: py.Builtin("len")}, {Name: "default", Value: "none"}}))
		pairs := py.ListOf[any]()
		py.SortKey(pairs, func(p any) any { return py.GetItem(p, 1) }, true)
		fmt.Println(pairs)
		topItems = py.ListOf[py.Pair[string, float64]]()
		fmt.Println(top(topItems), top(py.ListOf[py.Pair[string, float64]](py.PairOf("a", 1.0), py.PairOf("b", 2.5))))
		return nil
	})
}
