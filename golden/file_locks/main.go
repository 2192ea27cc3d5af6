// fcntl: locks of files, and the flags of descriptors.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/fcntl"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pystruct"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/tempfile"
)

func show(label string, f any) {
	err := py.Try(func() error {
		fmt.Println(label, py.Repr(py.Call(f)))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.OSError) && !errors.Is(err, py.TypeError) && !errors.Is(err, py.ValueError) {
			panic(err)
		}
		e := err
		fmt.Println(label, py.TypeOf(e).Name(), e)
	}
}

func locks(path string) {
	manager := py.Call(io.Module().Attr("open"), path, "w")
	first := py.EnterContext(manager)
	var second any
	err := py.Try(func() error {
		manager := py.Call(io.Module().Attr("open"), path, "w")
		second = py.EnterContext(manager)
		err := py.Try(func() error {
			py.CallMethod(fcntl.Module(), "flock", first, fcntl.Module().Attr("LOCK_EX"))
			show("held", py.Func("locks.<locals>.<lambda>()", func() any {
				return py.CallMethod(fcntl.Module(), "flock", second, py.BitOr(fcntl.Module().Attr("LOCK_EX"), fcntl.Module().Attr("LOCK_NB")))
			}))
			py.CallMethod(fcntl.Module(), "flock", py.CallMethod(first, "fileno"), fcntl.Module().Attr("LOCK_UN"))
			show("free", py.Func("locks.<locals>.<lambda>()", func() any {
				return py.CallMethod(fcntl.Module(), "flock", second, py.BitOr(fcntl.Module().Attr("LOCK_EX"), fcntl.Module().Attr("LOCK_NB")))
			}))
			show("lockf", py.Func("locks.<locals>.<lambda>()", func() any {
				return py.CallMethod(fcntl.Module(), "lockf", first, py.BitOr(fcntl.Module().Attr("LOCK_EX"), fcntl.Module().Attr("LOCK_NB")), 10, 5)
			}))
			show("lockf", py.Func("locks.<locals>.<lambda>()", func() any { return py.CallMethod(fcntl.Module(), "lockf", first, 0) }))
			show("size", py.Func("locks.<locals>.<lambda>()", func() any {
				return py.CallMethod(fcntl.Module(), "ioctl", first, 21523, py.Mul(py.Bytes("\x00"), 8))
			}))
			return nil
		})
		return py.ExitContext(manager, err)
	})
	py.Check(py.ExitContext(manager, err))
	show("closed", py.Func("locks.<locals>.<lambda>()", func() any {
		return py.CallMethod(fcntl.Module(), "flock", first, fcntl.Module().Attr("LOCK_UN"))
	}))
	show("type", py.Func("locks.<locals>.<lambda>()", func() any {
		return py.CallMethod(fcntl.Module(), "flock", "x", fcntl.Module().Attr("LOCK_UN"))
	}))
}

// A pipe that is read by hand, without blocking.
func pipes(ctx context.Context) error {
	values := py.Unpack(py.CallMethod(os.Module(), "pipe"), 2)
	r, w := values[0], values[1]
	flags := py.CallMethod(fcntl.Module(), "fcntl", r, fcntl.Module().Attr("F_GETFL"))
	py.Print(py.BitAnd(flags, os.Module().Attr("O_NONBLOCK")), py.CallMethod(fcntl.Module(), "fcntl", r, fcntl.Module().Attr("F_SETFL"), py.BitOr(flags, os.Module().Attr("O_NONBLOCK"))), py.CallMethod(os.Module(), "get_blocking", r))
	show("empty", py.Func("pipes.<locals>.<lambda>()", func() any { return py.CallMethod(os.Module(), "read", r, 10) }))
	ready := asyncio.FutureOn[any](asyncio.GetRunningLoop())
	py.CallMethod(asyncio.GetRunningLoop(), "add_reader", r, py.Func("pipes.<locals>.<lambda>()", func() any {
		var value any = ready.Finished()
		if !py.Truth(value) {
			ready.SetResult(py.CallMethod(os.Module(), "read", r, 10))
			value = nil
		}
		return value
	}))
	py.CallMethod(os.Module(), "write", w, py.Bytes("hello"))
	result, err := ready.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result)
	py.CallMethod(asyncio.GetRunningLoop(), "remove_reader", r)
	py.CallMethod(os.Module(), "write", w, py.Bytes("four"))
	waiting := py.Call(py.Builtin("bytearray"), 4)
	py.Print(py.CallMethod(fcntl.Module(), "ioctl", r, 21531, waiting), py.CallMethod(pystruct.Module(), "unpack", "i", waiting), py.CallMethod(pystruct.Module(), "unpack", "i", py.CallMethod(fcntl.Module(), "ioctl", r, 21531, py.Call(py.BytesClass, 4))))
	py.Print(py.BitAnd(py.CallMethod(fcntl.Module(), "fcntl", w, fcntl.Module().Attr("F_GETFD")), fcntl.Module().Attr("FD_CLOEXEC")))
	py.CallMethod(os.Module(), "close", r)
	show("bad", py.Func("pipes.<locals>.<lambda>()", func() any {
		return py.CallMethod(fcntl.Module(), "fcntl", r, fcntl.Module().Attr("F_GETFL"))
	}))
	py.CallMethod(os.Module(), "close", w)
	return nil
}

func main() {
	py.Main(func() error {
		manager := py.CallMethod(tempfile.Module(), "TemporaryDirectory")
		directory := py.As[string](py.EnterContext(manager))
		err := py.Try(func() error {
			locks(py.As[string](py.CallMethod(ospath.Module(), "join", directory, "lock")))
			return nil
		})
		if err := py.ExitContext(manager, err); err != nil {
			return err
		}
		return asyncio.RunFunc(pipes)
	})
}
