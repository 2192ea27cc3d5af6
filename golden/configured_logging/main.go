// dictConfig: classes and functions of the program by their names.
package main

import (
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/loggingconfig"
)

var (
	globals    = py.NewGlobals("__main__", "", "../testdata/configured_logging/main.py", "dictConfig: classes and functions of the program by their names.")
	mainModule = py.ModuleOf(globals)
)

var MarkedClass any

func markedFormat(self, record any) any {
	return py.Add("> ", py.CallMethod(py.Super(MarkedClass, self), "format", record))
}

var PrintedClass any

func printedEmit(self, record any) any {
	py.Print("printed", py.CallMethod(self, "format", record))
	return nil
}

func main() {
	py.Main(func() error {
		importlib.Provide("__main__", func() *py.Module { return mainModule })
		importlib.Provide("helpers", func() *py.Module {
			importHelpers()
			return helpersModule
		})
		globals.Set("logging", logging.Module())
		globals.Set("logging", logging.Module())

		importHelpers()
		globals.Set("helpers", helpersModule) // a configuration names what is in it
		MarkedClass = py.NewClass("Marked", []any{logging.Module().Attr("Formatter")}, nil, func(ns *py.Namespace) {
			ns.Set("format", py.Func("Marked.format(self, record)", markedFormat))
		})
		globals.Set("Marked", MarkedClass)
		PrintedClass = py.NewClass("Printed", []any{logging.Module().Attr("StreamHandler")}, nil, func(ns *py.Namespace) {
			ns.Set("emit", py.Func("Printed.emit(self, record)", printedEmit))
		})
		globals.Set("Printed", PrintedClass)

		globals.Set("quiet", py.Func("quiet(word=)", func(word any) any {
			return py.Func("quiet.<locals>.<lambda>(record)", func(record any) any { return !py.Contains(py.CallMethod(record, "getMessage"), word) })
		}, "secret"))

		globals.Set("CONFIG", py.DictOf[any, any]("version", 1, "formatters", py.DictOf[any, any]("marked", py.DictOf[any, any]("()", "__main__.Marked", "fmt", "%(levelname)s %(message)s"), "plain", py.DictOf[any, any]("class", "__main__.Marked")), "filters", py.DictOf[any, any]("quiet", py.DictOf[any, any]("()", "__main__.quiet", "word", "hush")), "handlers", py.DictOf[any, any]("printed", py.DictOf[any, any]("class", "__main__.Printed", "formatter", "marked", "filters", py.ListOf[any]("quiet")), "loud", py.DictOf[any, any]("class", "helpers.Loud", "formatter", "plain", "level", "ERROR")), "root", py.DictOf[any, any]("level", "INFO", "handlers", py.ListOf[any]("printed", "loud"))))

		globals.Set("main", py.Func("main()", func() any {
			py.CallMethod(loggingconfig.Module(), "dictConfig", globals.Get("CONFIG"))
			py.CallMethod(logging.Module(), "info", "hello %s", "there")
			py.CallMethod(logging.Module(), "info", "hush")
			py.CallMethod(logging.Module(), "error", "failed")
			for _, name := range []string{"__main__.Missing", "helpers.Missing", "nowhere.Missing"} {
				err := py.Try(func() error {
					py.CallMethod(loggingconfig.Module(), "dictConfig", py.DictOf[any, any]("version", 1, "handlers", py.DictOf[any, any]("h", py.DictOf[any, any]("class", name))))
					return nil
				})
				if err != nil {
					if !errors.Is(err, py.ValueError) {
						panic(err)
					}
					e := err
					py.Print(e, "|", py.GetAttr(e, "__cause__"))
				}
			}
			return nil
		}))

		py.Call(globals.Get("main"))
		return nil
	})
}
