package enum

import (
	"testing"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

func outcome(f func() any) string {
	var text string
	err := py.Try(func() error {
		text = py.Str(f())
		return nil
	})
	if err != nil {
		return py.TypeOf(err).Name() + ": " + err.Error()
	}
	return text
}

func TestEnums(t *testing.T) {
	m := Module()
	auto := func() any { return py.Call(m.Attr("auto")) }
	class := func(name, base string, body func(b *define.Body)) *py.Class {
		return define.Class("__main__", name, []any{m.Attr(base)}, body)
	}
	color := class("Color", "Enum", func(b *define.Body) {
		b.Set("RED", 1)
		b.Set("GREEN", auto())
		b.Set("CRIMSON", 1)
	})
	number := class("N", "IntEnum", func(b *define.Body) { b.Set("A", 1) })
	text := class("S", "StrEnum", func(b *define.Body) { b.Set("LONG", auto()) })
	perm := class("Perm", "Flag", func(b *define.Body) {
		for _, name := range []string{"R", "W", "X"} {
			b.Set(name, auto())
		}
	})
	member := func(c *py.Class, name string) any { return py.GetAttr(c, name) }
	for _, c := range []struct {
		python string
		run    func() any
		want   string
	}{
		{`Color.RED`, func() any { return member(color, "RED") }, `Color.RED`},
		{`repr(Color.GREEN)`, func() any { return py.Repr(member(color, "GREEN")) }, `<Color.GREEN: 2>`},
		{`Color.CRIMSON`, func() any { return member(color, "CRIMSON") }, `Color.RED`},
		{`Color(9)`, func() any { return py.Call(color, 9) }, `ValueError: 9 is not a valid Color`},
		{`Color["X"]`, func() any { return py.GetItem(color, "X") }, `KeyError: 'X'`},
		{`list(Color)`, func() any { return py.Call(py.ListClass, color) }, `[<Color.RED: 1>, <Color.GREEN: 2>]`},
		{`N.A + 1`, func() any { return py.Add(member(number, "A"), 1) }, `2`},
		{`str(N.A)`, func() any { return member(number, "A") }, `1`},
		{`S.LONG`, func() any { return member(text, "LONG") }, `long`},
		{`Perm.R | Perm.X`, func() any { return py.BitOr(member(perm, "R"), member(perm, "X")) }, `Perm.R|X`},
		{`~Perm.R`, func() any { return py.Invert(member(perm, "R")) }, `Perm.W|X`},
		{`repr(Perm(0))`, func() any { return py.Repr(py.Call(perm, 0)) }, `<Perm: 0>`},
		{`Perm(8)`, func() any { return py.Call(perm, 8) },
			"ValueError: <flag 'Perm'> invalid value 8\n    given 0b0 1000\n  allowed 0b0 0111"},
		{`class Sub(Color)`, func() any { return define.Class("__main__", "Sub", []any{color}, nil) },
			`TypeError: <enum 'Sub'> cannot extend <enum 'Color'>`},
	} {
		if got := outcome(c.run); got != c.want {
			t.Errorf("%s: got %s, want %s", c.python, got, c.want)
		}
	}
}
