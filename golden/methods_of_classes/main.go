// Methods that are read of their class, as values.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

type Info struct {
	name string
	size any
}

var infoClass *py.Class

func infoScan(name string, size any) *Info {
	return &Info{name: name, size: py.Mul(size, 2)}
}

func infoValid(name string) bool {
	return py.StrIsAlpha(name)
}

func (i *Info) key() py.Tuple {
	return py.Tuple{i.size, i.name}
}

func (i *Info) label(prefix string) string {
	return prefix + i.name
}

var Worker any

func workerInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func workerRun(ctx context.Context, self, k any) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	return py.Mul(py.GetAttr(self, "n"), k), nil
}

var Sub any

func subRun(ctx context.Context, self, k any) (any, error) {
	result, err := asyncio.Await(ctx, py.CallMethod(py.Super(Sub, self), "run", k))
	if err != nil {
		return nil, err
	}
	return py.Add(result, 1), nil
}

func asyncMain(ctx context.Context) error {
	source := py.GetIter(py.Tuple{"bb", "a"})
	infos, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "gather", py.StarArgs(py.Star(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for nItem := range py.Iter(source) {
			n := py.As[string](nItem)
			y.Yield(py.CallMethod(asyncio.Module(), "to_thread", py.GetAttr(infoClass, "scan"), n, py.StrLen(n)))
		}
		return nil
	}).Streams()))...))
	if err != nil {
		return err
	}
	arg := py.CallKw(py.Builtin("sorted"), []any{infos}, py.Kwargs{{Name: "key", Value: py.GetAttr(infoClass, "key")}})
	items := py.ListOf[any]()
	for i := range py.Iter(infos) {
		items.Append(py.Add(py.GetAttr(i, "size"), 1))
	}
	py.Print(arg, items)
	fmt.Println(py.ListFrom(py.Items[string](py.Call(py.Builtin("filter"), py.GetAttr(infoClass, "valid"), py.ListOf[string]("a", "1")))), py.ListFrom(py.Items[any](py.Call(py.Builtin("map"), py.GetAttr(infoClass, "label"), infos))))
	makeValue := py.CallKw(functools.Module().Attr("partial"), []any{py.GetAttr(infoClass, "scan")}, py.Kwargs{{Name: "size", Value: 4}})
	py.Print(py.Call(makeValue, "q"), py.CallMethod(infoClass, "label", py.GetItem(infos, 0), "+"))
	for _, w := range []any{py.Call(Worker, 2), py.Call(Sub, 3)} {
		arg, err := asyncio.Await(ctx, py.CallMethod(Worker, "run", w, 3))
		if err != nil {
			return err
		}
		result, err := asyncio.Await(ctx, py.CallMethod(w, "run", 3))
		if err != nil {
			return err
		}
		py.Print(arg, result)
	}
	op := py.GetAttr(Worker, "run")
	result, err := asyncio.Await(ctx, py.Call(op, py.Call(Sub, 5), 1))
	if err != nil {
		return err
	}
	py.Print(result, py.GetAttr(op, "__name__"), py.GetAttr(py.GetAttr(infoClass, "scan"), "__name__"))
	err = py.Try(func() error {
		py.CallMethod(infoClass, "label")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		infoClass = dataclasses.Struct(
			py.StructClass[Info](
				"Info",
				nil,
				py.Kw{Name: "scan", Value: py.StaticMethod(py.Func("Info.scan(name, size)", infoScan))},
				py.Kw{Name: "valid", Value: py.StaticMethod(py.Func("Info.valid(name)", infoValid))},
				py.Kw{Name: "key", Value: py.Func("Info.key(self)", (*Info).key)},
				py.Kw{Name: "label", Value: py.Func("Info.label(self, prefix=)", (*Info).label, "-")},
			),
			dataclasses.Options{Frozen: true},
			[]dataclasses.StructField{{Name: "name"}, {Name: "size"}},
		)
		Worker = py.NewClass("Worker", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Worker.__init__(self, n)", workerInit))

			ns.Set("run", py.AsyncFunc("Worker.run(self, k)", workerRun))
		})
		Sub = py.NewClass("Sub", []any{Worker}, nil, func(ns *py.Namespace) {
			ns.Set("run", py.AsyncFunc("Sub.run(self, k)", subRun))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
