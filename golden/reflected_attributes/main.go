// setattr, vars and __dict__ of some objects leave the classes of others structs.
package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/argparse"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Point struct {
	x int
	y int
}

func newPoint(x, y int) *Point {
	p := &Point{}
	p.x = x
	p.y = y
	p.postInit()
	return p
}

func (p *Point) postInit() {
	p.x = py.Magnitude(p.x)
}

var Bag any

func bagInit(self, kw any) any {
	for item := range py.Iter(py.CallMethod(kw, "items")) {
		values := py.Unpack(item, 2)
		k, v := values[0], values[1]
		py.Call(py.Builtin("setattr"), self, k, v)
	}
	return nil
}

func bagShow(self any) any {
	return py.SortedList(py.Items[any](py.CallMethod(py.Call(py.Builtin("vars"), self), "items")))
}

type Plain struct {
	n any
}

func newPlain(n any) *Plain {
	return &Plain{n: n}
}

func (p *Plain) twice() any {
	return py.Mul(p.n, 2)
}

func untyped(x *Plain) any {
	return x.twice()
}

type Money struct {
	amount   int
	currency string
	text     string
}

func newMoney(amount int, currency string) (*Money, error) {
	m := &Money{}
	m.amount = amount
	m.currency = currency
	if err := m.postInit(); err != nil {
		return nil, err
	}
	return m, nil
}

func (m *Money) postInit() error {
	if m.amount < 0 {
		return py.NewValueError("negative")
	}
	m.currency = py.StrUpper(m.currency)
	m.text = strconv.Itoa(m.amount) + " " + m.currency
	return nil
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Point]("Point", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "x"}, {Name: "y"}})
		Bag = py.NewClass("Bag", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Bag.__init__(self, **kw)", bagInit))

			ns.Set("show", py.Func("Bag.show(self)", bagShow))
		})

		parser := py.CallMethod(argparse.Module(), "ArgumentParser")
		py.CallMethodKw(parser, "add_argument", []any{"--n"}, py.Kwargs{{Name: "type", Value: py.IntClass}, {Name: "default", Value: 3}})
		args := py.CallMethod(parser, "parse_args", py.ListOf[any]())
		py.Print(py.Call(py.Builtin("vars"), args), py.GetAttr(args, "__dict__"))
		py.Print(py.CallMethod(py.CallKw(Bag, nil, py.Kwargs{{Name: "a", Value: 1}, {Name: "b", Value: "x"}}), "show"), newPoint(-1, 2))
		dir, patch := 1, 2
		fmt.Println(dir + patch)
		p := newPlain(py.GetAttr(args, "n"))
		arg := p.twice()
		arg2 := untyped(p)
		items := py.ListOf[any]()
		for _, x := range []*Plain{p, newPlain(2)} {
			items.Append(untyped(x))
		}
		py.Print(arg, arg2, items)
		dataclasses.Struct(py.StructClass[Money]("Money", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "amount"}, {Name: "currency"}, {Name: "text", NoInit: true}})

		m, err := newMoney(3, "usd")
		if err != nil {
			return err
		}
		arg3 := m.text
		money, err := newMoney(3, "USD")
		if err != nil {
			return err
		}
		arg4 := py.Equal(m, money)
		arg5 := py.Hash(m)
		money2, err := newMoney(3, "USD")
		if err != nil {
			return err
		}
		py.Print(m, arg3, arg4, arg5 == py.Hash(money2))
		err = py.Try(func() error {
			py.SetAttr(m, "amount", 5)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		err = py.Try(func() error {
			_, err := newMoney(-1, "EUR")
			return err
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
