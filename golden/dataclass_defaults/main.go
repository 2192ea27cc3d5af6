package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/decimal"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/pathlib"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

// An order that knows what is left of it.
type Order struct {
	symbol    string
	qty       int
	step      any
	remaining int // set below
	state     string
	history   *py.List[string]
}

var orderStep any

func newOrder(symbol string, qty int, step any, state string, history *py.List[string]) *Order {
	o := &Order{}
	o.symbol = symbol
	o.qty = qty
	o.step = step
	o.state = state
	o.history = history
	o.postInit()
	return o
}

func (o *Order) postInit() {
	o.remaining = o.qty
}

func (o *Order) fill(n int) {
	o.remaining -= n
	o.history.Append("fill " + strconv.Itoa(n))
	if o.remaining == 0 {
		o.state = "done"
	} else {
		o.state = "part"
	}
}

type Shift struct {
	worker string
	pause  any
	log    any
	seen   bool
}

var (
	shiftPause any
	shiftLog   any
)

var LateClass any

func latePostInit(self any) any {
	err := py.Try(func() error {
		py.Print(py.GetAttr(self, "b"))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		fmt.Println(err)
	}
	py.SetAttr(self, "b", py.GetAttr(self, "a"))
	return nil
}

var Late any

type Slot struct {
	start  int
	length any
}

var slotLength any

func asyncMain(ctx context.Context) error {
	a := newOrder("ACME", 10, orderStep, "new", py.ListOf[string]())
	b := newOrder("X", 3, py.Call(decimal.Module().Attr("Decimal"), "1"), "new", py.ListOf[string]())
	a.fill(4)
	a.fill(6)
	b.fill(1)
	py.Print(a, a.history)
	py.Print(b, b.history, py.Add(a.step, b.step))
	s := &Shift{
		worker: "ann",
		pause:  shiftPause,
		log:    shiftLog,
		seen:   false,
	}
	py.Print(s, py.Add(s.pause, (&Shift{
		worker: "bob",
		pause:  py.Call(datetime.Module().Attr("timedelta"), 0),
		log:    shiftLog,
		seen:   false,
	}).pause), py.TrueDiv(s.log, "x"), s.seen)
	switch {
	default:
		symbol := a.symbol
		qty := a.qty
		step := a.step
		py.Print(symbol, qty, step)
	}
	py.Print(&Slot{start: 3, length: slotLength}, (&Slot{start: 4, length: py.Call(datetime.Module().Attr("timedelta"), 1)}).length)
	py.Print(py.Equal(newOrder("Q", 1, orderStep, "new", py.ListOf[string]()), newOrder("Q", 1, orderStep, "new", py.ListOf[string]())), py.Call(Late, 3))
	return nil
}

func main() {
	py.Main(func() error {
		orderStep = py.Call(decimal.Module().Attr("Decimal"), "0.25")
		dataclasses.Struct(
			py.StructClass[Order]("Order", nil),
			dataclasses.Options{},
			[]dataclasses.StructField{
				{Name: "symbol"},
				{Name: "qty"},
				{Name: "step"},
				{Name: "remaining", NoInit: true},
				{Name: "state", NoInit: true},
				{Name: "history", NoRepr: true, NoInit: true},
			},
		)
		shiftPause = py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "minutes", Value: 30}})
		shiftLog = py.Call(pathlib.Module().Attr("Path"), "/var/log")
		dataclasses.Struct(
			py.StructClass[Shift]("Shift", nil),
			dataclasses.Options{Frozen: true},
			[]dataclasses.StructField{
				{Name: "worker"},
				{Name: "pause"},
				{Name: "log"},
				{Name: "seen", NoInit: true},
			},
		)
		decorator := dataclasses.Module().Attr("dataclass")
		LateClass = py.NewClass("Late", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("a", py.IntClass)
			ns.Annotate("b", py.IntClass)
			ns.Set("b", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "init", Value: false}}))

			ns.Set("__post_init__", py.Func("Late.__post_init__(self)", latePostInit))
		})
		Late = py.Call(decorator, LateClass)
		slotLength = py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{{Name: "hours", Value: 1}})
		typing.NamedStruct(py.StructClass[Slot]("Slot", nil), "start", "length")

		return asyncio.RunFunc(asyncMain)
	})
}
