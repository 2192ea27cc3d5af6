// The order in which the parts of an expression are evaluated, and what a call does with * and **.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var x any

func inc() any {
	x = py.Add(x, 1)
	return x
}

func show(a, b any) {
	py.Print(a, b)
}

func loc() {
	var a any = 1
	bump := func() any {
		a = py.Add(a, 1)
		return a
	}
	arg := a
	py.Print(arg, bump(), a)
	arg2 := a
	py.Print(py.Add(arg2, bump()))
	arg3 := a
	l := py.ListOf[any](arg3, bump())
	fmt.Println(l)
	old := a
	a = py.Add(old, bump())
	py.Print(a)
	arg4 := a
	py.Print(py.Add(py.Mul(arg4, bump()), a))
	fmt.Println(py.Str(a) + py.Str(bump()))
	var value any
	if py.Truth(bump()) {
		value = a
	} else {
		value = 0
	}
	py.Print(value, bump())
}

type Counter struct {
	v any
}

func newCounter() *Counter {
	return &Counter{v: 1}
}

func (c *Counter) inc() any {
	c.v = py.Add(c.v, 1)
	return c.v
}

var items *py.List[int]

func chg() int {
	items.Set(0, 50)
	return 1
}

func g(a py.Tuple, k *py.Dict[any, any]) py.Pair[py.Tuple, *py.Dict[any, any]] {
	return py.PairOf(a, k)
}

var (
	gFunc any
	k     any
)

func kM(self, a, k any) any {
	return py.CallStar(gFunc, a, py.KwFrom(k))
}

func kC(cls, a any) any {
	return nil
}

var nm any

func gen() *py.Generator {
	return py.NewGenerator("gen", func(y *py.Yielder) any {
		y.Yield(1)
		panic(py.NewValueError("x"))
	}).Streams()
}

var options *py.Dict[any, any]

func forwards(args py.Tuple, kw *py.Dict[string, int]) any {
	kw.Set("q", 1)
	return py.CallStar(gFunc, args, py.JoinKw(gFunc, py.Kwargs{{Name: "z", Value: 1}}, py.KwFrom(kw)))
}

var order *py.List[any]

func noted(x any) any {
	order.Append(x)
	return x
}

type Account struct {
	n int
	s float64
}

func newAccount() *Account {
	return &Account{n: 0, s: 1.5}
}

func (a *Account) add(ctx context.Context) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return 1, nil
}

func (a *Account) goFunc(ctx context.Context) error {
	old := a.n
	addResult, err := a.add(ctx)
	if err != nil {
		return err
	}
	a.n = old + addResult
	old2 := a.s
	addResult2, err := a.add(ctx)
	if err != nil {
		return err
	}
	a.s = old2 + float64(addResult2)
	return nil
}

var total int

func one(ctx context.Context) (int, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	return 1, nil
}

func work(ctx context.Context) error {
	old := total
	oneResult, err := one(ctx)
	if err != nil {
		return err
	}
	total = old + oneResult
	return nil
}

func asyncMain(ctx context.Context) error {
	c := newAccount()
	if err := asyncio.GatherAll(ctx, asyncio.Go(c.goFunc).Named("Account.go"), asyncio.Go(c.goFunc).Named("Account.go"), asyncio.Go(work).Named("work"), asyncio.Go(work).Named("work"), asyncio.Go(work).Named("work")); err != nil {
		return err
	}
	py.Print(c.n, c.s, total)
	n := 0
	for range 3 {
		oneResult, err := one(ctx)
		if err != nil {
			return err
		}
		n += oneResult
	}
	fmt.Println(n)
	return nil
}

func choose(a, b any, c *py.List[int]) int {
	var value int
	operand := a
	if py.Truth(operand) {
		value = operand.(int)
	} else {
		value = 0
	}
	arg := value
	var value2 string
	operand2 := b
	if py.Truth(operand2) {
		value2 = operand2.(string)
	} else {
		value2 = "none"
	}
	arg2 := value2
	value3 := a
	if py.Truth(value3) {
		value3 = a.(int) + 1
	}
	arg3 := value3
	value4 := c
	if value4 == nil || !(value4.Len() > 0) {
		value4 = py.ListOf[int]()
	}
	arg4 := value4
	value5 := a
	if !py.Truth(value5) {
		value5 = b
	}
	py.Print(arg, arg2, arg3, arg4, value5 == nil)
	var value6 int
	operand3 := a
	if py.Truth(operand3) {
		value6 = operand3.(int)
	} else {
		value6 = -1
	}
	return value6
}

func main() {
	py.Main(func() error {
		x = 1
		arg := x
		py.Print(arg, inc(), x)
		arg2 := x
		py.Print(py.Add(arg2, inc()))
		arg3 := x
		fmt.Println(py.ListOf[any](arg3, inc(), x))
		arg4 := x
		show(arg4, inc())
		arg5 := x
		var t any = py.Tuple{arg5, inc()}
		py.Print(t)
		fmt.Printf("%s %s %s\n", py.Format(x, ""), py.Format(inc(), ""), py.Format(x, ""))
		arg6 := x
		y := py.Add(arg6, py.Mul(inc(), x))
		py.Print(y)
		old := x
		x = py.Add(old, inc())
		py.Print(x)
		arg7 := x
		arg8 := py.Less(arg7, inc())
		arg9 := x
		py.Print(arg8, py.Equal(arg9, inc()))
		arg10 := x
		d := py.DictOf[any, any](arg10, inc())
		fmt.Println(d)
		loc()
		c := newCounter()
		arg11 := c.v
		py.Print(arg11, c.inc(), c.v)
		arg12 := c.v
		py.Print(py.Add(arg12, c.inc()))
		arg13 := c.v
		fmt.Println(py.ListOf[any](arg13, c.inc()))
		old2 := c.v
		c.v = py.Add(old2, c.inc())
		py.Print(c.v)
		items = py.ListOf[int](1, 2)
		fmt.Println(items.Get(0), items.PopAt(0), items.Get(0))
		fmt.Println(items.Get(0)+chg(), items.Get(0))
		gFunc = py.Func("g(*a, **k)", g)
		k = py.NewClass("K", nil, nil, func(ns *py.Namespace) {
			ns.Set("m", py.Func("K.m(self, *a, **k)", kM))
			ns.Set("c", py.ClassMethod(py.Func("K.c(cls, a)", kC)))
		})
		nm = py.NewClass("NM", nil, nil, func(ns *py.Namespace) {})
		options = py.DictOf[any, any]("a", 1)
		t = py.Func("t(fn)", func(fn any) any {
			err := py.Try(func() error {
				py.Print(py.Call(fn))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ExceptionClass) {
					panic(err)
				}
				e := err
				fmt.Println(py.TypeOf(e).Name(), e)
			}
			return nil
		})
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallKw(gFunc, nil, py.JoinKw(gFunc, py.KwOf(gFunc, options), py.KwOf(gFunc, options)))
		}))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallStar(gFunc, 5, nil) }))
		py.Call(t, py.Func("<lambda>()", func() any { return py.Call(gFunc, py.StarArgs(1, py.Star(5))...) }))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallKw(gFunc, nil, py.KwOf(gFunc, 5)) }))
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallKw(gFunc, nil, py.KwOf(gFunc, py.Call(nm)))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallKw(gFunc, nil, py.KwOf(gFunc, py.DictOf[int, int](1, 2)))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(py.Call(k), "m")
			return py.CallStar(callee, 5, nil)
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(py.Call(k), "m")
			return py.CallKw(callee, nil, py.JoinKw(callee, py.KwOf(callee, options), py.Kwargs{{Name: "a", Value: 3}}))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(py.Call(k), "m")
			return py.CallStar(callee, py.ListOf[any](1), py.JoinKw(callee, py.KwOf(callee, options), py.Kwargs{{Name: "b", Value: 3}}))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(k, "c")
			return py.CallStar(callee, 5, nil)
		}))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallStar(k, 5, nil) }))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallStar(py.IntClass, 5, nil) }))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallStar(py.Builtin("print"), 5, nil) }))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(py.ListOf[any](), "append")
			return py.CallStar(callee, 5, nil)
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr("", "join")
			return py.CallKw(callee, nil, py.KwOf(callee, 5))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.GetAttr(py.Call(k), "m")
			return py.CallStar(callee, gen(), nil)
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.ListFrom(py.Iter(py.Tuple(py.StarArgs(py.Star(5)))))
		}))
		py.Call(t, py.Func("<lambda>()", func() any { return py.Tuple(py.StarArgs(1, py.Star(nil))) }))
		py.Call(t, py.Func("<lambda>()", func() any {
			mapping := py.DictOf[any, any]()
			py.UpdateDict(mapping, 5)
			return mapping
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallStar(py.Builtin("len"), py.ListOf[any](1), py.KwOf(py.Builtin("len"), py.DictOf[any, any]()))
		}))
		py.Call(t, py.Func("<lambda>()", func() any {
			callee := py.Func("<lambda>.<locals>.<lambda>(*a)", func(a any) any { return a })
			source := py.GetIter(py.ListOf[int](1, 2))
			return py.Call(callee, py.StarArgs(py.Star(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
				for xItem := range py.Iter(source) {
					x := py.As[int](xItem)
					y.Yield(x)
				}
				return nil
			}).Streams()), py.Star("ab"), 3)...)
		}))
		py.Call(t, py.Func("<lambda>()", func() any { return forwards(py.Tuple{1}, py.DictOf[string, int]()) }))
		py.Call(t, py.Func("<lambda>()", func() any { return forwards(py.Tuple{1}, py.DictOf[string, int]("z", 2)) }))
		order = py.ListOf[any]()
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallKw(gFunc, py.StarArgs(noted(1), py.Star(noted(py.ListOf[any](2))), noted(3)), py.JoinKw(gFunc, py.JoinKw(gFunc, py.Kwargs{{Name: "k", Value: noted(4)}}, py.KwOf(gFunc, noted(py.DictOf[any, any]("e", 5)))), py.Kwargs{{Name: "l", Value: noted(6)}}))
		}))
		fmt.Println(order)
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.MethodOf(py.Call(nm), "foo").Call(py.StarArgs(py.Star(py.ListOf[any](1)))...)
		}))
		py.Call(t, py.Func("<lambda>()", func() any { return py.CallStar(py.Builtin("max"), py.ListOf[any](), nil) }))
		py.Call(t, py.Func("<lambda>()", func() any {
			return py.CallStar(py.Builtin("max"), py.ListOf[any](3, 4), py.KwOf(py.Builtin("max"), py.DictOf[any, any]("key", py.Func("<lambda>.<locals>.<lambda>(v)", func(v any) any { return py.Neg(v) }))))
		}))
		total = 0
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}

		fmt.Println(choose(nil, nil, nil), choose(1, "s", py.ListOf[int](1)), choose(0, "", py.ListOf[int]()))
		fmt.Println(py.SortedListBy(py.ListOf[any](nil, 3, nil, 1).All(), func(v any) py.Pair[bool, int] {
			arg := v != nil
			var value int
			operand := v
			if py.Truth(operand) {
				value = operand.(int)
			} else {
				value = 0
			}
			return py.PairOf(arg, value)
		}, false))
		return nil
	})
}
