package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var appStorageBaseLoaded bool

const limit = 10

type Kind string

const (
	kindStart Kind = "start"
	kindStop  Kind = "stop"
)

var kindClass = enum.Register("app.storage.base.Kind", []Kind{kindStart, kindStop})

// PyClass is the class of the members.
func (k Kind) PyClass() *py.Class {
	return kindClass
}

// Name is the name of the member.
func (k Kind) Name() string {
	switch k {
	case kindStart:
		return "START"
	case kindStop:
		return "STOP"
	}
	return ""
}

// StorageError is what the instances of a class and of those that derive from it have in common.
type StorageError interface {
	py.BaseException
	asStorageError() *StorageErrorBase
}

// Anything about storage.
type StorageErrorBase struct {
	py.Exception
}

func (s *StorageErrorBase) asStorageError() *StorageErrorBase {
	return s
}

var storageErrorClass = py.StructClass[StorageErrorBase]("app.storage.base.StorageError", []any{py.ExceptionClass})

func newStorageError(args py.Tuple) StorageError {
	s := &StorageErrorBase{}
	s.Exception = py.ExceptionOf(storageErrorClass, args...)
	return s
}

type NotFound struct {
	StorageErrorBase
	key string
}

var notFoundClass *py.Class

func newNotFound(key string) *NotFound {
	n := &NotFound{}
	n.Exception = py.ExceptionOf(notFoundClass, key)
	n.Exception.Args = py.TupleOf("no row " + py.Repr(key))
	n.key = key
	return n
}

type Event struct {
	kind string
	size any
}

func eventParse(text string) *Event {
	kind, _, size := py.StrPartition(text, ":")
	return &Event{kind: kind, size: py.Int(size)}
}

func eventDefault() *Event {
	return &Event{kind: string(kindStart), size: 0}
}

type Tree struct {
	value    int
	children *py.List[*Tree]
}

func (t *Tree) total() any {
	arg := t.value
	items := py.ListOf[any]()
	for c := range t.children.All() {
		items.Append(c.total())
	}
	return py.Add(arg, py.SumAny(items.All()))
}

func (t *Tree) walk() *py.Generator {
	return py.NewGenerator("walk", func(y *py.Yielder) any {
		y.Yield(t)
		for c := range t.children.All() {
			y.YieldFrom(c.walk())
		}
		return nil
	}).Streams()
}

// Store is what the instances of a class and of those that derive from it have in common.
type Store interface {
	asStore() *StoreBase
	get(ctx context.Context, key string) (any, error)
	length() any
}

type StoreBase struct{}

func (s *StoreBase) asStore() *StoreBase {
	return s
}

var storeClass *py.Class

func (s *StoreBase) get(ctx context.Context, key string) (any, error) {
	return nil, nil
}

func (s *StoreBase) length() any {
	return nil
}

func retry(ctx context.Context, fn any, times int) (any, error) {
	for attempt := range times {
		var result any
		err := py.Try(func() error {
			result2, err := asyncio.Await(ctx, py.Call(fn))
			if err != nil {
				return err
			}
			result = result2
			return nil
		})
		if err == nil {
			return result, nil
		}
		if _, ok := errors.AsType[StorageError](err); !ok {
			return nil, err
		}
		if attempt == times-1 {
			return nil, err
		}
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return nil, err
		}
	}
	return nil, py.NewRuntimeError("unreachable")
}

func describe(x any) string {
	if x == nil {
		return "nothing"
	}
	if event, ok := x.(*Event); ok {
		k := event.kind
		s := event.size
		return "event " + k + "/" + py.Format(s, "")
	}
	if py.Truth(py.Eq(x, kindStart)) {
		return "start"
	}
	return py.TypeOf(x).Name()
}

// importAppStorageBase runs the module app.storage.base when it is first imported.
func importAppStorageBase() {
	if appStorageBaseLoaded {
		return
	}
	appStorageBaseLoaded = true
	py.Call(typing.Module().Attr("TypeVar"), "T")
	notFoundClass = py.StructClass[NotFound]("app.storage.base.NotFound", []any{storageErrorClass})
	dataclasses.Struct(
		py.StructClass[Event]("app.storage.base.Event", nil, py.Kw{Name: "default", Value: py.StaticMethod(py.Func("Event.default()", eventDefault))}),
		dataclasses.Options{Order: true, Frozen: true},
		[]dataclasses.StructField{{Name: "kind"}, {Name: "size"}},
	)
	dataclasses.Struct(py.StructClass[Tree]("app.storage.base.Tree", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "value"}, {Name: "children"}})
	storeClass = py.StructClass[StoreBase](
		"app.storage.base.Store",
		nil,
		py.Kw{Name: "get", Value: py.AsyncFunc("Store.get(self, key)", (*StoreBase).get)},
		py.Kw{Name: "__len__", Value: py.Func("Store.__len__(self)", (*StoreBase).length)},
	)
}
