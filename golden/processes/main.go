// multiprocessing: processes, queues, pipes, shared values and pools.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/concurrentfutures"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/multiprocessing"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func square(x any) any {
	return py.Mul(x, x)
}

var squareFunc any

func add(a, b any) any {
	return py.Add(a, b)
}

var addFunc any

func worker(name, inbox, outbox any) {
	var total any = 0
	for item := range py.Iter(py.Call(py.Builtin("iter"), py.GetAttr(inbox, "get"), nil)) {
		total = py.IAdd(total, py.GetItem(item, "n"))
		py.SetItem(item, "n", -1)
	}
	py.CallMethod(outbox, "put", py.Tuple{name, total})
}

var workerFunc any

func count(value, lock, times any) {
	for range py.Iter(py.Call(py.Builtin("range"), times)) {
		py.EnterContext(lock)
		err := py.Try(func() error {
			py.SetAttr(value, "value", py.IAdd(py.GetAttr(value, "value"), 1))
			return nil
		})
		py.Check(py.ExitContext(lock, err))
	}
}

var countFunc any

func fill(array any) {
	for i := range py.Len(array) {
		py.SetItem(array, i, i*i)
	}
}

var fillFunc any

func talk(conn any) {
	for {
		msg := py.CallMethod(conn, "recv")
		if msg == nil {
			break
		}
		py.MethodOf(conn, "send").Call(py.CallMethod(msg, "upper"))
	}
	py.CallMethod(conn, "close")
}

var talkFunc any

func fails(code any) error {
	if py.Truth(code) {
		sys.Exit(code)
	}
	return py.NewValueError("inside")
}

var failsFunc any

var Job any

func jobInit(self, items, out any) any {
	py.CallMethodKw(py.Super(Job, self), "__init__", nil, py.Kwargs{{Name: "name", Value: "job"}})
	py.SetAttr(self, "items", items)
	py.SetAttr(self, "out", out)
	return nil
}

func jobRun(self any) any {
	py.CallMethod(py.GetAttr(self, "items"), "append", "changed in the process")
	py.MethodOf(py.GetAttr(self, "out"), "put").Call(py.Tuple{py.GetAttr(py.CallMethod(multiprocessing.Module(), "current_process"), "name"), py.GetAttr(self, "items")})
	return nil
}

func report(shared, key any) {
	py.SetItem(shared, key, py.Mul(key, 2))
}

var reportFunc any

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	manager := py.Call(concurrentfutures.Module().Attr("ProcessPoolExecutor"), 2)
	pool := py.EnterContext(manager)
	err := py.Try(func() error {
		source := py.GetIter(py.Call(py.Builtin("range"), 4))
		result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "gather", py.StarArgs(py.Star(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for iItem := range py.Iter(source) {
				i := py.As[int](iItem)
				y.Yield(py.CallMethod(loop, "run_in_executor", pool, squareFunc, i))
			}
			return nil
		}).Streams()))...))
		if err != nil {
			return err
		}
		py.Print(result)
		return nil
	})
	if err := py.ExitContext(manager, err); err != nil {
		return err
	}
	q := py.CallMethod(multiprocessing.Module(), "Queue")
	callee := multiprocessing.Module().Attr("Process")
	arg := workerFunc
	out := py.CallMethod(multiprocessing.Module(), "Queue")
	p := py.CallKw(callee, nil, py.Kwargs{{Name: "target", Value: arg}, {Name: "args", Value: py.Tuple{"async", q, out}}})
	py.CallMethod(p, "start")
	for n := range 5 {
		py.CallMethod(q, "put", py.DictOf[any, any]("n", n))
	}
	py.CallMethod(q, "put", nil)
	result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "to_thread", py.GetAttr(out, "get")))
	if err != nil {
		return err
	}
	py.Print(result)
	if _, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "to_thread", py.GetAttr(p, "join"))); err != nil {
		return err
	}
	py.Print(py.GetAttr(p, "exitcode"), py.CallMethod(p, "is_alive"))
	return nil
}

func main() {
	py.Main(func() error {
		squareFunc = py.Func("square(x)", square)
		addFunc = py.Func("add(a, b=10)", add)
		workerFunc = py.Func("worker(name, inbox, outbox)", worker)
		countFunc = py.Func("count(value, lock, times)", count)
		fillFunc = py.Func("fill(array)", fill)
		talkFunc = py.Func("talk(conn)", talk)
		failsFunc = py.Func("fails(code)", fails)
		Job = py.NewClass("Job", []any{multiprocessing.Module().Attr("Process")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Job.__init__(self, items, out)", jobInit))

			ns.Set("run", py.Func("Job.run(self)", jobRun))
		})
		reportFunc = py.Func("report(shared, key)", report)

		inbox, outbox := py.Call(multiprocessing.Module().Attr("Queue")), py.Call(multiprocessing.Module().Attr("Queue"))
		procs := py.ListOf[any]()
		for i := range 2 {
			procs.Append(py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: workerFunc}, {Name: "args", Value: py.Tuple{"w" + strconv.Itoa(i), inbox, outbox}}, {Name: "daemon", Value: true}}))
		}
		items := py.ListOf[any]()
		for p := range procs.All() {
			items.Append(py.GetAttr(p, "name"))
		}
		py.Print(items, py.GetAttr(procs.Get(0), "exitcode"), py.CallMethod(procs.Get(0), "is_alive"), py.GetAttr(procs.Get(0), "daemon"), py.GetAttr(procs.Get(0), "pid"))
		for p := range procs.All() {
			py.CallMethod(p, "start")
		}
		mine := py.DictOf[any, any]("n", 1)
		for range 10 {
			py.CallMethod(inbox, "put", mine)
		}
		for range procs.All() {
			py.CallMethod(inbox, "put", nil)
		}
		results := py.ListOf[any]()
		for range procs.All() {
			results.Append(py.CallMethod(outbox, "get"))
		}
		for p := range procs.All() {
			py.CallMethod(p, "join")
		}
		items2 := py.ListOf[any]()
		for item := range results.All() {
			values := py.Unpack(item, 2)
			n, _ := values[0], values[1]
			items2.Append(n)
		}
		arg := py.SortedList(items2.All())
		source := py.GetIter(results)
		arg2 := py.Call(py.Builtin("sum"), py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for item := range py.Iter(source) {
				values := py.Unpack(item, 2)
				_, t := values[0], values[1]
				y.Yield(t)
			}
			return nil
		}).Streams())
		items3 := py.ListOf[any]()
		for p := range procs.All() {
			items3.Append(py.GetAttr(p, "exitcode"))
		}
		py.Print(arg, arg2, mine, items3)

		value, lock := py.Call(multiprocessing.Module().Attr("Value"), "i", 5), py.Call(multiprocessing.Module().Attr("Lock"))
		items4 := py.ListOf[any]()
		for range 3 {
			items4.Append(py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: countFunc}, {Name: "args", Value: py.Tuple{value, lock, 50}}}))
		}
		procs = items4
		items5 := py.ListOf[any]()
		for p := range procs.All() {
			items5.Append(py.CallMethod(p, "start"))
		}
		items6 := py.ListOf[any]()
		for p := range procs.All() {
			items6.Append(py.CallMethod(p, "join"))
		}
		py.Print(py.GetAttr(value, "value"))
		manager := py.CallMethod(value, "get_lock")
		py.EnterContext(manager)
		err := py.Try(func() error {
			py.SetAttr(value, "value", py.ISub(py.GetAttr(value, "value"), 100))
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		py.Print(py.GetAttr(value, "value"), py.GetAttr(py.Call(multiprocessing.Module().Attr("Value"), "d", 1.5), "value"))
		array := py.Call(multiprocessing.Module().Attr("Array"), "i", 5)
		var p any = py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: fillFunc}, {Name: "args", Value: py.Tuple{array}}})
		py.CallMethod(p, "start")
		py.CallMethod(p, "join")
		py.Print(py.GetItem(array, py.NewSlice(nil, nil, nil)), py.ListFrom(py.Items[any](array)), py.GetItem(array, 2), py.Len(py.Call(multiprocessing.Module().Attr("Array"), "d", py.ListOf[any](1.0, 2.5))))

		values := py.Unpack(py.CallMethod(multiprocessing.Module(), "Pipe"), 2)
		here, there := values[0], values[1]
		p = py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: talkFunc}, {Name: "args", Value: py.Tuple{there}}})
		py.CallMethod(p, "start")
		py.CallMethod(here, "send", "hello")
		py.Print(py.CallMethod(here, "recv"), py.CallMethod(here, "poll"), py.CallMethod(p, "is_alive"))
		py.CallMethod(here, "send", nil)
		py.CallMethod(p, "join")
		py.CallMethod(here, "close")

		items7 := py.ListOf[any]("one")
		job := py.Call(Job, items7, outbox)
		py.CallMethod(job, "start")
		py.Print(py.CallMethod(outbox, "get"), items7)
		py.CallMethod(job, "join", 5)
		for _, code := range []int{3, 0} {
			p = py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: failsFunc}, {Name: "args", Value: py.Tuple{code}}})
			py.CallMethod(p, "start")
			py.CallMethod(p, "join")
			py.Print(py.GetAttr(p, "exitcode"))
		}
		manager2 := py.Call(multiprocessing.Module().Attr("Pool"), 3)
		pool := py.EnterContext(manager2)
		err = py.Try(func() error {
			py.Print(py.MethodOf(pool, "map").Call(squareFunc, py.Call(py.Builtin("range"), 6)), py.CallMethod(pool, "starmap", addFunc, py.ListOf[any](py.Tuple{1, 2}, py.Tuple{3, 4})), py.CallMethod(pool, "apply", addFunc, py.Tuple{1}, py.DictOf[any, any]("b", 5)))
			r := py.CallMethodKw(pool, "apply_async", []any{squareFunc, py.Tuple{7}}, py.Kwargs{{Name: "callback", Value: py.Func("<lambda>(v)", func(v any) any {
				py.Print("callback", v)
				return nil
			})}})
			py.Print(py.CallMethodKw(r, "get", nil, py.Kwargs{{Name: "timeout", Value: 5}}), py.CallMethod(r, "ready"), py.CallMethod(r, "successful"))
			fmt.Println(py.ListFrom(py.Items[any](py.CallMethod(pool, "imap", squareFunc, py.ListOf[any](3, 1, 2)))), py.SortedList(py.Items[any](py.CallMethod(pool, "imap_unordered", squareFunc, py.ListOf[any](3, 1, 2)))))
			py.Print(py.CallMethod(py.CallMethod(pool, "map_async", squareFunc, py.ListOf[any](5, 6)), "get"))
			err := py.Try(func() error {
				py.CallMethod(pool, "map", failsFunc, py.ListOf[any](0))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				var e any = err
				py.Print("from the pool:", e)
			}
			return nil
		})
		if err := py.ExitContext(manager2, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			py.CallMethod(pool, "map", squareFunc, py.ListOf[any](1))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			var e any = err
			py.Print(e)
		}
		manager3 := py.CallMethod(multiprocessing.Module(), "Manager")
		manager4 := py.EnterContext(manager3)
		err = py.Try(func() error {
			shared, seen := py.CallMethod(manager4, "dict"), py.CallMethod(manager4, "list")
			items := py.ListOf[any]()
			for k := range py.StrIter("abc") {
				items.Append(py.CallKw(multiprocessing.Module().Attr("Process"), nil, py.Kwargs{{Name: "target", Value: reportFunc}, {Name: "args", Value: py.Tuple{shared, k}}}))
			}
			procs = items
			items2 := py.ListOf[any]()
			for p := range procs.All() {
				items2.Append(py.CallMethod(p, "start"))
			}
			items3 := py.ListOf[any]()
			for p := range procs.All() {
				items3.Append(py.CallMethod(p, "join"))
			}
			py.MethodOf(seen, "extend").Call(py.SortedList(py.Items[any](py.CallMethod(shared, "values"))))
			fmt.Println(py.SortedList(py.Items[any](py.CallMethod(shared, "items"))), py.ListFrom(py.Items[any](seen)))
			return nil
		})
		if err := py.ExitContext(manager3, err); err != nil {
			return err
		}
		py.Print(py.GetAttr(py.CallMethod(multiprocessing.Module(), "current_process"), "name"), py.CallMethod(multiprocessing.Module(), "parent_process"), py.CallMethod(multiprocessing.Module(), "active_children"), py.Gt(py.CallMethod(multiprocessing.Module(), "cpu_count"), 0), py.CallMethod(multiprocessing.Module(), "get_start_method"))
		ctx := py.CallMethod(multiprocessing.Module(), "get_context", "fork")
		var e any = py.CallMethod(ctx, "Event")
		p = py.CallMethodKw(ctx, "Process", nil, py.Kwargs{{Name: "target", Value: py.GetAttr(e, "set")}})
		py.CallMethod(p, "start")
		py.Print(py.CallMethod(e, "wait", 5))
		py.CallMethod(p, "join")
		err = py.Try(func() error {
			py.CallMethod(p, "start")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AssertionError) {
				return err
			}
			fmt.Println(err)
		}
		return asyncio.RunFunc(asyncMain)
	})
}
