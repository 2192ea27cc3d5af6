package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

type Kind string

const kindA Kind = "a"

var kindClass = enum.Register("Kind", []Kind{kindA})

// PyClass is the class of the members.
func (k Kind) PyClass() *py.Class {
	return kindClass
}

// Name is the name of the member.
func (k Kind) Name() string {
	switch k {
	case kindA:
		return "A"
	}
	return ""
}

type D struct {
	k Kind
}

type N struct {
	k Kind
}

type Inner struct {
	n int
}

func (i *Inner) equal(other any) bool {
	_, ok := other.(*Inner)
	return ok && i.n%10 == other.(*Inner).n%10
}

type Key struct {
	a int
	b Kind
}

type Outer struct {
	i *Inner
	q *collections.Deque[Kind]
	m *py.Dict[string, *Inner]
	k *Key
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[D]("D", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "k"}})
		typing.NamedStruct(py.StructClass[N]("N", nil), "k")

		py.Print(&D{k: kindA})
		py.Print(&N{k: kindA})
		dataclasses.Struct(
			py.StructClass[Inner]("Inner", nil, py.Kw{Name: "__eq__", Value: py.Func("Inner.__eq__(self, other)", (*Inner).equal)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "n"}},
		)
		dataclasses.Struct(py.StructClass[Key]("Key", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "a"}, {Name: "b"}})
		dataclasses.Struct(
			py.StructClass[Outer]("Outer", nil),
			dataclasses.Options{},
			[]dataclasses.StructField{
				{Name: "i"},
				{Name: "q"},
				{Name: "m"},
				{Name: "k"},
			},
		)

		x := &Outer{
			i: &Inner{n: 1},
			q: collections.DequeFrom(py.ListOf[Kind](kindA).All()),
			m: py.DictOf[string, *Inner]("z", &Inner{n: 2}),
			k: &Key{a: 1, b: kindA},
		}
		y := &Outer{
			i: &Inner{n: 11},
			q: collections.DequeFrom(py.ListOf[Kind](kindA).All()),
			m: py.DictOf[string, *Inner]("z", &Inner{n: 12}),
			k: &Key{a: 1, b: kindA},
		}
		py.Print(py.Equal(x, y), py.NotEqual(x, y))
		py.Print(x)
		py.Print(collections.DequeFrom(py.ListOf[Kind](kindA, kindA).All()))
		py.Print(py.DictOf[*Key, int](&Key{a: 1, b: kindA}, 2).Get(&Key{a: 1, b: kindA}), py.SetOf[*Key](&Key{a: 1, b: kindA}).Has(&Key{a: 1, b: kindA}))
		py.Print(py.Equal(py.ListOf[*Outer](x), py.ListOf[*Outer](y)), py.Equal(py.Tuple{x, 1}, py.Tuple{y, 1}))
		return nil
	})
}
