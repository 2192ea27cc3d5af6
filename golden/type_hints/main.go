package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var (
	Box     any
	Chicken any
	Egg     any
	Movie   any
)

func eggLay(self, other, n, cb any) any {
	return nil
}

var BoxClass any

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
		py.HintNames("__main__", py.HintName{Name: "Alias", Value: func() any { return Alias }}, py.HintName{Name: "Box", Value: func() any { return Box }}, py.HintName{Name: "Chicken", Value: func() any { return Chicken }}, py.HintName{Name: "Egg", Value: func() any { return Egg }}, py.HintName{Name: "Movie", Value: func() any { return Movie }}, py.HintName{Name: "Optional", Value: func() any { return typing.Module().Attr("Optional") }})
		Egg = py.NewClass("Egg", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("chicken", "Chicken")
			ns.Annotate("size", "int")
			ns.Set("size", 1)
			ns.Set("lay", py.Func("Egg.lay(self, other, n, cb=None)", eggLay).Annotate(py.Kwargs{{Name: "other", Value: "Egg"}, {Name: "n", Value: "list[Chicken]"}, {Name: "cb", Value: "'Optional[Egg]'"}, {Name: "return", Value: "Egg | None"}}))
		})
		Chicken = py.NewClass("Chicken", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("egg", "Egg")
		})
		decorator := dataclasses.Module().Attr("dataclass")
		BoxClass = py.NewClass("Box", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("item", "Egg")
			ns.Annotate("many", "dict[str, Box]")
		})
		Box = py.Call(decorator, BoxClass)
		Alias = py.GetItem(py.DictClass, py.Tuple{py.StrClass, Egg})
		fFunc = py.Func("f(a, *b, **c)", f).Annotate(py.Kwargs{{Name: "a", Value: "Alias"}, {Name: "b", Value: "int"}, {Name: "c", Value: "Box"}, {Name: "return", Value: "None"}})
		gFunc = py.Func("g(z)", g).Annotate(py.Kwargs{{Name: "z", Value: "Missing"}})
		py.Print(py.Call(typing.Module().Attr("get_type_hints"), Egg), py.Call(typing.Module().Attr("get_type_hints"), Chicken), py.Call(typing.Module().Attr("get_type_hints"), py.GetAttr(Egg, "lay")), py.Call(typing.Module().Attr("get_type_hints"), Box), py.Call(typing.Module().Attr("get_type_hints"), fFunc))
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
		py.Print(py.GetAttr(fFunc, "__annotations__"), py.GetAttr(py.GetAttr(py.Call(Box, py.Call(Egg), py.DictOf[any, any]()), "item"), "size"))
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
