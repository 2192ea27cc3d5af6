package py

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// lines collects what a test program prints.
type lines struct{ text []string }

func (l *lines) print(args ...any) {
	parts := make([]string, len(args))
	for i, a := range args {
		parts[i] = Str(a)
	}
	l.text = append(l.text, strings.Join(parts, " "))
}

func (l *lines) printError(f func()) {
	err := Try(func() error { f(); return nil })
	if err == nil {
		l.print("no error")
		return
	}
	l.print(TypeOf(err).Name()+":", err)
}

func (l *lines) check(t *testing.T, want string) {
	t.Helper()
	got := strings.Join(l.text, "\n")
	if want = strings.Trim(want, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func class(name string, bases []any, attrs Kwargs, kw ...Kw) *Class {
	return NewClass(name, bases, kw, func(ns *Namespace) {
		for _, a := range attrs {
			ns.Set(a.Name, a.Value)
		}
	}).(*Class)
}

func TestInheritance(t *testing.T) {
	var out lines
	var b, c, d *Class
	a := class("A", nil, Kwargs{
		{"f", Func("f(self)", func(self any) any { return ListOf[any]("A") })},
		{"__init__", Func("__init__(self, x=1)", func(self, x any) any { SetAttr(self, "x", x); return nil }).Qualname("A.__init__")},
	})
	super := func(cls **Class, name string) *Function {
		return Func("f(self)", func(self any) any {
			return Add(ListOf[any](name), CallMethod(Super(*cls, self), "f"))
		}).Qualname(name + ".f")
	}
	b = class("B", []any{a}, Kwargs{{"f", super(&b, "B")}})
	c = class("C", []any{a}, Kwargs{{"f", super(&c, "C")}})
	d = class("D", []any{b, c}, Kwargs{{"f", super(&d, "D")}})
	o := Call(d)
	out.print(CallMethod(o, "f"))
	out.print(GetAttr(d, "__mro__"))
	out.print(GetAttr(o, "__dict__"))
	out.print(IsInstance(o, a), IsSubclass(d, c), IsSubclass(b, c))
	out.printError(func() { class("E", []any{a, b}, nil) })
	out.printError(func() { Call(d, 1, 2) })
	out.printError(func() { CallKw(d, nil, Kwargs{{"y", 1}}) })
	out.printError(func() { GetAttr(o, "missing") })
	out.printError(func() { GetAttr(d, "missing") })
	out.printError(func() { DelAttr(o, "missing") })
	SetAttr(a, "late", 5)
	out.print(GetAttr(o, "late"))
	DelAttr(a, "late")
	out.print(HasAttr(o, "late"))
	out.print(GetAttr(GetAttr(o, "f"), "__name__"), GetAttr(GetAttr(o, "f"), "__qualname__"))
	out.check(t, `
['D', 'B', 'C', 'A']
(<class '__main__.D'>, <class '__main__.B'>, <class '__main__.C'>, <class '__main__.A'>, <class 'object'>)
{'x': 1}
True True False
TypeError: Cannot create a consistent method resolution order (MRO) for bases A, B
TypeError: A.__init__() takes from 1 to 2 positional arguments but 3 were given
TypeError: A.__init__() got an unexpected keyword argument 'y'
AttributeError: 'D' object has no attribute 'missing'
AttributeError: type object 'D' has no attribute 'missing'
AttributeError: 'D' object has no attribute 'missing'
5
False
f D.f`)
}

func TestGenerator(t *testing.T) {
	var out lines
	echo := GenFunc("echo(n)", func(y *Yielder, n any) any {
		for v := range Iter(CallMethod(RangeClass, "__call__", n)) {
			err := Try(func() error {
				out.print("got", y.Yield(v))
				return nil
			})
			if err != nil {
				if !Matches(err, ValueError) {
					out.print("leaving", TypeOf(err).Name())
					panic(err)
				}
				out.print("caught", err)
			}
		}
		return "done"
	})
	g := Call(echo, 3)
	out.print(CallMethod(g, "send", nil), CallMethod(g, "send", "a"))
	out.print(CallMethod(g, "throw", NewValueError("v")))
	out.printError(func() { CallMethod(g, "__next__") })
	out.printError(func() { CallMethod(g, "__next__") })
	g = Call(echo, 3)
	out.printError(func() { CallMethod(g, "send", 1) })
	out.print(Builtin("next").(*Function).call([]any{g}, nil))
	out.print(CallMethod(g, "close"))
	out.print(Call(ListClass, g))
	outer := GenFunc("outer()", func(y *Yielder) any {
		out.print("result", y.YieldFrom(Call(echo, 1)))
		y.YieldFrom(ListOf[any](7, 8))
		return nil
	})
	out.print(Call(ListClass, Call(outer)))
	stop := GenFunc("stop()", func(y *Yielder) any {
		y.Yield(1)
		Raise(StopIteration)
		return nil
	})
	out.printError(func() { Call(ListClass, Call(stop)) })
	var self any
	self = Call(GenFunc("again()", func(y *Yielder) any {
		Next(self)
		return y.Yield(1)
	}))
	out.printError(func() { Next(self) })
	stubborn := Call(GenFunc("stubborn()", func(y *Yielder) any {
		y.Yield(1)
		_ = Try(func() error { y.Yield(2); return nil })
		y.Yield(3)
		return nil
	}))
	Next(stubborn)
	Next(stubborn)
	out.printError(func() { CallMethod(stubborn, "close") })
	out.check(t, `
got a
0 1
caught v
2
got None
StopIteration: done
StopIteration: 
TypeError: can't send non-None value to a just-started generator
0
leaving GeneratorExit
None
[]
got None
result done
[0, 7, 8]
RuntimeError: generator raised StopIteration
ValueError: generator already executing
RuntimeError: generator ignored GeneratorExit`)
}

func TestCoroutineByHand(t *testing.T) {
	var out lines
	point := class("Point", nil, Kwargs{
		{"__await__", GenFunc("__await__(self)", func(y *Yielder, self any) any {
			return y.Yield("suspended")
		})},
	})
	f := AsyncFunc("f(x)", func(ctx context.Context, x any) (any, error) {
		v, err := Await(ctx, Call(point))
		if err != nil {
			return nil, err
		}
		return Add(x, v), nil
	})
	c := Call(f, 1)
	out.print(CallMethod(c, "send", nil))
	out.printError(func() { CallMethod(c, "send", 5) })
	out.printError(func() { CallMethod(c, "send", nil) })
	c = Call(f, 1)
	out.print(CallMethod(c, "send", nil))
	out.printError(func() { CallMethod(c, "throw", NewKeyError("k")) })
	c = Call(f, 1)
	CallMethod(c, "close")
	_, err := c.(*Coroutine).Run(context.Background())
	out.print(err)
	_, err = Await(context.Background(), 5)
	out.print(err)
	g := Call(AsyncGenFunc("g()", func(ctx context.Context, y *AsyncYielder) error {
		for i := range 2 {
			sent, err := y.Yield(i)
			if err != nil {
				out.print("in g:", TypeOf(err).Name())
				return err
			}
			out.print("sent", sent)
		}
		return nil
	})).(*AsyncGenerator)
	ctx := context.Background()
	v, ok, _ := g.NextAny(ctx)
	out.print(v, ok)
	v, ok, _ = g.Send(ctx, "s")
	out.print(v, ok)
	out.print(boxErr(g.Close(ctx)))
	_, ok, err = g.NextAny(ctx)
	out.print(ok, boxErr(err))
	out.check(t, `
suspended
StopIteration: 6
RuntimeError: cannot reuse already awaited coroutine
suspended
KeyError: 'k'
cannot reuse already awaited coroutine
object int can't be used in 'await' expression
0 True
sent s
1 True
in g: GeneratorExit
None
False None`)
}

func boxErr(err error) any {
	if err == nil {
		return nil
	}
	return err
}

func TestRecursionLimit(t *testing.T) {
	var f *Function
	depth := 0
	f = Func("f(n)", func(n any) any {
		depth = n.(int)
		return Call(f, Add(n, 1))
	})
	for range 2 {
		err := Try(func() error { Call(f, 1); return nil })
		if !errors.Is(err, RecursionError) || err.Error() != "maximum recursion depth exceeded" || depth != 999 {
			t.Errorf("depth %d: %v", depth, err)
		}
	}
}

func TestExceptionReport(t *testing.T) {
	cause := NewKeyError("k")
	e := From(NewValueError("v\nw"), cause)
	AsException(e).exception().AddNote("a note")
	inner := NewGroup("inner", []BaseException{NewTypeError("t")})
	group := NewGroup("outer", []BaseException{AsException(e), inner})
	WithContext(group, NewOSError(2, "No such file or directory", "x"))
	got := FormatException(group)
	// The lines between the header of a traceback and its exception name files
	// of the source, which a converted program does not have.
	want := `Traceback (most recent call last):
FileNotFoundError: [Errno 2] No such file or directory: 'x'

During handling of the above exception, another exception occurred:

  + Exception Group Traceback (most recent call last):
  | ExceptionGroup: outer (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    | KeyError: 'k'
    | 
    | The above exception was the direct cause of the following exception:
    | 
    | Traceback (most recent call last):
    | ValueError: v
    | w
    | a note
    +---------------- 2 ----------------
    | Exception Group Traceback (most recent call last):
    | ExceptionGroup: inner (1 sub-exception)
    +-+---------------- 1 ----------------
      | Traceback (most recent call last):
      | TypeError: t
      +------------------------------------
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
