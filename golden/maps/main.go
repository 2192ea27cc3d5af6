// map() that is consumed where it stands reads like a comprehension.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func fetch(ctx context.Context, url string, delay any) (int, error) {
	if err := asyncio.SleepAny(ctx, delay); err != nil {
		return 0, err
	}
	return py.StrLen(url), nil
}

var fetchFunc any

func double(n any) any {
	return py.Mul(n, 2)
}

var doubleFunc any

type Loader struct {
	loads int
}

func newLoader() *Loader {
	return &Loader{loads: 0}
}

func (l *Loader) load(ctx context.Context, key string) (string, error) {
	l.loads++
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return py.StrUpper(key), nil
}

func (l *Loader) many(ctx context.Context, keys *py.List[string]) (*py.List[string], error) {
	var loads []asyncio.Awaitable[string]
	for key := range keys.All() {
		loads = append(loads, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return l.load(ctx, key)
		}))
	}
	return asyncio.Gather(ctx, loads...)
}

func asyncMain(ctx context.Context) error {
	urls := py.ListOf[any]("a", "bb", "ccc")
	var fetches []asyncio.Awaitable[int]
	for url := range urls.All() {
		url2 := py.As[string](url)
		fetches = append(fetches, asyncio.GoValue(func(ctx context.Context) (int, error) {
			return fetch(ctx, url2, 0)
		}))
	}
	results, err := asyncio.Gather(ctx, fetches...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	loader := newLoader()
	manyResult, err := loader.many(ctx, py.ListOf[string]("x", "y"))
	if err != nil {
		return err
	}
	fmt.Println(manyResult, loader.loads)
	items := py.ListOf[string]()
	for x := range py.ListOf[any](1, 2.5, nil, py.Tuple{3}).All() {
		items.Append(py.Str(x))
	}
	fmt.Println(py.StrJoin(", ", items.All()))
	items2 := py.ListOf[int]()
	for x := range urls.All() {
		items2.Append(py.Len(x))
	}
	arg := py.SumExact(items2.All())
	items3 := py.ListOf[any]()
	for _, n := range []int{1, 5, 2} {
		items3.Append(double(n))
	}
	arg2 := py.MaxOf(items3.All())
	items4 := py.ListOf[any]()
	for n := range 4 {
		items4.Append(double(n))
	}
	py.Print(arg, arg2, items4)
	arg3 := py.ListOf[any]()
	for _, x := range []string{"3", "4"} {
		arg3.Append(py.Int(x))
	}
	arg3.Append(5)
	items5 := py.ListOf[string]()
	for x := range py.SetOf[int](10, 9).All() {
		items5.Append(strconv.Itoa(x))
	}
	arg4 := py.SortedList(items5.All())
	source := py.GetIter(py.Tuple{-1, 2})
	py.Print(arg3, arg4, py.Call(py.TupleClass, py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for xItem := range py.Iter(source) {
			x := py.As[int](xItem)
			y.Yield(py.Magnitude(x))
		}
		return nil
	}).Streams()))
	values := py.Unpack(py.Call(py.Builtin("map"), py.IntClass, py.StrSplit("4-11", "-")), 2)
	day, month := values[0], values[1]
	py.Print(py.Add(day, month))
	lazy := py.Call(py.Builtin("map"), doubleFunc, py.ListOf[int](1, 2))
	for n := range py.Iter(lazy) {
		py.Print(n)
	}
	err = py.Try(func() error {
		items := py.ListOf[any]()
		for _, x := range []string{"1", "x"} {
			items.Append(py.Int(x))
		}
		fmt.Println(items)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	callee := asyncio.Module().Attr("gather")
	result, err := asyncio.Await(ctx, py.CallStar(callee, py.Call(py.Builtin("map"), fetchFunc, urls, py.ListOf[any](0, 0, 0)), nil))
	if err != nil {
		return err
	}
	py.Print(result)
	arg5 := py.ListFrom(py.Items[any](py.Call(py.Builtin("map"), py.Func("main.<locals>.<lambda>(n)", func(n any) any { return py.Add(n, 1) }), py.ListOf[int](1, 2))))
	items6 := py.ListOf[any]()
	for n := range py.ListOf[any]().All() {
		items6.Append(double(n))
	}
	fmt.Println(arg5, py.SetFrom(items6.All()))
	return nil
}

func main() {
	py.Main(func() error {
		fetchFunc = py.AsyncFunc("fetch(url, delay=0)", fetch)
		doubleFunc = py.Func("double(n)", double)

		return asyncio.RunFunc(asyncMain)
	})
}
