// hasattr of instances of static classes.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

type A struct {
	x int
}

const aLimit = 3

var aClass *py.Class

func newA() *A {
	return &A{x: 1}
}

func (a *A) callSelf() int {
	return 1
}

func (a *A) length() int {
	return 2
}

func (a *A) iterate() any {
	return py.GetIter(py.ListOf[int](1))
}

func aMake() int {
	return 1
}

type B struct {
	y int
}

func newB() *B {
	return &B{y: 2}
}

func (b *B) close(ctx context.Context) error {
	return nil
}

func kind(o any) string {
	if py.HasAttr(o, "close") {
		return "closable"
	}
	if py.HasAttr(o, "limit") {
		return "limited"
	}
	return "other"
}

// C is what the instances of a class and of those that derive from it have in common.
type C interface {
	asC() *CBase
	run() int
}

type CBase struct {
	x int
}

func (c *CBase) asC() *CBase {
	return c
}

var cClass *py.Class

func (c *CBase) initC() {
	c.x = 1
}

func newC() C {
	c := &CBase{}
	c.initC()
	return c
}

func (c *CBase) code() int {
	return 5
}

func (c *CBase) run() int {
	return 6
}

type D struct {
	CBase
}

func newD() *D {
	d := &D{}
	d.initC()
	return d
}

func (d *D) run() int {
	return 7
}

func test(o C) {
	py.Print(py.HasAttr(o, "code"), py.HasAttr(o, "run"), py.HasAttr(o, "x"), py.HasAttr(o, "nope"))
}

func main() {
	py.Main(func() error {
		aClass = py.StructClass[A](
			"A",
			nil,
			py.Kw{Name: "__call__", Value: py.Func("A.__call__(self)", (*A).callSelf)},
			py.Kw{Name: "__len__", Value: py.Func("A.__len__(self)", (*A).length)},
			py.Kw{Name: "__iter__", Value: py.Func("A.__iter__(self)", (*A).iterate)},
			py.Kw{Name: "make", Value: py.StaticMethod(py.Func("A.make()", aMake))},
			py.Kw{Name: "limit", Value: aLimit},
			py.Kw{Name: "__new__", Value: py.Func("A.__init__(self)", newA)},
		)
		py.StructClass[B]("B", nil, py.Kw{Name: "close", Value: py.AsyncFunc("B.close(self)", (*B).close)})

		a := newA()
		b := newB()
		py.Print(py.Callable(a), py.Callable(b), py.Callable(aClass), py.Callable(py.GetAttr(b, "close")), py.IsInstance(a, collectionsabc.Module().Attr("Callable")), py.IsInstance(a, collectionsabc.Module().Attr("Iterable")), py.IsInstance(b, collectionsabc.Module().Attr("Iterable")), py.IsInstance(a, collectionsabc.Module().Attr("Sized")))
		py.Print(py.HasAttr(aClass, "make"), py.HasAttr(aClass, "x"), py.HasAttr(a, "make"), py.HasAttr(a, "__len__"), py.HasAttr(b, "__len__"), py.HasAttr(a, "__call__"))
		fmt.Println(kind(a), kind(b), kind(3), kind(io.Module().Attr("open")))
		items := py.ListOf[bool]()
		for _, o := range []any{a, b} {
			items.Append(py.HasAttr(o, "y"))
		}
		py.Print(items, py.Call(py.Builtin("getattr"), a, "limit", nil), py.Call(py.Builtin("getattr"), b, "limit", "no"))
		cClass = py.StructClass[CBase](
			"C",
			nil,
			py.Kw{Name: "code", Value: py.Property(py.Func("C.code(self)", (*CBase).code), nil, nil, nil)},
			py.Kw{Name: "run", Value: py.Func("C.run(self)", (*CBase).run)},
		)
		py.StructClass[D](
			"D",
			[]any{cClass},
			py.Kw{Name: "run", Value: py.Func("D.run(self)", (*D).run)},
			py.Kw{Name: "code", Value: py.Property(py.Func("C.code(self)", (*D).code), nil, nil, nil)},
		)

		test(newC())
		test(newD())
		names := py.ListOf[string]("code", "ru"+"n")
		items2 := py.ListOf[bool]()
		for n := range names.All() {
			items2.Append(py.HasAttr(newC(), n))
		}
		fmt.Println(items2)
		err := py.Try(func() error {
			return py.NewValueError(newC().asC().code())
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			e := err
			py.Print(py.HasAttr(e, "args"), py.HasAttr(e, "code"))
		}
		return nil
	})
}
