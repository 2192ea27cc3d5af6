// Objects that iterate over themselves where nothing but the runtime asks them to.
package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/contextlib"
)

type Log struct {
	py.Attributes
	lines *py.List[string]
}

func newLog(lines py.Tuple) *Log {
	return &Log{lines: py.ListFrom(py.TupleItems[string](lines))}
}

func (l *Log) iterate() *py.Generator {
	return py.NewGenerator("__iter__", func(y *py.Yielder) any {
		y.YieldFrom(l.lines)
		return nil
	}).Streams()
}

type Chars struct {
	py.Attributes
	text string
}

func newChars(text string) *Chars {
	return &Chars{text: text}
}

func (c *Chars) item(i any) string {
	return py.GetItem(c.text, i).(string)
}

type Countdown struct {
	py.Attributes
	n int
}

func newCountdown(n int) *Countdown {
	return &Countdown{n: n}
}

func (c *Countdown) iterate() *Countdown {
	return c
}

func (c *Countdown) nextItem() (int, error) {
	if c.n == 0 {
		return 0, py.NewStopIteration()
	}
	c.n--
	return c.n, nil
}

type Evens struct {
	py.Attributes
}

func (e *Evens) contains(n any) any {
	return py.Eq(py.Mod(n, 2), 0)
}

// Flags is what the instances of a class and of those that derive from it have in common.
type Flags interface {
	asFlags() *FlagsBase
}

type FlagsBase struct {
	py.Attributes
	bits py.Tuple
}

func (f *FlagsBase) asFlags() *FlagsBase {
	return f
}

var flagsClass *py.Class

func (f *FlagsBase) initFlags(bits py.Tuple) {
	f.bits = bits
}

func newFlags(bits py.Tuple) Flags {
	f := &FlagsBase{}
	f.initFlags(bits)
	return f
}

func (f *FlagsBase) iterate() any {
	return py.GetIter(f.bits)
}

type Tags struct {
	FlagsBase
}

func newTags(bits py.Tuple) *Tags {
	t := &Tags{}
	t.initFlags(bits)
	return t
}

type Box struct {
	items *Items
}

func newBox(items *Items) *Box {
	return &Box{items: items}
}

type Items struct {
	py.Attributes
	all *py.List[string]
}

func newItems() *Items {
	return &Items{all: py.ListOf[string]("p", "q")}
}

func (i *Items) iterate() *py.Generator {
	return py.NewGenerator("__iter__", func(y *py.Yielder) any {
		y.YieldFrom(i.all)
		return nil
	}).Streams()
}

var Guard any

func guardExit(self, details any) any {
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Log]("Log", nil, py.Kw{Name: "__iter__", Value: py.Func("Log.__iter__(self)", (*Log).iterate)})
		py.StructClass[Chars]("Chars", nil, py.Kw{Name: "__getitem__", Value: py.Func("Chars.__getitem__(self, i)", (*Chars).item)})
		py.StructClass[Countdown](
			"Countdown",
			nil,
			py.Kw{Name: "__iter__", Value: py.Func("Countdown.__iter__(self)", (*Countdown).iterate)},
			py.Kw{Name: "__next__", Value: py.Func("Countdown.__next__(self)", (*Countdown).nextItem)},
		)
		py.StructClass[Evens]("Evens", nil, py.Kw{Name: "__contains__", Value: py.Func("Evens.__contains__(self, n)", (*Evens).contains)})
		flagsClass = py.StructClass[FlagsBase]("Flags", nil, py.Kw{Name: "__iter__", Value: py.Func("Flags.__iter__(self)", (*FlagsBase).iterate)})
		py.StructClass[Tags]("Tags", []any{flagsClass}, py.Kw{Name: "__iter__", Value: py.Func("Flags.__iter__(self)", (*Tags).iterate)})

		py.Print(py.CallMethod("/", "join", newLog(py.Tuple{"a", "b"})))
		py.Print(py.CallMethod(",", "join", newChars("xyz")))
		py.Print(py.All(newCountdown(3)), py.Any(newCountdown(1)))
		py.Print(py.Any(newFlags(py.Tuple{0, 1})), py.All(newTags(py.Tuple{1, 1})))
		py.Print(py.Contains(&Evens{}, 2), !py.Contains(&Evens{}, 3), 0 < 4 && py.Contains(&Evens{}, 4))
		py.StructClass[Items]("Items", nil, py.Kw{Name: "__iter__", Value: py.Func("Items.__iter__(self)", (*Items).iterate)})

		box := newBox(newItems())
		arg := py.Contains(py.Box(box.items), "p")
		arg2 := !py.Contains(py.Box(box.items), "z")
		value := box.items
		if value == nil {
			value = newItems()
		}
		py.Print(arg, arg2, py.CallMethod("+", "join", value))
		Guard = py.NewClass("Guard", []any{contextlib.Module().Attr("AbstractContextManager")}, nil, func(ns *py.Namespace) {
			ns.Set("__slots__", py.Tuple{"held"})

			ns.Set("__exit__", py.Func("Guard.__exit__(self, *details)", guardExit))
		})

		manager := py.Call(Guard)
		guard := py.EnterContext(manager)
		err := py.Try(func() error {
			py.SetAttr(guard, "held", true)
			err := py.Try(func() error {
				py.SetAttr(guard, "other", 1)
				return nil
			})
			if err != nil {
				if !errors.Is(err, py.AttributeError) {
					return err
				}
				fmt.Println(err)
			}
			return nil
		})
		return py.ExitContext(manager, err)
	})
}
