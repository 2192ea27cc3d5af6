// Dataclasses whose fields and annotations the program asks for.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/inspect"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

// Conf is what the instances of a class and of those that derive from it have in common.
type Conf interface {
	asConf() *ConfBase
}

// How to connect.
type ConfBase struct {
	host  string
	port  any
	tags  any
	ratio any
}

func (c *ConfBase) asConf() *ConfBase {
	return c
}

var confClass *py.Class

func newConf(host string, port, tags, ratio any) Conf {
	c := &ConfBase{}
	c.host = host
	c.port = port
	c.tags = tags
	c.ratio = ratio
	return c
}

type Point struct {
	x any
}

var pointClass *py.Class

func newPoint(x any) *Point {
	return &Point{x: x}
}

type Leaf struct {
	ConfBase
	depth any
}

var leafClass *py.Class

func newLeaf(host string, port, tags, ratio, depth any) *Leaf {
	l := &Leaf{}
	l.host = host
	l.port = port
	l.tags = tags
	l.ratio = ratio
	l.depth = depth
	return l
}

func f(p *Point, c Conf) *Point {
	return p
}

var fFunc any

func load(kind any, raw *py.Dict[string, string]) any {
	hints := py.Call(typing.Module().Attr("get_type_hints"), kind)
	values := py.DictOf[any, any]()
	for fl := range py.Iter(py.Call(dataclasses.Module().Attr("fields"), kind)) {
		if py.Contains(raw, py.GetAttr(fl, "name")) {
			value := py.Call(py.GetItem(hints, py.GetAttr(fl, "name")), py.GetItem(raw, py.GetAttr(fl, "name")).(string))
			values.Set(py.GetAttr(fl, "name"), value)
		} else if !py.Is(py.GetAttr(fl, "default"), dataclasses.Module().Attr("MISSING")) {
			py.Print("default", py.GetAttr(fl, "name"), py.GetAttr(fl, "default"), py.GetAttr(fl, "type"), py.Call(py.Builtin("getattr"), kind, py.GetAttr(fl, "name")))
		} else {
			py.Print("none", py.GetAttr(fl, "name"), !py.Is(py.GetAttr(fl, "default_factory"), dataclasses.Module().Attr("MISSING")), py.Call(py.Builtin("hasattr"), kind, py.GetAttr(fl, "name")))
		}
	}
	return py.CallKw(kind, nil, py.KwOf(kind, values))
}

func main() {
	py.Main(func() error {
		confClass = dataclasses.Struct(
			py.StructClass[ConfBase](
				"Conf",
				nil,
				py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("host", py.StrClass, "port", py.IntClass, "tags", py.GetItem(py.ListClass, py.StrClass), "ratio", py.FloatClass)},
				py.Kw{Name: "__new__", Value: py.Func("Conf.__init__(self, host, port=80, tags=, ratio=)", func(host string, port, tags, ratio any) Conf {
					return newConf(host, port, dataclasses.GivenOr(tags, func() any { return py.ListOf[string]() }), ratio)
				}, dataclasses.Made, 0.5).Annotate(py.Kwargs{{Name: "host", Value: py.StrClass}, {Name: "port", Value: py.IntClass}, {Name: "tags", Value: py.GetItem(py.ListClass, py.StrClass)}, {Name: "ratio", Value: py.FloatClass}, {Name: "return", Value: nil}})},
			),
			dataclasses.Options{},
			[]dataclasses.StructField{
				{Name: "host", Type: py.StrClass},
				{Name: "port", Type: py.IntClass, HasDefault: true, Default: 80},
				{Name: "tags", Type: py.GetItem(py.ListClass, py.StrClass), Factory: py.ListClass},
				{Name: "ratio", Type: py.FloatClass, HasDefault: true, Default: 0.5, NoRepr: true},
			},
		)
		pointClass = py.StructClass[Point]("Point", nil, py.Kw{Name: "__new__", Value: py.Func("Point.__init__(self, x)", newPoint).Annotate(py.Kwargs{{Name: "x", Value: py.IntClass}, {Name: "return", Value: nil}})})
		leafClass = dataclasses.Struct(
			py.StructClass[Leaf](
				"Leaf",
				[]any{confClass},
				py.Kw{Name: "__annotations__", Value: py.DictOf[any, any]("depth", py.IntClass)},
				py.Kw{Name: "__new__", Value: py.Func("Leaf.__init__(self, host, port=80, tags=, ratio=, depth=1)", func(host string, port, tags, ratio, depth any) *Leaf {
					return newLeaf(host, port, dataclasses.GivenOr(tags, func() any { return py.ListOf[string]() }), ratio, depth)
				}, dataclasses.Made, 0.5).Annotate(py.Kwargs{{Name: "host", Value: py.StrClass}, {Name: "port", Value: py.IntClass}, {Name: "tags", Value: py.GetItem(py.ListClass, py.StrClass)}, {Name: "ratio", Value: py.FloatClass}, {Name: "depth", Value: py.IntClass}, {Name: "return", Value: nil}})},
			),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "depth", Type: py.IntClass, HasDefault: true, Default: 1}},
		)
		fFunc = py.Func("f(p, c)", f).Annotate(py.Kwargs{{Name: "p", Value: pointClass}, {Name: "c", Value: confClass}, {Name: "return", Value: pointClass}})

		c := load(confClass, py.DictOf[string, string]("host", "h", "port", "8080"))
		py.Print(c, py.Add(py.GetAttr(c, "port"), 1))
		py.Print(load(leafClass, py.DictOf[string, string]("host", "i", "depth", "3")))
		py.Print(f(newPoint(4), newConf("x", 80, py.ListOf[string](), 0.5)).x, py.Call(inspect.Module().Attr("signature"), fFunc), py.Call(inspect.Module().Attr("signature"), confClass), py.Call(inspect.Module().Attr("signature"), pointClass))
		py.Print(py.Call(typing.Module().Attr("get_type_hints"), fFunc), py.Call(typing.Module().Attr("get_type_hints"), leafClass))
		for _, cls := range []any{pointClass, confClass} {
			err := py.Try(func() error {
				var value string
				if py.Is(cls, pointClass) {
					value = "x"
				} else {
					value = "host"
				}
				py.Print(py.GetAttr(cls, value))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		return nil
	})
}
