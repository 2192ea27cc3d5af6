package main

import (
	"context"
	"fmt"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func ticker(n, delay int) *py.AsyncGenerator {
	return py.NewAsyncGenerator("ticker", func(ctx context.Context, y *py.AsyncYielder) error {
		err := py.Try(func() error {
			for i := range n {
				if err := asyncio.Sleep(ctx, time.Duration(delay)*time.Second); err != nil {
					return err
				}
				if _, err := y.Yield(i); err != nil {
					return err
				}
			}
			return nil
		})
		fmt.Println("ticker ends")
		return err
	})
}

func evens(source any) *py.AsyncGenerator {
	return py.NewAsyncGenerator("evens", func(ctx context.Context, y *py.AsyncYielder) error {
		it := py.AIter(source)
		for {
			nItem, ok, err := py.ANext(ctx, it)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			n := py.As[int](nItem)
			if n%2 == 0 {
				if _, err := y.Yield(n); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func asyncMain(ctx context.Context) error {
	it := py.AIter(ticker(3, 0))
	defer asyncio.DropAsyncGenerator(it)
	for {
		nItem, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		n := py.As[int](nItem)
		fmt.Println(n)
	}
	asyncio.DropAsyncGenerator(it)
	items := py.ListOf[int]()
	it2 := py.AIter(evens(ticker(7, 0)))
	defer asyncio.DropAsyncGenerator(it2)
	for {
		nItem, ok, err := py.ANext(ctx, it2)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		n := py.As[int](nItem)
		items.Append(n)
	}
	asyncio.DropAsyncGenerator(it2)
	fmt.Println(items)
	var generator any = ticker(5, 0)
	arg, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), generator))
	if err != nil {
		return err
	}
	result, err := asyncio.Await(ctx, py.Call(py.Builtin("anext"), generator))
	if err != nil {
		return err
	}
	py.Print(arg, result)
	if _, err := asyncio.Await(ctx, py.CallMethod(generator, "aclose")); err != nil {
		return err
	}
	it3 := py.AIter(ticker(100, 0))
	defer asyncio.DropAsyncGenerator(it3)
	for {
		nItem, ok, err := py.ANext(ctx, it3)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		n := py.As[int](nItem)
		if n == 2 {
			fmt.Println("enough")
			break
		}
	}
	asyncio.DropAsyncGenerator(it3)
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
