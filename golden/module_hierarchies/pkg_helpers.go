package main

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

var pkgHelpersLoaded bool

type Color string

const (
	colorRed   Color = "red"
	colorGreen Color = "green"
)

var colorClass = enum.Register("pkg.helpers.Color", []Color{colorRed, colorGreen})

// PyClass is the class of the members.
func (c Color) PyClass() *py.Class {
	return colorClass
}

// Name is the name of the member.
func (c Color) Name() string {
	switch c {
	case colorRed:
		return "RED"
	case colorGreen:
		return "GREEN"
	}
	return ""
}

func (c Color) paint() string {
	return "painted " + string(c)
}

func build(name string) *Thing {
	return newThing(name)
}

// importPkgHelpers runs the module pkg.helpers when it is first imported.
func importPkgHelpers() {
	if pkgHelpersLoaded {
		return
	}
	pkgHelpersLoaded = true

	importPkg()
	importPkgThings()
}
