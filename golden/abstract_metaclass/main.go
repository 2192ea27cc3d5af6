// Abstract classes by metaclass=ABCMeta.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Shape is what the instances of a class and of those that derive from it have in common.
type Shape interface {
	asShape() *ShapeBase
	area() any
}

type ShapeBase struct {
	name string
	self Shape `py:"-"` // the instance that this is part of
}

func (s *ShapeBase) asShape() *ShapeBase {
	return s
}

func (s *ShapeBase) initShape(name string) {
	s.name = name
}

func (s *ShapeBase) area() any {
	return nil
}

func (s *ShapeBase) show() string {
	return s.name + " " + py.Format(s.self.area(), ".2f")
}

type Square struct {
	ShapeBase
	side any
}

func newSquare(side any) *Square {
	s := &Square{}
	s.self = s
	s.ShapeBase.initShape("square")
	s.side = side
	return s
}

func (s *Square) area() any {
	return py.Pow(s.side, 2)
}

// Sink is what the instances of a class and of those that derive from it have in common.
type Sink interface {
	asSink() *SinkBase
	put(ctx context.Context, x int) error
}

type SinkBase struct{}

func (s *SinkBase) asSink() *SinkBase {
	return s
}

func (s *SinkBase) put(ctx context.Context, x int) error {
	return nil
}

type ListSink struct {
	SinkBase
	items *py.List[int]
}

func newListSink() *ListSink {
	l := &ListSink{}
	l.items = py.ListOf[int]()
	return l
}

func (l *ListSink) put(ctx context.Context, x int) error {
	l.items.Append(x)
	return nil
}

func asyncMain(ctx context.Context) error {
	sinks := py.ListOf[*ListSink](newListSink(), newListSink())
	for i, s := range sinks.Enumerate() {
		if err := s.put(ctx, i); err != nil {
			return err
		}
	}
	items := py.ListOf[*py.List[int]]()
	for s := range sinks.All() {
		if true {
			items.Append(s.items)
		}
	}
	fmt.Println(items)
	for _, shape := range []*Square{newSquare(2), newSquare(1.5)} {
		fmt.Println(shape.show())
	}
	return nil
}

func main() {
	asyncio.Main(asyncMain)
}
