// With statements on instances call the methods of their classes.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

// Lets a number of holders in, and waits for one to leave.
type Gate struct {
	size    int
	inside  int
	changed *asyncio.Event
}

func newGate(size int) *Gate {
	return &Gate{size: size, inside: 0, changed: asyncio.NewEvent()}
}

func (g *Gate) enterAsync(ctx context.Context) (int, error) {
	for g.inside >= g.size {
		g.changed.Clear()
		if err := g.changed.Wait(ctx); err != nil {
			return 0, err
		}
	}
	g.inside++
	return g.inside, nil
}

func (g *Gate) exitAsync(ctx context.Context, exc py.Tuple) error {
	g.inside--
	g.changed.Set()
	return nil
}

// Span is what the instances of a class and of those that derive from it have in common.
type Span interface {
	asSpan() *SpanBase
	exit(kind, errorValue, traceback any) any
}

// Tells what happened in it.
type SpanBase struct {
	name  string
	error any
	self  Span `py:"-"` // the instance that this is part of
}

func (s *SpanBase) asSpan() *SpanBase {
	return s
}

var spanClass *py.Class

func (s *SpanBase) initSpan(name string) {
	s.name = name
	s.error = nil
}

func newSpan(name string) Span {
	s := &SpanBase{}
	s.self = s
	s.initSpan(name)
	return s
}

func (s *SpanBase) enter() Span {
	fmt.Println("+", s.name)
	return s.self
}

func (s *SpanBase) exit(kind, errorValue, traceback any) any {
	if kind != nil {
		s.error = py.Format(py.GetAttr(kind, "__name__"), "") + ": " + py.Format(errorValue, "")
	}
	arg := s.name
	arg2 := s.error
	py.Print("-", arg, arg2, traceback == nil)
	return nil
}

// Suppresses the errors of some classes.
type Quiet struct {
	SpanBase
	classes py.Tuple
}

func newQuiet(name string, classes py.Tuple) *Quiet {
	q := &Quiet{}
	q.self = q
	q.SpanBase.initSpan(name)
	q.classes = classes
	return q
}

func (q *Quiet) exit(kind, errorValue, traceback any) any {
	q.SpanBase.exit(kind, errorValue, traceback)
	return kind != nil && py.IsSubclass(kind, q.classes)
}

type Suppress struct{}

func (s *Suppress) enter() {
	fmt.Println("from here")
}

func (s *Suppress) exit(kind any, errorValue error, traceback any) bool {
	if errorValue == nil {
		return false
	}
	py.Print("suppressed", py.Repr(errorValue), py.GetAttr(errorValue, "args"))
	return py.IsInstance(errorValue, py.LookupError)
}

// Raises when it is left.
type Faulty struct {
	message string
}

func newFaulty(message string) *Faulty {
	return &Faulty{message: message}
}

func (f *Faulty) enter() (string, error) {
	if f.message == "" {
		return "", py.NewValueError("no message")
	}
	return py.StrUpper(f.message), nil
}

func (f *Faulty) exit(kind any, errorValue error, traceback any) error {
	return py.NewRuntimeError(f.message + ", after " + py.Repr(errorValue))
}

var Counting any

func countingCall(cls any) any {
	py.SetAttr(cls, "made", py.IAdd(py.GetAttr(cls, "made"), 1))
	return py.CallMethod(py.Super(Counting, cls), "__call__")
}

var Counted any

func countedEnter(self any) any {
	return "counted"
}

func countedExit(self, exc any) any {
	fmt.Println("leaves")
	return nil
}

func hold(ctx context.Context, gate *Gate, n int) (string, error) {
	inside, err := gate.enterAsync(ctx)
	if err != nil {
		return "", err
	}
	var result string
	err = py.Try(func() error {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		if n == 3 {
			return py.NewKeyError(n)
		}
		result = strconv.Itoa(n) + ": " + strconv.Itoa(inside)
		return nil
	})
	if err := gate.exitAsync(ctx, nil); err != nil {
		return "", err
	}
	if err != nil {
		return "", err
	}
	return result, nil
}

func first(names *py.List[string]) (string, error) {
	for name := range names.All() {
		manager := newQuiet(name, py.Tuple{py.ValueError})
		manager.enter()
		var again bool
		var broke bool
		var returned bool
		var result string
		err := py.Try(func() error {
			if name == "skip" {
				again = true
				return nil
			}
			if name == "bad" {
				return py.NewValueError(name)
			}
			if name == "stop" {
				broke = true
				return nil
			}
			result = name
			returned = true
			return nil
		})
		if py.Truth(manager.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))) {
			err = nil
		}
		if err != nil {
			return "", err
		}
		if returned {
			return result, nil
		}
		if broke {
			break
		}
		if again {
			continue
		}
		fmt.Println("after", name)
	}
	return "none", nil
}

func look(keys *py.List[string]) int {
	found := py.DictOf[string, int]("a", 1, "b", 2)
	total := 0
	for key := range keys.All() {
		manager := &Suppress{}
		manager.enter()
		err := py.Try(func() error {
			total += found.Get(key)
			return nil
		})
		if manager.exit(py.ErrorClass(err), err, py.ErrorTraceback(err)) {
			err = nil
		}
		if err != nil {
			panic(err)
		}
	}
	return total
}

func asyncMain(ctx context.Context) error {
	gate := newGate(2)
	var holds []asyncio.Awaitable[string]
	for n := range 5 {
		holds = append(holds, asyncio.GoValue(func(ctx context.Context) (string, error) {
			return hold(ctx, gate, n)
		}).Named("hold"))
	}
	results, err := asyncio.GatherResults(ctx, holds...)
	if err != nil {
		return err
	}
	fmt.Println(results)
	fmt.Println(gate.inside)
	manager := newGate(1)
	n, err := manager.enterAsync(ctx)
	if err != nil {
		return err
	}
	err = py.Try(func() error {
		manager := newGate(2)
		if _, err := manager.enterAsync(ctx); err != nil {
			return err
		}
		err := py.Try(func() error {
			fmt.Println("both", n)
			return nil
		})
		if err := manager.exitAsync(ctx, nil); err != nil {
			return err
		}
		return err
	})
	if err := manager.exitAsync(ctx, nil); err != nil {
		return err
	}
	if err != nil {
		return err
	}

	arg, err := first(py.ListOf[string]("skip", "bad", "x"))
	if err != nil {
		return err
	}
	arg2, err := first(py.ListOf[string]("bad", "stop", "x"))
	if err != nil {
		return err
	}
	firstResult, err := first(py.ListOf[string]())
	if err != nil {
		return err
	}
	fmt.Println(arg, arg2, firstResult)
	fmt.Println(look(py.ListOf[string]("a", "z", "b")))
	err = py.Try(func() error {
		manager := &Suppress{}
		manager.enter()
		err := py.Try(func() error {
			return py.NewTypeError("not this")
		})
		if manager.exit(py.ErrorClass(err), err, py.ErrorTraceback(err)) {
			err = nil
		}
		return err
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println("came out:", err)
	}

	for _, message := range []string{"late", ""} {
		err := py.Try(func() error {
			manager := newFaulty(message)
			text, err := manager.enter()
			if err != nil {
				return err
			}
			err = py.Try(func() error {
				fmt.Println(text)
				return py.NewKeyError("first")
			})
			if err := manager.exit(py.ErrorClass(err), err, py.ErrorTraceback(err)); err != nil {
				return err
			}
			return err
		})
		if err != nil {
			if !errors.Is(err, py.RuntimeError) && !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
	}

	manager2 := newSpan("outer")
	outer := manager2.asSpan().enter()
	err = py.Try(func() error {
		manager := newSpan("inner")
		manager.asSpan().enter()
		err := py.Try(func() error {
			py.Print(outer.asSpan().error)
			return nil
		})
		if py.Truth(manager.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))) {
			err = nil
		}
		return err
	})
	if py.Truth(manager2.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))) {
		err = nil
	}
	if err != nil {
		return err
	}
	var failingBound bool
	var failing Span
	err = py.Try(func() error {
		manager := newSpan("failing")
		failing = manager.asSpan().enter()
		failingBound = true
		err := py.Try(func() error {
			return py.NewOSError("disk")
		})
		if py.Truth(manager.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))) {
			err = nil
		}
		return err
	})
	if err != nil {
		if !errors.Is(err, py.OSError) {
			return err
		}
		py.CheckLocal(failingBound, "failing")
		py.Print(failing.asSpan().error)
	}
	spans := py.ListOf[Span](newSpan("plain"), newQuiet("quiet", py.Tuple{py.ZeroDivisionError}))
	for span := range spans.All() {
		err := py.Try(func() error {
			span.asSpan().enter()
			err := py.Try(func() error {
				fmt.Println(py.FloorDivInt(1, spans.Len()-2))
				return nil
			})
			if py.Truth(span.exit(py.ErrorClass(err), py.ErrorValue(err), py.ErrorTraceback(err))) {
				err = nil
			}
			return err
		})
		if err != nil {
			if !errors.Is(err, py.ZeroDivisionError) {
				return err
			}
			fmt.Println("not suppressed")
		}
	}
	manager3 := py.Call(Counted)
	word := py.EnterContext(manager3)
	err = py.Try(func() error {
		py.Print(word, py.GetAttr(Counted, "made"))
		return nil
	})
	if err := py.ExitContext(manager3, err); err != nil {
		return err
	}
	manager4 := py.Call(contextlib.Module().Attr("ExitStack"))
	stack := py.EnterContext(manager4)
	err = py.Try(func() error {
		py.MethodOf(stack, "enter_context").Call(newSpan("on the stack"))
		fmt.Println("within")
		return nil
	})
	return py.ExitContext(manager4, err)
}

func main() {
	py.Main(func() error {
		spanClass = py.StructClass[SpanBase](
			"Span",
			nil,
			py.Kw{Name: "__enter__", Value: py.Func("Span.__enter__(self)", (*SpanBase).enter)},
			py.Kw{Name: "__exit__", Value: py.Func("Span.__exit__(self, kind, error, traceback)", (*SpanBase).exit)},
		)
		py.StructClass[Quiet](
			"Quiet",
			[]any{spanClass},
			py.Kw{Name: "__exit__", Value: py.Func("Quiet.__exit__(self, kind, error, traceback)", (*Quiet).exit)},
			py.Kw{Name: "__enter__", Value: py.Func("Span.__enter__(self)", (*Quiet).enter)},
		)
		Counting = py.NewClass("Counting", []any{py.TypeClass}, nil, func(ns *py.Namespace) {
			ns.Set("made", 0)

			ns.Set("__call__", py.Func("Counting.__call__(cls)", countingCall))
		})
		Counted = py.NewClass("Counted", nil, py.Kwargs{{Name: "metaclass", Value: Counting}}, func(ns *py.Namespace) {
			ns.Set("__enter__", py.Func("Counted.__enter__(self)", countedEnter))

			ns.Set("__exit__", py.Func("Counted.__exit__(self, *exc)", countedExit))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
