package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var derivedLoaded bool

var Odd any

var Derived any

func derivedInit(self, n, m any) any {
	py.CallMethod(py.Super(Derived, self), "__init__", py.Add(n, m))
	py.SetAttr(self, "m", m)
	return nil
}

func derivedDescribe(self any) any {
	return py.Add("D ", py.CallMethod(py.Super(Derived, self), "describe"))
}

var Special any

func specialDescribe(self any) any {
	return "special"
}

type Stack struct {
	py.Attributes
	items *py.List[any]
}

func newStack() *Stack {
	return &Stack{items: py.ListOf[any]()}
}

func (s *Stack) push(x int) {
	s.items.Append(x)
}

func (s *Stack) pop() any {
	return s.items.Pop()
}

func (s *Stack) length() int {
	return s.items.Len()
}

func (s *Stack) iterate() any {
	return py.GetIter(s.items)
}

func (s *Stack) text() string {
	return "Stack" + py.Str(s.items)
}

type Node struct {
	value int
	next  *Node
}

func (n *Node) total() int {
	arg := n.value
	var value int
	if n.next != nil {
		value = n.next.total()
	} else {
		value = 0
	}
	return arg + value
}

// Conf is what the instances of a class and of those that derive from it have in common.
type Conf interface {
	asConf() *ConfBase
}

type ConfBase struct {
	name string
	size int
}

func (c *ConfBase) asConf() *ConfBase {
	return c
}

var confClass *py.Class

func newConf(name string, size int) Conf {
	c := &ConfBase{}
	c.name = name
	c.size = size
	return c
}

type BigConf struct {
	ConfBase
	weight int
}

func newBigConf(name string, size, weight int) *BigConf {
	b := &BigConf{}
	b.name = name
	b.size = size
	b.weight = weight
	return b
}

type Worker struct {
	limit int
	done  int
	task  *asyncio.Task[asyncio.None] `py:"task,later"`
}

const workerLimit = 3

var _ = py.StructClass[Worker]("derived.Worker", nil)

func newWorker() *Worker {
	return &Worker{limit: 3, done: 0}
}

func (w *Worker) start(ctx context.Context) error {
	w.limit = 4
	w.task = asyncio.CreateTask(ctx, asyncio.Go(w.Run).Named("Worker._run"))
	return nil
}

func (w *Worker) Run(ctx context.Context) error {
	for range w.limit {
		w.done++
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	return nil
}

func (w *Worker) stop(ctx context.Context) error {
	_, err := w.mustTask().Await(ctx)
	return err
}

// mustTask returns task, which start sets: it raises AttributeError before that.
func (w *Worker) mustTask() *asyncio.Task[asyncio.None] {
	if w.task == nil {
		py.Raise(py.NoAttribute(w, "task"))
	}
	return w.task
}

func useLazy() string {
	importPkg()
	importPkgThings()
	return newLazy("z").name
}

func makeAll() *py.List[any] {
	items := py.ListOf[any]()
	for _, makeValue := range []any{Base, Special} {
		items.Append(py.Call(makeValue, 1))
	}
	return items
}

func later(ctx context.Context) error {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	return py.MakeError(py.Call(Odd, "odd", 3))
}

// importDerived runs the module derived when it is first imported.
func importDerived() {
	if derivedLoaded {
		return
	}
	derivedLoaded = true

	importBase()
	importBase()
	py.Call(typing.Module().Attr("TypeVar"), "T")
	Odd = py.NewClass("Odd", []any{BaseError, py.ValueError}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "derived")
	})
	Derived = py.NewClass("Derived", []any{Base}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "derived")
		ns.Set("kind", "derived")

		ns.Set("__init__", py.Func("Derived.__init__(self, n, m)", derivedInit))

		ns.Set("describe", py.Func("Derived.describe(self)", derivedDescribe))
	})
	Special = py.NewClass("Special", []any{Base}, nil, func(ns *py.Namespace) {
		ns.Set("__module__", "derived")
		ns.Set("describe", py.Func("Special.describe(self)", specialDescribe))
	})
	py.StructClass[Stack](
		"derived.Stack",
		nil,
		py.Kw{Name: "pop", Value: py.Func("Stack.pop(self)", (*Stack).pop)},
		py.Kw{Name: "__len__", Value: py.Func("Stack.__len__(self)", (*Stack).length)},
		py.Kw{Name: "__iter__", Value: py.Func("Stack.__iter__(self)", (*Stack).iterate)},
		py.Kw{Name: "__str__", Value: py.Func("Stack.__str__(self)", (*Stack).text)},
	)
	dataclasses.Struct(py.StructClass[Node]("derived.Node", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "value"}, {Name: "next"}})
	confClass = dataclasses.Struct(py.StructClass[ConfBase]("derived.Conf", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "name"}, {Name: "size"}})
	dataclasses.Struct(py.StructClass[BigConf]("derived.BigConf", []any{confClass}), dataclasses.Options{}, []dataclasses.StructField{{Name: "weight"}})
}
