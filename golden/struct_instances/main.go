package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Periodic is what the instances of a class and of those that derive from it have in common.
type Periodic interface {
	asPeriodic() *PeriodicBase
}

type PeriodicBase struct {
	fn   any
	key  any
	runs int
}

func (p *PeriodicBase) asPeriodic() *PeriodicBase {
	return p
}

func (p *PeriodicBase) initPeriodic(fn, key any) {
	p.fn = fn
	p.key = key
	p.runs = 0
}

func newPeriodic(fn, key any) Periodic {
	p := &PeriodicBase{}
	p.initPeriodic(fn, key)
	return p
}

func (p *PeriodicBase) run(args py.Tuple) any {
	p.runs++
	callee := p.fn
	return py.CallStar(callee, args, nil)
}

func (p *PeriodicBase) pair(x int) py.Tuple {
	arg := py.Call(p.fn, x)
	var value any
	if py.Truth(p.key) {
		value = py.Call(p.key, x)
	} else {
		value = nil
	}
	return py.Tuple{arg, value}
}

type Sub struct {
	PeriodicBase
}

func newSub(fn, key any) *Sub {
	s := &Sub{}
	s.initPeriodic(fn, key)
	return s
}

func (s *Sub) twice(x int) any {
	callee := s.fn
	return py.Call(callee, py.Call(s.fn, x))
}

func (s *Sub) handler() any {
	return s.fn
}

func (s *Sub) handle(x int) any {
	return py.Call(s.handler(), x)
}

func asyncMain(ctx context.Context) error {
	p := newPeriodic(py.Func("main.<locals>.<lambda>(a)", func(a any) any { return py.Add(a, 1) }), py.StrClass)
	py.Print(p.asPeriodic().run(py.Tuple{1}), p.asPeriodic().pair(2), py.Call(p.asPeriodic().fn, 5))
	var value any = py.Builtin("len")
	if py.Truth(value) {
		value = py.Func("main.<locals>.<lambda>(v)", func(v any) any { return py.Mul(v, 2) })
	}
	s := newSub(value, nil)
	py.Print(s.twice(3), s.handle(4), s.runs, py.Call(s.handler(), 5))
	calls := py.ListOf[any]()
	q := newPeriodic(py.GetAttr(calls, "append"), nil)
	q.asPeriodic().run(py.Tuple{3})
	py.Call(q.asPeriodic().fn, 4)
	fmt.Println(calls, q.asPeriodic().runs)
	return nil
}

type Dist struct {
	m any
}

func newDist(m any) *Dist {
	return &Dist{m: m}
}

func (d *Dist) index() any {
	return py.Call(py.Builtin("round"), d.m)
}

type Fake struct{}

const fakePretend = "Database"

var Meta any

func metaInstancecheck(cls, obj any) any {
	var value any = py.CallMethod(py.TypeClass, "__instancecheck__", cls, obj)
	if !py.Truth(value) {
		value = py.Eq(py.Call(py.Builtin("getattr"), obj, "pretend", nil), py.GetAttr(cls, "__name__"))
	}
	return value
}

var Database any

type Countdown struct {
	n int
}

func newCountdown(n int) *Countdown {
	return &Countdown{n: n}
}

func (c *Countdown) iterate() *Countdown {
	return c
}

func (c *Countdown) nextItem() (int, error) {
	if c.n <= 0 {
		return 0, py.NewStopIteration("liftoff")
	}
	c.n--
	return c.n + 1, nil
}

func collect(it *Countdown) *py.Generator {
	return py.NewGenerator("collect", func(y *py.Yielder) any {
		value := y.YieldFrom(it)
		y.Yield(py.Tuple{"returned", value})
		return nil
	}).Streams()
}

func change(amount int, coins *py.List[int]) py.Pair[*py.List[any], *py.List[int]] {
	if amount > 10 {
		return py.Pair[*py.List[any], *py.List[int]]{First: nil, Second: py.ListOf[int]()}
	}
	return py.PairOf(py.ListOf[any](amount), coins.Slice(1, nil, nil))
}

func main() {
	py.Main(func() error {
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		py.StructClass[Dist]("Dist", nil, py.Kw{Name: "__index__", Value: py.Func("Dist.__index__(self)", (*Dist).index)})

		py.Print(py.Mul(py.ListOf[any](0), newDist(2.2)), py.Mul("ab", newDist(2)), py.Mul(newDist(1), py.Tuple{1, 2}), py.GetItem("abcdef", newDist(2.2)).(string), py.Call(py.Builtin("range"), newDist(2)), py.Call(py.Builtin("hex"), newDist(7)), py.ListOf[int](1, 2, 3).Slice(newDist(0), newDist(2), nil))
		py.StructClass[Fake]("Fake", nil, py.Kw{Name: "pretend", Value: fakePretend})
		Meta = py.NewClass("Meta", []any{py.TypeClass}, nil, func(ns *py.Namespace) {
			ns.Set("__instancecheck__", py.Func("Meta.__instancecheck__(cls, obj)", metaInstancecheck))
		})
		Database = py.NewClass("Database", nil, py.Kwargs{{Name: "metaclass", Value: Meta}}, func(ns *py.Namespace) {})

		py.Print(py.IsInstance(&Fake{}, Database), py.IsInstance(5, Database))
		py.StructClass[Countdown](
			"Countdown",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("Countdown.__iter__(self)", (*Countdown).iterate)},
			py.Kw{Name: "__next__", Value: py.Func("Countdown.__next__(self)", (*Countdown).nextItem)},
		)

		fmt.Println(py.ListFrom(py.Items[any](collect(newCountdown(2)))))
		for _, amount := range []int{5, 20} {
			values := change(amount, py.ListOf[int](1, 2))
			given, rest := values.First, values.Second
			var value any
			if given == nil {
				value = "none"
			} else {
				value = py.Box(given)
			}
			py.Print(value, rest)
		}
		return nil
	})
}
