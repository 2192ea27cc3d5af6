// Classes of other modules.
package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

var Local any

func localHello(self any) any {
	return py.Add("local ", py.CallMethod(py.Super(Local, self), "hello"))
}

var Config2 any

func handle(x any) string {
	if attrs, ok := py.MatchClass(x, Job, 0, "name", "status"); ok {
		if py.Truth(py.Eq(attrs[1], statusDone.PyBox())) {
			n := attrs[0]
			return "done " + py.Format(n, "")
		}
	}
	if _, ok := py.MatchClass(x, Job, 0); ok {
		return "job " + py.Format(py.GetAttr(x, "name"), "")
	}
	if attrs, ok := py.MatchClass(x, Point, 2); ok {
		a, b := attrs[0], attrs[1]
		return "point " + py.Format(a, "") + " " + py.Format(b, "")
	}
	if circle, ok := x.(*Circle); ok {
		r := circle.r
		return "circle " + strconv.Itoa(r)
	}
	return "other"
}

// statusOf finds the member with a value. It raises ValueError if there is none.
func statusOf(value string) Status {
	switch s := Status(value); s {
	case statusNew, statusDone:
		return s
	}
	panic(enum.Invalid("Status", value))
}

func asyncMain(ctx context.Context) error {
	j := py.Call(Job, "a")
	k := py.Call(Job, "b", statusDone.PyBox())
	q := py.CallKw(Job, []any{"c"}, py.Kwargs{{Name: "level", Value: levelHigh.PyBox()}})
	py.Print(j, k, q, py.Eq(j, py.Call(Job, "a")), py.IsInstance(k, Job), py.IsInstance(k, Job), py.Is(py.Call(py.TypeClass, j), Job), py.GetAttr(py.Call(py.TypeClass, j), "__module__"), py.GetAttr(Job, "__module__"), py.GetAttr(Job, "__name__"))
	fmt.Println(handle(j), handle(k), handle(py.Call(Point, 1, 2)), handle(shapeMake(2)), handle(3))
	p := py.Call(Point, 3, 4)
	py.Print(p, py.CallMethod(p, "norm"), py.GetAttr(p, "x"), py.CallMethodKw(p, "_replace", nil, py.Kwargs{{Name: "x", Value: 0}}), py.Call(py.TupleClass, p), registry)
	py.Print(py.CallMethod(py.Call(Local, "z"), "hello"), py.GetAttr(py.GetItem(py.GetAttr(Local, "__mro__"), 1), "__name__"), py.IsInstance(py.Call(Local, "q"), Base), py.GetAttr(Base, "count"), py.GetAttr(Base, "count"))
	s := newService(&Config{retries: 2})
	for _, name := range []string{"ok", "missing", "bad"} {
		err := py.Try(func() error {
			result, err := s.run(ctx, name)
			if err != nil {
				return err
			}
			py.Print(result)
			return nil
		})
		if err != nil {
			if py.Matches(err, NotFound) {
				e := err
				py.Print("not found:", e, py.GetAttr(e, "key"), py.GetAttr(py.Call(py.TypeClass, e), "__module__"), py.IsInstance(e, AppError), py.IsInstance(e, AppError))
			} else {
				if !py.Matches(err, AppError) {
					return err
				}
				e := err
				py.Print("app error:", e, py.GetAttr(e, "code"), py.Repr(e))
			}
		}
	}
	py.Print(s.config, py.Call(ConfigValue, "x"), configClass, ConfigValue, py.Call(Config2, "y"), py.GetAttr(py.Call(Config2, "y"), "extra"))
	arg := statusOf("done")
	arg2 := statusDone.Name()
	items := py.ListOf[string]()
	for x := range py.Iter(statusClass) {
		items.Append(py.Str(x))
	}
	py.Print(arg.PyBox(), arg2, items, int(levelHigh) > 1, levelHigh.PyBox())
	classes := py.DictOf[string, any]("job", Job, "point", Point)
	arg3 := py.Call(classes.Get("job"), "dyn")
	arg4 := py.Call(classes.Get("point"), 5, 6)
	items2 := py.ListOf[any]()
	for c := range classes.Values() {
		items2.Append(py.GetAttr(c, "__name__"))
	}
	py.Print(arg3, arg4, py.SortedList(items2.All()))
	importApp()
	importAppCore()
	importAppCoreModels()
	fmt.Println(newLate().value, lateDefault, lateDefault)
	lateDefault = 9
	fmt.Println(lateDefault, newLate().value)
	py.Print(py.StrSplit(py.Repr(s), " at ").Get(0), py.GetAttr(py.Call(NotFound, "k"), "args"))
	err := py.Try(func() error {
		return py.From(py.MakeError(py.Call(Wrapped, "w")), py.Call(NotFound, "inner"))
	})
	if err != nil {
		if !py.Matches(err, AppError) {
			return err
		}
		e := err
		fmt.Println(py.Repr(e), py.Repr(py.GetAttr(e, "__cause__")))
	}
	manyResult, err := s.many(ctx, py.ListOf[any](py.Call(Job, "x"), py.Call(Job, "y")))
	if err != nil {
		return err
	}
	fmt.Println(manyResult, s.seen)
	return nil
}

func main() {
	py.Main(func() error {
		importApp()
		importApp()
		importAppCore()
		importAppCoreModels()
		importApp()
		importAppErrors()
		importApp()
		importApp()
		importAppCore()
		importAppCoreModels()
		importApp()
		importAppErrors()
		importApp()
		importAppService()
		importApp()
		importAppCore()
		importAppCoreConfig()
		Local = py.NewClass("Local", []any{Base}, nil, func(ns *py.Namespace) {
			ns.Set("hello", py.Func("Local.hello(self)", localHello))
		})
		Config2 = py.NewClass("Config2", []any{ConfigValue}, nil, func(ns *py.Namespace) {
			ns.Set("extra", 1)
		})

		return asyncio.RunFunc(asyncMain)
	})
}
