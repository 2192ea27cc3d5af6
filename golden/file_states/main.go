// Files that are closed, or open for something else: what their methods raise.
package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

var (
	binary  *py.List[string]
	methods *py.List[string]
)

func arguments(name string, text bool) any {
	if name == "readinto" {
		return py.Tuple{py.Call(py.Builtin("bytearray"), 3)}
	}
	var value any
	if text {
		value = "x"
	} else {
		value = py.Bytes("x")
	}
	return py.CallMethod(py.DictOf[string, py.Tuple]("write", py.Tuple{value}, "seek", py.Tuple{0}, "writelines", py.Tuple{py.ListOf[any]()}), "get", name, py.Tuple{})
}

func show(f any, names *py.List[string], text bool, label string) {
	for name := range names.All() {
		err := py.Try(func() error {
			callee := py.GetAttr(f, name)
			got := py.CallStar(callee, arguments(name, text), nil)
			var value any
			if py.IsInstance(got, py.Tuple{py.BoolClass, py.BytesClass, py.StrClass}) {
				value = got
			} else {
				value = py.TypeOf(got).Name()
			}
			py.Print(label, name, "gives", value)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				panic(err)
			}
			e := err
			fmt.Println(label, name, py.TypeOf(e).Name(), e)
		}
	}
}

func mainFunc() {
	values := py.Unpack(py.CallMethod(tempfile.Module(), "mkstemp"), 2)
	handle, path := values[0], values[1]
	py.CallMethod(os.Module(), "close", handle)
	for _, item := range []py.Pair[string, int]{py.PairOf("w", -1), py.PairOf("r", -1), py.PairOf("wb", -1), py.PairOf("rb", -1), py.PairOf("rb+", -1), py.PairOf("rb", 0), py.PairOf("wb", 0)} {
		mode, buffering := item.First, item.Second
		text := !strings.Contains(mode, "b")
		f := py.Call(io.Module().Attr("open"), path, mode, buffering)
		able := py.StrFields("read readline readlines truncate __next__")
		if !strings.Contains(mode, "+") {
			var value *py.List[string]
			if strings.Contains(mode, "r") {
				value = py.ListOf[string]("write")
			} else {
				value = py.ListOf[string]()
			}
			arg := able.Concat(value)
			var value2 *py.List[string]
			if text {
				value2 = py.ListOf[string]()
			} else {
				value2 = binary
			}
			show(f, arg.Concat(value2), text, mode+" "+strconv.Itoa(buffering))
		}
		py.CallMethod(f, "close")
		if !text && buffering != 0 {
			show(f, binary, text, "closed "+mode)
		}
		var value *py.List[string]
		if buffering != 0 {
			value = py.ListOf[string]("detach")
		} else {
			value = py.ListOf[string]()
		}
		show(f, methods.Concat(value), text, "closed "+mode+" "+strconv.Itoa(buffering))
		if text {
			show(f, py.ListOf[string]("reconfigure"), text, "closed "+mode)
		}
	}
	py.CallMethod(os.Module(), "remove", path)
	for _, f := range []any{py.CallMethod(io.Module(), "StringIO", "x"), py.CallMethod(io.Module(), "BytesIO", py.Bytes("x"))} {
		py.CallMethod(f, "close")
		show(f, methods, py.IsInstance(f, io.Module().Attr("StringIO")), py.TypeOf(f).Name())
	}
}

func main() {
	py.Main(func() error {
		binary = py.StrFields("read1 readinto peek readall")
		methods = py.StrFields("fileno isatty readable writable seekable tell flush read readline readlines write seek truncate\n    __enter__ __iter__ __next__ close writelines")

		mainFunc()
		return nil
	})
}
