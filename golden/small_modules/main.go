// Small modules, and modules that packages of the library consist of.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/asynciolog"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/faulthandler"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/importlibmetadata"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json/jsondecoder"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json/jsonencoder"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/locale"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/resource"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/saxutils"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func show(label string, f any) {
	err := py.Try(func() error {
		py.Print(label, py.Repr(py.Call(f)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		py.Print(label, py.TypeOf(e).Name(), e)
	}
}

var SetEncoder any

func setEncoderDefault(self, o any) any {
	if py.IsInstance(o, py.SetClass) {
		return py.SortedList(py.Items[any](o))
	}
	return py.CallMethod(py.Super(SetEncoder, self), "default", o)
}

func parse(text string) any {
	var result any
	err := py.Try(func() error {
		result = json.Loads(text)
		return nil
	})
	if err != nil {
		if !py.Matches(err, jsondecoder.Module().Attr("JSONDecodeError")) {
			panic(err)
		}
		e := err
		return fmt.Sprintf("%s: line %s column %s", py.Format(py.GetAttr(e, "msg"), ""), py.Format(py.GetAttr(e, "lineno"), ""), py.Format(py.GetAttr(e, "colno"), ""))
	}
	return result
}

func main() {
	py.Main(func() error {
		SetEncoder = py.NewClass("SetEncoder", []any{jsonencoder.Module().Attr("JSONEncoder")}, nil, func(ns *py.Namespace) {
			ns.Set("default", py.Func("SetEncoder.default(self, o)", setEncoderDefault))
		})

		py.Print(parse("[1, 2"), parse("{}"), py.CallMethod(py.Call(jsondecoder.Module().Attr("JSONDecoder")), "raw_decode", "[1] 2"), py.CallMethod(py.Call(SetEncoder), "encode", py.DictOf[any, any]("a", py.SetOf[any](2, 1))))

		py.CallMethodKw(logging.Module(), "basicConfig", nil, py.Kwargs{{Name: "stream", Value: sys.Module().Attr("stdout")}, {Name: "format", Value: "%(name)s %(levelname)s %(message)s"}})
		py.CallMethod(asynciolog.Module().Attr("logger"), "warning", "from %s", "the program")
		py.Print(py.Is(asynciolog.Module().Attr("logger"), py.CallMethod(logging.Module(), "getLogger", "asyncio")), py.GetAttr(asynciolog.Module().Attr("logger"), "name"))

		py.Print(py.Call(saxutils.Module().Attr("escape"), "a < b & c > d"), py.Call(saxutils.Module().Attr("escape"), "«x»", py.DictOf[any, any]("«", "&laquo;", "x", "<")), py.Call(saxutils.Module().Attr("unescape"), "&lt;a&gt; &amp;amp; &quot;", py.DictOf[any, any]("&quot;", "\"")))
		py.Print(py.Call(saxutils.Module().Attr("quoteattr"), "plain"), py.Call(saxutils.Module().Attr("quoteattr"), `a "b"`), py.Call(saxutils.Module().Attr("quoteattr"), "it's \"both\"\n"), py.Call(saxutils.Module().Attr("quoteattr"), "tab\t", py.DictOf[any, any]("t", "T")))

		err := py.Try(func() error {
			py.Call(importlibmetadata.Module().Attr("version"), "not-there")
			return nil
		})
		if err != nil {
			if !py.Matches(err, importlibmetadata.Module().Attr("PackageNotFoundError")) {
				return err
			}
			e := err
			py.Print(e, py.GetAttr(e, "args"), py.GetAttr(e, "name"), py.IsInstance(e, py.ImportError))
		}
		show("no name", py.Func("<lambda>()", func() any { return py.Call(importlibmetadata.Module().Attr("version"), "") }))
		py.Print(py.ListFrom(py.Items[any](py.CallMethodKw(importlibmetadata.Module(), "distributions", nil, py.Kwargs{{Name: "name", Value: "not-there"}}))))

		py.Print(py.CallMethod(faulthandler.Module(), "is_enabled"), py.CallMethod(faulthandler.Module(), "enable"), py.CallMethod(faulthandler.Module(), "is_enabled"), py.CallMethod(faulthandler.Module(), "disable"), py.CallMethod(faulthandler.Module(), "disable"))

		usage := py.CallMethod(resource.Module(), "getrusage", resource.Module().Attr("RUSAGE_SELF"))
		py.Print(py.Gt(py.GetAttr(usage, "ru_maxrss"), 0), py.Ge(py.GetAttr(usage, "ru_utime"), 0), py.Len(usage), py.Call(py.TypeClass, usage), resource.Module().Attr("error"))
		py.CallMethod(resource.Module(), "setrlimit", resource.Module().Attr("RLIMIT_CORE"), py.Tuple{0, py.GetItem(py.CallMethod(resource.Module(), "getrlimit", resource.Module().Attr("RLIMIT_CORE")), 1)})
		py.Print(py.GetItem(py.CallMethod(resource.Module(), "getrlimit", resource.Module().Attr("RLIMIT_CORE")), 0), py.CallMethod(resource.Module(), "getpagesize"), resource.Module().Attr("RLIM_INFINITY"))
		show("who", py.Func("<lambda>()", func() any { return py.CallMethod(resource.Module(), "getrusage", 7) }))
		show("which", py.Func("<lambda>()", func() any { return py.CallMethod(resource.Module(), "getrlimit", 99) }))
		show("order", py.Func("<lambda>()", func() any {
			return py.CallMethod(resource.Module(), "setrlimit", resource.Module().Attr("RLIMIT_NOFILE"), py.Tuple{5, 3})
		}))
		show("pair", py.Func("<lambda>()", func() any {
			return py.CallMethod(resource.Module(), "setrlimit", resource.Module().Attr("RLIMIT_NOFILE"), py.Tuple{5})
		}))

		py.Print(py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_ALL"), "C"), py.CallMethod(locale.Module(), "getlocale"), py.CallMethod(locale.Module(), "getlocale", locale.Module().Attr("LC_TIME")), py.CallMethod(locale.Module(), "getpreferredencoding", false))
		py.Print(py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_TIME"), "C.UTF-8"), py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_TIME")), py.CallMethod(locale.Module(), "getlocale", locale.Module().Attr("LC_TIME")))
		py.Print(py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_ALL")))
		show("locale", py.Func("<lambda>()", func() any {
			return py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_ALL"), "xx_YY.UTF-8")
		}))
		show("pair", py.Func("<lambda>()", func() any {
			return py.CallMethod(locale.Module(), "setlocale", locale.Module().Attr("LC_ALL"), py.Tuple{"xx_YY", "UTF-8"})
		}))
		show("currency", py.Func("<lambda>()", func() any { return py.CallMethod(locale.Module(), "currency", 5) }))
		py.Print(py.CallMethodKw(locale.Module(), "format_string", []any{"%d and %.2f", py.Tuple{1234567, 2.5}}, py.Kwargs{{Name: "grouping", Value: true}}), py.CallMethod(locale.Module(), "str", 3.5), py.CallMethod(locale.Module(), "atof", "1.5"), py.CallMethod(locale.Module(), "atoi", "12"))
		py.Print(py.SortedItems[string](py.ListOf[string]("b", "a", "C"), locale.Module().Attr("strxfrm"), false), py.CallMethod(locale.Module(), "strcoll", "a", "b"), py.GetItem(py.CallMethod(locale.Module(), "localeconv"), "decimal_point"))
		return nil
	})
}
