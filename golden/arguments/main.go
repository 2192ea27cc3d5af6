package main

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func mainFunc() int {
	args := py.GetItem(sys.Module().Attr("argv"), py.NewSlice(1, nil, nil))
	if !py.Truth(args) {
		fmt.Println("usage: arguments WORD...")
		return 2
	}
	for item := range py.Iter(py.Call(py.Builtin("enumerate"), args)) {
		values := py.Unpack(item, 2)
		index, arg := py.As[int](values[0]), values[1]
		py.Print(index, arg, py.Len(arg))
	}
	return 0
}

func main() {
	py.Main(func() error {
		sys.Exit(mainFunc())
		return nil
	})
}
