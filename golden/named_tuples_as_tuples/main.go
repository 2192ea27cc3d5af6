package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var a any

type B struct {
	x int
	y string
}

var c any

var d any

var e any

var f any

var g any

var h any

var i any

var j any

func jTotal(self any) any {
	return py.Call(py.Builtin("sum"), self)
}

var k any

var l any

func pct(a any) string {
	return py.PercentFormat("%d-%s", a)
}

func mainFunc() {
	fmt.Println(pct(py.Call(a, 1, "z")))
	b := &B{x: 2, y: "k"}
	py.Print(py.Eq(b, py.Tuple{2, "k"}), py.Eq(py.Tuple{2, "k"}, b), py.Ne(b, py.Tuple{2, "k"}), py.Contains(py.ListOf[py.Pair[int, string]](py.PairOf(2, "k")), b), py.Contains(py.DictOf[*B, int](b, 1), py.Tuple{2, "k"}))
	cValue := py.Call(c, 1, 2)
	py.Print(py.IsInstance(cValue, py.TupleClass), py.Len(py.Call(c, 3, 4)))
	dValue := py.Call(d, 5, 6)
	py.CallStar(py.Builtin("print"), dValue, nil)
	py.Print(json.Dumps(py.Call(e, 1, 2)), py.ListFrom(py.Items[any](py.Call(e, 3, 4))), py.Add(py.Call(e, 3, 4), py.Tuple{1}))
	for v := range py.Iter(py.Call(f, 8, 9)) {
		py.Print(v)
	}
	err := py.Try(func() error {
		gValue := py.Call(g, 1)
		py.SetAttr(gValue, "p", 5)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		fmt.Println(err)
	}
	hValue := py.Call(h, 1, 2)
	values := py.UnpackStar(hValue, 1, 0)
	first, rest := values[0], values[1]
	py.Print(first, rest)
	iValue := py.Call(i, 4, 5)
	if items, ok := py.MatchSequence(iValue, 2, -1); ok {
		if py.Truth(py.Eq(items[1], 5)) {
			a := items[0]
			py.Print("seq", a)
		}
	}
	py.Print(py.CallMethod(py.Call(j, 1, 2), "total"))
	kValue := py.Call(k, 1, 2)
	py.Print(py.CallMethod("{0[1]}", "format", kValue), py.CallMethod(kValue, "_asdict"), py.GetAttr(k, "_fields"))
	m := py.Call(l, 1, 2)
	py.Print(py.GetItem(m, py.NewSlice(1, nil, nil)), py.GetItem(m, 0), py.CallMethod(m, "count", 1), py.TypeOf(m).Name(), py.Lt(m, py.Tuple{1, 3}))
	n := py.DictOf[int, any](1, py.Call(g, 2, 3))
	py.Print(n, py.GetAttr(n.Get(1), "q"), n.OrNone(5), py.SortedList(py.ListOf[any](py.Call(g, 2, 3), py.Call(g, 1)).All()))
	if cValue != nil && py.Truth(py.Gt(cValue, py.Call(c, 0, 9))) {
		fmt.Println("greater")
	}
	values2 := py.Unpack(cValue, 2)
	x, y := values2[0], values2[1]
	py.Print(x, y, py.Hash(cValue) == py.Hash(py.Tuple{1, 2}))
}

func main() {
	py.Main(func() error {
		a = py.NewClass("A", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("x", py.IntClass)
			ns.Annotate("y", py.StrClass)
		})
		typing.NamedStruct(py.StructClass[B]("B", nil), "x", "y")
		c = py.NewClass("C", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		d = py.NewClass("D", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		e = py.NewClass("E", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		f = py.NewClass("F", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		g = py.NewClass("G", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
			ns.Set("q", 7)
		})
		h = py.NewClass("H", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		i = py.NewClass("I", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		j = py.NewClass("J", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)

			ns.Set("total", py.Func("J.total(self)", jTotal))
		})
		k = py.NewClass("K", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})
		l = py.NewClass("L", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("p", py.IntClass)
			ns.Annotate("q", py.IntClass)
		})

		mainFunc()
		return nil
	})
}
