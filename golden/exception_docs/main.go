// __doc__ of exceptions, which programs show as an explanation.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

type Plain struct {
	py.Exception
}

var plainClass = py.StructClass[Plain]("Plain", []any{py.ValueError})

// a key that was told
type Told struct {
	py.Exception
}

var toldClass *py.Class

func explain(action any) {
	err := py.Try(func() error {
		py.Call(action)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			panic(err)
		}
		e := err
		py.Print(py.TypeOf(e).Name(), "-", py.GetAttr(e, "__doc__"))
	}
}

func asyncMain(ctx context.Context) error {
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.TrueDivInt(1, 0) }))
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.DictOf[any, any]().Get("x") }))
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.Int("x") }))
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.ListOf[any]().Get(1) }))
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.Call(io.Module().Attr("open"), "/nonexistent") }))
	explain(py.Func("main.<locals>.<lambda>()", func() any { return py.Must(asyncio.NewQueue[any](0).GetNowait()) }))
	explain(py.Func("main.<locals>.<lambda>()", func() any {
		py.Must(asyncio.FutureOn[asyncio.None](asyncio.GetRunningLoop()).Result())
		return nil
	}))
	for _, c := range []any{plainClass, &Plain{Exception: py.ExceptionOf(plainClass)}, toldClass, &Told{Exception: py.ExceptionOf(toldClass)}, py.TimeoutError, py.Call(py.KeyboardInterrupt), py.ExceptionGroup, py.BaseExceptionGroup, py.Call(py.ConnectionResetError, 1), py.UnicodeDecodeError, asyncio.CancelledError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, py.Warning, py.StopAsyncIteration} {
		fmt.Println(py.Repr(py.GetAttr(c, "__doc__")))
	}
	return nil
}

var Long any

// Starts late.
// Goes on.
func documented() {}

var documentedFunc any

func main() {
	py.Main(func() error {
		toldClass = py.StructClass[Told]("Told", []any{py.KeyError}, py.Kw{Name: "__doc__", Value: "a key that was told"})

		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		Long = py.NewClass("Long", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("__doc__", `First line.

    Indented more.
Second line,        tabbed.
`)
		})
		documentedFunc = py.Func("documented()", documented).Doc("Starts late.\nGoes on.\n")

		fmt.Println(py.ListOf[any](py.GetAttr(Long, "__doc__"), py.GetAttr(py.Call(Long, 1), "__doc__"), py.GetAttr(documentedFunc, "__doc__")))
		return nil
	})
}
