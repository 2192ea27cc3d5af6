// Enumerations whose members are strings or ints as well.
package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
)

// Where a job is.
type Status string

const (
	statusQueued  Status = "queued"
	statusRunning Status = "running" // at work
	statusDone    Status = "done"
)

var statusClass = enum.RegisterStr("Status", []Status{statusQueued, statusRunning, statusDone})

// PyClass is the class of the members.
func (s Status) PyClass() *py.Class {
	return statusClass
}

// PyBox is the member as an object, for those who do not know its type.
func (s Status) PyBox() any {
	return enum.Member(statusClass, s)
}

// Name is the name of the member.
func (s Status) Name() string {
	switch s {
	case statusQueued:
		return "QUEUED"
	case statusRunning:
		return "RUNNING"
	case statusDone:
		return "DONE"
	}
	return ""
}

func (s Status) final() bool {
	return s == statusDone
}

func (s Status) label() string {
	return py.StrTitle(string(s))
}

type Level int

const (
	levelLow  Level = 1
	levelMid  Level = 5
	levelHigh Level = 10
)

var levelClass = enum.RegisterIntEnum("Level", []Level{levelLow, levelMid, levelHigh})

// PyClass is the class of the members.
func (l Level) PyClass() *py.Class {
	return levelClass
}

// PyBox is the member as an object, for those who do not know its type.
func (l Level) PyBox() any {
	return enum.Member(levelClass, l)
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

type Color string

const (
	colorRed      Color = "red"
	colorDarkBlue Color = "dark_blue"
)

var colorClass = enum.RegisterStrEnum("Color", []Color{colorRed, colorDarkBlue})

// PyClass is the class of the members.
func (c Color) PyClass() *py.Class {
	return colorClass
}

// PyBox is the member as an object, for those who do not know its type.
func (c Color) PyBox() any {
	return enum.Member(colorClass, c)
}

// Name is the name of the member.
func (c Color) Name() string {
	switch c {
	case colorRed:
		return "RED"
	case colorDarkBlue:
		return "DARK_BLUE"
	}
	return ""
}

type Code int

const (
	codeOk      Code = 200
	codeMissing Code = 404
)

var codeClass = enum.RegisterInt("Code", []Code{codeOk, codeMissing})

// PyClass is the class of the members.
func (c Code) PyClass() *py.Class {
	return codeClass
}

// PyBox is the member as an object, for those who do not know its type.
func (c Code) PyBox() any {
	return enum.Member(codeClass, c)
}

// Name is the name of the member.
func (c Code) Name() string {
	switch c {
	case codeOk:
		return "OK"
	case codeMissing:
		return "MISSING"
	}
	return ""
}

type Job struct {
	name   string
	status Status
	level  Level
	tags   *py.List[Color]
}

func (j *Job) advance() {
	if j.status == statusQueued {
		j.status = statusRunning
	} else if j.status == statusRunning {
		j.status = statusDone
	}
}

func describe(s Status) string {
	switch s {
	case statusQueued:
		return "waiting"
	case statusRunning, statusDone:
		return fmt.Sprintf("%s %s %s %s", py.Str(s.PyBox()), s.Name(), string(s), py.Str(s.final()))
	}
	return "?"
}

func same(s Status, text string) py.Triple[bool, bool, bool] {
	return py.TripleOf(string(s) == text, text == string(s), string(s) != text)
}

func sortLevels(levels *py.List[Level]) *py.List[Level] {
	return py.SortedListReverse(levels.All(), true)
}

func untyped(x any) string {
	return fmt.Sprintf("%s %s %s %s %s %s", py.Format(x, ""), py.Repr(x), py.Str(x), py.TypeOf(x).Name(), py.Str(py.IsInstance(x, py.StrClass)), py.Str(py.IsInstance(x, py.IntClass)))
}

// statusOf finds the member with a value. It raises ValueError if there is none.
func statusOf(value string) Status {
	switch s := Status(value); s {
	case statusQueued, statusRunning, statusDone:
		return s
	}
	panic(enum.Invalid("Status", value))
}

// levelOf finds the member with a value. It raises ValueError if there is none.
func levelOf(value int) Level {
	switch l := Level(value); l {
	case levelLow, levelMid, levelHigh:
		return l
	}
	panic(enum.Invalid("Level", value))
}

// colorOf finds the member with a value. It raises ValueError if there is none.
func colorOf(value string) Color {
	switch c := Color(value); c {
	case colorRed, colorDarkBlue:
		return c
	}
	panic(enum.Invalid("Color", value))
}

// codeOf finds the member with a value. It raises ValueError if there is none.
func codeOf(value int) Code {
	switch c := Code(value); c {
	case codeOk, codeMissing:
		return c
	}
	panic(enum.Invalid("Code", value))
}

func asyncMain(ctx context.Context) error {
	job := &Job{
		name:   "a",
		status: statusQueued,
		level:  levelMid,
		tags:   py.ListOf[Color](),
	}
	job.advance()
	py.Print(job, job.status.label(), describe(job.status), describe(statusQueued))
	py.Print(same(job.status, "running").Tuple(), same(statusDone, "x").Tuple(), job.status == statusRunning, slices.Contains([]Status{statusDone, statusRunning}, job.status))
	py.Print(py.CallMethod(job.status.PyBox(), "upper"), string(job.status)+"!", py.Len(statusDone.PyBox()), py.CallMethod(statusDone.PyBox(), "startswith", "d"), py.CallMethod("-", "join", py.ListOf[Status](statusDone, statusQueued)))
	fmt.Println(json.Dumps(py.DictOf[string, any]("status", job.status.PyBox(), "level", job.level.PyBox(), "tags", py.ListOf[any](colorRed.PyBox()), "code", codeOk.PyBox())), json.Dumps(py.Call(dataclasses.Module().Attr("asdict"), job)))
	py.Print(statusOf("done").PyBox(), statusOf("done") == statusDone, levelOf(5).PyBox(), colorOf("red").PyBox(), codeOf(404).Name())
	for _, bad := range []string{"nope", "queue"} {
		err := py.Try(func() error {
			statusOf(bad)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
	}
	fmt.Printf("%d %5d %s %6s %s %s %s|\n", int(levelHigh), int(levelHigh), string(colorDarkBlue), string(colorRed), py.Str(codeOk.PyBox()), py.Str(statusDone.PyBox()), py.Format(statusDone.PyBox(), ">15"))
	fmt.Println(py.Str(levelLow.PyBox()), py.Str(colorRed.PyBox()), py.Str(codeOk.PyBox()), py.Str(statusDone.PyBox()), py.Repr(levelLow.PyBox()), py.Repr(colorRed.PyBox()), py.Repr(statusDone.PyBox()))
	py.Print(int(levelLow) < int(levelHigh), int(levelLow) < 3, int(levelMid)+1, py.Call(py.Builtin("max"), levelLow.PyBox(), levelMid.PyBox()), sortLevels(py.ListOf[Level](levelLow, levelHigh, levelMid)), py.Call(py.Builtin("sum"), py.ListOf[Level](levelLow, levelMid)))
	counts := py.DictOf[Status, int]()
	for _, s := range []Status{statusQueued, statusRunning, statusDone} {
		counts.Set(s, 0)
	}
	key := job.status
	counts.Set(key, counts.Get(key)+2)
	py.Print(counts, counts.Get(statusRunning), py.CallMethod(counts, "get", "running"), py.Contains(counts, "done"), py.Equal(py.DictOf[Status, int](statusDone, 1), py.DictOf[string, int]("done", 1)))
	arg := py.ListOf[Status](statusQueued, statusRunning, statusDone)
	arg2 := py.ListOf[string]()
	for _, c := range []Color{colorRed, colorDarkBlue} {
		arg2.Append(string(c))
	}
	arg3 := py.ListOf[Level](levelLow, levelMid, levelHigh).Len()
	items := py.ListOf[string]()
	for _, m := range []Code{codeOk, codeMissing} {
		items.Append(m.Name())
	}
	fmt.Println(arg, arg2, arg3, items)
	fmt.Println(untyped(statusDone.PyBox()), untyped(levelLow.PyBox()), untyped(colorRed.PyBox()), untyped(codeOk.PyBox()))
	py.Print(py.SetOf[Level](levelHigh, levelLow, levelMid), py.GetItem(py.ListOf[any](10, 20, 30, 40, 50, 60), levelMid.PyBox()), py.ListFrom(py.Items[any](py.Call(py.Builtin("range"), levelLow.PyBox(), levelMid.PyBox()))))
	py.Print(py.Truth(statusDone.PyBox()), py.Hash(statusDone.PyBox()) == py.Hash("done"), int(levelLow) == 1, levelLow == levelOf(1), int(codeOk) == 200, py.IsInstance(job.status.PyBox(), py.StrClass))
	queue := asyncio.NewQueue[Status](0)
	for _, s := range []Status{statusQueued, statusRunning, statusDone} {
		if err := queue.PutNowait(s); err != nil {
			return err
		}
	}
	got, err := queue.Get(ctx)
	if err != nil {
		return err
	}
	arg4 := got.final()
	result, err := asyncio.WaitFor(ctx, asyncio.GoValue(func(ctx context.Context) (Status, error) {
		return queue.Get(ctx)
	}).Named("Queue.get"), time.Second)
	if err != nil {
		return err
	}
	py.Print(got.PyBox(), arg4, result.PyBox())
	anything := py.ListOf[any](statusDone.PyBox(), levelLow.PyBox(), "done", 1)
	arg5 := anything.Index("done")
	arg6 := anything.Count(1)
	arg7 := py.ListOf[Status]()
	for x := range anything.All() {
		if py.IsInstance(x, statusClass) {
			arg7.Append(py.As[Status](x))
		}
	}
	items2 := py.ListOf[bool]()
	for x := range anything.All() {
		items2.Append(py.Is(x, statusDone.PyBox()))
	}
	fmt.Println(arg5, arg6, arg7, items2)
	var maybe any = nil
	arg8 := maybe
	arg9 := py.Equal(maybe, "done")
	var value any = job.status.PyBox()
	if !py.Truth(value) {
		value = "none"
	}
	arg10 := value
	var value2 Status
	operand := maybe
	if py.Truth(operand) {
		value2 = py.As[Status](operand)
	} else {
		value2 = statusDone
	}
	py.Print(arg8, arg9, arg10, value2.PyBox())
	maybe = statusDone.PyBox()
	py.Print(py.GetAttr(maybe, "name"), py.GetItem(statusClass, "QUEUED"), py.GetAttr(py.GetItem(py.GetAttr(statusClass, "__members__"), "DONE"), "value"))
	return nil
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(
			py.StructClass[Job]("Job", nil),
			dataclasses.Options{},
			[]dataclasses.StructField{
				{Name: "name"},
				{Name: "status"},
				{Name: "level"},
				{Name: "tags"},
			},
		)

		return asyncio.RunFunc(asyncMain)
	})
}
