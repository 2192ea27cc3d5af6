// Variables that are read on paths on which nothing has bound them.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

func branch(flag any) int {
	var xBound bool
	var x int
	if py.Truth(flag) {
		x = 1
		xBound = true
	}
	py.CheckLocal(xBound, "x")
	return x
}

var branchFunc any

func last(n any) any {
	var yBound bool
	var y any
	for i := range py.Iter(py.Call(py.Builtin("range"), n)) {
		y = py.Mul(i, 2)
		yBound = true
	}
	py.CheckLocal(yBound, "y")
	return y
}

var lastFunc any

func counter(n any) any {
	var iBound bool
	var i any
	for iItem := range py.Iter(py.Call(py.Builtin("range"), n)) {
		i = iItem
		iBound = true
	}
	py.CheckLocal(iBound, "i")
	return i
}

var counterFunc any

func deleted(flag bool) any {
	var s any = "kept"
	sBound := true
	if flag {
		s = nil
		sBound = false
	}
	py.CheckLocal(sBound, "s")
	return s
}

var deletedFunc any

func deletedTwice() {
	var b int
	_, b = 1, 2
	aBound := true
	aBound = false
	fmt.Println("b", b)
	py.CheckLocal(aBound, "a")
	aBound = false
}

var deletedTwiceFunc any

func inLoop(items any) *py.List[any] {
	out := py.ListOf[any]()
	var labelBound bool
	var label any
	for item := range py.Iter(items) {
		if py.Truth(py.Gt(item, 0)) {
			label = "#" + py.Format(item, "")
			labelBound = true
		}
		py.CheckLocal(labelBound, "label")
		out.Append(label)
		if py.Truth(py.Eq(item, 3)) {
			label = nil
			labelBound = false
		}
	}
	return out
}

var inLoopFunc any

func handled(text string) any {
	var valueBound bool
	var value any
	err := py.Try(func() error {
		value = py.Int(text)
		valueBound = true
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println("bad:", err)
	}
	py.CheckLocal(valueBound, "value")
	return value
}

var handledFunc any

func finished(text string) any {
	var valueBound bool
	var value any
	err := py.Try(func() error {
		value = py.Int(text)
		valueBound = true
		return nil
	})
	err2 := py.Try(func() error {
		py.CheckLocal(valueBound, "value")
		py.Print("value is", value)
		return nil
	})
	if err2 != nil {
		if !errors.Is(err2, py.UnboundLocalError) {
			panic(err2)
		}
		fmt.Println("in finally:", err2)
	}
	if err != nil {
		panic(err)
	}
	return value
}

var finishedFunc any

func before() {
	var lateBound bool
	py.CheckLocal(lateBound, "late")
	var late int
	fmt.Println(late)
	late = 1
	lateBound = true
}

var beforeFunc any

func augmented(n any) any {
	var totalBound bool
	var total any
	if py.Truth(py.Gt(n, 1)) {
		total = 1
		totalBound = true
	}
	py.CheckLocal(totalBound, "total")
	total = py.IAdd(total, n)
	return total
}

var augmentedFunc any

func condition(n any) any {
	ok := py.Truth(py.Gt(n, 0))
	var halfBound bool
	var half any
	if ok {
		half = py.FloorDiv(n, 2)
		halfBound = true
		ok = py.Truth(py.Gt(half, 1))
	}
	if ok {
		return half
	}
	py.CheckLocal(halfBound, "half")
	return half
}

var conditionFunc any

func loopsDel(n any) any {
	for i := range py.Iter(py.Call(py.Builtin("range"), n)) {
		iBound := true
		if py.Truth(py.Eq(i, 1)) {
			i = nil
			iBound = false
		}
		py.CheckLocal(iBound, "i")
		py.Print("i", i)
	}
	return n
}

var loopsDelFunc any

func searched(items, wanted any) any {
	broken := false
	var found any
	for item := range py.Iter(items) {
		if py.Truth(py.Eq(item, wanted)) {
			found = item
			broken = true
			break
		}
	}
	if !broken {
		found = nil
	}
	return found
}

var searchedFunc any

func forever(it any) any {
	var v any
	for {
		v = py.Call(py.Builtin("next"), it)
		if py.Truth(py.Gt(v, 2)) {
			break
		}
	}
	return v
}

var foreverFunc any

func comprehended(flag bool) *py.List[any] {
	var squaresBound bool
	var squares *py.List[int]
	if flag {
		squares = py.ListOf[int]()
		for n := range 4 {
			squares.Append(n * n)
		}
		squaresBound = true
	}
	items := py.ListOf[any]()
	py.CheckLocal(squaresBound, "squares")
	for s := range squares.All() {
		items.Append(s + 1)
	}
	return items
}

var comprehendedFunc any

func fetch(ctx context.Context, fail bool) (int, error) {
	var statusBound bool
	var status int
	err := py.Try(func() error {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		if fail {
			return py.NewOSError("down")
		}
		status = 200
		statusBound = true
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.OSError) {
			return 0, err
		}
		fmt.Println("failed:", err)
	}
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return 0, err
	}
	py.CheckLocal(statusBound, "status")
	return status, nil
}

func attempt(f any, args py.Tuple) {
	err := py.Try(func() error {
		py.Print(py.GetAttr(f, "__name__"), py.CallStar(f, args, nil))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.NameError) {
			panic(err)
		}
		e := err
		py.Print(py.GetAttr(f, "__name__"), py.TypeOf(e).Name(), e)
	}
}

func asyncMain(ctx context.Context) error {
	for _, fail := range []bool{false, true} {
		err := py.Try(func() error {
			result, err := fetch(ctx, fail)
			if err != nil {
				return err
			}
			fmt.Println(result)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.UnboundLocalError) {
				return err
			}
			fmt.Println(err)
		}
	}
	return nil
}

func one() (any, error) {
	err := py.Try(func() error {
		return py.NewValueError("x")
	})
	var eBound bool
	var e error
	var saved error
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return nil, err
		}
		e = err
		eBound = true
		saved = e
		eBound = false
	}
	var result any
	err = py.Try(func() error {
		py.CheckLocal(eBound, "e")
		result = e
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.NameError) {
			return nil, err
		}
		return py.Tuple{py.Str(err), py.Repr(saved)}, nil
	}
	return result, nil
}

type Mine struct {
	py.Exception
}

var mineClass = py.StructClass[Mine]("Mine", []any{py.ExceptionClass})

func two() (any, error) {
	var e any = "before"
	eBound := true
	err := func() error {
		return &Mine{Exception: py.ExceptionOf(mineClass, "m")}
	}()
	if err != nil {
		caught, ok := errors.AsType[*Mine](err)
		if !ok {
			return nil, err
		}
		e = caught
		eBound = true
		fmt.Println(py.Repr(e))
		eBound = false
	}
	err = py.Try(func() error {
		py.CheckLocal(eBound, "e")
		py.Print(e)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.UnboundLocalError) {
			return nil, err
		}
		fmt.Println(err)
	}
	err = func() error {
		fmt.Println("no error")
		return nil
	}()
	if err != nil {
		caught, ok := errors.AsType[*Mine](err)
		if !ok {
			return nil, err
		}
		e = caught
		eBound = true
		eBound = false
	}
	e = 5
	eBound = true
	err = func() error {
		return nil
	}()
	if err != nil {
		caught, ok := errors.AsType[*Mine](err)
		if !ok {
			return nil, err
		}
		e = caught
		eBound = true
		eBound = false
	}
	py.CheckLocal(eBound, "e")
	return e, nil
}

func three(k int) error {
	var keBound bool
	var ke any
	for i := range 2 {
		err := py.Try(func() error {
			if i == k {
				return py.NewKeyError(i)
			}
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			ke = err
			keBound = true
			py.Print("caught", ke)
			keBound = false
		} else {
			ke = "else"
			keBound = true
		}
		err = py.Try(func() error {
			py.CheckLocal(keBound, "ke")
			py.Print(ke)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.UnboundLocalError) {
				return err
			}
			fmt.Println(err)
		}
	}
	return nil
}

func four() (any, error) {
	var last *Mine = nil
	for i := range 3 {
		err := func() error {
			return &Mine{Exception: py.ExceptionOf(mineClass, i)}
		}()
		if err != nil {
			exc, ok := errors.AsType[*Mine](err)
			if !ok {
				return nil, err
			}
			last = exc
		}
	}
	return py.GetAttr(py.Box(last), "args"), nil
}

func f() {
	err := py.Try(func() error {
		var zzBound bool
		py.CheckLocal(zzBound, "zz")
		zzBound = false
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.UnboundLocalError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func five() error {
	err := func() error {
		return &Mine{Exception: py.ExceptionOf(mineClass, 1)}
	}()
	if err != nil {
		caught, ok := errors.AsType[*Mine](err)
		if !ok {
			return err
		}
		var e any = caught
		py.Print(py.GetAttr(e, "args"))
	}
	var e any = 1
	eBound := true
	err = py.Try(func() error {
		return py.NewKeyError()
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			return err
		}
		e = err
		eBound = true
		eBound = false
	}
	err = py.Try(func() error {
		py.CheckLocal(eBound, "e")
		py.Print(e)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.UnboundLocalError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		branchFunc = py.Func("branch(flag)", branch)
		lastFunc = py.Func("last(n)", last)
		counterFunc = py.Func("counter(n)", counter)
		deletedFunc = py.Func("deleted(flag)", deleted)
		deletedTwiceFunc = py.Func("deleted_twice()", deletedTwice)
		inLoopFunc = py.Func("in_loop(items)", inLoop)
		handledFunc = py.Func("handled(text)", handled)
		finishedFunc = py.Func("finished(text)", finished)
		beforeFunc = py.Func("before()", before)
		augmentedFunc = py.Func("augmented(n)", augmented)
		conditionFunc = py.Func("condition(n)", condition)
		loopsDelFunc = py.Func("loops_del(n)", loopsDel)
		searchedFunc = py.Func("searched(items, wanted)", searched)
		foreverFunc = py.Func("forever(it)", forever)
		comprehendedFunc = py.Func("comprehended(flag)", comprehended)

		var flagBound bool
		var flag bool
		for _, flagItem := range []bool{true, false} {
			flag = flagItem
			flagBound = true
			attempt(branchFunc, py.Tuple{flag})
			attempt(deletedFunc, py.Tuple{flag})
			attempt(comprehendedFunc, py.Tuple{flag})
		}
		attempt(lastFunc, py.Tuple{3})
		attempt(lastFunc, py.Tuple{0})
		attempt(counterFunc, py.Tuple{3})
		attempt(counterFunc, py.Tuple{0})
		attempt(deletedTwiceFunc, py.Tuple{})
		attempt(inLoopFunc, py.Tuple{py.ListOf[any](1, 0, 2)})
		attempt(inLoopFunc, py.Tuple{py.ListOf[any](0)})
		attempt(inLoopFunc, py.Tuple{py.ListOf[any](3, 0)})
		attempt(handledFunc, py.Tuple{"12"})
		attempt(handledFunc, py.Tuple{"x"})
		attempt(finishedFunc, py.Tuple{"7"})
		err := py.Try(func() error {
			attempt(finishedFunc, py.Tuple{"y"})
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		attempt(beforeFunc, py.Tuple{})
		attempt(augmentedFunc, py.Tuple{2})
		attempt(augmentedFunc, py.Tuple{1})
		attempt(conditionFunc, py.Tuple{8})
		attempt(conditionFunc, py.Tuple{2})
		attempt(conditionFunc, py.Tuple{0})
		attempt(loopsDelFunc, py.Tuple{1})
		attempt(loopsDelFunc, py.Tuple{3})
		attempt(searchedFunc, py.Tuple{"abc", "b"})
		attempt(searchedFunc, py.Tuple{"abc", "z"})
		attempt(foreverFunc, py.Tuple{py.GetIter(py.ListOf[int](1, 2, 3))})
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		py.CheckGlobal(flagBound, "flag")
		var settingBound bool
		var setting string
		if flag {
			setting = "on"
			settingBound = true
		}
		err = py.Try(func() error {
			py.CheckGlobal(settingBound, "setting")
			fmt.Println(setting)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		oneResult, err := one()
		if err != nil {
			return err
		}
		py.Print(oneResult)
		twoResult, err := two()
		if err != nil {
			return err
		}
		py.Print(twoResult)
		err = py.Try(func() error {
			py.TrueDivInt(1, 0)
			return nil
		})
		var errBound bool
		if err != nil {
			if !errors.Is(err, py.ZeroDivisionError) {
				return err
			}
			errBound = true
			fmt.Println(err)
			errBound = false
		}
		err = py.Try(func() error {
			py.CheckGlobal(errBound, "err")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			fmt.Println(err)
		}
		if err := three(0); err != nil {
			return err
		}
		if err := three(1); err != nil {
			return err
		}
		if err := three(5); err != nil {
			return err
		}
		_ = py.Tuple{nil, nil, nil}
		fourResult, err := four()
		if err != nil {
			return err
		}
		py.Print(fourResult)
		err = py.Try(func() error {
			var undefinedXBound bool
			py.CheckGlobal(undefinedXBound, "undefined_x")
			undefinedXBound = false
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			fmt.Println(err)
		}
		f()
		return five()
	})
}
