// An application of several modules: what its modules hold, classes of others and functions of others.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var Audit any

func auditOnEvent(self, event any) any {
	return "audit " + py.Format(py.GetAttr(event, "kind"), "") + " " + py.Format(py.GetAttr(event, "size"), "")
}

// kindOf finds the member with a value. It raises ValueError if there is none.
func kindOf(value string) Kind {
	switch k := Kind(value); k {
	case kindStart, kindStop:
		return k
	}
	panic(enum.Invalid("Kind", value))
}

func asyncMain(ctx context.Context, argv any) (int, error) {
	api := newAPI(db)
	for _, path := range []string{"/items", "/items/1", "/nope", "/boom"} {
		request := &Request{path: path, user: "u", headers: py.DictOf[string, string]()}
		err := py.Try(func() error {
			response, err := api.handle(ctx, request)
			if err != nil {
				return err
			}
			py.Print(path, py.GetAttr(response, "status"), py.GetAttr(response, "body"), response)
			return nil
		})
		if err != nil {
			exc, ok := errors.AsType[StorageError](err)
			if !ok {
				return 0, err
			}
			py.Print(path, "storage error", exc, py.GetAttr(exc, "args"), py.TypeOf(exc).Name())
		}
	}
	py.Print(appStateGlobals.Get("counter"), appStateGlobals.Get("history"), py.Call(appStateGlobals.Get("bump"), 5), appStateGlobals.Get("counter"))
	py.SetAttr(appStateModule, "counter", py.IAdd(py.GetAttr(appStateModule, "counter"), 1))
	py.Print(appStateGlobals.Get("counter"), py.Call(appStateGlobals.Get("snapshot")))
	store := newMemoryStore(py.DictOf[string, any]("k", 1))
	arg, err := store.get(ctx, "k")
	if err != nil {
		return 0, err
	}
	result, err := store.get(ctx, "zz")
	if err != nil {
		return 0, err
	}
	py.Print(arg, result, py.Len(store), py.ListFrom(py.Items[any](store)), store.contains("k"), py.GetItem(store, "k"))
	manager := newDatabase("temp")
	temp, err := manager.enterAsync(ctx)
	if err != nil {
		return 0, err
	}
	err = py.Try(func() error {
		temp.put("x", 1)
		py.Print(temp.rows, temp.closed)
		return nil
	})
	if err := manager.exitAsync(ctx, py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err)); err != nil {
		return 0, err
	}
	if err != nil {
		return 0, err
	}
	arg2 := temp.closed
	arg3 := db.name
	py.Print(arg2, arg3, py.Is(db, api.db))
	items := loadAll().Copy()
	items.Append(py.Call(Audit))
	for plugin := range items.All() {
		py.Print(py.GetAttr(plugin, "name"), py.MethodOf(plugin, "on_event").Call(&Event{kind: "start", size: 3}), py.IsInstance(plugin, Plugin), plugin)
	}
	arg4 := py.SortedList(routes.Keys())
	arg5 := py.GetAttr(routeFunc, "__name__")
	items2 := py.ListOf[any]()
	for r := range routes.Values() {
		items2.Append(py.GetAttr(r, "__name__"))
	}
	py.Print(arg4, arg5, items2)
	e := &Event{kind: "a", size: 1}
	py.Print(e, py.Equal(e, &Event{kind: "a", size: 1}), py.Less(e, &Event{kind: "b", size: 0}), py.MaxOf(py.ListOf[*Event](&Event{kind: "a", size: 2}, e).All()), py.DictOf[*Event, int](e, 1).Get(&Event{kind: "a", size: 1}))
	arg6 := eventParse("x:4")
	arg7 := eventDefault()
	arg8 := string(kindStart)
	py.Print(arg6, arg7, limit, arg8, kindOf("stop"), kindStart == kindStart)
	var gets []asyncio.Awaitable[any]
	for _, k := range []string{"k", "q"} {
		gets = append(gets, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return store.get(ctx, k)
		}).Named("MemoryStore.get"))
	}
	results, err := asyncio.GatherResults(ctx, gets...)
	if err != nil {
		return 0, err
	}
	fmt.Println(results)
	node := &Tree{value: 1, children: py.ListOf[*Tree](&Tree{value: 2, children: py.ListOf[*Tree]()}, &Tree{value: 3, children: py.ListOf[*Tree](&Tree{value: 4, children: py.ListOf[*Tree]()})})}
	arg9 := node.total()
	items3 := py.ListOf[int]()
	for tItem := range py.IterOnce(node.walk()) {
		t := py.As[*Tree](tItem)
		items3.Append(t.value)
	}
	py.Print(arg9, items3, node)
	retryResult, err := retry(ctx, py.Func("main.<locals>.<lambda>()", func() any {
		return asyncio.GoValue(func(ctx context.Context) (any, error) {
			return store.get(ctx, "k")
		}).Named("MemoryStore.get")
	}), 2)
	if err != nil {
		return 0, err
	}
	py.Print(retryResult, describe(nil), describe(e), describe(3))
	return 0, nil
}

func main() {
	py.Main(func() error {
		importApp()
		importAppState()
		importApp()
		importAppAPI()
		importApp()
		importAppStorage()
		importApp()
		importAppStorage()
		importAppStorageMemory()
		importApp()
		importAppStorage()
		importAppStorageBase()
		importApp()
		importAppPlugins()
		Audit = py.NewClass("Audit", []any{Plugin}, nil, func(ns *py.Namespace) {
			ns.Set("name", "audit")

			ns.Set("on_event", py.Func("Audit.on_event(self, event)", auditOnEvent))
		})

		argv := py.GetItem(sys.Module().Attr("argv"), py.NewSlice(1, nil, nil))
		result, err := asyncio.Run(func(ctx context.Context) (int, error) {
			return asyncMain(ctx, argv)
		})
		if err != nil {
			return err
		}
		sys.Exit(result)
		return nil
	})
}
