// Functions and methods that collect arguments, and methods as values.
package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Keeps what it is given by name.
type Shelf struct {
	label  string
	limits *py.Dict[string, int]
	counts *py.Dict[string, int]
}

func newShelf(label string, limits *py.Dict[string, int]) *Shelf {
	return &Shelf{label: label, limits: limits, counts: py.DictOf[string, int]()}
}

func (s *Shelf) put(amounts *py.Dict[string, int]) *Shelf {
	for name, amount := range amounts.All() {
		limit := s.limits.GetOr(name, 10)
		value := min(s.counts.GetOr(name, 0)+amount, limit)
		s.counts.Set(name, value)
	}
	return s
}

func (s *Shelf) total(names py.Tuple, scale float64) any {
	items := py.ListOf[int]()
	for name := range py.TupleItems[string](names) {
		items.Append(s.counts.Get(name))
	}
	return py.Mul(py.SumExact(items.All()), scale)
}

func (s *Shelf) describe() string {
	arg := s.label + ": "
	items := py.ListOf[string]()
	for item := range py.SortedList(py.Pairs(s.counts.All())).All() {
		n, c := item[0].(string), item[1].(int)
		items.Append(n + "=" + strconv.Itoa(c))
	}
	return arg + py.StrJoin(", ", items.All())
}

// Bell is what the instances of a class and of those that derive from it have in common.
type Bell interface {
	asBell() *BellBase
	ring(times any) any
}

type BellBase struct {
	name string
	rung any
}

func (b *BellBase) asBell() *BellBase {
	return b
}

var bellClass *py.Class

func (b *BellBase) initBell(name string) {
	b.name = name
	b.rung = 0
}

func newBell(name string) Bell {
	b := &BellBase{}
	b.initBell(name)
	return b
}

func (b *BellBase) ring(times any) any {
	b.rung = py.IAdd(b.rung, times)
	return b.rung
}

func (b *BellBase) quiet(times any) any {
	return py.Sub(b.rung, times)
}

type LoudBell struct {
	BellBase
}

func newLoudBell(name string) *LoudBell {
	l := &LoudBell{}
	l.initBell(name)
	return l
}

func (l *LoudBell) ring(times any) any {
	return l.BellBase.ring(py.Mul(2, times))
}

func largest(first int, rest py.Tuple) int {
	best := first
	for n := range py.TupleItems[int](rest) {
		if n > best {
			best = n
		}
	}
	return best + len(rest)
}

func join(sep string, parts py.Tuple, marks *py.Dict[string, bool]) string {
	text := py.StrJoin(sep, py.TupleItems[string](parts))
	marks2 := py.ListOf[string]()
	for mark, on := range marks.All() {
		if on {
			marks2.Append(mark)
		}
	}
	return text + py.StrJoin("", marks2.All())
}

func forward(args py.Tuple, options *py.Dict[string, string]) *py.List[string] {
	seen := py.ListOf[string]()
	for a := range py.TupleItems[int](args) {
		seen.Append(strconv.Itoa(a))
	}
	items := py.ListOf[string]()
	for k, v := range options.All() {
		items.Append(k + ":" + v)
	}
	return seen.Concat(items)
}

func loose(sep string, parts py.Tuple, marks *py.Dict[string, string]) string {
	return py.StrJoin(sep, py.TupleItems[string](parts)) + py.Str(marks)
}

var looseFunc any

func noted(text string) string {
	fmt.Println("evaluated", text)
	return text
}

func fetch(ctx context.Context, name string, tags py.Tuple, params *py.Dict[string, int]) (string, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %s %d", name, py.StrJoin("/", py.TupleItems[string](tags)), py.SumInts(params.Values())), nil
}

func hold(action any, times int) any {
	return py.Call(action, times)
}

func asyncMain(ctx context.Context) error {
	shelf := newShelf("tools", py.DictOf[string, int]("nail", 5)).put(py.DictOf[string, int]("nail", 7, "saw", 1)).put(py.DictOf[string, int]())
	shelf.put(py.DictOf[string, int]("saw", 2))
	py.Print(shelf.describe(), shelf.total(py.Tuple{"nail", "saw"}, 1.0), shelf.total(py.Tuple{}, 2.0))
	py.Print(shelf.total(py.Tuple(py.StarArgs(py.Star(shelf.counts))), 0.5), shelf.limits)

	fmt.Println(largest(3, py.Tuple{}), largest(1, py.Tuple{9, 4}), largest(2, py.Tuple(py.StarArgs(py.Star(py.ListOf[int](5, 6))))), largest(0, py.Tuple(py.StarArgs(py.Star(py.Call(py.Builtin("range"), 3)), 7))))
	fmt.Println(join("-", py.Tuple{}, py.DictOf[string, bool]()), join("-", py.Tuple{"a", "b"}, py.DictOf[string, bool]("shout", true, "why", false)), py.CallKw(looseFunc, py.StarArgs("", py.Star("xyz")), py.Kwargs{{Name: "end", Value: "!"}}).(string))
	fmt.Println(join(noted("+"), py.Tuple{noted("l"), noted("r")}, py.DictOf[string, bool]("last", noted("k") == "k")))
	fmt.Println(forward(py.Tuple{}, py.DictOf[string, string]()), forward(py.Tuple{1, 2}, py.DictOf[string, string]("key", "v")), py.CallStar(looseFunc, py.Tuple{"+", "q"}, py.KwOf(looseFunc, py.DictOf[string, string]("k", "w"))).(string))

	arg, err := fetch(ctx, "x", py.Tuple{}, py.DictOf[string, int]())
	if err != nil {
		return err
	}
	result, err := fetch(ctx, "y", py.Tuple{"a", "b"}, py.DictOf[string, int]("page", 2, "size", 3))
	if err != nil {
		return err
	}
	fmt.Println(arg, result)
	tags := py.Tuple{}
	params := py.DictOf[string, int]("n", 1)
	arg2 := asyncio.GoValue(func(ctx context.Context) (string, error) {
		return fetch(ctx, "g", tags, params)
	})
	tags2 := py.Tuple{"t"}
	params2 := py.DictOf[string, int]()
	results, err := asyncio.Gather[string](ctx, arg2, asyncio.GoValue(func(ctx context.Context) (string, error) {
		return fetch(ctx, "h", tags2, params2)
	}))
	if err != nil {
		return err
	}
	fmt.Println(results)

	bells := py.ListOf[Bell](newBell("small"), newLoudBell("big"))
	arg3 := py.ListOf[any]()
	for bell := range bells.All() {
		arg3.Append(hold(py.GetAttr(bell, "ring"), 3))
	}
	items := py.ListOf[any]()
	for b := range bells.All() {
		items.Append(b.asBell().rung)
	}
	fmt.Println(arg3, items)
	table := py.DictOf[string, any]("ring", py.GetAttr(bells.Get(0), "ring"), "quiet", py.GetAttr(bells.Get(1), "quiet"))
	py.Print(py.Call(table.Get("ring"), 1), py.Call(table.Get("quiet"), 2), py.Eq(py.GetAttr(bells.Get(0), "ring"), table.Get("ring")))

	err = py.Try(func() error {
		py.CallKw(looseFunc, nil, py.KwOf(looseFunc, py.DictOf[string, string]("sep", "a", "parts", "b")))
		py.CallKw(looseFunc, []any{"-"}, py.KwOf(looseFunc, py.DictOf[string, string]("sep", "a")))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.TypeError) {
			return err
		}
		fmt.Println(err)
	}
	return nil
}

func main() {
	py.Main(func() error {
		bellClass = py.StructClass[BellBase](
			"Bell",
			nil,
			py.Kw{Name: "ring", Value: py.Func("Bell.ring(self, times)", (*BellBase).ring)},
			py.Kw{Name: "quiet", Value: py.Func("Bell.quiet(self, times)", (*BellBase).quiet)},
		)
		py.StructClass[LoudBell](
			"LoudBell",
			[]any{bellClass},
			py.Kw{Name: "ring", Value: py.Func("LoudBell.ring(self, times)", (*LoudBell).ring)},
			py.Kw{Name: "quiet", Value: py.Func("Bell.quiet(self, times)", (*LoudBell).quiet)},
		)
		looseFunc = py.Func("loose(sep, *parts, **marks)", loose)

		return asyncio.RunFunc(asyncMain)
	})
}
