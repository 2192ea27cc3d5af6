package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var Movie any

type Egg struct{}

const eggSize = 1

var eggClass *py.Class

func (e *Egg) lay(other *Egg, n any, cb *Egg) {}

type Chicken struct{}

var chickenClass *py.Class

type Box struct {
	item *Egg
	many any
}

var boxClass *py.Class

func f(a, b, c any) {}

var fFunc any

func g(z any) {}

var gFunc any

func local() {
	l := py.NewClass("L", nil, nil, func(ns *py.Namespace) {
		ns.Set("__qualname__", "local.<locals>.L")
	})
	var h any = py.Func("local.<locals>.h(x)", func(x any) any { return nil }).Annotate(py.Kwargs{{Name: "x", Value: "L"}})
	err := py.Try(func() error {
		py.Print(py.Call(typing.Module().Attr("get_type_hints"), h))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.NameError) {
			panic(err)
		}
		fmt.Println(err)
	}
	py.Print(py.GetAttr(py.GetItem(py.CallKw(typing.Module().Attr("get_type_hints"), []any{h}, py.Kwargs{{Name: "localns", Value: py.DictOf[any, any]("L", l)}}), "x"), "__name__"))
}

func spelled(a, b, d, g, h any) {}

var spelledFunc any

var Size any

func main() {
	py.Main(func() error {
		var Alias any
		py.HintNames("__main__", py.HintName{Name: "Alias", Value: func() any { return Alias }}, py.HintName{Name: "Box", Value: func() any { return boxClass }}, py.HintName{Name: "Chicken", Value: func() any { return chickenClass }}, py.HintName{Name: "Egg", Value: func() any { return eggClass }}, py.HintName{Name: "Movie", Value: func() any { return Movie }}, py.HintName{Name: "Optional", Value: func() any { return typing.Module().Attr("Optional") }})
		eggClass = py.StructClass[Egg](
			"Egg",
			nil,
			py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("chicken", "Chicken", "size", "int")},
			py.Kw{Name: "lay", Value: py.Func("Egg.lay(self, other, n, cb=None)", (*Egg).lay).Annotate(py.Kwargs{{Name: "other", Value: "Egg"}, {Name: "n", Value: "list[Chicken]"}, {Name: "cb", Value: "'Optional[Egg]'"}, {Name: "return", Value: "Egg | None"}})},
			py.Kw{Name: "__new__", Value: py.Func("Egg()", func() *Egg { return &Egg{} })},
		)
		chickenClass = py.StructClass[Chicken](
			"Chicken",
			nil,
			py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("egg", "Egg")},
			py.Kw{Name: "__new__", Value: py.Func("Chicken()", func() *Chicken { return &Chicken{} })},
		)
		boxClass = dataclasses.Struct(
			py.StructClass[Box](
				"Box",
				nil,
				py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("item", "Egg", "many", "dict[str, Box]")},
				py.Kw{Name: "__new__", Value: py.Func("Box.__init__(self, item, many)", func(item *Egg, many any) *Box { return &Box{item: item, many: many} }).Annotate(py.Kwargs{{Name: "item", Value: "Egg"}, {Name: "many", Value: "dict[str, Box]"}, {Name: "return", Value: nil}})},
			),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "item"}, {Name: "many"}},
		)
		Alias = py.GetItem(py.DictClass, py.Tuple{py.StrClass, eggClass})
		fFunc = py.Func("f(a, *b, **c)", f).Annotate(py.Kwargs{{Name: "a", Value: "Alias"}, {Name: "b", Value: "int"}, {Name: "c", Value: "Box"}, {Name: "return", Value: "None"}})
		gFunc = py.Func("g(z)", g).Annotate(py.Kwargs{{Name: "z", Value: "Missing"}})
		py.Print(py.Call(typing.Module().Attr("get_type_hints"), eggClass), py.Call(typing.Module().Attr("get_type_hints"), chickenClass), py.Call(typing.Module().Attr("get_type_hints"), py.GetAttr(eggClass, "lay")), py.Call(typing.Module().Attr("get_type_hints"), boxClass), py.Call(typing.Module().Attr("get_type_hints"), fFunc))
		err := py.Try(func() error {
			py.Call(typing.Module().Attr("get_type_hints"), gFunc)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			fmt.Println(err)
		}
		local()
		py.Print(py.GetAttr(fFunc, "__annotations__"), eggSize)
		spelledFunc = py.Func("spelled(a, b=None, *, d, g, h)", spelled).Annotate(py.Kwargs{{Name: "a", Value: "dict[str, int]"}, {Name: "b", Value: "Optional[int]"}, {Name: "d", Value: "'int|None'"}, {Name: "g", Value: "tuple[int, ...]"}, {Name: "h", Value: "int | str | None"}, {Name: "return", Value: "None"}})

		Movie = py.NewClass("Movie", []any{typing.Module().Attr("TypedDict")}, nil, func(ns *py.Namespace) {
			ns.Annotate("title", "str")
			ns.Annotate("next", "Movie")
		})
		Size = py.NewClass("Size", []any{typing.Module().Attr("NamedTuple")}, nil, func(ns *py.Namespace) {
			ns.Annotate("w", "int")
			ns.Annotate("h", "'int'")
			ns.Set("h", 0)
		})

		py.Print(py.GetAttr(spelledFunc, "__annotations__"), py.GetAttr(Movie, "__annotations__"), py.GetAttr(Size, "__annotations__"), py.Call(typing.Module().Attr("get_type_hints"), Size), py.Call(typing.Module().Attr("get_type_hints"), Movie))
		return nil
	})
}
