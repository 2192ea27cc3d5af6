// What a program does where a module or a name may be missing.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/textwrap"
)

var uvloop any

var http bool

var (
	textwrapValue any
	down          any
	sqrt          any
)

var Circle any

func circleInit(self, radius any) any {
	py.SetAttr(self, "radius", radius)
	return nil
}

func circleArea(self any) any {
	fmt.Println("computed")
	return py.Mul(3, py.Pow(py.GetAttr(self, "radius"), 2))
}

func fetch(url string) any {
	if !http {
		return "no " + url
	}
	return py.CallMethod(py.GetAttr(py.UndefinedName("http_of_others"), "client"), "get", url)
}

func colour() any {
	var result any
	err := py.Try(func() error {
		result = py.Call(py.UndefinedName("red"), "text")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.NameError) {
			panic(err)
		}
		return py.Str(err)
	}
	return result
}

func newLoop() string {
	var result string
	err := py.Try(func() error {
		result = py.Repr(py.CallMethod(asyncio.Module(), "ProactorEventLoop"))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		return py.Str(err)
	}
	return result
}

func windowsLoop() string {
	py.ForeignModule()

	py.CheckLocal(false, "ProactorEventLoop")
	var ProactorEventLoop any
	return py.Repr(py.Call(ProactorEventLoop))
}

var windowsLoopFunc any

func readKey() any {
	py.MissingModule("msvcrt")

	py.CheckLocal(false, "msvcrt")
	var msvcrt any
	return py.CallMethod(msvcrt, "getwch")
}

var readKeyFunc any

func onWindows() {
	for _, f := range []any{windowsLoopFunc, readKeyFunc} {
		err := py.Try(func() error {
			py.Print(py.Call(f))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				panic(err)
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
	}
}

func asyncMain(ctx context.Context) error {
	onWindows()
	shape := py.Call(Circle, 2)
	py.Print(py.GetAttr(shape, "area"), py.GetAttr(shape, "area"))
	fmt.Println(json.Dumps(py.DictOf[string, bool]("uvloop", uvloop != nil, "nt", py.As[string](os.Module().Attr("name")) == "nt")))
	var value any
	if py.Truth(textwrapValue) {
		value = py.CallMethod(textwrapValue, "dedent", "  text")
	} else {
		value = "none"
	}
	py.Print(value, py.Call(sqrt, 4), py.Call(down, 2.5))
	py.Print(fetch("x"), "/", colour(), "/", newLoop())
	var la any
	err := py.Try(func() error {
		py.MissingModule("arrays_of_others")

		py.CheckLocal(false, "la")
		py.Print(la)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ImportError) {
			return err
		}
		e := err
		py.Print(py.TypeOf(e).Name(), e, py.GetAttr(e, "name"))
	}
	err = py.Try(func() error {
		py.CheckLocal(false, "la")
		py.Print(la)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.UnboundLocalError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		err := py.Try(func() error {
			py.MissingModule("uvloop_of_others")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ImportError) {
				return err
			}
			uvloop = nil
		}

		err = py.Try(func() error {
			py.MissingModule("faster_json")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ModuleNotFoundError) {
				return err
			}
		}

		if !py.Truth(py.Ge(sys.Module().Attr("version_info"), py.Tuple{3, 8})) {
			py.MissingModule("backports_of_others")
		}

		if py.As[string](sys.Module().Attr("platform")) == "win32" {
			py.MissingModule("winreg")

			py.CallMethod(asyncio.Module(), "set_event_loop_policy", py.CallMethod(asyncio.Module(), "WindowsSelectorEventLoopPolicy"))
		}
		err = py.Try(func() error {
			py.MissingModule("http_of_others")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			http = false
		} else {
			http = true
		}
		textwrapValue = textwrap.Module()
		down = math.Module().Attr("floor")
		sqrt = math.Module().Attr("sqrt")

		manager := py.CallMethod(contextlib.Module(), "suppress", py.ImportError)
		py.EnterContext(manager)
		err = py.Try(func() error {
			py.MissingModule("colours_of_others")
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}

		err = py.Try(func() error {
			py.MissingImport("timeout_of_others", "asyncio")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ImportError) {
				return err
			}
			e := err
			py.Print(py.TypeOf(e).Name(), py.GetItem(py.CallMethod(py.GetItem(py.GetAttr(e, "args"), 0), "split", " ("), 0))
		}
		Circle = py.NewClass("Circle", nil, nil, func(ns *py.Namespace) {
			ns.Set("name", "circle")

			ns.Set("__init__", py.Func("Circle.__init__(self, radius)", circleInit))

			ns.Set("area", py.Call(functools.Module().Attr("cached_property"), py.Func("Circle.area(self)", circleArea)))
		})
		windowsLoopFunc = py.Func("windows_loop()", windowsLoop)
		readKeyFunc = py.Func("read_key()", readKey)

		if py.Truth(uvloop) {
			py.CallMethod(uvloop, "install")
		}
		return asyncio.RunFunc(asyncMain)
	})
}
