// Signals in a loop: a handler of the loop takes SIGINT over from asyncio.run.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/os"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/signal"
)

func send(ctx context.Context, sig any) error {
	py.CallMethod(os.Module(), "kill", py.CallMethod(os.Module(), "getpid"), sig)
	return asyncio.Sleep(ctx, 50*time.Millisecond)
}

func handled(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	got := py.ListOf[any]()
	for _, sig := range []any{signal.Module().Attr("SIGINT"), signal.Module().Attr("SIGTERM"), signal.Module().Attr("SIGUSR1")} {
		py.CallMethod(loop, "add_signal_handler", sig, py.GetAttr(got, "append"), py.GetAttr(sig, "name"))
	}
	for _, sig := range []any{signal.Module().Attr("SIGINT"), signal.Module().Attr("SIGTERM"), signal.Module().Attr("SIGUSR1"), signal.Module().Attr("SIGINT")} {
		if err := send(ctx, sig); err != nil {
			return err
		}
	}
	py.Print(got, py.CallMethod(loop, "remove_signal_handler", signal.Module().Attr("SIGTERM")), py.CallMethod(loop, "remove_signal_handler", signal.Module().Attr("SIGTERM")))
	return nil
}

var handledFunc any

func givenBack(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	py.CallMethod(loop, "add_signal_handler", signal.Module().Attr("SIGINT"), py.Builtin("print"), "never")
	py.Print(py.CallMethod(loop, "remove_signal_handler", signal.Module().Attr("SIGINT")))
	err := py.Try(func() error {
		return send(ctx, signal.Module().Attr("SIGINT"))
	})
	fmt.Println("cleaned up")
	return err
}

var givenBackFunc any

func cancelled(ctx context.Context) error {
	err := py.Try(func() error {
		return send(ctx, signal.Module().Attr("SIGINT"))
	})
	if errors.Is(err, asyncio.CancelledError) {
		py.Print("cancelled", py.CallMethod(py.CallMethod(asyncio.Module(), "current_task"), "cancelling"))
	}
	return err
}

var cancelledFunc any

func survives(ctx context.Context) (string, error) {
	err := py.Try(func() error {
		return send(ctx, signal.Module().Attr("SIGINT"))
	})
	if err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return "", err
		}
		py.Print("uncancelled", py.CallMethod(py.CallMethod(asyncio.Module(), "current_task"), "uncancel"))
	}
	return "result", nil
}

var survivesFunc any

func main() {
	py.Main(func() error {
		handledFunc = py.AsyncFunc("handled()", handled)
		givenBackFunc = py.AsyncFunc("given_back()", givenBack)
		cancelledFunc = py.AsyncFunc("cancelled()", cancelled)
		survivesFunc = py.AsyncFunc("survives()", survives)

		for _, main := range []any{handledFunc, givenBackFunc, cancelledFunc, survivesFunc} {
			err := py.Try(func() error {
				py.Print(py.GetAttr(main, "__name__"), py.CallMethod(asyncio.Module(), "run", py.Call(main)))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.KeyboardInterrupt) {
					return err
				}
				py.Print(py.GetAttr(main, "__name__"), py.Repr(err))
			}
		}
		return nil
	})
}
