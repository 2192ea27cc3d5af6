// StopIteration cannot leave a coroutine.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/itertools"
)

func stop(ctx context.Context) (result any, err error) {
	defer py.EndCoroutine(&err)
	return nil, py.NewStopIteration(3)
}

func first(ctx context.Context, xs *py.List[int]) (result any, err error) {
	defer py.EndCoroutine(&err)
	return py.NextItem[int](py.GetIter(xs)), nil
}

func pick(ctx context.Context, xs *py.List[int]) (result any, err error) {
	defer py.EndCoroutine(&err)
	it := py.GetIter(xs)
	return py.NextItem[int](it), nil
}

func down(n int) int {
	if n == 0 {
		return n
	}
	return down(n - 1)
}

type S struct {
	it any
}

func newS() *S {
	return &S{it: py.GetIter(py.ListOf[int](1))}
}

func (s *S) take(ctx context.Context) (result int, err error) {
	defer py.EndCoroutine(&err)
	return py.NextItem[int](s.it), nil
}

func outer(ctx context.Context) (any, error) {
	if _, err := stop(ctx); err != nil {
		return nil, err
	}
	return nil, nil
}

// Numbers that never end: nothing stops the coroutine.
type Ids struct {
	ids any
}

func newIds() *Ids {
	return &Ids{ids: itertools.Count(1, 1)}
}

func (i *Ids) new(ctx context.Context) (int, error) {
	return py.NextItem[int](i.ids), nil
}

func asyncMain(ctx context.Context) error {
	fmt.Println(down(3))
	arg := asyncio.GoValue(stop).Named("stop")
	xs := py.ListOf[int]()
	arg2 := asyncio.GoValue(func(ctx context.Context) (any, error) {
		return first(ctx, xs)
	}).Named("first")
	xs2 := py.ListOf[int]()
	for _, f := range []*asyncio.Coroutine[any]{arg, arg2, asyncio.GoValue(func(ctx context.Context) (any, error) {
		return pick(ctx, xs2)
	}).Named("pick"), asyncio.GoValue(outer).Named("outer")} {
		err := py.Try(func() error {
			result, err := f.Await(ctx)
			if err != nil {
				return err
			}
			py.Print(result)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) {
				return err
			}
			e := err
			fmt.Println(py.Repr(e), py.Repr(py.GetAttr(e, "__cause__")))
		}
	}
	err := py.Try(func() error {
		_, err := pick(ctx, py.ListOf[int]())
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println("direct", err)
	}
	s := newS()
	takeResult, err := s.take(ctx)
	if err != nil {
		return err
	}
	fmt.Println(takeResult)
	err = py.Try(func() error {
		_, err := s.take(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println("method", err)
	}
	newResult, err := newIds().new(ctx)
	if err != nil {
		return err
	}
	fmt.Println("id", newResult)
	err = py.Try(func() error {
		_, err := asyncio.CreateTask(ctx, asyncio.GoValue(stop).Named("stop")).Await(ctx)
		return err
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println("task", err)
	}
	err = py.Try(func() error {
		xs := py.ListOf[int]()
		arg := asyncio.GoValue(func(ctx context.Context) (any, error) {
			return first(ctx, xs)
		}).Named("first")
		xs2 := py.ListOf[int](1)
		return asyncio.GatherAll(ctx, arg, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return first(ctx, xs2)
		}).Named("first"))
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		fmt.Println("gather", err)
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
