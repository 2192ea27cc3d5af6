// doc
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var (
	globals = py.NewGlobals("__main__", "", "../testdata/module_namespace/main.py", "doc")
	KClass  any
)

func kM(self any) any {
	return globals.Get("x")
}

var CClass any

func main() {
	py.Main(func() error {
		globals.Set("os", os.Module())
		globals.Set("system", sys.Module())
		globals.Set("deque", collections.Module().Attr("deque"))
		globals.Set("OD", collections.Module().Attr("OrderedDict"))
		globals.Set("os", os.Module())
		globals.Annotate("x", py.IntClass)
		globals.Set("x", 5)
		globals.Annotate("y", "list[int]")
		globals.Set("add", py.Func("add(a, b=2)", func(a, b any) any { return py.Add(a, b) }))
		KClass = py.NewClass("K", nil, nil, func(ns *py.Namespace) {
			ns.Set("v", 1)
			ns.Set("m", py.Func("K.m(self)", kM))
		})
		globals.Set("K", KClass)
		items := py.ListOf[any]()
		for n := range py.Iter(globals.Dict()) {
			if !py.Truth(py.CallMethod(n, "startswith", "__")) {
				items.Append(n)
			}
		}
		fmt.Println(py.SortedList(items.All()))
		py.Print(py.Contains(globals.Dict(), "x"), py.Contains(globals.Dict(), "zz"), py.GetItem(globals.Dict(), "x"), py.CallMethod(globals.Dict(), "get", "nope", 7), py.Call(py.GetItem(globals.Dict(), "add"), 3))
		py.SetItem(globals.Dict(), "x", 50)
		py.Print(globals.Get("x"), py.CallMethod(py.Call(globals.Get("K")), "m"))
		py.SetItem(globals.Dict(), "dyn", "made")
		py.Print(globals.Get("dyn"), globals.Get("__annotations__"))
		for _, nameItem := range []string{"A", "B"} {
			globals.Set("name", nameItem)
			value := py.CallMethod(globals.Get("name"), "lower")
			py.SetItem(globals.Dict(), globals.Get("name"), value)
		}
		py.Print(globals.Get("A"), globals.Get("B"), globals.Get("name"))
		globals.Del("x")
		err := py.Try(func() error {
			py.CallMethod(py.Call(globals.Get("K")), "m")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			globals.Set("e", err)
			py.Print(globals.Get("e"))
			globals.Forget("e")
		}
		py.Print(py.Contains(globals.Dict(), "e"))
		globals.Set("setit", py.Func("setit()", func() any {
			globals.Set("fresh", 1)
			globals.Set("fresh", py.IAdd(globals.Get("fresh"), 4))
			var iBound bool
			var i int
			for iItem := range 2 {
				i = iItem
				iBound = true
			}
			names := py.NewLocals()
			if iBound {
				names.Set("i", i)
			}
			return names
		}))
		py.Print(py.Call(globals.Get("setit")), globals.Get("fresh"), py.Contains(globals.Dict(), "fresh"))
		globals.Set("f", py.Func("f(a, b, *c, d=4, **k)", func(a, b, c, d, k any) any {
			z := py.Add(a, b)
			var q int
			var inner any = py.Func("f.<locals>.inner()", func() any { return py.Add(z, q) })
			q = 9
			var wBound bool
			var w int
			if py.Truth(py.Gt(a, 1)) {
				w = 3
				wBound = true
			}
			names := py.NewLocals()
			names.Set("a", a)
			names.Set("b", b)
			names.Set("d", d)
			names.Set("c", c)
			names.Set("k", k)
			names.Set("inner", inner)
			if wBound {
				names.Set("w", w)
			}
			names.Set("q", q)
			names.Set("z", z)
			return names
		}))
		globals.Set("r", py.CallKw(globals.Get("f"), []any{1, 2, 3}, py.Kwargs{{Name: "e", Value: 5}}))
		mapping := py.DictOf[any, any]()
		for item := range py.Iter(py.CallMethod(globals.Get("r"), "items")) {
			values := py.Unpack(item, 2)
			k, v := values[0], values[1]
			if py.Truth(py.Ne(k, "inner")) {
				mapping.Set(k, v)
			}
		}
		fmt.Println(mapping)
		var value any
		if py.Contains(globals.Dict(), "locals_of") {
			callee := py.GetAttr("{a} {b}", "format")
			value = py.CallKw(callee, nil, py.KwOf(callee, py.Call(globals.Get("locals_of"), 1)))
		} else {
			value = "no"
		}
		py.Print(value)
		globals.Set("outer", py.Func("outer()", func() any {
			n := 5
			var inner any = py.Func("outer.<locals>.inner(m)", func(m any) any {
				t := py.Add(n, m)
				arg := py.NewLocals()
				arg.Set("m", m)
				arg.Set("t", t)
				arg.Set("n", n)
				names := py.NewLocals()
				names.Set("m", m)
				names.Set("t", t)
				names.Set("n", n)
				return py.Tuple{arg, py.SortedKeys(names)}
			})
			return py.Call(inner, 3)
		}))
		py.Print(py.Call(globals.Get("outer")))
		globals.Set("plain", py.Func("plain()", func() any {
			a := 1
			var bBound bool
			var b int
			if a > 3 {
				b = 2
				bBound = true
			}
			c := py.ListOf[int]()
			for i := range 2 {
				c.Append(i)
			}
			arg := py.NewLocals()
			arg.Set("a", a)
			if bBound {
				arg.Set("b", b)
			}
			arg.Set("c", c)
			names := py.NewLocals()
			names.Set("a", a)
			if bBound {
				names.Set("b", b)
			}
			names.Set("c", c)
			return py.Tuple{arg, py.SortedList(py.Items[any](names))}
		}))
		py.Print(py.Call(globals.Get("plain")))
		CClass = py.NewClass("C", nil, nil, func(ns *py.Namespace) {
			ns.Set("a", 1)
			items := py.ListOf[any]()
			for n := range py.Iter(ns.Dict()) {
				if !py.Truth(py.CallMethod(n, "startswith", "__")) {
					items.Append(n)
				}
			}
			ns.Set("names", py.SortedList(items.All()))
			ns.Set("b", 2)
		})
		globals.Set("C", CClass)
		py.Print(py.GetAttr(globals.Get("C"), "names"))
		mapping2 := py.DictOf[any, any]()
		for item := range py.ListFrom(py.Items[any](py.CallMethod(globals.Dict(), "items"))).All() {
			values := py.Unpack(item, 2)
			n, f := values[0], values[1]
			if py.Truth(py.CallMethod(n, "startswith", "cmd_")) {
				mapping2.Set(py.GetItem(n, py.NewSlice(4, nil, nil)), f)
			}
		}
		globals.Set("handlers", mapping2)
		globals.Set("cmd_go", py.Func("cmd_go()", func() any { return "went" }))
		globals.Set("cmd_stop", py.Func("cmd_stop()", func() any { return "stopped" }))
		mapping3 := py.DictOf[any, any]()
		for item := range py.ListFrom(py.Items[any](py.CallMethod(globals.Dict(), "items"))).All() {
			values := py.Unpack(item, 2)
			n, f := values[0], values[1]
			if py.Truth(py.CallMethod(n, "startswith", "cmd_")) {
				mapping3.Set(py.GetItem(n, py.NewSlice(4, nil, nil)), f)
			}
		}
		globals.Set("handlers", mapping3)
		py.Print(py.SortedList(py.Items[any](globals.Get("handlers"))), py.Call(py.GetItem(globals.Get("handlers"), "go")), py.Call(py.GetItem(globals.Dict(), "cmd_"+"stop")))
		py.Print(py.Is(globals.Dict(), globals.Dict()), py.Eq(globals.Dict(), globals.Dict()), py.Call(py.TypeClass, globals.Dict()), "__main__", py.GetItem(globals.Dict(), "__name__"), py.GetItem(globals.Dict(), "__doc__"))
		items2 := py.ListOf[any]()
		for n := range py.Iter(py.SortedKeys(globals.Dict())) {
			if !py.Truth(py.CallMethod(n, "startswith", "__")) {
				items2.Append(n)
			}
		}
		py.Print(items2.Slice(nil, 6, nil), py.Is(globals.Dict(), globals.Dict()))
		globals.Set("n", 5)
		if 5 > 3 {
			py.Print(globals.Get("n"), py.GetItem(globals.Dict(), "n"))
		}
		manager := py.Call(io.Module().Attr("open"), os.Module().Attr("devnull"))
		globals.Set("fh", py.EnterContext(manager))
		err = py.Try(func() error {
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		for iItem, item := range py.ListOf[py.Tuple](py.Tuple{1, 2}).Enumerate() {
			globals.Set("i", iItem)
			globals.Set("j", item[0].(int))
			globals.Set("k", item[1].(int))
		}
		py.Print(py.Contains(globals.Dict(), "fh"), globals.Get("i"), globals.Get("j"), globals.Get("k"))
		globals.Set("a", 1)
		globals.Set("b", 2)
		value2 := globals.Get("b")
		value3 := globals.Get("a")
		globals.Set("a", value2)
		globals.Set("b", value3)
		globals.Set("a", py.IAdd(globals.Get("a"), 5))
		py.Print(globals.Get("a"), globals.Get("b"), py.GetItem(globals.Dict(), "a"))
		subject := py.ListOf[any](1, 2)
		if items, ok := py.MatchSequence(subject, 2, -1); ok {
			globals.Set("p", items[0])
			globals.Set("q2", items[1])
			py.Print(globals.Get("p"), globals.Get("q2"), py.GetItem(globals.Dict(), "q2"))
		}
		py.CallMethodKw(globals.Dict(), "update", nil, py.Kwargs{{Name: "zz", Value: 1}, {Name: "yy", Value: 2}})
		py.Print(py.Add(globals.Get("zz"), globals.Get("yy")), py.Builtin("len"))
		err = py.Try(func() error {
			globals.Get("undefined_name")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			globals.Set("e", err)
			py.Print(globals.Get("e"))
			globals.Forget("e")
		}
		globals.Set("late", py.Func("late()", func() any { return py.Call(globals.Get("helper")) }))
		err = py.Try(func() error {
			py.Call(globals.Get("late"))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			globals.Set("e", err)
			py.Print(globals.Get("e"))
			globals.Forget("e")
		}
		globals.Set("helper", py.Func("helper()", func() any { return "helped" }))
		py.Print(py.Call(globals.Get("late")))
		return nil
	})
}
