// The methods of an event loop that asyncio calls where a class has its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var Counting any

func countingInit(self any) any {
	py.CallMethod(py.Super(Counting, self), "__init__")
	py.SetAttr(self, "soon", 0)
	py.SetAttr(self, "log", py.ListOf[any]())
	return nil
}

func countingCallSoon(self, callback, args, context any) any {
	py.SetAttr(self, "soon", py.IAdd(py.GetAttr(self, "soon"), 1))
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"soon", py.Call(py.Builtin("getattr"), callback, "__qualname__", py.TypeOf(callback).Name()), py.Len(args), context != nil})
	return py.CallMethodKw(py.Super(Counting, self), "call_soon", py.StarArgs(callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallLater(self, delay, callback, args, context any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"later", delay, py.Call(py.Builtin("getattr"), callback, "__qualname__", nil)})
	return py.CallMethodKw(py.Super(Counting, self), "call_later", py.StarArgs(delay, callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallAt(self, when, callback, args, context any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"at", py.Call(py.Builtin("getattr"), callback, "__qualname__", nil)})
	return py.CallMethodKw(py.Super(Counting, self), "call_at", py.StarArgs(when, callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func countingCallExceptionHandler(self, context any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"handler", py.GetItem(py.CallMethod(py.GetItem(py.CallMethod(py.GetItem(context, "message"), "split", " at "), 0), "split", "("), 0), py.Call(py.Builtin("sorted"), context)})
	return nil
}

func countingRunInExecutor(self, executor, fn, args any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"executor", executor})
	return py.CallMethod(py.Super(Counting, self), "run_in_executor", py.StarArgs(executor, fn, py.Star(args))...)
}

func countingCallSoonThreadsafe(self, callback, args, context any) any {
	py.CallMethod(py.GetAttr(self, "log"), "append", py.Tuple{"threadsafe"})
	return py.CallMethodKw(py.Super(Counting, self), "call_soon_threadsafe", py.StarArgs(callback, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func bad() error {
	return py.NewValueError("bad")
}

var badFunc any

func child(ctx context.Context, n int) (int, error) {
	if err := asyncio.Sleep(ctx, time.Millisecond); err != nil {
		return 0, err
	}
	return n, nil
}

func asyncMain(ctx context.Context) error {
	loop := py.CallMethod(asyncio.Module(), "get_running_loop")
	fmt.Println(py.TypeOf(loop).Name())
	results, err := asyncio.Gather[int](ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return child(ctx, 1)
	}).Named("child"))
	if err != nil {
		return err
	}
	fmt.Println(results)
	py.CallMethod(loop, "call_soon", badFunc)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	err = asyncio.WithTimeout(ctx, 5*time.Second, func(ctx context.Context) error {
		return asyncio.Sleep(ctx, time.Millisecond)
	})
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		_, err := asyncio.WaitFor(ctx, asyncio.Go(func(ctx context.Context) error {
			return asyncio.Sleep(ctx, time.Second)
		}).Named("sleep"), time.Millisecond)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TimeoutError) {
			return err
		}
		fmt.Println("timeout")
	}
	result, err := asyncio.Await(ctx, py.CallMethod(asyncio.Module(), "to_thread", py.Builtin("len"), "abc"))
	if err != nil {
		return err
	}
	py.Print(result)
	fut := py.CallMethod(loop, "create_future")
	py.CallMethod(fut, "add_done_callback", py.Func("main.<locals>.<lambda>(f)", func(f any) any {
		py.Print("done", py.CallMethod(f, "result"))
		return nil
	}))
	py.CallMethod(loop, "call_later", 0.001, py.GetAttr(fut, "set_result"), 7)
	if _, err := asyncio.Await(ctx, fut); err != nil {
		return err
	}
	ev := asyncio.NewEvent()
	t := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (bool, error) {
		if err := ev.Wait(ctx); err != nil {
			return false, err
		}
		return true, nil
	}).Named("wait"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	ev.Set()
	if _, err := t.Await(ctx); err != nil {
		return err
	}
	_, err = asyncio.Await(ctx, py.CallMethodKw(asyncio.Module(), "wait", []any{py.ListOf[any](asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (int, error) {
		return child(ctx, 3)
	}).Named("child")))}, py.Kwargs{{Name: "timeout", Value: 1}}))
	return err
}

var mainFunc any

var Tracing any

func tracingCallSoon(self, callback, args, context any) any {
	var traced any = py.Func("Tracing.call_soon.<locals>.traced(*a)", func(a any) any {
		py.SetAttr(self, "depth", py.IAdd(py.GetAttr(self, "depth"), 1))
		py.Print("enter", py.GetAttr(self, "depth"))
		var result any
		err := py.Try(func() error {
			result = py.CallStar(callback, a, nil)
			return nil
		})
		py.Print("leave", py.GetAttr(self, "depth"))
		py.SetAttr(self, "depth", py.ISub(py.GetAttr(self, "depth"), 1))
		if err != nil {
			panic(err)
		}
		return result
	})
	return py.CallMethodKw(py.Super(Tracing, self), "call_soon", py.StarArgs(traced, py.Star(args)), py.Kwargs{{Name: "context", Value: context}})
}

func pair(ctx context.Context) error {
	one := func(ctx context.Context, n int) error {
		fmt.Println("one", n)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		fmt.Println("one again", n)
		return nil
	}
	err := asyncio.GatherAll(ctx, asyncio.Go(func(ctx context.Context) error {
		return one(ctx, 1)
	}).Named("pair.<locals>.one"), asyncio.Go(func(ctx context.Context) error {
		return one(ctx, 2)
	}).Named("pair.<locals>.one"))
	if err != nil {
		return err
	}
	fmt.Println("end of pair")
	return nil
}

var pairFunc any

func main() {
	py.Main(func() error {
		Counting = py.NewClass("Counting", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Counting.__init__(self)", countingInit))

			ns.Set("call_soon", py.Func("Counting.call_soon(self, callback, *args, context=None)", countingCallSoon))

			ns.Set("call_later", py.Func("Counting.call_later(self, delay, callback, *args, context=None)", countingCallLater))

			ns.Set("call_at", py.Func("Counting.call_at(self, when, callback, *args, context=None)", countingCallAt))

			ns.Set("call_exception_handler", py.Func("Counting.call_exception_handler(self, context)", countingCallExceptionHandler))

			ns.Set("run_in_executor", py.Func("Counting.run_in_executor(self, executor, func, *args)", countingRunInExecutor))

			ns.Set("call_soon_threadsafe", py.Func("Counting.call_soon_threadsafe(self, callback, *args, context=None)", countingCallSoonThreadsafe))
		})
		badFunc = py.Func("bad()", bad)
		mainFunc = py.AsyncFunc("main()", asyncMain)
		Tracing = py.NewClass("Tracing", []any{asyncio.Module().Attr("SelectorEventLoop")}, nil, func(ns *py.Namespace) {
			ns.Set("depth", 0)

			ns.Set("call_soon", py.Func("Tracing.call_soon(self, callback, *args, context=None)", tracingCallSoon))
		})
		pairFunc = py.AsyncFunc("pair()", pair)

		for _, item := range []py.Tuple{py.Tuple{Counting, mainFunc}, py.Tuple{Tracing, pairFunc}} {
			factory, f := item[0], item[1]
			manager := py.CallMethodKw(asyncio.Module(), "Runner", nil, py.Kwargs{{Name: "loop_factory", Value: factory}})
			runner := py.EnterContext(manager)
			err := py.Try(func() error {
				py.CallMethod(runner, "run", py.Call(f))
				if py.Is(factory, Counting) {
					for item := range py.Iter(py.GetAttr(py.CallMethod(runner, "get_loop"), "log")) {
						py.CallStar(py.Builtin("print"), item, nil)
					}
					py.Print(py.GetAttr(py.CallMethod(runner, "get_loop"), "soon"))
				}
				return nil
			})
			if err := py.ExitContext(manager, err); err != nil {
				return err
			}
		}
		return nil
	})
}

// The lines of main.py, which reprs of tasks show.
func init() {
	py.Source("main.go", "../testdata/own_loop_methods/main.py", `
16-21 6 Counting.__init__
23-27 11 Counting.call_soon
29-32 16 Counting.call_later
34-37 20 Counting.call_at
39-42 24 Counting.call_exception_handler
44-47 27 Counting.run_in_executor
49-52 31 Counting.call_soon_threadsafe
54-56 36 bad
60-65 40 child
67-134 45 main
70-72 -
91-93 -
108-111 60 main.<locals>.<lambda>
117-122 -
130-132 -
140-157 74 Tracing.call_soon
141-155 75 Tracing.call_soon.<locals>.traced
159-178 86 pair
160-167 87 pair.<locals>.one
168-170 -
170-172 -
17:7 18:8 19:9 24:12 25:13 26:14 30:17 31:18 35:21 36:22 40:25 45:28 46:29 50:32 51:33 55:37 61:41
64:42 68:46 69:47 70:48 77:49 78:50 81:51 84:52 85:53 86:52 90:54 91:55 95:54 100:57 101:54 102:58
107:59 108:60 112:61 113:62 116:63 117:64 123:65 126:66 127:67 130:68 141:75 142:76 143:77 144:75
145:78 146:79 148:78 149:81 150:82 151:78 155:75 156:83 160:87 161:88 162:89 165:90 166:87 168:91
176:92 184:5 185:6 186:5 187:11 188:5 189:16 190:5 191:20 192:5 193:24 194:5 195:27 196:5 197:31
198:5 199:36 200:45 201:71 202:72 203:71 204:74 205:71 206:86 208:95 210:96 213:97 214:98 215:99
216:100 217:99 218:101 219:98 220:96 225:95`)
}
