package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

// Where an order is.
type Status string

const (
	statusNew     Status = "new" // just made
	statusPaid    Status = "paid"
	statusShipped Status = "shipped"
)

var statusClass = enum.Register("Status", []Status{statusNew, statusPaid, statusShipped})

// PyClass is the class of the members.
func (s Status) PyClass() *py.Class {
	return statusClass
}

// Name is the name of the member.
func (s Status) Name() string {
	switch s {
	case statusNew:
		return "NEW"
	case statusPaid:
		return "PAID"
	case statusShipped:
		return "SHIPPED"
	}
	return ""
}

func (s Status) final() bool {
	return s == statusShipped
}

func (s Status) next() Status {
	if s == statusNew {
		return statusPaid
	}
	return statusShipped
}

func statusParse(text string) (Status, error) {
	for _, s := range []Status{statusNew, statusPaid, statusShipped} {
		if string(s) == py.StrLower(py.StrStrip(text)) {
			return s, nil
		}
	}
	return "", py.NewValueError("no status " + py.Repr(text))
}

type Level int

const (
	levelLow  Level = 1
	levelMid  Level = 2
	levelHigh Level = 10
)

var levelClass *py.Class

// PyClass is the class of the members.
func (l Level) PyClass() *py.Class {
	return levelClass
}

// Name is the name of the member.
func (l Level) Name() string {
	switch l {
	case levelLow:
		return "LOW"
	case levelMid:
		return "MID"
	case levelHigh:
		return "HIGH"
	}
	return ""
}

func (l Level) text() string {
	return py.StrLower(l.Name())
}

type Quiet int

const (
	quietOn  Quiet = 1
	quietOff Quiet = 0
)

var quietClass = enum.Register("Quiet", []Quiet{quietOn, quietOff})

// PyClass is the class of the members.
func (q Quiet) PyClass() *py.Class {
	return quietClass
}

// Name is the name of the member.
func (q Quiet) Name() string {
	switch q {
	case quietOn:
		return "ON"
	case quietOff:
		return "OFF"
	}
	return ""
}

type Order struct {
	id     int
	status Status
	tags   *py.List[string]
}

type Machine struct {
	state   Status
	history *py.List[Status]
}

var machineTRANSITIONS *py.Dict[Status, *py.Set[Status]]

func newMachine() *Machine {
	return &Machine{state: statusNew, history: py.ListOf[Status](statusNew)}
}

func (m *Machine) to(target Status) bool {
	if !machineTRANSITIONS.Get(m.state).Has(target) {
		return false
	}
	m.state = target
	m.history.Append(target)
	return true
}

func describe(s Status) any {
	switch s {
	case statusNew:
		return "fresh"
	case statusPaid, statusShipped:
		return "on its way"
	}
	return nil
}

// statusOf finds the member with a value. It raises ValueError if there is none.
func statusOf(value string) Status {
	switch s := Status(value); s {
	case statusNew, statusPaid, statusShipped:
		return s
	}
	panic(enum.Invalid("Status", value))
}

func maybe(text string) any {
	var result any
	err := py.Try(func() error {
		result = statusOf(text)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println("!", err)
		return nil
	}
	return result
}

func quiet(q Quiet) string {
	if q == quietOn {
		return q.Name()
	}
	return strconv.Itoa(int(q) + 1)
}

// levelOf finds the member with a value. It raises ValueError if there is none.
func levelOf(value int) Level {
	switch l := Level(value); l {
	case levelLow, levelMid, levelHigh:
		return l
	}
	panic(enum.Invalid("Level", value))
}

func asyncMain(ctx context.Context) error {
	o := &Order{id: 1, status: statusNew, tags: py.ListOf[string]()}
	py.Print(o, o.status, string(o.status), o.status.Name(), py.Repr(o.status))
	o.status = o.status.next()
	fmt.Printf("%s %s %8s|%s\n", py.Str(o.status), py.Repr(o.status), o.status.Name(), py.Str(o.status.final()))
	py.Print(py.Equal(&Order{id: 1, status: statusNew, tags: py.ListOf[string]()}, &Order{id: 1, status: statusNew, tags: py.ListOf[string]()}), py.Equal(&Order{id: 1, status: statusNew, tags: py.ListOf[string]()}, &Order{id: 1, status: statusPaid, tags: py.ListOf[string]()}))
	items := py.ListOf[string]()
	for _, s := range []Status{statusNew, statusPaid, statusShipped} {
		items.Append(string(s))
	}
	fmt.Println(items, py.ListOf[Status](statusNew, statusPaid, statusShipped), py.ListOf[Status](statusNew, statusPaid, statusShipped).Len())
	arg := py.SortedListBy(py.ListOf[Level](levelLow, levelMid, levelHigh).All(), func(v Level) int { return -int(v) }, false)
	items2 := py.ListOf[string]()
	for _, v := range []Level{levelLow, levelMid, levelHigh} {
		items2.Append(v.text())
	}
	fmt.Println(arg, items2)
	py.Print(int(levelHigh)+1, levelOf(2), py.GetItem(levelClass, "LOW"), levelMid)
	m := newMachine()
	py.Print(m.to(statusShipped), m.to(statusPaid), m.to(statusShipped), m.history)
	py.Print(describe(statusPaid), describe(statusNew))
	py.Print(maybe("paid"), maybe("lost"))
	found := maybe("new")
	if found != nil && found.(Status) == statusNew {
		py.Print("found", found.(Status).Name(), found.(Status).final())
	}
	if py.Truth(found) {
		fmt.Println("true")
	}
	result, err := statusParse(" PAID ")
	if err != nil {
		return err
	}
	py.Print(result)
	counts := py.DictOf[Status, int]()
	for _, s := range []Status{statusNew, statusPaid, statusShipped} {
		counts.Set(s, 0)
	}
	counts.Set(statusNew, counts.Get(statusNew)+2)
	mapping := py.DictOf[string, int]()
	for s, n := range counts.All() {
		mapping.Set(string(s), n)
	}
	fmt.Println(counts, mapping)
	fmt.Println(json.Dumps(py.DictOf[string, any]("status", string(o.status), "n", counts.Get(statusNew))))
	_ = o.status
	py.Print(true, py.IsInstance(o.status, enum.Module().Attr("Enum")), py.TypeOf(o.status).Name(), py.Contains(statusClass, statusNew), statusClass)
	py.Print(quiet(quietOn), quiet(quietOff), py.Equal(statusNew, "new"), statusNew != statusPaid, py.Hash(statusNew) == py.Hash(statusNew))
	for _, name := range []string{"PAID", "NOPE"} {
		err := py.Try(func() error {
			py.Print(py.GetItem(statusClass, name))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.KeyError) {
				return err
			}
			fmt.Println("KeyError", err)
		}
	}
	arg2 := py.Equal(py.SetOf[Status](statusNew, statusNew), py.SetOf[Status](statusNew))
	arg3 := statusPaid == statusNew || statusPaid == statusPaid
	items3 := py.ListOf[Status]()
	for _, s := range []Status{statusNew, statusPaid, statusShipped} {
		if s != statusNew {
			items3.Append(s)
		}
	}
	py.Print(arg2, arg3, items3)
	anything := py.ListOf[any](statusNew, 1, "x", levelLow)
	py.Print(anything, anything.Index(levelLow), py.Contains(anything, statusNew))
	for i, s := range py.Enumerate(py.ListOf[Status](statusNew, statusPaid, statusShipped).All(), 1) {
		py.Print(i, s)
	}
	arg4 := py.CallKw(py.Builtin("max"), []any{statusClass}, py.Kwargs{{Name: "key", Value: py.Func("main.<locals>.<lambda>(s)", func(s any) any { return py.Len(py.GetAttr(s, "value")) })}})
	items4 := py.ListOf[string]()
	for _, s := range []Level{levelLow, levelMid, levelHigh} {
		items4.Append(s.Name())
	}
	py.Print(arg4, py.Call(py.DictClass, py.Call(py.Builtin("zip"), items4, py.ListOf[Level](levelLow, levelMid, levelHigh))))
	err = py.Try(func() error {
		py.Print(py.Less(levelLow, levelMid))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	err = py.Try(func() error {
		levelOf(7)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			return err
		}
		fmt.Println(err)
	}
	by := py.DictOf[string, Level]()
	for _, lv := range []Level{levelLow, levelMid, levelHigh} {
		by.Set(lv.Name(), lv)
	}
	py.Print(by.OrNone("LOW"), by.OrNone("X"), py.GetAttr(statusClass, "NEW"), py.GetAttr(statusClass, "__members__"))
	return nil
}

type Point struct {
	x int
	y int
}

var _ = py.StructClass[Point]("Point", nil)

func newPoint(x, y int) *Point {
	return &Point{x: x, y: y}
}

func (p *Point) moved(dx int) *Point {
	return newPoint(p.x+dx, p.y)
}

func main() {
	py.Main(func() error {
		levelClass = enum.Register("Level", []Level{levelLow, levelMid, levelHigh}, py.Kw{Name: "__str__", Value: py.Func("Level.__str__(self)", Level.text)})
		dataclasses.Struct(py.StructClass[Order]("Order", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "id"}, {Name: "status"}, {Name: "tags"}})
		machineTRANSITIONS = py.DictOf[Status, *py.Set[Status]](statusNew, py.SetOf[Status](statusPaid), statusPaid, py.SetOf[Status](statusShipped), statusShipped, py.SetOf[Status]())

		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}

		p := newPoint(1, 2).moved(3)
		py.Print(p.x, p.y, py.HasAttr(p, "__dict__"), py.HasAttr(p, "x"))
		return nil
	})
}
