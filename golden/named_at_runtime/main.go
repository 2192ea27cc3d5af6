// Names that are looked up when the program runs: those of other versions of Python, in texts and annotations.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/abc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	pycopy "github.com/pyasync2go/pyasync2go/runtime/pystd/copy"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/functools"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

var Circle any

var basestring any

func isText(x any) bool {
	return py.IsInstance(x, basestring)
}

func upto(n int) *py.List[int] {
	return py.ListFrom(py.RangeOf(0, n, 1))
}

var Shape any

func shapeArea(self any) any {
	return 4.25
}

func circleInit(self, r any) any {
	py.SetAttr(self, "r", r)
	return nil
}

var Visitor any

func visitorVisit(self, node any) any {
	return "generic"
}

func visitor(self, node any) any {
	return "text " + py.Format(node, "")
}

func greet(self, word any) string {
	return py.Format(word, "") + " " + py.Format(py.GetAttr(self, "r"), "")
}

var greetFunc any

var c any

var Abstract any

func abstractRun(self any) any {
	return nil
}

var Meters any

func metersAdd(self, other any) any {
	return py.Call(Meters, py.CallMethod(py.Super(Meters, self), "__add__", other))
}

func metersRepr(self any) any {
	return py.Format(py.Int(self), "") + " m"
}

var Lower any

func lowerSetitem(self, key, value any) any {
	py.CallMethod(py.Super(Lower, self), "__setitem__", py.CallMethod(key, "lower"), value)
	return nil
}

var Slots any

func slotsInit(self any) any {
	value := py.ListOf[any](2)
	py.SetAttr(self, "a", 1)
	py.SetAttr(self, "_Slots__b", value)
	return nil
}

func slotsBoth(self any) any {
	return py.Tuple{py.GetAttr(self, "a"), py.GetAttr(self, "_Slots__b")}
}

func main() {
	py.Main(func() error {
		py.HintNames("__main__", py.HintName{Name: "Circle", Value: func() any { return Circle }})
		err := py.Try(func() error {
			py.UndefinedName("basestring")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
			basestring = py.StrClass
		}
		err = py.Try(func() error {
			py.UndefinedName("xrange")
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.NameError) {
				return err
			}
		}

		py.Print(isText("a"), isText(1), upto(3), py.ListFrom(py.RangeOf(0, 2, 1)))
		Shape = py.NewClass("Shape", nil, nil, func(ns *py.Namespace) {
			ns.Set("kind", "square")
			ns.Set("limits", py.DictOf[any, any]("max", py.ListOf[any](1, 9)))

			ns.Set("area", py.Property(py.Func("Shape.area(self)", shapeArea), nil, nil, nil))
		})

		py.Print(py.CallMethod("{0.kind} {0.area:.1f} {0.limits[max][1]}", "format", py.Call(Shape)))
		Circle = py.NewClass("Circle", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Circle.__init__(self, r)", circleInit))
		})

		show := py.Call(functools.Module().Attr("singledispatch"), py.Func("show(x)", func(x any) any { return "anything" }).Annotate(py.Kwargs{{Name: "return", Value: "str"}}))

		py.Call(py.GetAttr(show, "register"), py.Func("_(x)", func(x any) any { return "circle " + py.Format(py.GetAttr(x, "r"), "") }).Annotate(py.Kwargs{{Name: "x", Value: "Circle"}, {Name: "return", Value: "str"}}))

		py.Call(py.GetAttr(show, "register"), py.Func("_(x)", func(x any) any { return "number " + py.Format(x, "") }).Annotate(py.Kwargs{{Name: "x", Value: "int | float"}, {Name: "return", Value: "str"}}))
		Visitor = py.NewClass("Visitor", nil, nil, func(ns *py.Namespace) {
			ns.Set("visit", py.Call(functools.Module().Attr("singledispatchmethod"), py.Func("Visitor.visit(self, node)", visitorVisit)))

			ns.Set("_", py.Call(py.GetAttr(ns.Get("visit"), "register"), py.Func("Visitor._(self, node)", visitor).Annotate(py.Kwargs{{Name: "node", Value: "'str'"}})))
		})

		py.Print(py.Call(show, py.Call(Circle, 2)), py.Call(show, 1.5), py.Call(show, "x"), py.CallMethod(py.Call(Visitor), "visit", "a"), py.CallMethod(py.Call(Visitor), "visit", 1))
		greetFunc = py.Func("greet(self, word=)", greet, "hello")
		c = py.Call(Circle, 3)
		py.SetAttr(c, "greet", py.CallMethod(types.Module(), "MethodType", greetFunc, c))
		py.Print(py.CallMethod(c, "greet"), py.CallMethodKw(c, "greet", nil, py.Kwargs{{Name: "word", Value: "bye"}}), py.Is(py.GetAttr(py.GetAttr(c, "greet"), "__self__"), c))
		Abstract = py.NewClass("Abstract", []any{abc.Module().Attr("ABC")}, nil, func(ns *py.Namespace) {
			ns.Set("run", py.Call(abc.Module().Attr("abstractmethod"), py.Func("Abstract.run(self)", abstractRun)))
		})

		for _, makeValue := range []any{py.Call(py.TypeClass, "Made", py.Tuple{Abstract}, py.DictOf[any, any]()), py.Call(py.TypeClass, "Seq", py.Tuple{collectionsabc.Module().Attr("Sequence")}, py.DictOf[any, any]("__len__", py.Func("<lambda>(self)", func(self any) any { return 0 }))), py.Func("<lambda>()", func() any { return py.CallKw(py.IntClass, nil, py.Kwargs{{Name: "x", Value: 5}}) }), py.Func("<lambda>()", func() any { return py.CallMethod(types.Module(), "MethodType", 1, c) })} {
			err := py.Try(func() error {
				py.Call(makeValue)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.TypeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		py.Print(py.CallMethod(5, "__lt__", 6.0), py.CallMethod(5, "__add__", 1.5), py.CallMethod(5.0, "__add__", 1), py.CallMethod(2.0, "__mul__", complex(0, 1.0)), py.CallMethod(5, "__lt__", 6))
		Meters = py.NewClass("Meters", []any{py.IntClass}, nil, func(ns *py.Namespace) {
			ns.Set("__add__", py.Func("Meters.__add__(self, other)", metersAdd))

			ns.Set("__repr__", py.Func("Meters.__repr__(self)", metersRepr))
		})

		py.Print(py.Add(py.Call(Meters, 3), 4), py.Mul(py.Call(Meters, 3), 2.5), py.Lt(py.Call(Meters, 3), 4.5), py.Sub(2.5, py.Call(Meters, 1)))
		Point := py.CallMethod(collections.Module(), "namedtuple", "Point", "x y")
		for _, change := range []any{py.Func("<lambda>(p)", func(p any) any { return py.Call(py.Builtin("setattr"), p, "x", 1) }), py.Func("<lambda>(p)", func(p any) any { return py.Call(py.Builtin("delattr"), p, "x") })} {
			err := py.Try(func() error {
				py.Call(change, py.Call(Point, 1, 2))
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
		}
		Lower = py.NewClass("Lower", []any{collections.Module().Attr("UserDict")}, nil, func(ns *py.Namespace) {
			ns.Set("__setitem__", py.Func("Lower.__setitem__(self, key, value)", lowerSetitem))
		})

		d := py.CallKw(Lower, nil, py.Kwargs{{Name: "A", Value: 1}})
		d = py.IBitOr(d, py.DictOf[any, any]("B", 2))
		py.Print(d, py.CallMethod(d, "copy"), py.CallMethod(pycopy.Module(), "copy", d))
		Slots = py.NewClass("Slots", nil, nil, func(ns *py.Namespace) {
			ns.Set("__slots__", py.Tuple{"a", "__b"})

			ns.Set("__init__", py.Func("Slots.__init__(self)", slotsInit))

			ns.Set("both", py.Func("Slots.both(self)", slotsBoth))
		})

		py.Print(py.CallMethod(py.CallMethod(pycopy.Module(), "copy", py.Call(Slots)), "both"), py.CallMethod(py.CallMethod(pycopy.Module(), "deepcopy", py.Call(Slots)), "both"))
		return nil
	})
}
