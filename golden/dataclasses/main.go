package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

var (
	ItemClass any
	Item      any
)

var VersionClass any

func versionStr(self any) any {
	return "v" + py.Format(py.GetAttr(self, "major"), "") + "." + py.Format(py.GetAttr(self, "minor"), "")
}

var Version any

type Order struct {
	items    *py.List[any]
	discount float64
}

func (o *Order) total() any {
	source := py.GetIter(o.items)
	return py.Mul(py.Call(py.Builtin("sum"), py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for item := range py.Iter(source) {
			y.Yield(py.GetAttr(item, "price"))
		}
		return nil
	})), 1.0-o.discount)
}

func main() {
	py.Main(func() error {
		decorator := dataclasses.Module().Attr("dataclass")
		ItemClass = py.NewClass("Item", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("name", py.StrClass)
			ns.Annotate("price", py.FloatClass)
			ns.Annotate("tags", py.GetItem(py.ListClass, py.StrClass))
			ns.Set("tags", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.ListClass}}))
		})
		Item = py.Call(decorator, ItemClass)
		decorator2 := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "frozen", Value: true}, {Name: "order", Value: true}})
		VersionClass = py.NewClass("Version", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("major", py.IntClass)
			ns.Annotate("minor", py.IntClass)
			ns.Set("minor", 0)

			ns.Set("__str__", py.Func("Version.__str__(self)", versionStr))
		})
		Version = py.Call(decorator2, VersionClass)

		book := py.Call(Item, "book", 12.5, py.ListOf[any]("paper"))
		pen := py.Call(Item, "pen", 1.25)
		py.Print(book)
		py.Print(py.Eq(pen, py.Call(Item, "pen", 1.25)), py.Is(py.GetAttr(pen, "tags"), py.GetAttr(py.Call(Item, "x", 0), "tags")))
		order := &Order{items: py.ListOf[any](book, pen), discount: 0.1}
		fmt.Println(py.Format(order.total(), ".3f"))
		py.Print(py.Call(dataclasses.Module().Attr("asdict"), pen))
		versions := py.ListOf[any](py.Call(Version, 2), py.Call(Version, 1, 9), py.Call(Version, 1, 10))
		items := py.ListOf[string]()
		for v := range py.SortedList(versions.All()).All() {
			items.Append(py.Str(v))
		}
		py.Print(items, py.MaxOf(versions.All()))
		py.Print(py.CallKw(dataclasses.Module().Attr("replace"), []any{versions.Get(0)}, py.Kwargs{{Name: "minor", Value: 3}}), py.Hash(py.Call(Version, 1)) == py.Hash(py.Call(Version, 1, 0)))
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
