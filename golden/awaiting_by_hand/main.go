// Futures, awaitables and asynchronous generators that the program drives by hand.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func outcomeOf(ctx context.Context, fut *asyncio.Future[asyncio.None]) (string, error) {
	var result string
	err := py.Try(func() error {
		if _, err := fut.Await(ctx); err != nil {
			return err
		}
		result = py.As[string](nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.OSError) {
			return "", err
		}
		return fmt.Sprintf("caught %v", err), nil
	}
	return result, nil
}

// Nothing ever gives the future a result, so that what is awaited has no type.
func neverAResult(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	fut := asyncio.FutureOn[asyncio.None](loop)
	tasks := py.ListOf[*asyncio.Task[string]]()
	for range 2 {
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return outcomeOf(ctx, fut)
		}).Restartable().Named("outcome_of")))
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fut.SetExceptionAny(py.Call(py.OSError, "no result"))
	results, err := asyncio.Gather(ctx, asyncio.Awaitables[string](tasks)...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	return nil
}

// The state of the future is looked at first.
func setExceptions() {
	fut := asyncio.FutureOn[any](asyncio.GetRunningLoop())
	for _, exc := range []any{5, py.IntClass, py.Call(py.StopIteration, "x"), 5, py.IntClass, py.OSError} {
		err := py.Try(func() error {
			fut.SetExceptionAny(exc)
			fmt.Println("set", py.Repr(asyncio.ExceptionOf(fut)))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) && !errors.Is(err, asyncio.InvalidStateError) {
				panic(err)
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
	}
}

type GivesCoroutine struct{}

func (g *GivesCoroutine) await() *asyncio.Coroutine[asyncio.None] {
	return asyncio.Go(func(ctx context.Context) error {
		return asyncio.Sleep(ctx, 0)
	}).Named("sleep")
}

type GivesNumber struct{}

func (g *GivesNumber) await() int {
	return 5
}

func numbers(log *py.List[string]) *py.AsyncGenerator {
	return py.NewAsyncGenerator("numbers", func(ctx context.Context, y *py.AsyncYielder) error {
		err := py.Try(func() error {
			if _, err := y.Yield(1); err != nil {
				return err
			}
			_, err := y.Yield(2)
			return err
		})
		log.Append("closed")
		return err
	})
}

func generatorStates(ctx context.Context) error {
	log := py.ListOf[string]()
	var g any = numbers(log)
	py.Print(py.GetAttr(g, "ag_running"), py.GetAttr(g, "ag_suspended"), py.GetAttr(g, "ag_frame") == nil)
	result, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g))
	if err != nil {
		return err
	}
	py.Print(result, py.GetAttr(g, "ag_suspended"))
	if _, err := asyncio.Await(ctx, py.CallMethod(g, "aclose")); err != nil {
		return err
	}
	py.Print(py.GetAttr(g, "ag_suspended"), py.GetAttr(g, "ag_frame") == nil, log)
	arg, err := asyncio.Await(ctx, py.MethodOf(g, "athrow").Call(py.Call(py.ValueError, "lost")))
	if err != nil {
		return err
	}
	result2, err := asyncio.Await(ctx, py.CallMethod(g, "aclose"))
	if err != nil {
		return err
	}
	py.Print(arg, result2)
	err = py.Try(func() error {
		_, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), g))
		return err
	})
	if err != nil {
		if !errors.Is(err, py.StopAsyncIteration) {
			return err
		}
		fmt.Println("exhausted")
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	if err := neverAResult(ctx); err != nil {
		return err
	}
	setExceptions()
	for _, awaitable := range []any{&GivesCoroutine{}, &GivesNumber{}} {
		err := py.Try(func() error {
			_, err := asyncio.Await(ctx, awaitable)
			return err
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
	}
	return generatorStates(ctx)
}

func main() {
	py.Main(func() error {
		py.StructClass[GivesCoroutine]("GivesCoroutine", nil, py.Kw{Name: "__await__", Value: py.Func("GivesCoroutine.__await__(self)", (*GivesCoroutine).await)})
		py.StructClass[GivesNumber]("GivesNumber", nil, py.Kw{Name: "__await__", Value: py.Func("GivesNumber.__await__(self)", (*GivesNumber).await)})

		return asyncio.RunFunc(asyncMain)
	})
}
