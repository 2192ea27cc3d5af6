// Casts, and aliases that the program reads when it runs.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var Keep any

type Bus struct {
	listeners *py.Dict[string, *py.List[any]]
}

func newBus() *Bus {
	return &Bus{listeners: py.DictOf[string, *py.List[any]]()}
}

func (b *Bus) on(name string, cb any) any {
	b.listeners.SetDefault(name, py.ListOf[any]()).Append(cb)
	return cb
}

func (b *Bus) emit(name, text string) int {
	for cb := range b.listeners.GetOr(name, py.ListOf[any]()).All() {
		py.Call(cb, text)
	}
	return b.listeners.GetOr(name, py.ListOf[any]()).Len()
}

func depth(j any) any {
	if py.IsInstance(j, py.DictClass) {
		items := py.ListOf[any]()
		for v := range py.Iter(py.CallMethod(j, "values")) {
			items.Append(depth(v))
		}
		return py.Add(1, py.MaxOr(items.All(), 0))
	}
	if py.IsInstance(j, py.ListClass) {
		items := py.ListOf[any]()
		for v := range py.Iter(j) {
			items.Append(depth(v))
		}
		return py.Add(1, py.MaxOr(items.All(), 0))
	}
	return 0
}

func split(s string) any {
	k, sep, v := py.StrPartition(s, "=")
	if sep != "" {
		return py.Tuple{k, py.Int(v)}
	}
	return nil
}

func typed(items *py.List[py.Pair[string, int]]) int {
	items2 := py.ListOf[int]()
	for item := range items.All() {
		n := item.Second
		items2.Append(n)
	}
	return py.SumInts(items2.All())
}

func asyncMain(ctx context.Context) error {
	bus := newBus()
	seen := py.ListOf[string]()
	bus.on("a", py.GetAttr(seen, "append"))
	bus.on("a", py.Func("main.<locals>.<lambda>(t)", func(t any) any { return py.CallMethod(seen, "append", py.CallMethod(t, "upper")) }))

	var value any
	if false {
		value = py.GetAttr(py.GetAttr(bus, "on"), "__func__")
	} else {
		value = py.Func("main.<locals>.<lambda>(f)", func(f any) any { return bus.on("b", f) })
	}
	py.Call(value, py.Func("main.<locals>.handle(text)", func(text any) any {
		seen.Append("<" + py.Format(text, "") + ">")
		return nil
	}))

	fmt.Println(bus.emit("a", "x"), bus.emit("b", "y"), bus.emit("c", "z"), seen)
	py.Print(depth(py.DictOf[any, any]("a", py.ListOf[any](1, py.DictOf[any, any]("b", nil)))), split("k=3"), split("zz"))
	py.Print(py.Call(typing.Module().Attr("get_args"), Keep), typed(py.ListOf[py.Pair[string, int]](py.PairOf("a", 1), py.PairOf("b", 2))))
	py.Print(py.PairOf("q", 1).Second+1, py.Tuple{"q", 1})
	p := split("n=41")
	if p != nil {
		values := p.(py.Tuple)
		name, n := values[0].(string), values[1]
		py.Print(name, py.Add(n, 1))
	}
	return nil
}

func main() {
	py.Main(func() error {
		Keep = py.GetItem(typing.Module().Attr("Union"), py.Tuple{py.IntClass, py.StrClass})
		py.StructClass[Bus]("Bus", nil, py.Kw{Name: "on", Value: py.Func("Bus.on(self, name, cb)", (*Bus).on)})

		return asyncio.RunFunc(asyncMain)
	})
}
