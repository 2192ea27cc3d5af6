package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Pages any

func pagesInit(self, last any) any {
	py.SetAttr(self, "page", 0)
	py.SetAttr(self, "last", last)
	return nil
}

func pagesAiter(self any) any {
	return self
}

func pagesAnext(ctx context.Context, self any) (any, error) {
	if py.Truth(py.Eq(py.GetAttr(self, "page"), py.GetAttr(self, "last"))) {
		return nil, py.NewStopAsyncIteration()
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	py.SetAttr(self, "page", py.IAdd(py.GetAttr(self, "page"), 1))
	return py.DictOf[any, any]("page", py.GetAttr(self, "page"), "items", py.Call(py.ListClass, py.Call(py.Builtin("range"), py.GetAttr(self, "page")))), nil
}

func asyncMain(ctx context.Context) error {
	broken := false
	it := py.AIter(py.Call(Pages, 3))
	for {
		page, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.Print(py.GetItem(page, "page"), py.GetItem(page, "items"))
	}
	asyncio.DropAsyncGenerator(it)
	if !broken {
		fmt.Println("no more pages")
	}
	items := py.ListOf[int]()
	it2 := py.AIter(py.Call(Pages, 4))
	for {
		p, ok, err := py.ANext(ctx, it2)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		items.Append(py.Len(py.GetItem(p, "items")))
	}
	asyncio.DropAsyncGenerator(it2)
	total := py.Call(py.Builtin("sum"), items)
	py.Print(total)
	return nil
}

func main() {
	py.Main(func() error {
		Pages = py.NewClass("Pages", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Pages.__init__(self, last)", pagesInit))

			ns.Set("__aiter__", py.Func("Pages.__aiter__(self)", pagesAiter))

			ns.Set("__anext__", py.AsyncFunc("Pages.__anext__(self)", pagesAnext))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
