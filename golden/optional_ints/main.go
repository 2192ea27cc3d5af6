// Ints that may be None, where they are tested.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Pool struct {
	size int
	rate float64
	last any
}

func newPool(size, rate any) *Pool {
	p := &Pool{}
	p.size = 2
	if size != nil {
		p.size = size.(int)
	}
	if rate != nil {
		p.rate = rate.(float64)
	} else {
		p.rate = 0.5
	}
	p.last = nil
	return p
}

func (p *Pool) use(n int) int {
	if p.last != nil && p.last.(int) > n {
		return p.last.(int) - n
	}
	p.last = n
	return n * p.size
}

func (p *Pool) grow() int {
	if p.last == nil {
		return -1
	}
	p.last = py.IAdd(p.last, 1)
	return p.last.(int) * 2
}

type Limit struct {
	low  any
	high any
}

func (l *Limit) allows(x int) bool {
	if l.low != nil && x < l.low.(int) {
		return false
	}
	return l.high == nil || x <= l.high.(int)
}

func middle(xs *py.List[int], defaultValue any) any {
	if xs.Len() == 0 {
		return defaultValue
	}
	return py.SortedList(xs.All()).Get(xs.Len() / 2)
}

func big(n any) any {
	if n == nil {
		return 0
	}
	return py.Mul(py.Mul(n.(int), py.Pow(10, 18)), n.(int))
}

func untyped(n any) any {
	if n == nil {
		n = 10
	}
	return py.Add(n, 1)
}

func loop(start any, stop int) int {
	total := 0
	i := start
	for i != nil && i.(int) < stop {
		total += i.(int)
		if i.(int) < 3 {
			i = i.(int) + 1
		} else {
			i = nil
		}
	}
	return total
}

func asyncMain(ctx context.Context) error {
	p := newPool(3, nil)
	py.Print(p.use(4), p.use(1), p.grow(), newPool(nil, nil).grow(), newPool(nil, 1.5).rate, newPool(nil, nil).size)
	py.Print((&Limit{low: 1, high: 3}).allows(2), (&Limit{low: nil, high: 3}).allows(9), (&Limit{low: 5, high: nil}).allows(1), &Limit{low: nil, high: nil})
	m := middle(py.ListOf[int](3, 1, 2), nil)
	arg := middle(py.ListOf[int](), nil)
	arg2 := middle(py.ListOf[int](), 7)
	var arg3 any
	if m != nil {
		arg3 = m.(int) + 1
	} else {
		arg3 = "none"
	}
	var value int
	operand := m
	if py.Truth(operand) {
		value = operand.(int)
	} else {
		value = 0
	}
	py.Print(m, arg, arg2, arg3, value*2)
	py.Print(big(3), big(nil), big(py.As[int](py.Pow(10, 6))), untyped(nil), untyped(4), loop(1, 5), loop(nil, 5))
	values := py.ListOf[any](1, nil, 3)
	items := py.ListOf[int]()
	for v := range values.All() {
		if v != nil {
			items.Append(v.(int))
		}
	}
	arg4 := py.SumInts(items.All())
	arg5 := py.ListOf[int]()
	for v := range values.All() {
		if v != nil {
			arg5.Append(v.(int) + 1)
		}
	}
	items2 := py.ListOf[int]()
	for v := range values.All() {
		var value int
		if py.Truth(v) {
			value = v.(int)
		} else {
			value = 0
		}
		items2.Append(value)
	}
	fmt.Println(arg4, arg5, py.MaxOf(items2.All()))
	table := py.DictOf[string, any]("a", 1, "b", nil)
	for k, v := range table.All() {
		if v != nil {
			fmt.Println(k, v.(int)*2, fmt.Sprintf("%03d", v.(int)))
		}
	}
	a := table.OrNone("a")
	if a != nil {
		py.Print(a.(int)+1, a.(int) == 1, a.(int) < 2, py.ListOf[int](10, 20, 30).Get(a.(int)))
	}
	return nil
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Limit]("Limit", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "low"}, {Name: "high"}})

		return asyncio.RunFunc(asyncMain)
	})
}
