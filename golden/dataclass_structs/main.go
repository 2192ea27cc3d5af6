package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type Point struct {
	x int
	y int
}

func (p *Point) dist2() any {
	return py.Add(p.x*p.x, py.Mul(p.y, p.y))
}

type Version struct {
	major int
	minor int
	tags  any
}

type Inventory struct {
	name   string
	items  *py.List[string]
	counts *py.Dict[string, int]
	note   any
	secret string
}

const inventoryLimit = 3

func newInventory(name string, items *py.List[string], counts *py.Dict[string, int], note any, secret string) *Inventory {
	i := &Inventory{}
	i.name = name
	i.items = items
	i.counts = counts
	i.note = note
	i.secret = secret
	i.postInit()
	return i
}

func (i *Inventory) postInit() {
	i.name = py.StrTitle(i.name)
}

func (i *Inventory) add(item string) error {
	if i.items.Len() >= inventoryLimit {
		return py.NewValueError(i.name + " is full")
	}
	i.items.Append(item)
	value := i.counts.GetOr(item, 0) + 1
	i.counts.Set(item, value)
	return nil
}

// Base is what the instances of a class and of those that derive from it have in common.
type Base interface {
	asBase() *BaseBase
	show() string
}

type BaseBase struct {
	id   int
	kind string
}

func (b *BaseBase) asBase() *BaseBase {
	return b
}

var baseClass *py.Class

func newBase(id int, kind string) Base {
	b := &BaseBase{}
	b.id = id
	b.kind = kind
	return b
}

func (b *BaseBase) show() string {
	return b.kind + ":" + strconv.Itoa(b.id)
}

type Child struct {
	BaseBase
	extra float64
}

func newChild(id int, kind string, extra float64) *Child {
	c := &Child{}
	c.id = id
	c.kind = kind
	c.extra = extra
	return c
}

func (c *Child) show() string {
	return "child " + c.BaseBase.show() + (" " + py.FormatFloat(c.extra))
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Point]("Point", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "x"}, {Name: "y"}})
		dataclasses.Struct(py.StructClass[Version]("Version", nil), dataclasses.Options{Order: true, Frozen: true}, []dataclasses.StructField{{Name: "major"}, {Name: "minor"}, {Name: "tags"}})
		dataclasses.Struct(
			py.StructClass[Inventory]("Inventory", nil),
			dataclasses.Options{},
			[]dataclasses.StructField{
				{Name: "name"},
				{Name: "items"},
				{Name: "counts"},
				{Name: "note"},
				{Name: "secret", NoRepr: true, NoCompare: true},
			},
		)

		p := &Point{x: 1, y: 2}
		q := &Point{x: 1, y: 2}
		py.Print(p, q, py.Equal(p, q), py.NotEqual(p, q), py.Is(p, q), p.dist2())
		q.y += 5
		py.Print(q, py.Equal(p, q), py.Repr(q), py.Repr(q)+" "+py.Str(q))
		v := py.SortedList(py.ListOf[*Version](&Version{major: 1, minor: 2, tags: py.Tuple{}}, &Version{major: 1, minor: 0, tags: py.Tuple{}}, &Version{major: 0, minor: 9, tags: py.Tuple{"a"}}).All())
		py.Print(v, py.MaxOf(v.All()), py.Less(&Version{major: 1, minor: 2, tags: py.Tuple{}}, &Version{major: 1, minor: 3, tags: py.Tuple{}}), py.SetOf[*Version](&Version{major: 1, minor: 2, tags: py.Tuple{}}, &Version{major: 1, minor: 2, tags: py.Tuple{}}).Len() == 1)
		err := py.Try(func() error {
			py.SetAttr(v.Get(0), "major", 5)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			e := err
			fmt.Println(py.TypeOf(e).Name(), e)
		}
		inv := newInventory("box", py.ListOf[string](), py.DictOf[string, int](), nil, "s")
		for w := range py.StrIter("abcd") {
			err := py.Try(func() error {
				return inv.add(w)
			})
			if err != nil {
				if !errors.Is(err, py.ValueError) {
					return err
				}
				fmt.Println("error:", err)
			}
		}
		py.Print(inv, inventoryLimit, inv.counts)
		d := py.DictOf[*Version, string](&Version{major: 1, minor: 0, tags: py.Tuple{}}, "one", &Version{major: 2, minor: 0, tags: py.Tuple{}}, "two")
		py.Print(d.Get(&Version{major: 1, minor: 0, tags: py.Tuple{}}), d.Has(&Version{major: 3, minor: 0, tags: py.Tuple{}}))
		s := py.SetOf[*Version](&Version{major: 1, minor: 0, tags: py.Tuple{}}, &Version{major: 1, minor: 0, tags: py.Tuple{}})
		fmt.Println(s.Len())
		err = py.Try(func() error {
			fmt.Println(py.DictOf[*Point, int](p, 1))
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				return err
			}
			fmt.Println(err)
		}
		if p.x == 1 {
			yy := p.y
			fmt.Println("matched", yy)
		}
		subject := v.Get(0)
		switch {
		default:
			a := subject.major
			var b any = subject.minor
			py.Print(a, b)
		}
		pts := py.ListOf[*Point](&Point{x: 3, y: 1}, &Point{x: 1, y: 5})
		py.SortKey(pts, func(p *Point) int { return p.x }, false)
		items := py.ListOf[int]()
		for p := range pts.All() {
			items.Append(p.x)
		}
		fmt.Println(pts, py.SumInts(items.All()))
		py.Print(pts.Has(&Point{x: 1, y: 2}), pts.Index(&Point{x: 3, y: 1}), pts.Count(&Point{x: 1, y: 5}))
		baseClass = dataclasses.Struct(
			py.StructClass[BaseBase]("Base", nil, py.Kw{Name: "show", Value: py.Func("Base.show(self)", (*BaseBase).show)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "id"}, {Name: "kind"}},
		)
		dataclasses.Struct(
			py.StructClass[Child]("Child", []any{baseClass}, py.Kw{Name: "show", Value: py.Func("Child.show(self)", (*Child).show)}),
			dataclasses.Options{},
			[]dataclasses.StructField{{Name: "extra"}},
		)
		bs := py.ListOf[Base](newBase(1, "base"), newChild(2, "c", 1.5), newChild(3, "base", 2.0))
		for bItem := range bs.All() {
			var b any = bItem
			arg := py.CallMethod(b, "show")
			_, ok := b.(*Child)
			py.Print(b, arg, ok)
		}
		py.Print(py.Equal(bs.Get(0), newBase(1, "base")), py.Equal(bs.Get(1), newChild(2, "c", 1.5)), py.Equal(bs.Get(0), bs.Get(1)))
		return nil
	})
}
