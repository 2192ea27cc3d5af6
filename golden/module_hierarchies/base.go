package main

import (
	"context"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
)

var baseLoaded bool

var BaseError any

var TooBig any

func tooBigInit(self, limit any) any {
	py.CallMethod(py.Super(TooBig, self), "__init__", "over "+py.Format(limit, ""))
	py.SetAttr(self, "limit", limit)
	return nil
}

var OrderedClass any

func orderedInit(self, n any) any {
	py.SetAttr(self, "n", n)
	return nil
}

func orderedEq(self, other any) any {
	return py.Eq(py.GetAttr(self, "n"), py.GetAttr(other, "n"))
}

func orderedLt(self, other any) any {
	return py.Lt(py.GetAttr(self, "n"), py.GetAttr(other, "n"))
}

var Base any

func baseInit(self, n any) any {
	py.SetAttr(self, "_value", n)
	return nil
}

func baseValue(self any) any {
	return py.GetAttr(self, "_value")
}

func baseValueFunc(self, v any) any {
	py.SetAttr(self, "_value", v)
	return nil
}

func baseDescribe(self any) any {
	return py.Format(py.GetAttr(self, "kind"), "") + ":" + py.Format(py.GetAttr(self, "value"), "")
}

func baseEq(self, other any) any {
	var value any = py.IsInstance(other, Base)
	if py.Truth(value) {
		value = py.Eq(py.GetAttr(other, "_value"), py.GetAttr(self, "_value"))
	}
	return value
}

func baseHash(self any) any {
	return py.Hash(py.GetAttr(self, "_value"))
}

func baseLt(self, other any) any {
	return py.Lt(py.GetAttr(self, "_value"), py.GetAttr(other, "_value"))
}

func baseRepr(self any) any {
	return "<" + py.TypeOf(self).Name() + " " + py.Format(py.GetAttr(self, "_value"), "") + ">"
}

func baseCreate(cls, n any) any {
	return py.Call(cls, n)
}

type Resource struct {
	name string
	open bool
}

func newResource(name string) *Resource {
	return &Resource{name: name, open: false}
}

func (r *Resource) enterAsync(ctx context.Context) (*Resource, error) {
	r.open = true
	return r, nil
}

func (r *Resource) exitAsync(ctx context.Context) error {
	r.open = false
	return nil
}

type Timer struct {
	ticks    int  `py:"ticks,later"`
	hasTicks bool `py:"-,has"`
}

func (t *Timer) enter() *Timer {
	t.ticks = 1
	t.hasTicks = true
	return t
}

func (t *Timer) exit() bool {
	t.mustTicks()
	t.ticks++
	return false
}

func (t *Timer) text() string {
	return "timer " + strconv.Itoa(t.mustTicks())
}

// mustTicks returns ticks, which __enter__ sets: it raises AttributeError before that.
func (t *Timer) mustTicks() int {
	if !t.hasTicks {
		py.Raise(py.NoAttribute(t, "ticks"))
	}
	return t.ticks
}

type Slow struct {
	n int
}

func newSlow(n int) *Slow {
	return &Slow{n: n}
}

func (s *Slow) run() int {
	return py.As[int](py.Pow(s.n, 2))
}

func fail(limit int) error {
	return py.MakeError(py.Call(TooBig, limit))
}

// importBase runs the module base when it is first imported.
func importBase() {
	if baseLoaded {
		return
	}
	baseLoaded = true
	BaseError = py.NewClass("BaseError", []any{py.ExceptionClass}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "base")
	})
	TooBig = py.NewClass("TooBig", []any{BaseError}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "base")
		ns.Set("__init__", py.Func("TooBig.__init__(self, limit)", tooBigInit))
	})
	decorator := functools.Module().Attr("total_ordering")
	OrderedClass = py.NewClass("Ordered", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "base")
		ns.Set("__init__", py.Func("Ordered.__init__(self, n)", orderedInit))

		ns.Set("__eq__", py.Func("Ordered.__eq__(self, other)", orderedEq))

		ns.Set("__lt__", py.Func("Ordered.__lt__(self, other)", orderedLt))
	})
	py.Call(decorator, OrderedClass)
	Base = py.NewClass("Base", nil, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "base")
		ns.Set("kind", "base")

		ns.Set("__init__", py.Func("Base.__init__(self, n)", baseInit))

		ns.Set("value", py.Property(py.Func("Base.value(self)", baseValue), nil, nil, nil))

		ns.Set("value", py.Call(py.GetAttr(ns.Get("value"), "setter"), py.Func("Base.value(self, v)", baseValueFunc)))

		ns.Set("describe", py.Func("Base.describe(self)", baseDescribe))

		ns.Set("__eq__", py.Func("Base.__eq__(self, other)", baseEq))

		ns.Set("__hash__", py.Func("Base.__hash__(self)", baseHash))

		ns.Set("__lt__", py.Func("Base.__lt__(self, other)", baseLt))

		ns.Set("__repr__", py.Func("Base.__repr__(self)", baseRepr))

		ns.Set("create", py.ClassMethod(py.Func("Base.create(cls, n)", baseCreate)))
	})
	py.StructClass[Timer]("base.Timer", nil, py.Kw{Name: "__str__", Value: py.Func("Timer.__str__(self)", (*Timer).text)})
}
