package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/traceback"
)

func helper(i int) (int, error) {
	frame := py.NewFrame("helper", "../testdata/handled_in_threads/main.py", 5)
	defer frame.Unwind()
	frame.At(6, "if i % 5 == 0:")
	if i%5 == 0 {
		frame.At(7, "raise LookupError(i)")
		return 0, frame.Raise(py.Raised(py.NewLookupError(i)))
	}
	frame.At(8, "return i % 7")
	return i % 7, nil
}

func work(n int) (int, error) {
	frame := py.NewFrame("work", "../testdata/handled_in_threads/main.py", 11)
	defer frame.Unwind()
	total := 0
	for i := range n {
		err := frame.Try(func() error {
			err := frame.Try(func() error {
				frame.At(16, "total += helper(i)")
				helperResult, err := helper(i)
				if err != nil {
					return frame.Trace(err)
				}
				total += helperResult
				return nil
			})
			if err != nil {
				err = py.Caught(err)
				raised := py.InContext(err, func() error {
					if !errors.Is(err, py.LookupError) {
						return frame.Trace(err)
					}
					frame.At(18, "total += helper(i + 1)")
					helperResult, err2 := helper(i + 1)
					if err2 != nil {
						return frame.Trace(err2)
					}
					total += helperResult
					frame.At(19, "if i % 10 == 0:")
					if i%10 == 0 {
						frame.At(20, `raise KeyError("k")`)
						return frame.Raise(py.Raised(py.NewKeyError("k")))
					}
					return nil
				})
				if raised != nil {
					return frame.Trace(raised)
				}
			}
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.KeyError) {
					return frame.Trace(err)
				}
				total += 7
				return nil
			})
			if raised != nil {
				return 0, frame.Trace(raised)
			}
		}
		frame.At(13, "for i in range(n):")
	}
	return total, nil
}

func asyncMain(ctx context.Context) error {
	frame := py.NewFrame("main", "../testdata/handled_in_threads/main.py", 26)
	defer frame.Unwind()
	frame.At(27, "print(await asyncio.gather(*(asyncio.to_thread(work, 200) for _ in range(4))))")
	var toThreads []asyncio.Awaitable[int]
	for range 4 {
		toThreads = append(toThreads, asyncio.ToThreadValueErrLocked(func() (int, error) {
			return work(200)
		}))
	}
	results, err := asyncio.Gather(ctx, toThreads...)
	if err != nil {
		return frame.Trace(err)
	}
	fmt.Println(results)
	err = frame.Try(func() error {
		frame.At(29, "helper(5)")
		if _, err := helper(5); err != nil {
			return frame.Trace(err)
		}
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.LookupError) {
				return frame.Trace(err)
			}
			frame.At(31, "print(traceback.format_exc().splitlines()[-1])")
			py.Print(py.GetItem(py.CallMethod(py.CallMethod(traceback.Module(), "format_exc"), "splitlines"), -1))
			return nil
		})
		if raised != nil {
			return frame.Trace(raised)
		}
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
