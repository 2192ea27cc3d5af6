// Functions and methods that run in the threads of the default executor.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	pytime "github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

func blocking(n int) (any, error) {
	pytime.Sleep(0.001)
	if n < 0 {
		return nil, py.NewValueError("negative " + strconv.Itoa(n))
	}
	return n + n, nil
}

func quiet() {
	pytime.Sleep(0.001)
}

type Disk struct {
	data *py.Dict[string, string]
}

func newDisk() *Disk {
	return &Disk{data: py.DictOf[string, string]()}
}

func (d *Disk) write(key, value string) {
	d.data.Set(key, value)
}

func (d *Disk) read(key string) string {
	return d.data.Get(key)
}

func asyncMain(ctx context.Context) error {
	loop := asyncio.GetRunningLoop()
	disk := newDisk()
	_, err := asyncio.RunInExecutor(loop, func() (asyncio.None, error) {
		quiet()
		return asyncio.None{}, nil
	}).Await(ctx)
	if err != nil {
		return err
	}
	_, err = asyncio.RunInExecutor(loop, func() (asyncio.None, error) {
		disk.write("a", "x")
		return asyncio.None{}, nil
	}).Await(ctx)
	if err != nil {
		return err
	}
	arg, err := asyncio.RunInExecutor(loop, func() (string, error) {
		return disk.read("a"), nil
	}).Await(ctx)
	if err != nil {
		return err
	}
	result, err := asyncio.RunInExecutor(loop, func() (any, error) {
		return blocking(7)
	}).Await(ctx)
	if err != nil {
		return err
	}
	py.Print(arg, result)
	futures := py.ListOf[*asyncio.Future[any]]()
	for n := range 4 {
		futures.Append(asyncio.RunInExecutor(loop, func() (any, error) {
			return blocking(n)
		}))
	}
	results, err := asyncio.Gather(ctx, asyncio.Awaitables[any](futures)...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	err = py.Try(func() error {
		_, err := asyncio.RunInExecutor(loop, func() (any, error) {
			return blocking(-1)
		}).Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println("error", err)
	}
	err = py.Try(func() error {
		_, err := asyncio.RunInExecutor(loop, func() (string, error) {
			return disk.read("nope"), nil
		}).Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("error", py.Repr(err))
	}
	f := asyncio.RunInExecutor(loop, func() (any, error) {
		return blocking(3)
	})
	py.Print(f.Finished(), py.IsInstance(f, asyncio.Module().Attr("Future")))
	done, pending, err := asyncio.Wait(ctx, py.ListOf[*asyncio.Future[any]](f), asyncio.Within(5*time.Second))
	if err != nil {
		return err
	}
	arg2 := done.Len()
	arg3 := pending.Len()
	result2, err := f.Result()
	if err != nil {
		return err
	}
	py.Print(arg2, arg3, result2)
	arg4, err := asyncio.Await(ctx, py.CallMethod(loop, "run_in_executor", nil, py.Builtin("sum"), py.ListOf[any](1, 2, 3)))
	if err != nil {
		return err
	}
	result3, err := asyncio.Await(ctx, py.CallMethod(loop, "run_in_executor", nil, py.Func("main.<locals>.<lambda>()", func() any { return 5 })))
	if err != nil {
		return err
	}
	py.Print(arg4, result3)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
