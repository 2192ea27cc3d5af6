// `x or default` where x may be None, and calls that collect with *args.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

type Tag struct{}

var _ = py.StructClass[Tag]("Tag", nil)

type Record struct {
	options *py.Dict[any, any]
	items   *py.List[any]
	name    any
	seen    *py.Set[int]
	count   any
	share   any
	pair    any
	tag     *Tag
}

func newRecord(options *py.Dict[any, any], items *py.List[any], name any, seen *py.Set[int], count, share, pair any, tag *Tag) *Record {
	value := options
	if value == nil || !(value.Len() > 0) {
		value = py.DictOf[any, any]()
	}
	arg := value.Copy()
	value2 := items
	if value2 == nil || !(value2.Len() > 0) {
		value2 = py.ListOf[any]()
	}
	arg2 := py.ListFrom(value2.All())
	var value3 string
	operand := name
	if py.Truth(operand) {
		value3 = operand.(string)
	} else {
		value3 = "anonymous"
	}
	arg3 := value3
	value4 := seen
	if value4 == nil || !(value4.Len() > 0) {
		value4 = py.SetOf[int]()
	}
	arg4 := value4
	var value5 int
	operand2 := count
	if py.Truth(operand2) {
		value5 = operand2.(int)
	} else {
		value5 = 3
	}
	arg5 := value5
	var value6 float64
	operand3 := share
	if py.Truth(operand3) {
		value6 = operand3.(float64)
	} else {
		value6 = 1.5
	}
	arg6 := value6
	var value7 py.Pair[int, int]
	operand4 := pair
	if py.Truth(operand4) {
		value7 = py.As[py.Pair[int, int]](operand4)
	} else {
		value7 = py.PairOf(1, 2)
	}
	arg7 := value7
	value8 := tag
	if value8 == nil {
		value8 = &Tag{}
	}
	return &Record{
		options: arg,
		items:   arg2,
		name:    arg3,
		seen:    arg4,
		count:   arg5,
		share:   arg6,
		pair:    arg7.Tuple(),
		tag:     value8,
	}
}

func (r *Record) show() {
	py.Print(r.options, r.items, r.name, py.Box(r.seen), r.count, r.share, r.pair, py.TypeOf(py.Box(r.tag)).Name())
}

func combine(a *py.Dict[any, any], b *py.List[any], c any) py.Tuple {
	value := a
	if value == nil || !(value.Len() > 0) {
		value = py.DictOf[any, any]()
	}
	d := value
	value2 := b
	if value2 == nil || !(value2.Len() > 0) {
		value2 = py.ListOf[any]()
	}
	e := value2
	if a != nil && a.Len() > 0 {
		py.SetItem(py.Box(d), "z", 1)
	}
	if b == nil || !(b.Len() > 0) {
		py.CallMethod(py.Box(e), "append", 1)
	}
	if a != nil && a.Len() > 0 && (b != nil && b.Len() > 0) {
		fmt.Println("both")
	}
	for b != nil && b.Len() > 0 && b.Len() < 3 {
		b.Append(0)
	}
	var value3 string
	operand := c
	if py.Truth(operand) {
		value3 = operand.(string)
	} else {
		value3 = "none"
	}
	return py.Tuple{py.Box(d), py.Box(e), value3, py.Truth(py.Box(a)), !py.Truth(c)}
}

func noted(value any) any {
	py.Print("evaluated", value)
	return value
}

func calls() {
	collect := func(parts py.Tuple, end any) py.Tuple { return py.Tuple{parts, end} }

	var strict any = py.Func("calls.<locals>.strict(a, b=2)", func(a, b any) any { return py.Tuple{a, b} })

	py.Print(collect(py.Tuple{1, 2}, true), collect(py.Tuple{noted(1)}, noted(false)), collect(py.Tuple(py.StarArgs(py.Star(py.ListOf[int](1, 3)))), 0))
	py.Print(py.Call(strict, 1), py.CallKw(strict, []any{1}, py.Kwargs{{Name: "b", Value: 3}}))
	err := py.Try(func() error {
		py.CallKw(strict, []any{1}, py.Kwargs{{Name: "c", Value: 2}})
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func main() {
	py.Main(func() error {
		newRecord(py.DictOf[any, any]("limit", 12), py.ListOf[any](1), "n", py.SetOf[int](1), 5, 2.5, py.Tuple{3, 4}, &Tag{}).show()
		newRecord(nil, nil, nil, nil, nil, nil, nil, nil).show()
		py.Print(combine(py.DictOf[any, any]("x", 1), py.ListOf[any](4), nil))
		py.Print(combine(nil, py.ListOf[any](), ""))
		py.Print(combine(nil, nil, nil))
		calls()
		return nil
	})
}
