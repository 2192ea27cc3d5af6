package main

import (
	"errors"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func main() {
	py.Main(func() error {
		var total any = 0
		for item := range py.Iter(py.CallKw(py.Builtin("enumerate"), []any{sys.Module().Attr("stdin")}, py.Kwargs{{Name: "start", Value: 1}})) {
			values := py.Unpack(item, 2)
			number, line := py.As[int](values[0]), values[1]
			line = py.CallMethod(line, "strip")
			if !py.Truth(line) || py.Truth(py.CallMethod(line, "startswith", "#")) {
				continue
			}
			err := py.Try(func() error {
				total = py.Add(total, py.Int(line))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				py.PrintWith([]any{"line " + strconv.Itoa(number) + ": not a number: " + py.Repr(line)}, py.PrintOptions{File: sys.Module().Attr("stderr")})
			}
		}
		py.Print(total)
		return nil
	})
}
