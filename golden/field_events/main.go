// Code that runs between a test of a field and its use.
package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
)

type Part struct {
	n int
}

func newPart(n int) *Part {
	return &Part{n: n}
}

type Owner struct {
	part *Part
}

func newOwner() *Owner {
	return &Owner{part: newPart(1)}
}

type Trigger struct {
	owner *Owner
}

func newTrigger(owner *Owner) *Trigger {
	return &Trigger{owner: owner}
}

func (t *Trigger) equal(other any) bool {
	t.owner.part = nil
	return false
}

func (t *Trigger) hash() int {
	t.owner.part = nil
	return 1
}

var shared *Owner

func dropKey(n any) any {
	shared.part = nil
	return n
}

var dropKeyFunc any

func fail(e error) {
	fmt.Println(py.TypeOf(e).Name(), e)
}

func byKey(o *Owner) {
	items := py.ListOf[int](2, 1)
	if o.part != nil {
		py.CallMethodKw(items, "sort", nil, py.Kwargs{{Name: "key", Value: dropKeyFunc}})
		err := py.Try(func() error {
			fmt.Println(items, py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func byDeque(o *Owner, d *collections.Deque[*Trigger], t *Trigger) {
	if o.part != nil && !d.Has(t) {
		err := py.Try(func() error {
			fmt.Println(py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func byClass(o *Owner) {
	if o.part != nil {
		Inner := py.NewClass("Inner", nil, nil, func(ns *py.Namespace) {
			ns.Set("__qualname__", "by_class.<locals>.Inner")
			o.part = nil
		})
		err := py.Try(func() error {
			py.Print(py.GetAttr(Inner, "__name__"), py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func byDecorator(o *Owner) {
	var clearValue any = py.Func("by_decorator.<locals>.clear(f)", func(f any) any {
		o.part = nil
		return f
	})

	if o.part != nil {
		py.Call(clearValue, py.Func("by_decorator.<locals>.inner()", func() any { return nil }))
		err := py.Try(func() error {
			fmt.Println(py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func numbers(o *Owner) *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		y.Yield(1)
		o.part = nil
		y.Yield(2)
		return nil
	}).Streams()
}

func byStar(o *Owner) {
	if o.part != nil {
		err := py.Try(func() error {
			items := py.ListFrom(py.Retyped[int](py.IterOnce(numbers(o))))
			items.Append(py.NotNone(o.part, "n").n)
			fmt.Println(items)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func byHash(o *Owner, t *Trigger) {
	if o.part != nil {
		err := py.Try(func() error {
			fmt.Println(py.DictOf[*Trigger, *Owner](t, o).Len(), py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func bySet(o *Owner, t *Trigger) {
	if o.part != nil {
		found := py.SetOf[*Trigger](t)
		err := py.Try(func() error {
			fmt.Println(found.Len(), py.NotNone(o.part, "n").n)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				panic(err)
			}
			fail(err)
		}
	}
}

func byMatch(o *Owner, t *Trigger) {
	if o.part != nil {
		if py.Truth(py.Eq(t, 5)) {
			fmt.Println("five")
		} else {
			err := py.Try(func() error {
				fmt.Println(py.NotNone(o.part, "n").n)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					panic(err)
				}
				fail(err)
			}
		}
	}
}

type Gate struct {
	lock *asyncio.Lock
}

func newGate() *Gate {
	return &Gate{lock: asyncio.NewLock()}
}

func (g *Gate) through(ctx context.Context) (string, error) {
	var result string
	err := g.lock.With(ctx, func(ctx context.Context) error {
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		result = "through"
		return nil
	})
	if err != nil {
		return "", err
	}
	return result, nil
}

type Changer struct{}

func newChanger(gate *Gate) *Changer {
	c := &Changer{}
	gate.lock = asyncio.NewLock()
	return c
}

func changed(ctx context.Context) error {
	gate := newGate()
	first := gate.lock
	var task *asyncio.Task[string]
	err := first.With(ctx, func(ctx context.Context) error {
		task = asyncio.CreateTask(ctx, asyncio.GoValue(gate.through).Named("Gate.through"))
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
		newChanger(gate)
		return nil
	})
	if err != nil {
		return err
	}
	result, err := task.Await(ctx)
	if err != nil {
		return err
	}
	py.Print(result, first.Locked(), gate.lock.Locked())
	return nil
}

func ring() {
	d := collections.DequeFrom(py.ListOf[int](1, 2).All())
	d.Extend(slices.Values(slices.Collect(d.All())))
	d.ExtendLeft(slices.Values(slices.Collect(d.All())))
	py.Print(d)
}

func asyncMain(ctx context.Context) error {
	byKey(shared)
	o := newOwner()
	byDeque(o, collections.DequeFrom(py.ListOf[*Trigger](newTrigger(o)).All()), newTrigger(o))
	byClass(newOwner())
	byDecorator(newOwner())
	byStar(newOwner())
	o = newOwner()
	byHash(o, newTrigger(o))
	o = newOwner()
	bySet(o, newTrigger(o))
	o = newOwner()
	byMatch(o, newTrigger(o))
	if err := changed(ctx); err != nil {
		return err
	}
	ring()
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Trigger](
			"Trigger",
			nil,
			py.Kw{Name: "__eq__", Value: py.Func("Trigger.__eq__(self, other)", (*Trigger).equal)},
			py.Kw{Name: "__hash__", Value: py.Func("Trigger.__hash__(self)", (*Trigger).hash)},
		)
		dropKeyFunc = py.Func("drop_key(n)", dropKey)

		shared = newOwner()

		return asyncio.RunFunc(asyncMain)
	})
}
