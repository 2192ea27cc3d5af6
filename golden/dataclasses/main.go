package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Item struct {
	name  string
	price any
	tags  *py.List[string]
}

type Version struct {
	major int
	minor int
}

func (v *Version) text() string {
	return "v" + strconv.Itoa(v.major) + "." + strconv.Itoa(v.minor)
}

type Order struct {
	items    *py.List[*Item]
	discount float64
}

func (o *Order) total() any {
	source := py.GetIter(o.items)
	return py.Mul(py.Call(py.Builtin("sum"), py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for itemItem := range py.Iter(source) {
			item := py.As[*Item](itemItem)
			y.Yield(item.price)
		}
		return nil
	}).Streams()), 1-o.discount)
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Item]("Item", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "name"}, {Name: "price"}, {Name: "tags"}})
		dataclasses.Struct(
			py.StructClass[Version]("Version", nil, py.Kw{Name: "__str__", Value: py.Func("Version.__str__(self)", (*Version).text)}),
			dataclasses.Options{Order: true, Frozen: true},
			[]dataclasses.StructField{{Name: "major"}, {Name: "minor"}},
		)

		book := &Item{name: "book", price: 12.5, tags: py.ListOf[string]("paper")}
		pen := &Item{name: "pen", price: 1.25, tags: py.ListOf[string]()}
		py.Print(book)
		py.Print(py.Equal(pen, &Item{name: "pen", price: 1.25, tags: py.ListOf[string]()}), py.Is(pen.tags, (&Item{name: "x", price: 0, tags: py.ListOf[string]()}).tags))
		order := &Order{items: py.ListOf[*Item](book, pen), discount: 0.1}
		fmt.Println(py.Format(order.total(), ".3f"))
		py.Print(py.Call(dataclasses.Module().Attr("asdict"), pen))
		versions := py.ListOf[*Version](&Version{major: 2, minor: 0}, &Version{major: 1, minor: 9}, &Version{major: 1, minor: 10})
		items := py.ListOf[string]()
		for v := range py.SortedList(versions.All()).All() {
			items.Append(v.text())
		}
		py.Print(items, py.MaxOf(versions.All()))
		version := *versions.Get(0)
		version.minor = 3
		py.Print(&version, py.Equal(py.SetOf[*Version](&Version{major: 1, minor: 0}, &Version{major: 1, minor: 0}), py.SetOf[*Version](&Version{major: 1, minor: 0})))
		err := py.Try(func() error {
			py.SetAttr(versions.Get(0), "major", 9)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		return nil
	})
}
