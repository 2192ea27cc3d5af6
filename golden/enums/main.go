package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/enum"
)

type Color int

const (
	colorRed   Color = 1
	colorGreen Color = 2
	colorBlue  Color = 3
)

var colorClass = enum.Register("Color", []Color{colorRed, colorGreen, colorBlue})

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
	case colorBlue:
		return "BLUE"
	}
	return ""
}

type Level int

const (
	levelLow  Level = 1
	levelHigh Level = 2
)

var levelClass = enum.RegisterIntEnum("Level", []Level{levelLow, levelHigh})

// PyClass is the class of the members.
func (l Level) PyClass() *py.Class {
	return levelClass
}

// PyBox is the member as an object, for those who do not know its type.
func (l Level) PyBox() any {
	return enum.Member(levelClass, l)
}

// Name is the name of the member.
func (l Level) Name() string {
	switch l {
	case levelLow:
		return "LOW"
	case levelHigh:
		return "HIGH"
	}
	return ""
}

type State string

const (
	stateIdle State = "idle"
	stateBusy State = "busy"
)

// Name is the name of the member.
func (s State) Name() string {
	switch s {
	case stateIdle:
		return "IDLE"
	case stateBusy:
		return "BUSY"
	}
	return ""
}

func (s State) label() string {
	return py.StrCapitalize(string(s))
}

// colorOf finds the member with a value. It raises ValueError if there is none.
func colorOf(value int) Color {
	switch c := Color(value); c {
	case colorRed, colorGreen, colorBlue:
		return c
	}
	panic(enum.Invalid("Color", value))
}

func main() {
	py.Main(func() error {
		py.Print(colorRed, colorOf(2), py.GetItem(colorClass, "BLUE"), colorRed.Name(), int(colorRed))
		items := py.ListOf[string]()
		for _, c := range []Color{colorRed, colorGreen, colorBlue} {
			items.Append(c.Name())
		}
		py.Print(items, colorRed == colorOf(1), colorRed == colorGreen)
		py.Print(py.Repr(colorGreen), int(levelHigh) > int(levelLow), int(levelHigh)+1, stateBusy.label())
		names := py.DictOf[Color, string](colorRed, "stop", colorGreen, "go")
		fmt.Println(names.Get(colorGreen), names.GetOr(colorBlue, "?"))
		err := py.Try(func() error {
			colorOf(9)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.ValueError) {
				return err
			}
			fmt.Println(err)
		}
		return nil
	})
}
