// Generators that are dropped while they are suspended.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/itertools"
)

func section(name string, body func(string) error) error {
	fmt.Println("enter", name)
	err := py.Try(func() error {
		return body(name)
	})
	fmt.Println("leave", name)
	return err
}

func numbers(n int) *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		err := py.Try(func() error {
			for i := range n {
				y.Yield(i)
			}
			return nil
		})
		fmt.Println("numbers", n, "closed")
		if err != nil {
			panic(err)
		}
		return nil
	})
}

func sectioned(names *py.List[string]) *py.Generator {
	return py.NewGenerator("sectioned", func(y *py.Yielder) any {
		for name := range names.All() {
			py.Check(section(name, func(s string) error {
				y.Yield(s)
				return nil
			}))
		}
		return nil
	})
}

func doubled(source any) *py.Generator {
	return py.NewGenerator("doubled", func(y *py.Yielder) any {
		for xItem := range py.Iter(source) {
			x := py.As[int](xItem)
			y.Yield(x * 2)
		}
		return nil
	}).Streams()
}

func labelled(source any) *py.Generator {
	return py.NewGenerator("labelled", func(y *py.Yielder) any {
		err := py.Try(func() error {
			for xItem := range py.Iter(source) {
				x := py.As[int](xItem)
				y.Yield("<" + strconv.Itoa(x) + ">")
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.GeneratorExit) {
				panic(err)
			}
			fmt.Println("labelled told to exit")
			panic(err)
		}
		return nil
	})
}

func first(source any) int {
	return py.NextItem[int](source)
}

func take(n int, source any) *py.List[int] {
	out := py.ListOf[int]()
	for xItem := range py.Iter(source) {
		x := py.As[int](xItem)
		if out.Len() == n {
			break
		}
		out.Append(x)
	}
	return out
}

func evens(source any) any {
	source2 := py.GetIter(source)
	return py.Owned(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for xItem := range py.Iter(source2) {
			x := py.As[int](xItem)
			if x%2 == 0 {
				y.Yield(x)
			}
		}
		return nil
	}).Streams(), source)
}

func pipeline(n int) any {
	it := py.Owned(numbers(n))
	return py.Owned(doubled(it), it)
}

func two() {
	var a any
	var b any
	defer func() {
		py.Release(a, b)
	}()
	a = numbers(31)
	b = numbers(32)
	fmt.Println(py.NextItem[int](a), py.NextItem[int](b))
}

func chained() {
	var a any
	var b any
	defer func() {
		py.Release(a, b)
	}()
	a = py.Hold(numbers(41))
	b = py.Owned(labelled(a), a)
	fmt.Println(py.NextItem[string](b))
	fmt.Println("leaving chained")
}

func deleted() {
	var a any
	var z any
	defer func() {
		py.Release(a, z)
	}()
	a = py.Hold(numbers(42))
	z = py.Owned(py.Call(py.Builtin("zip"), a, "ab"), a)
	py.Print(py.Call(py.Builtin("next"), z))
	py.Release(a)
	a = nil
	fmt.Println("a is held by z")
	fmt.Println(py.ListFrom(py.Items[any](z)))
	fmt.Println("z is there")
}

func looped() {
	var g any
	defer func() {
		py.Release(g)
	}()
	for n := 50; n < 53; n++ {
		it := numbers(n)
		py.Release(g)
		g = it
		fmt.Println("got", py.NextItem[int](g))
	}
	fmt.Println("after loop")
}

func conditional(flag bool) bool {
	var g any
	defer func() {
		py.Release(g)
	}()
	g = nil
	if flag {
		it := numbers(60)
		py.Release(g)
		g = it
		py.Call(py.Builtin("next"), g)
	}
	if g != nil {
		fmt.Println("have one")
	}
	return flag
}

func wrapped(n int) any {
	var g any = py.Hold(numbers(n))
	defer py.Release(g)
	py.NextItem[int](g)
	return py.Owned(py.Call(py.Builtin("zip"), g, "xyz"), g)
}

type Tree struct {
	value int
	kids  py.Tuple
}

func newTree(value int, kids py.Tuple) *Tree {
	return &Tree{value: value, kids: kids}
}

func (t *Tree) visit() *py.Generator {
	return py.NewGenerator("visit", func(y *py.Yielder) any {
		err := py.Try(func() error {
			y.Yield(t.value)
			for kid := range py.TupleItems[*Tree](t.kids) {
				y.YieldFrom(kid.visit())
			}
			return nil
		})
		fmt.Println("left", t.value)
		if err != nil {
			panic(err)
		}
		return nil
	})
}

func counting(ctx context.Context, source any) (int, error) {
	total := 0
	for xItem := range py.Iter(source) {
		x := py.As[int](xItem)
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return 0, err
		}
		total += x
		if x == 2 {
			break
		}
	}
	return total, nil
}

func run(ctx context.Context) (err error) {
	defer py.EndCoroutine(&err)
	it := py.Owned(numbers(70))
	value, err := counting(ctx, it)
	if err != nil {
		return err
	}
	py.Drop(it)
	fmt.Println(value)
	var g any = numbers(71)
	defer py.Release(g)
	fmt.Println(py.NextItem[int](g))
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	fmt.Println("run ends")
	return nil
}

func mainFunc() {
	var z any
	var t any
	var s any
	var w any
	defer func() {
		py.Release(z, t, s, w)
	}()
	it := numbers(1)
	value := py.NextItem[int](it)
	py.Drop(it)
	fmt.Println(value)
	it2 := py.Owned(numbers(2))
	value2 := first(it2)
	py.Drop(it2)
	fmt.Println(value2, "first")
	it3 := py.Owned(numbers(5))
	value3 := take(2, it3)
	py.Drop(it3)
	fmt.Println(value3)
	callee := itertools.Module().Attr("islice")
	it4 := py.Owned(numbers(6))
	it5 := py.Owned(py.Call(callee, it4, 2), it4)
	value4 := py.ListFrom(py.Items[int](it5))
	py.Drop(it5)
	fmt.Println(value4, "islice")
	items := py.ListOf[int]()
	it6 := py.Owned(numbers(7))
	for item := range py.IterOnce(py.Owned(py.Call(py.Builtin("zip"), it6, "ab"), it6)) {
		values := py.Unpack(item, 2)
		x, _ := py.As[int](values[0]), py.As[string](values[1])
		items.Append(x)
	}
	fmt.Println(items)
	it7 := py.Owned(numbers(8))
	for item := range py.IterOnce(py.Owned(py.Call(py.Builtin("enumerate"), it7), it7)) {
		values := py.Unpack(item, 2)
		i := py.As[int](values[0])
		py.As[int](values[1])
		if i == 1 {
			break
		}
	}
	fmt.Println("enumerate left")
	it8 := py.Owned(numbers(9))
	for item := range py.IterOnce(py.Owned(py.Call(py.Builtin("zip"), it8, py.ListOf[int](1)), it8)) {
		values := py.Unpack(item, 2)
		a, b := py.As[int](values[0]), py.As[int](values[1])
		fmt.Println(a, b)
	}
	fmt.Println("zip over")
	source := py.GetIter(numbers(10))
	it9 := py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for xItem := range py.IterOnce(source) {
			x := py.As[int](xItem)
			y.Yield(x > 0)
		}
		return nil
	}).Streams()
	value5 := py.Any(it9)
	py.Drop(it9)
	py.Print(value5)
	arg := py.Func("main.<locals>.<lambda>(v)", func(v any) any { return py.Lt(v, 2) })
	it10 := py.Owned(numbers(11))
	it11 := py.Owned(py.Call(py.Builtin("map"), arg, it10), it10)
	value6 := py.All(it11)
	py.Drop(it11)
	py.Print(value6)
	it12 := py.Owned(numbers(12))
	it13 := py.Owned(doubled(it12), it12)
	value7 := py.NextItem[int](it13)
	py.Drop(it13)
	fmt.Println(value7)
	it14 := py.Owned(numbers(13))
	it15 := evens(it14)
	py.Drop(it14)
	value8 := py.NextItem[int](it15)
	py.Drop(it15)
	fmt.Println(value8, "evens")
	for xItem := range py.IterOnce(py.Owned(pipeline(14))) {
		var x int = py.As[int](xItem)
		if x > 2 {
			break
		}
	}
	fmt.Println("pipeline left")
	it16 := pipeline(15)
	value9 := py.NextItem[int](it16)
	py.Drop(it16)
	fmt.Println(value9)
	callee2 := itertools.Module().Attr("chain")
	it17 := py.Owned(numbers(16))
	it18 := py.Owned(numbers(17))
	it19 := py.Owned(py.Call(callee2, it17, it18), it17, it18)
	value10 := py.NextItem[int](it19)
	py.Drop(it19)
	fmt.Println(value10)
	it20 := py.Owned(numbers(3))
	values := py.UnpackStar(it20, 1, 0)
	var x int = py.As[int](values[0])
	rest := values[1]
	py.Drop(it20)
	py.Print(x, rest)
	err := py.Try(func() error {
		it := py.Owned(numbers(18))
		values := py.Unpack(it, 2)
		py.As[int](values[0])
		py.As[int](values[1])
		py.Drop(it)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println("error", err)
	}
	it21 := py.Owned(numbers(19))
	value11 := py.Contains(it21, 2)
	py.Drop(it21)
	py.Print(value11, "contained")
	callee3 := itertools.Module().Attr("islice")
	it22 := py.Owned(numbers(20))
	py.CallStar(py.Builtin("print"), py.Owned(py.Call(callee3, it22, 2), it22), nil)
	two()
	fmt.Println("two done")
	chained()
	fmt.Println("chained done")
	deleted()
	fmt.Println("deleted done")
	looped()
	fmt.Println("looped done")
	conditional(true)
	fmt.Println("conditional done")
	z = wrapped(61)
	py.Print(py.Call(py.Builtin("next"), z))
	py.Release(z)
	z = nil
	fmt.Println("wrapped done")
	tree := newTree(1, py.Tuple{newTree(2, py.Tuple{newTree(3, py.Tuple{})}), newTree(4, py.Tuple{})})
	for vItem := range py.IterOnce(tree.visit()) {
		v := py.As[int](vItem)
		if v == 3 {
			break
		}
	}
	fmt.Println("tree left")
	it23 := tree.visit()
	value12 := py.NextItem[int](it23)
	py.Drop(it23)
	fmt.Println(value12)
	t = tree.visit()
	py.Print(py.Call(py.Builtin("next"), t), py.Call(py.Builtin("next"), t))
	py.Release(t)
	t = nil
	fmt.Println("t gone")
	s = sectioned(py.ListOf[string]("a", "b"))
	fmt.Println(py.NextItem[string](s))
	fmt.Println(py.NextItem[string](s))
	it24 := sectioned(py.ListOf[string]("c"))
	py.Release(s)
	s = it24
	fmt.Println(py.NextItem[string](s))

	local := func() *py.Generator {
		return py.NewGenerator("local", func(y *py.Yielder) any {
			err := py.Try(func() error {
				y.Yield("local")
				return nil
			})
			fmt.Println("local closed")
			if err != nil {
				panic(err)
			}
			return nil
		})
	}

	it25 := local()
	value13 := py.NextItem[string](it25)
	py.Drop(it25)
	fmt.Println(value13)
	arg2 := py.Func("main.<locals>.<lambda>(p, q)", func(p, q any) any { return py.Add(p, q) })
	callee4 := itertools.Module().Attr("islice")
	it26 := py.Owned(numbers(90))
	it27 := py.Owned(py.Call(callee4, it26, 3), it26)
	value14 := py.CallMethod(functools.Module(), "reduce", arg2, it27)
	py.Drop(it27)
	py.Print(value14)
	callee5 := itertools.Module().Attr("islice")
	it28 := py.Owned(numbers(91))
	it29 := py.Owned(py.Call(callee5, it28, 2), it28)
	it30 := py.Owned(labelled(it29), it29)
	value15 := py.CallMethod("-", "join", it30)
	py.Drop(it30)
	py.Print(value15)
	arg3 := py.Func("main.<locals>.<lambda>(v)", func(v any) any { return py.Lt(v, 1) })
	it31 := py.Owned(numbers(92))
	w = py.Owned(py.CallMethod(itertools.Module(), "takewhile", arg3, it31), it31)
	fmt.Println(py.ListFrom(py.Items[int](w)))
	fmt.Println("takewhile ended")
	it32 := numbers(4)
	value16 := py.Call(py.Builtin("sum"), it32)
	py.Drop(it32)
	py.Print(value16)
	callee6 := itertools.Module().Attr("islice")
	it33 := py.Owned(numbers(93))
	it34 := py.Owned(py.Call(callee6, it33, 3), it33)
	arg4 := py.Call(py.Builtin("max"), it34)
	py.Drop(it34)
	callee7 := itertools.Module().Attr("islice")
	it35 := py.Owned(numbers(94))
	it36 := py.Owned(py.Call(callee7, it35, 3), it35)
	value17 := py.SortedListReverse(py.Items[int](it36), true)
	py.Drop(it36)
	py.Print(arg4, value17)
}

func main() {
	py.Main(func() error {
		var g any
		var h any
		var k any
		defer func() {
			py.ReleaseAtExit(g, h, k)
		}()

		mainFunc()
		if err := asyncio.RunFunc(run); err != nil {
			return err
		}
		g = numbers(100)
		py.Print(py.Call(py.Builtin("next"), g))
		py.Release(g)
		g = nil
		fmt.Println("g deleted")
		h = numbers(101)
		fmt.Println(py.NextItem[int](h))
		it := numbers(102)
		py.Release(h)
		h = it
		fmt.Println(py.NextItem[int](h))
		it2 := py.Owned(numbers(103))
		k = py.Owned(labelled(it2), it2)
		fmt.Println(py.NextItem[string](k))
		fmt.Println("end")
		return nil
	})
}
