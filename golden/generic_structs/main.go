package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Cache is what the instances of a class and of those that derive from it have in common.
type Cache interface {
	asCache() *CacheBase
	touch(key string)
	evict() any
	name() any
}

type CacheBase struct {
	capacity int
	data     *py.Dict[any, any]
	self     Cache `py:"-"` // the instance that this is part of
}

func (c *CacheBase) asCache() *CacheBase {
	return c
}

func (c *CacheBase) initCache(capacity int) {
	c.capacity = capacity
	c.data = py.DictOf[any, any]()
}

func (c *CacheBase) put(key string, value int) {
	if !py.Contains(c.data, key) && c.data.Len() >= c.capacity {
		py.DelItem(c.data, c.self.evict())
	}
	c.data.Set(key, value)
	c.self.touch(key)
}

func (c *CacheBase) touch(key string) {}

// Chooses.
func (c *CacheBase) evict() any {
	return nil
}

func (c *CacheBase) name() any {
	return nil
}

func (c *CacheBase) keys() *py.List[any] {
	return py.ListFrom(c.data.Keys())
}

type Lru struct {
	CacheBase
	order *py.List[string]
}

func newLru(capacity int) *Lru {
	l := &Lru{}
	l.self = l
	l.CacheBase.initCache(capacity)
	l.order = py.ListOf[string]()
	return l
}

func (l *Lru) touch(key string) {
	if l.order.Has(key) {
		l.order.Remove(key)
	}
	l.order.Append(key)
}

func (l *Lru) evict() any {
	return l.order.PopAt(0)
}

func (l *Lru) name() any {
	return "lru"
}

type Fifo struct {
	CacheBase
}

func newFifo(capacity int) *Fifo {
	f := &Fifo{}
	f.self = f
	f.initCache(capacity)
	return f
}

func (f *Fifo) touch(key string) {}

func (f *Fifo) evict() any {
	return py.NextItem[any](py.GetIter(f.data))
}

func (f *Fifo) name() any {
	return "fifo"
}

// Stack is what the instances of a class and of those that derive from it have in common.
type Stack interface {
	asStack() *StackBase
}

type StackBase struct {
	py.Attributes
	items      *py.List[any] `py:"_items"`
	stackCount int           `py:"_Stack__count"`
}

func (s *StackBase) asStack() *StackBase {
	return s
}

var stackClass *py.Class

func (s *StackBase) initStack() {
	s.items = py.ListOf[any]()
	s.stackCount = 0
}

func newStack() Stack {
	s := &StackBase{}
	s.initStack()
	return s
}

func (s *StackBase) push(item any) {
	s.items.Append(item)
	s.stackCount++
}

func (s *StackBase) pop() any {
	return s.items.Pop()
}

func (s *StackBase) count() int {
	return s.stackCount
}

type Sub struct {
	StackBase
	subCount int `py:"_Sub__count"`
}

func newSub() *Sub {
	s := &Sub{}
	s.StackBase.initStack()
	s.subCount = 100
	return s
}

func (s *Sub) both() py.Pair[int, int] {
	return py.PairOf(s.subCount, s.count())
}

// Shape is what the instances of a class and of those that derive from it have in common.
type Shape interface {
	asShape() *ShapeBase
	area() any
}

type ShapeBase struct {
	self Shape `py:"-"` // the instance that this is part of
}

func (s *ShapeBase) asShape() *ShapeBase {
	return s
}

var shapeClass = py.StructClass[ShapeBase]("Shape", nil)

func (s *ShapeBase) area() any {
	return nil
}

func (s *ShapeBase) describe() string {
	return py.TypeOf(s.self).Name() + " " + py.Format(s.self.area(), ".2f")
}

type Sq struct {
	ShapeBase
	s int
}

func newSq(s int) *Sq {
	s2 := &Sq{}
	s2.self = s2
	s2.s = s
	return s2
}

func (s *Sq) area() any {
	return py.As[int](py.Pow(s.s, 2))
}

type Circle struct {
	ShapeBase
	r float64
}

func newCircle(r float64) *Circle {
	c := &Circle{}
	c.self = c
	c.r = r
	return c
}

func (c *Circle) area() any {
	return 3.14 * c.r * c.r
}

func fill(c Cache) {
	for i, w := range py.ListOf[string]("a", "b", "a", "c").Enumerate() {
		c.asCache().put(w, i)
	}
	py.Print(c.name(), c.asCache().keys())
}

func asyncMain(ctx context.Context) error {
	fill(newLru(2))
	fill(newFifo(2))
	s := newStack()
	s.asStack().push(1)
	py.Print(s.asStack().pop(), s.asStack().count())
	u := newStack()
	u.asStack().push("x")
	py.Print(u.asStack().pop(), u.asStack().count())
	b := newSub()
	b.push(3)
	py.Print(b.both().Tuple(), b.stackCount, b.subCount)
	err := py.Try(func() error {
		py.GetAttr(b, "__count")
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			return err
		}
		fmt.Println(err)
	}
	shapes := py.ListOf[Shape](newSq(2), newCircle(1.0))
	for x := range shapes.All() {
		py.Print(x.asShape().describe(), true)
	}
	q := asyncio.NewQueue[int](0)
	if err := q.Put(ctx, 1); err != nil {
		return err
	}
	result, err := q.Get(ctx)
	if err != nil {
		return err
	}
	fmt.Println(result + 1)
	d := py.CallKw(py.DictClass, nil, py.Kwargs{{Name: "a", Value: 1}})
	py.Print(d)
	return nil
}

func main() {
	py.Main(func() error {
		stackClass = py.StructClass[StackBase]("Stack", nil, py.Kw{Name: "pop", Value: py.Func("Stack.pop(self)", (*StackBase).pop)})
		py.StructClass[Sub]("Sub", []any{stackClass}, py.Kw{Name: "pop", Value: py.Func("Stack.pop(self)", (*Sub).pop)})
		py.StructClass[Sq]("Sq", []any{shapeClass})
		py.StructClass[Circle]("Circle", []any{shapeClass})

		return asyncio.RunFunc(asyncMain)
	})
}
