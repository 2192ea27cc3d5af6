// Loops over generators that nothing else refers to, and every way out of them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func plain(n int) *py.Generator {
	return py.NewGenerator("plain", func(y *py.Yielder) any {
		for i := range n {
			y.Yield(i)
		}
		return "result"
	}).Streams()
}

func tidy(n int) *py.Generator {
	return py.NewGenerator("tidy", func(y *py.Yielder) any {
		err := py.Try(func() error {
			for i := range n {
				y.Yield(i)
			}
			return nil
		})
		fmt.Println("tidied", n)
		if err != nil {
			panic(err)
		}
		return nil
	})
}

func nested(n int) *py.Generator {
	return py.NewGenerator("nested", func(y *py.Yielder) any {
		for iItem := range py.IterOnce(tidy(n)) {
			i := py.As[int](iItem)
			y.Yield(i * 10)
		}
		return nil
	}).Streams()
}

func delegating(n int) *py.Generator {
	return py.NewGenerator("delegating", func(y *py.Yielder) any {
		r := y.YieldFrom(plain(n))
		py.Print("got", r)
		y.YieldFrom(tidy(n))
		return nil
	}).Streams()
}

func stops() *py.Generator {
	return py.NewGenerator("stops", func(y *py.Yielder) any {
		y.Yield(1)
		panic(py.NewStopIteration("inside"))
	}).Streams()
}

type Tree struct {
	v     int
	left  *Tree
	right *Tree
}

func newTree(v int, left, right *Tree) *Tree {
	return &Tree{v: v, left: left, right: right}
}

func (t *Tree) walk() *py.Generator {
	return py.NewGenerator("walk", func(y *py.Yielder) any {
		if t.left != nil {
			y.YieldFrom(t.left.walk())
		}
		y.Yield(t.v)
		if t.right != nil {
			y.YieldFrom(t.right.walk())
		}
		return nil
	}).Streams()
}

func (t *Tree) items() *py.Generator {
	return py.NewGenerator("items", func(y *py.Yielder) any {
		for vItem := range py.IterOnce(t.walk()) {
			v := py.As[int](vItem)
			y.Yield(py.Tuple{v, v * v})
		}
		return nil
	}).Streams()
}

func firstOver(limit int) int {
	for xItem := range py.IterOnce(tidy(10)) {
		x := py.As[int](xItem)
		if x > limit {
			return x
		}
	}
	return -1
}

func raising() error {
	for xItem := range py.IterOnce(tidy(5)) {
		x := py.As[int](xItem)
		if x == 2 {
			return py.NewValueError(x)
		}
	}
	return nil
}

func nexts() {
	it := py.GetIter(py.ListOf[int](1, 2))
	for xItem := range py.IterOnce(plain(5)) {
		py.As[int](xItem)
		fmt.Println(py.NextItem[int](it))
	}
}

func asource(n int) *py.AsyncGenerator {
	return py.NewAsyncGenerator("asource", func(ctx context.Context, y *py.AsyncYielder) error {
		for i := range n {
			if i%3 == 0 {
				if err := asyncio.Sleep(ctx, 0); err != nil {
					return err
				}
			}
			if _, err := y.Yield(i); err != nil {
				return err
			}
		}
		fmt.Println("source ends")
		return nil
	}).Streams()
}

func adouble(it any) *py.AsyncGenerator {
	return py.NewAsyncGenerator("adouble", func(ctx context.Context, y *py.AsyncYielder) error {
		it2 := py.AIter(it)
		for {
			vItem, ok, err := py.ANext(ctx, it2)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			v := py.As[int](vItem)
			if _, err := y.Yield(v * 2); err != nil {
				return err
			}
		}
		return nil
	})
}

func akeep(it any) *py.AsyncGenerator {
	return py.NewAsyncGenerator("akeep", func(ctx context.Context, y *py.AsyncYielder) error {
		it2 := py.AIter(it)
		for {
			vItem, ok, err := py.ANext(ctx, it2)
			if err != nil {
				return err
			}
			if !ok {
				break
			}
			v := py.As[int](vItem)
			if v%3 == 0 {
				if _, err := y.Yield(v); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func aclean(n int) *py.AsyncGenerator {
	return py.NewAsyncGenerator("aclean", func(ctx context.Context, y *py.AsyncYielder) error {
		err := py.Try(func() error {
			for i := range n {
				if _, err := y.Yield(i); err != nil {
					return err
				}
			}
			return nil
		})
		fmt.Println("cleaned", n)
		return err
	})
}

func astops() *py.AsyncGenerator {
	return py.NewAsyncGenerator("astops", func(ctx context.Context, y *py.AsyncYielder) error {
		if _, err := y.Yield(1); err != nil {
			return err
		}
		return py.NewStopAsyncIteration()
	}).Streams()
}

func other(ctx context.Context, name string) error {
	for i := range 4 {
		fmt.Println(name, i)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	return nil
}

func asyncMain(ctx context.Context) error {
	t := asyncio.CreateTask(ctx, asyncio.Go(func(ctx context.Context) error {
		return other(ctx, "side")
	}).Named("other"))
	it := py.AIter(akeep(adouble(asource(10))))
	defer asyncio.DropAsyncGenerator(it)
	for {
		vItem, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		v := py.As[int](vItem)
		fmt.Println("item", v)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	asyncio.DropAsyncGenerator(it)
	broken := false
	it2 := py.AIter(akeep(adouble(asource(10))))
	defer asyncio.DropAsyncGenerator(it2)
	for {
		vItem, ok, err := py.ANext(ctx, it2)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		v := py.As[int](vItem)
		if v > 5 {
			broken = true
			break
		}
		fmt.Println("again", v)
	}
	asyncio.DropAsyncGenerator(it2)
	if !broken {
		fmt.Println("no else")
	}
	err := py.Try(func() error {
		for vItem, err := range py.AsyncEach(ctx, asource(5)) {
			if err != nil {
				return err
			}
			v := py.As[int](vItem)
			if v == 2 {
				return py.NewKeyError(v)
			}
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		fmt.Println("caught", err)
	}
	err = py.Try(func() error {
		for vItem, err := range py.AsyncEach(ctx, astops()) {
			if err != nil {
				return err
			}
			v := py.As[int](vItem)
			fmt.Println("astops", v)
		}
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.RuntimeError) {
			return err
		}
		e := err
		fmt.Println(e, py.TypeOf(py.GetAttr(e, "__cause__")).Name())
	}
	it3 := py.AIter(adouble(aclean(3)))
	defer asyncio.DropAsyncGenerator(it3)
	for {
		vItem, ok, err := py.ANext(ctx, it3)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		v := py.As[int](vItem)
		fmt.Println("c", v)
	}
	asyncio.DropAsyncGenerator(it3)
	it4 := py.AIter(aclean(5))
	defer asyncio.DropAsyncGenerator(it4)
	for {
		vItem, ok, err := py.ANext(ctx, it4)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		v := py.As[int](vItem)
		if v == 1 {
			break
		}
	}
	asyncio.DropAsyncGenerator(it4)
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	items := py.ListOf[int]()
	it5 := py.AIter(adouble(asource(4)))
	defer asyncio.DropAsyncGenerator(it5)
	for {
		vItem, ok, err := py.ANext(ctx, it5)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		v := py.As[int](vItem)
		items.Append(v)
	}
	asyncio.DropAsyncGenerator(it5)
	fmt.Println(items)

	inner := func(ctx context.Context) (any, error) {
		for vItem, err := range py.AsyncEach(ctx, asource(6)) {
			if err != nil {
				return nil, err
			}
			v := py.As[int](vItem)
			if v == 4 {
				return v, nil
			}
		}
		return nil, nil
	}
	innerResult, err := inner(ctx)
	if err != nil {
		return err
	}
	py.Print(innerResult)
	waiting := asyncio.CreateTask(ctx, asyncio.Go(consume).Named("consume"))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	waiting.Cancel()
	if _, err := waiting.Await(ctx); err != nil {
		if !errors.Is(err, asyncio.CancelledError) {
			return err
		}
		fmt.Println("consumer cancelled")
	}
	_, err = t.Await(ctx)
	return err
}

func consume(ctx context.Context) error {
	it := py.AIter(adouble(asource(100)))
	defer asyncio.DropAsyncGenerator(it)
	for {
		vItem, ok, err := py.ANext(ctx, it)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		py.As[int](vItem)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	asyncio.DropAsyncGenerator(it)
	return nil
}

func main() {
	py.Main(func() error {
		for xItem := range py.IterOnce(plain(3)) {
			x := py.As[int](xItem)
			fmt.Println(x)
		}
		broken := false
		for xItem := range py.IterOnce(plain(10)) {
			x := py.As[int](xItem)
			if x == 2 {
				broken = true
				break
			}
			if x == 1 {
				continue
			}
			fmt.Println("p", x)
		}
		if !broken {
			fmt.Println("no")
		}
		for xItem := range py.IterOnce(nested(3)) {
			x := py.As[int](xItem)
			fmt.Println(x)
			if x == 10 {
				break
			}
		}
		for xItem := range py.IterOnce(delegating(2)) {
			x := py.As[int](xItem)
			fmt.Println("d", x)
		}
		for xItem := range py.IterOnce(delegating(3)) {
			x := py.As[int](xItem)
			if x == 1 {
				break
			}
		}
		for xItem := range py.IterOnce(delegating(2)) {
			x := py.As[int](xItem)
			for yItem := range py.IterOnce(delegating(1)) {
				y := py.As[int](yItem)
				fmt.Println(x, y)
			}
		}
		err := py.Try(func() error {
			for xItem := range py.IterOnce(stops()) {
				x := py.As[int](xItem)
				fmt.Println("s", x)
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) {
				return err
			}
			e := err
			fmt.Println(e, py.Repr(py.GetAttr(e, "__cause__")))
		}
		fmt.Println(firstOver(3))
		err = py.Try(func() error {
			return raising()
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println("value", err)
		}
		err = py.Try(func() error {
			nexts()
			return nil
		})
		if err != nil {
			if errors.Is(err, py.StopIteration) {
				py.Print("stop", py.GetAttr(err, "value"))
			} else {
				if !errors.Is(err, py.RuntimeError) {
					return err
				}
				fmt.Println("runtime", err)
			}
		}
		t := newTree(4, newTree(2, newTree(1, nil, nil), newTree(3, nil, nil)), newTree(6, nil, nil))
		py.Print(py.ListFrom(py.Items[int](t.walk())), py.Call(py.Builtin("sum"), t.walk()), py.Call(py.Builtin("max"), t.walk()))
		for item := range py.IterOnce(t.items()) {
			values := py.Unpack(item, 2)
			a, b := py.As[int](values[0]), py.As[int](values[1])
			if a > 3 {
				break
			}
			fmt.Println(a, b)
		}
		py.Print(py.SortedListReverse(py.Items[py.Pair[int, int]](t.items()), true), py.Call(py.DictClass, t.items()))
		return asyncio.RunFunc(asyncMain)
	})
}
