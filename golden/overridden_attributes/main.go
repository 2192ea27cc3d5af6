// Constants in class bodies that derived classes give other values.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// ApiError is what the instances of a class and of those that derive from it have in common.
type ApiError interface {
	py.BaseException
	asApiError() *ApiErrorBase
	status() int
	retry() bool
	kind() string
	hint() any
}

type ApiErrorBase struct {
	py.Exception
	key  string
	self ApiError `py:"-"` // the instance that this is part of
}

func (a *ApiErrorBase) asApiError() *ApiErrorBase {
	return a
}

var apiErrorClass = py.StructClass[ApiErrorBase]("ApiError", []any{py.ExceptionClass})

func (a *ApiErrorBase) status() int {
	return 500
}

func (a *ApiErrorBase) retry() bool {
	return false
}

func (a *ApiErrorBase) kind() string {
	return "server"
}

func (a *ApiErrorBase) hint() any {
	return nil
}

func (a *ApiErrorBase) initApiError(message, key string) {
	a.Exception.Args = py.TupleOf(message)
	a.key = key
}

func newApiError(message, key string) ApiError {
	a := &ApiErrorBase{}
	a.self = a
	a.Exception = py.ExceptionOf(apiErrorClass, message, key)
	a.initApiError(message, key)
	return a
}

func (a *ApiErrorBase) render() string {
	return fmt.Sprintf("%d %s: %s (retry=%s, hint=%s)", a.self.status(), a.self.kind(), py.Str(a.self), py.Str(a.self.retry()), py.Format(a.self.hint(), ""))
}

type NotFound struct {
	ApiErrorBase
}

var notFoundClass *py.Class

func newNotFound(message, key string) *NotFound {
	n := &NotFound{}
	n.self = n
	n.Exception = py.ExceptionOf(notFoundClass, message, key)
	n.initApiError(message, key)
	return n
}

func (n *NotFound) status() int {
	return 404
}

func (n *NotFound) kind() string {
	return "client"
}

type Busy struct {
	ApiErrorBase
}

var busyClass *py.Class

func newBusy(message, key string) *Busy {
	b := &Busy{}
	b.self = b
	b.Exception = py.ExceptionOf(busyClass, message, key)
	b.initApiError(message, key)
	return b
}

func (b *Busy) status() int {
	return 503
}

func (b *Busy) retry() bool {
	return true
}

func (b *Busy) hint() any {
	return "later"
}

// Step is what the instances of a class and of those that derive from it have in common.
type Step interface {
	asStep() *StepBase
	name() string
	cost() any
}

type StepBase struct {
	self Step `py:"-"` // the instance that this is part of
}

func (s *StepBase) asStep() *StepBase {
	return s
}

func newStep() Step {
	s := &StepBase{}
	s.self = s
	return s
}

func (s *StepBase) name() string {
	return "step"
}

func (s *StepBase) cost() any {
	return 1.5
}

func (s *StepBase) run(n int) string {
	return fmt.Sprintf("%s:%d %s", s.self.name(), n, py.Format(py.Mul(s.self.cost(), n), ".1f"))
}

// Fetch is what the instances of a class and of those that derive from it have in common.
type Fetch interface {
	Step
	asFetch() *FetchBase
}

type FetchBase struct {
	StepBase
}

func (f *FetchBase) asFetch() *FetchBase {
	return f
}

func newFetch() Fetch {
	f := &FetchBase{}
	f.self = f
	return f
}

func (f *FetchBase) name() string {
	return "fetch"
}

type Store struct {
	FetchBase
}

func newStore() *Store {
	s := &Store{}
	s.self = s
	return s
}

func (s *Store) name() string {
	return "store"
}

func (s *Store) cost() any {
	return -2
}

var Plugin any

func pluginShow(self any) any {
	return "<" + py.Format(py.GetAttr(self, "title"), "") + ">"
}

var Loud any

var Counter any

func counterRoom(self, used any) any {
	return py.Sub(py.GetAttr(self, "limit"), used)
}

var Small any

var Fault any

var Heavy any

type Ledger struct {
	total any
}

func newLedger() *Ledger {
	return &Ledger{total: 0}
}

func (l *Ledger) enter() *Ledger {
	return l
}

func (l *Ledger) exit(kind any) bool {
	if kind != nil {
		old := l.total
		l.total = py.IAdd(old, py.GetAttr(kind, "weight"))
	}
	return true
}

func call(ctx context.Context, key string) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	if key == "missing" {
		return "", newNotFound("no such key", key)
	}
	if key == "busy" {
		return "", newBusy("try again", "")
	}
	if key == "bad" {
		return "", newApiError("broken", "")
	}
	return key, nil
}

func asyncMain(ctx context.Context) error {
	for _, key := range []string{"a", "missing", "busy", "bad"} {
		result, err := call(ctx, key)
		if err != nil {
			if e, ok := errors.AsType[*NotFound](err); ok {
				fmt.Println("404", e.status(), e.key, e.render())
			} else {
				e, ok := errors.AsType[ApiError](err)
				if !ok {
					return err
				}
				arg := py.TypeOf(e).Name()
				arg2 := e.status()
				arg3 := e.asApiError().render()
				var value string
				if e.retry() {
					value = "again"
				} else {
					value = "stop"
				}
				fmt.Println(arg, arg2, arg3, value)
			}
		} else {
			fmt.Println(result)
		}
	}
	for _, plugin := range []any{Plugin, Loud} {
		py.Print(py.GetAttr(plugin, "title"), py.CallMethod(py.Call(plugin), "show"))
	}
	ledger := newLedger()
	ledger.enter()
	err := py.Try(func() error {
		return py.MakeError(py.Call(Heavy, "much"))
	})
	if ledger.exit(py.ErrorClass(err)) {
		err = nil
	}
	if err != nil {
		return err
	}
	ledger.enter()
	err = py.Try(func() error {
		return py.MakeError(py.Call(Fault, "little"))
	})
	if ledger.exit(py.ErrorClass(err)) {
		err = nil
	}
	if err != nil {
		return err
	}
	py.Print(ledger.total)
	counters := py.ListOf[any](py.Call(Counter), py.Call(Small))
	py.SetAttr(counters.Get(0), "limit", 9)
	items := py.ListOf[any]()
	for c := range counters.All() {
		items.Append(py.CallMethod(c, "room", 1))
	}
	fmt.Println(items)
	steps := py.ListOf[Step](newStep(), newFetch(), newStore())
	for step := range steps.All() {
		arg := step.name()
		arg2 := step.cost()
		arg3 := step.asStep().run(3)
		_, ok := step.(Fetch)
		py.Print(arg, arg2, arg3, ok)
	}
	return nil
}

func main() {
	py.Main(func() error {
		notFoundClass = py.StructClass[NotFound]("NotFound", []any{apiErrorClass})
		busyClass = py.StructClass[Busy]("Busy", []any{apiErrorClass})
		Plugin = py.NewClass("Plugin", nil, nil, func(ns *py.Namespace) {
			ns.Set("title", "plugin")

			ns.Set("show", py.Func("Plugin.show(self)", pluginShow))
		})
		Loud = py.NewClass("Loud", []any{Plugin}, nil, func(ns *py.Namespace) {
			ns.Set("title", "LOUD")
		})
		Counter = py.NewClass("Counter", nil, nil, func(ns *py.Namespace) {
			ns.Set("limit", 3)

			ns.Set("room", py.Func("Counter.room(self, used)", counterRoom))
		})
		Small = py.NewClass("Small", []any{Counter}, nil, func(ns *py.Namespace) {
			ns.Set("limit", 1)
		})
		Fault = py.NewClass("Fault", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
			ns.Set("weight", 1)
		})
		Heavy = py.NewClass("Heavy", []any{Fault}, nil, func(ns *py.Namespace) {
			ns.Set("weight", 7)
		})

		return asyncio.RunFunc(asyncMain)
	})
}
