// Programs look into tracebacks: which functions an exception came through, on which lines.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/ospath"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/traceback"
)

type Boom struct {
	py.Exception
}

var boomClass = py.StructClass[Boom]("Boom", []any{py.ExceptionClass})

func inner(n any) (any, error) {
	frame := py.NewFrame("inner", "../testdata/traceback_frames/main.py", 11)
	defer frame.Unwind()
	frame.At(12, "if n == 3:")
	if py.Truth(py.Eq(n, 3)) {
		frame.At(13, `raise Boom(f"n={n}")`)
		return nil, frame.Raise(py.Raised(&Boom{Exception: py.ExceptionOf(boomClass, "n="+py.Format(n, ""))}))
	}
	frame.At(14, "return [1, 2][n]")
	return py.GetItem(py.ListOf[any](1, 2), n), nil
}

func outer(n any) any {
	frame := py.NewFrame("outer", "../testdata/traceback_frames/main.py", 17)
	defer frame.Unwind()
	frame.At(18, "x = inner(n)")
	x := py.Must(inner(n))
	frame.At(19, "return x + 1")
	return py.Add(x, 1)
}

func work(ctx context.Context, n int) (any, error) {
	frame := py.NewFrame("work", "../testdata/traceback_frames/main.py", 22)
	defer frame.Unwind()
	frame.At(23, "await asyncio.sleep(0)")
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, frame.Trace(err)
	}
	frame.At(24, "return outer(n)")
	return outer(n), nil
}

type Account struct {
	n int
}

var _ = py.StructClass[Account]("Account", nil)

func newAccount(n int) *Account {
	a := &Account{}
	frame := py.NewFrame("Account.__init__", "../testdata/traceback_frames/main.py", 28)
	defer frame.Unwind()
	frame.At(29, "self.n = n")
	a.n = n
	frame.At(30, "self.check()")
	py.Check(a.check())
	return a
}

func (a *Account) check() error {
	frame := py.NewFrame("Account.check", "../testdata/traceback_frames/main.py", 32)
	defer frame.Unwind()
	frame.At(33, `assert self.n < 3, "too many"`)
	if a.n >= 3 {
		return frame.Raise(py.Raised(py.NewAssertionError("too many")))
	}
	return nil
}

func (a *Account) half() float64 {
	frame := py.NewFrame("Account.half", "../testdata/traceback_frames/main.py", 35)
	defer frame.Unwind()
	frame.At(37, "return self.n / 0")
	return py.TrueDivInt(a.n, 0)
}

func (a *Account) apply(f any) any {
	frame := py.NewFrame("Account.apply", "../testdata/traceback_frames/main.py", 39)
	defer frame.Unwind()
	frame.At(40, "return f(3)")
	return py.Call(f, 3)
}

func numbers() *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		frame := py.NewFrame("numbers", "../testdata/traceback_frames/main.py", 43)
		defer frame.Unwind()
		frame.At(44, "yield 1")
		y.Yield(1)
		frame.At(45, `raise KeyError("end")`)
		panic(frame.Raise(py.Raised(py.NewKeyError("end"))))
	})
}

func again() error {
	frame := py.NewFrame("again", "../testdata/traceback_frames/main.py", 48)
	defer frame.Unwind()
	err := frame.Try(func() error {
		frame.At(50, "outer(3)")
		outer(3)
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			e, ok := errors.AsType[*Boom](err)
			if !ok {
				return frame.Trace(err)
			}
			frame.At(52, "raise e")
			return frame.Raise(py.Raised(e))
		})
		if raised != nil {
			return frame.Trace(raised)
		}
	}
	return nil
}

var againFunc any

func passedOn() error {
	frame := py.NewFrame("passed_on", "../testdata/traceback_frames/main.py", 55)
	defer frame.Unwind()
	err := frame.Try(func() error {
		err := frame.Try(func() error {
			frame.At(57, "outer(3)")
			outer(3)
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if _, ok := errors.AsType[*Boom](err); !ok {
					return frame.Trace(err)
				}
				frame.At(59, "raise")
				return frame.Trace(err)
			})
			if raised != nil {
				return frame.Trace(raised)
			}
		}
		return nil
	})
	raised := py.InContext(err, func() error {
		frame.At(61, `len("done")`)
		py.StrLen("done")
		return nil
	})
	if raised != nil {
		return frame.Trace(raised)
	}
	if err != nil {
		return frame.Trace(err)
	}
	return nil
}

var passedOnFunc any

func where(e any) *py.List[py.Tuple] {
	frame := py.NewFrame("where", "../testdata/traceback_frames/main.py", 64)
	defer frame.Unwind()
	frame.At(65, "return [(f.name, f.lineno, f.line) for f in traceback.extract_tb(e.__traceback__)]")
	items := py.ListOf[py.Tuple]()
	for f := range py.Iter(py.CallMethod(traceback.Module(), "extract_tb", py.GetAttr(e, "__traceback__"))) {
		items.Append(py.Tuple{py.GetAttr(f, "name"), py.GetAttr(f, "lineno"), py.GetAttr(f, "line")})
	}
	return items
}

func show(f any) {
	frame := py.NewFrame("show", "../testdata/traceback_frames/main.py", 68)
	defer frame.Unwind()
	err := frame.Try(func() error {
		frame.At(70, "f()")
		py.Call(f)
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			if !errors.Is(err, py.ExceptionClass) {
				return frame.Trace(err)
			}
			e := err
			frame.At(72, "print(type(e).__name__, [(name, line) for name, line, _ in where(e)])")
			arg := py.TypeOf(e).Name()
			items := py.ListOf[py.Tuple]()
			for item := range where(e).All() {
				name, line, _ := item[0], item[1], item[2]
				items.Append(py.Tuple{name, line})
			}
			fmt.Println(arg, items)
			return nil
		})
		if raised != nil {
			panic(frame.Trace(raised))
		}
	}
}

func consume() {
	frame := py.NewFrame("consume", "../testdata/traceback_frames/main.py", 75)
	defer frame.Unwind()
	frame.At(76, "for n in numbers():")
	for nItem := range py.IterOnce(numbers()) {
		n := py.As[int](nItem)
		frame.At(77, "len([n])")
		py.ListOf[int](n).Len()
		frame.At(76, "for n in numbers():")
	}
}

var consumeFunc any

func retry() {
	frame := py.NewFrame("retry", "../testdata/traceback_frames/main.py", 80)
	defer frame.Unwind()
	for range 2 {
		err := frame.Try(func() error {
			frame.At(83, "inner(3)")
			if _, err := inner(3); err != nil {
				return frame.Trace(err)
			}
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				e, ok := errors.AsType[*Boom](err)
				if !ok {
					return frame.Trace(err)
				}
				frame.At(85, `print(len(where(e)), end=" ")`)
				py.PrintWith([]any{where(e).Len()}, py.PrintOptions{End: " "})
				return nil
			})
			if raised != nil {
				panic(frame.Trace(raised))
			}
		}
		frame.At(81, "for _ in range(2):")
	}
}

func asyncMain(ctx context.Context) error {
	frame := py.NewFrame("main", "../testdata/traceback_frames/main.py", 88)
	defer frame.Unwind()
	for _, n := range []int{0, 2, 3} {
		err := frame.Try(func() error {
			frame.At(91, "print(await work(n))")
			result, err := work(ctx, n)
			if err != nil {
				return frame.Trace(err)
			}
			py.Print(result)
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				if !errors.Is(err, py.ExceptionClass) {
					return frame.Trace(err)
				}
				e := err
				frame.At(93, "print(type(e).__name__, where(e))")
				fmt.Println(py.TypeOf(e).Name(), where(e))
				return nil
			})
			if raised != nil {
				return frame.Trace(raised)
			}
		}
	}
	frame.At(94, "t = asyncio.create_task(work(3))")
	t := asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (any, error) {
		return work(ctx, 3)
	}).Named("work"))
	for range 2 {
		err := frame.Try(func() error {
			frame.At(97, "await t")
			if _, err := t.Await(ctx); err != nil {
				return frame.Trace(err)
			}
			return nil
		})
		if err != nil {
			err = py.Caught(err)
			raised := py.InContext(err, func() error {
				e, ok := errors.AsType[*Boom](err)
				if !ok {
					return frame.Trace(err)
				}
				frame.At(99, "print(where(e)[0][:2], [f.name for f in traceback.extract_tb(e.__traceback__)])")
				arg := py.GetItem(where(e).Get(0), py.NewSlice(nil, 2, nil))
				items := py.ListOf[any]()
				for f := range py.Iter(py.CallMethod(traceback.Module(), "extract_tb", py.GetAttr(e, "__traceback__"))) {
					items.Append(py.GetAttr(f, "name"))
				}
				py.Print(arg, items)
				return nil
			})
			if raised != nil {
				return frame.Trace(raised)
			}
		}
		frame.At(95, "for _ in range(2):")
	}
	frame.At(100, "show(lambda: Account(4))")
	show(py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/traceback_frames/main.py", 100)
		defer frame.Unwind()
		return newAccount(4)
	}))
	frame.At(101, "show(lambda: Account(2).half)")
	show(py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/traceback_frames/main.py", 101)
		defer frame.Unwind()
		return newAccount(2).half()
	}))
	frame.At(102, "show(lambda: Account(2).apply(lambda k: outer(k)))")
	show(py.Func("main.<locals>.<lambda>()", func() any {
		frame := py.NewFrame("main.<locals>.<lambda>", "../testdata/traceback_frames/main.py", 102)
		defer frame.Unwind()
		return newAccount(2).apply(py.Func("main.<locals>.<lambda>.<locals>.<lambda>(k)", func(k any) any {
			frame := py.NewFrame("main.<locals>.<lambda>.<locals>.<lambda>", "../testdata/traceback_frames/main.py", 102)
			defer frame.Unwind()
			return outer(k)
		}))
	}))
	frame.At(103, "show(consume)")
	show(consumeFunc)
	frame.At(104, "show(again)")
	show(againFunc)
	frame.At(105, "show(passed_on)")
	show(passedOnFunc)
	frame.At(106, "retry()")
	retry()
	err := frame.Try(func() error {
		frame.At(108, "outer(3)")
		outer(3)
		return nil
	})
	if err != nil {
		err = py.Caught(err)
		raised := py.InContext(err, func() error {
			e, ok := errors.AsType[*Boom](err)
			if !ok {
				return frame.Trace(err)
			}
			frame.At(110, "tb = e.__traceback__")
			tb := py.GetAttr(e, "__traceback__")
			frame.At(111, "while tb:")
			for py.Truth(tb) {
				frame.At(112, "code = tb.tb_frame.f_code")
				code := py.GetAttr(py.GetAttr(tb, "tb_frame"), "f_code")
				frame.At(113, `print(tb.tb_lineno, code.co_name, os.path.basename(code.co_filename), end="; ")`)
				py.PrintWith([]any{py.GetAttr(tb, "tb_lineno"), py.GetAttr(code, "co_name"), py.CallMethod(ospath.Module(), "basename", py.GetAttr(code, "co_filename"))}, py.PrintOptions{End: "; "})
				frame.At(114, "tb = tb.tb_next")
				tb = py.GetAttr(tb, "tb_next")
				frame.At(111, "while tb:")
			}
			fmt.Println()
			frame.At(116, "print(traceback.extract_tb(e.__traceback__, limit=1)[0].name, traceback.extract_tb(e.__traceback__, limit=-1)[0].name)")
			py.Print(py.GetAttr(py.GetItem(py.CallMethodKw(traceback.Module(), "extract_tb", []any{py.GetAttr(e, "__traceback__")}, py.Kwargs{{Name: "limit", Value: 1}}), 0), "name"), py.GetAttr(py.GetItem(py.CallMethodKw(traceback.Module(), "extract_tb", []any{py.GetAttr(e, "__traceback__")}, py.Kwargs{{Name: "limit", Value: -1}}), 0), "name"))
			frame.At(117, `print(repr(traceback.format_exc(limit=0)), repr(traceback.format_exception(ValueError("x"))))`)
			fmt.Println(py.Repr(py.CallMethodKw(traceback.Module(), "format_exc", nil, py.Kwargs{{Name: "limit", Value: 0}})), py.Repr(py.CallMethod(traceback.Module(), "format_exception", py.Call(py.ValueError, "x"))))
			frame.At(118, "te = traceback.TracebackException.from_exception(e)")
			te := py.CallMethod(traceback.Module().Attr("TracebackException"), "from_exception", e)
			frame.At(119, "print(te, te.exc_type_str, [s.name for s in te.stack], list(te.format_exception_only()))")
			arg := py.GetAttr(te, "exc_type_str")
			items := py.ListOf[any]()
			for s := range py.Iter(py.GetAttr(te, "stack")) {
				items.Append(py.GetAttr(s, "name"))
			}
			py.Print(te, arg, items, py.ListFrom(py.Items[any](py.CallMethod(te, "format_exception_only"))))
			frame.At(120, "print([f.f_code.co_qualname for f, _ in traceback.walk_tb(e.__traceback__)])")
			items2 := py.ListOf[any]()
			for item := range py.Iter(py.CallMethod(traceback.Module(), "walk_tb", py.GetAttr(e, "__traceback__"))) {
				values := py.Unpack(item, 2)
				f, _ := values[0], values[1]
				items2.Append(py.GetAttr(py.GetAttr(f, "f_code"), "co_qualname"))
			}
			fmt.Println(items2)
			frame.At(121, "print(len(traceback.format_tb(e.__traceback__)), traceback.format_exc().splitlines()[-1])")
			py.Print(py.Len(py.CallMethod(traceback.Module(), "format_tb", py.GetAttr(e, "__traceback__"))), py.GetItem(py.CallMethod(py.CallMethod(traceback.Module(), "format_exc"), "splitlines"), -1))
			return nil
		})
		if raised != nil {
			return frame.Trace(raised)
		}
	}
	frame.At(122, `print(traceback.format_list([("a.py", 3, "g", " x = 1 ")] * 5 + [("b.py", 1, "h", None)]))`)
	py.Print(py.CallMethod(traceback.Module(), "format_list", py.ListOf[any](py.Tuple{"a.py", 3, "g", " x = 1 "}).Repeat(5).Concat(py.ListOf[any](py.Tuple{"b.py", 1, "h", nil}))))
	return nil
}

func main() {
	py.Main(func() error {
		frame := py.NewFrame("<module>", "../testdata/traceback_frames/main.py", 1)
		defer frame.Unwind()
		frame.At(11, "def inner(n):")
		frame.At(17, "def outer(n: int) -> int:")
		frame.At(22, "async def work(n):")
		frame.At(43, "def numbers():")
		frame.At(48, "def again():")
		againFunc = py.Func("again()", again)
		frame.At(55, "def passed_on():")
		passedOnFunc = py.Func("passed_on()", passedOn)
		frame.At(64, "def where(e):")
		frame.At(68, "def show(f):")
		frame.At(75, "def consume():")
		consumeFunc = py.Func("consume()", consume)
		frame.At(80, "def retry():")
		frame.At(88, "async def main():")

		frame.At(125, "asyncio.run(main())")
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return frame.Trace(err)
		}
		return nil
	})
}
