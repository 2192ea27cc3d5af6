// Classes that derive from those of other modules, and whatever else imports bind.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

var Mine any

func mineInit(self, n, extra any) any {
	py.CallMethod(py.Super(Mine, self), "__init__", n)
	py.SetAttr(self, "extra", extra)
	return nil
}

func mineValue(self any) any {
	return py.Mul(py.GetAttr(self, "_value"), 10)
}

func mineValueFunc(self, v any) any {
	py.SetAttr(self, "_value", py.Sub(v, 1))
	return nil
}

func annotated(x *Only, y any) string {
	return py.Str(py.Box(x)) + " " + py.Format(py.CallMethod(y, "describe"), "")
}

// colorOf finds the member with a value. It raises ValueError if there is none.
func colorOf(value string) Color {
	switch c := Color(value); c {
	case colorRed, colorGreen:
		return c
	}
	panic(enum.Invalid("Color", value))
}

func asyncMain(ctx context.Context) error {
	for _, x := range []any{py.Call(Base, 1), py.Call(Base, 2), py.Call(Derived, 3, 4), py.CallMethod(Special, "create", 5), py.Call(Mine, 6, "e")} {
		py.Print(py.CallMethod(x, "describe"), py.GetAttr(x, "value"), py.GetAttr(x, "kind"), py.TypeOf(x).Name(), py.IsInstance(x, Base), py.IsInstance(x, py.Tuple{Derived, Mine}))
		py.SetAttr(x, "value", 50)
		py.Print(py.GetAttr(x, "value"), x)
	}
	py.Print(py.Eq(py.Call(Base, 1), py.Call(Base, 1)), py.Lt(py.Call(Base, 1), py.Call(Derived, 2, 3)), py.SortedList(py.ListOf[any](py.Call(Derived, 5, 1), py.Call(Derived, 2, 1)).All()), py.DictOf[any, string](py.Call(Base, 1), "h").Get(py.Call(Base, 1)), py.SetOf[any](py.Call(Base, 1), py.Call(Base, 1)).Len())
	manager := newResource("r")
	r, err := manager.enterAsync(ctx)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		py.Print(r.name, r.open)
		return nil
	})
	if err := manager.exitAsync(ctx); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	py.Print(r.open)
	manager2 := &Timer{}
	t := manager2.enter()
	err = py.Try(func() error {
		return nil
	})
	manager2.exit()
	if err != nil {
		return err
	}
	py.Print(t.mustTicks(), t)
	s := newStack()
	s.push(1)
	s.push(2)
	py.Print(s.pop(), s.length(), py.ListFrom(py.Items[any](s)), s)
	arg := newThing("t").goFunc()
	arg2 := build("h").goFunc()
	arg3 := thingTotal
	py.Print(arg, arg2, arg3, newThing("q"), colorRed, colorOf("green").paint())
	arg4 := useLazy()
	items := py.ListOf[string]()
	for x := range makeAll().All() {
		items.Append(py.TypeOf(x).Name())
	}
	fmt.Println(arg4, items)
	fmt.Println(newSlow(3).run(), "Slow")
	err = py.Try(func() error {
		return fail(2)
	})
	if err != nil {
		if !py.Matches(err, TooBig) {
			return err
		}
		e := err
		py.Print("caught", e, py.GetAttr(e, "limit"), py.IsInstance(e, BaseError))
	}
	err = py.Try(func() error {
		return later(ctx)
	})
	if err != nil {
		if !py.Matches(err, py.Tuple{TooBig, Odd}) {
			return err
		}
		e := err
		py.Print(py.TypeOf(e).Name(), py.GetAttr(e, "args"), py.Str(e))
	}
	fmt.Println(annotated(nil, py.Call(Derived, 1, 2)), annotated(&Only{}, py.Call(Mine, 1, "x")))
	switch colorRed {
	case colorGreen:
		fmt.Println("green")
	case colorRed:
		fmt.Println("red")
	}
	node := &Node{value: 1, next: &Node{value: 2, next: nil}}
	arg5 := node.total()
	var value any
	if node.next != nil {
		value = node.next.value
	} else {
		value = nil
	}
	py.Print(node, arg5, value)
	w := newWorker()
	err = py.Try(func() error {
		return w.stop(ctx)
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			return err
		}
		fmt.Println(err)
	}
	if err := w.start(ctx); err != nil {
		return err
	}
	if err := w.stop(ctx); err != nil {
		return err
	}
	fmt.Println(w.done, w.limit, workerLimit)
	py.Print(newConf("a", 1), newBigConf("b", 2, 3), newBigConf("c", 1, 7), py.Equal(newConf("a", 1), newConf("a", 1)))
	return nil
}

func main() {
	py.Main(func() error {
		importBase()
		importBase()
		importDerived()
		importDerived()
		importPkg()
		importPkgHelpers()
		importPkg()
		importPkgThings()

		err := py.Try(func() error {
			py.MissingModule("missing_module")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ImportError) {
				return err
			}
			importBase()
		}
		Mine = py.NewClass("Mine", []any{Base}, nil, func(ns *py.Namespace) {
			ns.Set("kind", "mine")

			ns.Set("__init__", py.Func("Mine.__init__(self, n, extra)", mineInit))

			ns.Set("value", py.Property(py.Func("Mine.value(self)", mineValue), nil, nil, nil))

			ns.Set("value", py.Call(py.GetAttr(ns.Get("value"), "setter"), py.Func("Mine.value(self, v)", mineValueFunc)))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
