package main

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

var pkgThingsLoaded bool

type Thing struct {
	name string
}

var thingTotal int

func newThing(name string) *Thing {
	t := &Thing{}
	t.name = name
	thingTotal++
	return t
}

func (t *Thing) goFunc() string {
	return t.name + "#" + strconv.Itoa(thingTotal)
}

func (t *Thing) repr() string {
	return "Thing(" + py.Repr(t.name) + ")"
}

type Lazy struct {
	name string
}

func newLazy(name string) *Lazy {
	return &Lazy{name: py.StrRepeat(name, 2)}
}

type Only struct{}

func (o *Only) text() string {
	return "only"
}

// importPkgThings runs the module pkg.things when it is first imported.
func importPkgThings() {
	if pkgThingsLoaded {
		return
	}
	pkgThingsLoaded = true
	thingTotal = 0
	py.StructClass[Thing]("pkg.things.Thing", nil, py.Kw{Name: "__repr__", Value: py.Func("Thing.__repr__(self)", (*Thing).repr)})
	py.StructClass[Only]("pkg.things.Only", nil, py.Kw{Name: "__str__", Value: py.Func("Only.__str__(self)", (*Only).text)})
}
