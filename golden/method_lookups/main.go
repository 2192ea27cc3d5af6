package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var p any

func pGetattr(self, n any) any {
	py.Print("get", n)
	return py.Func("P.__getattr__.<locals>.<lambda>(*a, **k)", func(a, k any) any { return py.Tuple{"called", n, a, k} })
}

func pQ(self any) any {
	fmt.Println("prop q")
	return py.Func("P.q.<locals>.<lambda>(*a)", func(a any) any { return py.Tuple{"q", a} })
}

var q any

func qGetattribute(self, n any) any {
	py.Print("ga", n)
	return py.CallMethod(py.ObjectClass, "__getattribute__", self, n)
}

func qM(self, a any) any {
	return a
}

var d any

func dGet(self, o, t any) any {
	fmt.Println("descr")
	return py.Func("D.__get__.<locals>.<lambda>(*a)", func(a any) any { return a })
}

var r any

func f() int {
	fmt.Println("f")
	return 1
}

func pick(i int) any {
	return py.ListOf[any](py.Call(p), py.Call(q), py.Call(r), nil).Get(i)
}

func opt(n int) any {
	if n != 0 {
		return py.Call(r)
	}
	return nil
}

func g(ctx context.Context) error {
	fmt.Println("g")
	return nil
}

func asyncMain(ctx context.Context) error {
	err := py.Try(func() error {
		zz := py.MethodOf(pick(3), "zz")
		if err := g(ctx); err != nil {
			return err
		}
		zz.Call(nil)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			return err
		}
		fmt.Println(err)
	}
	v := pick(3)
	err = py.Try(func() error {
		zz := py.MethodOf(v, "zz")
		items := py.ListOf[any]()
		for range 2 {
			items.Append(f())
		}
		zz.Call(items)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ExceptionClass) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		p = py.NewClass("P", nil, nil, func(ns *py.Namespace) {
			ns.Set("__getattr__", py.Func("P.__getattr__(self, n)", pGetattr))
			ns.Set("q", py.Property(py.Func("P.q(self)", pQ), nil, nil, nil))
		})
		q = py.NewClass("Q", nil, nil, func(ns *py.Namespace) {
			ns.Set("__getattribute__", py.Func("Q.__getattribute__(self, n)", qGetattribute))
			ns.Set("m", py.Func("Q.m(self, a)", qM))
		})
		d = py.NewClass("D", nil, nil, func(ns *py.Namespace) {
			ns.Set("__get__", py.Func("D.__get__(self, o, t)", dGet))
		})
		r = py.NewClass("R", nil, nil, func(ns *py.Namespace) {
			ns.Set("d", py.Call(d))
			ns.Set("x", 5)
		})
		pValue := py.Call(p)
		py.Print(py.MethodOf(pValue, "foo").Call(f()))
		py.Print(py.MethodOf(pValue, "q").Call(f()))
		py.Print(py.MethodOf(pick(0), "bar").CallKw([]any{f()}, py.Kwargs{{Name: "k", Value: f()}}))
		py.Print(py.MethodOf(py.Call(q), "m").Call(f()))
		py.Print(py.MethodOf(pick(1), "m").Call(f()))
		py.Print(py.MethodOf(py.Call(r), "d").Call(f()))
		py.Print(py.MethodOf(pick(2), "d").Call(py.StarArgs(py.Star(py.ListOf[any](f())))...))
		for i := range 4 {
			err := py.Try(func() error {
				py.Print(py.MethodOf(pick(i), "zz").Call(f()))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.ExceptionClass) {
					return err
				}
				fmt.Println(err)
			}
		}
		err := py.Try(func() error {
			py.MethodOf(r, "qq").Call(f())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			fmt.Println(err)
		}
		err = py.Try(func() error {
			py.MethodOf(py.Call(r), "x").Call(f())
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			fmt.Println(err)
		}
		err = py.Try(func() error {
			py.Print(py.MethodOf(opt(0), "x").Call(f()))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ExceptionClass) {
				return err
			}
			fmt.Println(err)
		}
		return asyncio.RunFunc(asyncMain)
	})
}
