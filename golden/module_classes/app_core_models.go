package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/math"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var (
	Job                 any
	appCoreModelsLoaded bool
)

var registry *py.Dict[any, any]

func register(cls any) any {
	registry.Set(py.GetAttr(cls, "__name__"), cls)
	return cls
}

type Status string

const (
	statusNew  Status = "new"
	statusDone Status = "done"
)

var statusClass = enum.RegisterStr("app.core.models.Status", []Status{statusNew, statusDone})

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
	case statusNew:
		return "NEW"
	case statusDone:
		return "DONE"
	}
	return ""
}

type Level int

const (
	levelLow  Level = 1
	levelHigh Level = 2
)

var levelClass = enum.RegisterIntEnum("app.core.models.Level", []Level{levelLow, levelHigh})

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
	case levelHigh:
		return "HIGH"
	}
	return ""
}

var JobClass any

func jobFinish(self any) any {
	py.SetAttr(self, "status", statusDone.PyBox())
	return self
}

var Point any

func pointNorm(self any) any {
	return py.CallMethod(math.Module(), "hypot", py.GetAttr(self, "x"), py.GetAttr(self, "y"))
}

var Base any

func baseInit(self, name any) any {
	py.SetAttr(Base, "count", py.IAdd(py.GetAttr(Base, "count"), 1))
	py.SetAttr(self, "name", name)
	return nil
}

func baseHello(self any) any {
	return "base " + py.Format(py.GetAttr(self, "name"), "") + " " + py.Format(py.GetAttr(self, "count"), "")
}

// Shape is what the instances of a class and of those that derive from it have in common.
type Shape interface {
	asShape() *ShapeBase
	area() any
}

type ShapeBase struct {
	py.Attributes
}

func (s *ShapeBase) asShape() *ShapeBase {
	return s
}

var shapeClass = py.StructClass[ShapeBase]("app.core.models.Shape", nil)

func (s *ShapeBase) area() any {
	return nil
}

func shapeMake(r int) *Circle {
	return newCircle(r)
}

type Circle struct {
	ShapeBase
	r int
}

func newCircle(r int) *Circle {
	c := &Circle{}
	c.r = r
	return c
}

func (c *Circle) area() any {
	return 3 * py.As[int](py.Pow(c.r, 2))
}

type Late struct {
	value int
}

var lateDefault int

func newLate() *Late {
	l := &Late{}
	l.value = lateDefault
	return l
}

// importAppCoreModels runs the module app.core.models when it is first imported.
func importAppCoreModels() {
	if appCoreModelsLoaded {
		return
	}
	appCoreModelsLoaded = true
	registry = py.DictOf[any, any]()
	decorator := dataclasses.Module().Attr("dataclass")
	JobClass = py.NewClass("Job", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.core.models")
		ns.Annotate("name", "str")
		ns.Annotate("status", "Status")
		ns.Set("status", statusNew.PyBox())
		ns.Annotate("level", "Level")
		ns.Set("level", levelLow.PyBox())
		ns.Annotate("tags", "list[str]")
		ns.Set("tags", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.ListClass}}))

		ns.Set("finish", py.Func("Job.finish(self)", jobFinish))
	})
	Job = py.Call(decorator, JobClass)
	Point = py.NewClass("Point", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.core.models")
		ns.Annotate("x", "int")
		ns.Annotate("y", "int")

		ns.Set("norm", py.Func("Point.norm(self)", pointNorm))
	})
	Base = py.NewClass("Base", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "app.core.models")
		ns.Set("count", 0)

		ns.Set("__init__", py.Func("Base.__init__(self, name)", baseInit))

		ns.Set("hello", py.Func("Base.hello(self)", baseHello))
	})
	py.StructClass[Circle]("app.core.models.Circle", []any{shapeClass})
	lateDefault = 5
}
