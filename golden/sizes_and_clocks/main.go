// Sizes of objects, clocks of the system, deprecated functions and classes.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/warnings"
)

type Z struct{}

func (z *Z) sizeof() int {
	return 100
}

var (
	GoneClass any
	Gone      any
	G2Class   any
)

func g2Init(self, x any) any {
	py.SetAttr(self, "x", x)
	return nil
}

var (
	g2  any
	Sub any
)

func main() {
	py.Main(func() error {
		py.StructClass[Z]("Z", nil, py.Kw{Name: "__sizeof__", Value: py.Func("Z.__sizeof__(self)", (*Z).sizeof)})
		items := py.ListOf[any]()
		for _, x := range []any{0, 1, py.As[int](py.Pow(2, 30)) - 1, py.As[int](py.Pow(2, 30)), py.Pow(2, 60), -5, py.Pow(10, 40), true, false, nil, 1.5, complex(0, 1.0), "", "abc", py.Bytes(""), py.Bytes("abc"), py.Tuple{}, py.Tuple{1, 2}, py.ListOf[any](), py.DictOf[any, any](), py.SetOf[any](), py.FrozenSetOf[any](), py.Call(py.Builtin("range"), 5), py.Call(py.ObjectClass), &Z{}} {
			items.Append(py.CallMethod(sys.Module(), "getsizeof", x))
		}
		fmt.Println(items)
		py.Print(os.Module().Attr("EX_OK"), os.Module().Attr("EX_CONFIG"))
		py.Print(py.Gt(py.CallMethod(time.Module(), "clock_gettime", time.Module().Attr("CLOCK_MONOTONIC")), 0), py.Gt(py.CallMethod(time.Module(), "clock_gettime_ns", time.Module().Attr("CLOCK_REALTIME")), 1), py.CallMethod(time.Module(), "clock_getres", time.Module().Attr("CLOCK_MONOTONIC")))
		err := py.Try(func() error {
			py.CallMethod(time.Module(), "clock_gettime", 99)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.OSError) {
				return err
			}
			fmt.Println(err)
		}

		old := py.Call(py.CallMethod(warnings.Module(), "deprecated", "use new()"), py.Func("old(x)", func(x any) any { return py.Add(x, 1) }).Doc("doc"))
		decorator := py.CallMethodKw(warnings.Module(), "deprecated", []any{"class gone"}, py.Kwargs{{Name: "category", Value: py.PendingDeprecationWarning}})
		GoneClass = py.NewClass("Gone", nil, nil, func(ns *py.Namespace) {})
		Gone = py.Call(decorator, GoneClass)
		decorator2 := py.CallMethod(warnings.Module(), "deprecated", "init too")
		G2Class = py.NewClass("G2", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("G2.__init__(self, x)", g2Init))
		})
		g2 = py.Call(decorator2, G2Class)
		quiet := py.Call(py.CallMethodKw(warnings.Module(), "deprecated", []any{"quiet"}, py.Kwargs{{Name: "category", Value: nil}}), py.Func("quiet()", func() any { return 5 }))
		manager := py.CallMethodKw(warnings.Module(), "catch_warnings", nil, py.Kwargs{{Name: "record", Value: true}})
		w := py.EnterContext(manager)
		err = py.Try(func() error {
			py.CallMethod(warnings.Module(), "simplefilter", "always")
			py.Print(py.Call(old, 1), py.GetAttr(old, "__deprecated__"), py.GetAttr(old, "__name__"), py.GetAttr(old, "__doc__"))
			py.Call(Gone)
			py.Print(py.GetAttr(py.Call(g2, 5), "x"), py.Call(quiet), py.GetAttr(quiet, "__deprecated__"), py.GetAttr(Gone, "__deprecated__"))
			Sub = py.NewClass("Sub", []any{Gone}, nil, func(ns *py.Namespace) {})
			py.Call(Sub)
			items := py.ListOf[py.Tuple]()
			for x := range py.Iter(w) {
				items.Append(py.Tuple{py.Str(py.GetAttr(x, "message")), py.GetAttr(py.GetAttr(x, "category"), "__name__")})
			}
			fmt.Println(items)
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		err = py.Try(func() error {
			py.Call(Gone, 1)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		err = py.Try(func() error {
			py.CallMethod(warnings.Module(), "deprecated", 5)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		for _, delay := range []int{0, -1} {
			err := py.Try(func() error {
				time.Sleep(float64(delay))
				py.Print(nil)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				fmt.Println(err)
			}
		}
		return nil
	})
}
