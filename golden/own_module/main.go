// sys.modules[__name__], by which a module gets at its own names.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

var globals = py.NewGlobals("__main__", "", "../testdata/own_module/main.py", "sys.modules[__name__], by which a module gets at its own names.")

var JobClass any

func jobRun(self any) any {
	return "ran with " + py.Format(globals.Get("LIMIT"), "")
}

var mainModule = py.ModuleOf(globals)

func main() {
	py.Main(func() error {
		globals.Set("asyncio", asyncio.Module())
		globals.Set("inspect", inspect.Module())
		globals.Set("sys", sys.Module())

		importPart()
		globals.Set("part", partModule)

		globals.Set("LIMIT", 5)
		JobClass = py.NewClass("Job", nil, nil, func(ns *py.Namespace) {
			ns.Set("run", py.Func("Job.run(self)", jobRun))
		})
		globals.Set("Job", JobClass)

		globals.Set("work", py.AsyncFunc("work(n=1)", func(ctx context.Context, n any) (any, error) {
			if err := asyncio.Sleep(ctx, 0); err != nil {
				return nil, err
			}
			return "worked " + py.Format(n, ""), nil
		}))
		globals.Set("main", py.Func("main()", func() any {
			me := mainModule
			py.Print(py.GetAttr(me, "LIMIT"), py.CallMethod(py.Call(py.GetAttr(me, "Job")), "run"), py.HasAttr(me, "nope"), py.GetAttr(me, "__name__"))
			py.Call(py.Builtin("setattr"), me, "LIMIT", 7)
			arg := globals.Get("LIMIT")
			arg2 := py.CallMethod(py.Call(globals.Get("Job")), "run")
			items := py.ListOf[any]()
			for item := range py.Iter(py.CallMethod(inspect.Module(), "getmembers", me, inspect.Module().Attr("isfunction"))) {
				values := py.Unpack(item, 2)
				n, _ := values[0], values[1]
				items.Append(n)
			}
			py.Print(arg, arg2, py.SortedList(items.All()))
			for _, command := range []string{"work", "wrok"} {
				err := py.Try(func() error {
					py.Print(py.CallMethod(asyncio.Module(), "run", py.Call(py.GetAttr(mainModule, command))))
					return nil
				})
				if err != nil {
					if !errors.Is(err, py.AttributeError) {
						panic(err)
					}
					fmt.Println(err)
				}
			}
			py.Print(py.Call(py.Call(partGlobals.Get("find"), "greet"), "you"), partGlobals.Get("NAMES"), py.Is(py.GetAttr(mainModule, "part"), partModule))
			return nil
		}))

		py.Call(globals.Get("main"))
		return nil
	})
}
