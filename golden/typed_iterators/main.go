package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/operator"
)

type Token struct {
	kind string
	pos  int
}

func tokens(text string) *py.Generator {
	return py.NewGenerator("tokens", func(y *py.Yielder) any {
		for i, part := range py.StrFields(text).Enumerate() {
			y.Yield(&Token{kind: part, pos: i})
		}
		return nil
	}).Streams()
}

func numbers(n int) *py.Generator {
	return py.NewGenerator("numbers", func(y *py.Yielder) any {
		var x any = 1
		for range n {
			y.Yield(x)
			x = py.Mul(x, 1000003)
		}
		return nil
	}).Streams()
}

func maybe(n int) *py.Generator {
	return py.NewGenerator("maybe", func(y *py.Yielder) any {
		for i := range n {
			var value any
			if i%2 != 0 {
				value = nil
			} else {
				value = strconv.Itoa(i)
			}
			y.Yield(value)
		}
		return nil
	}).Streams()
}

func broken() *py.Generator {
	return py.NewGenerator("broken", func(y *py.Yielder) any {
		y.Yield(1)
		panic(py.NewValueError("broken"))
	}).Streams()
}

func mainFunc() {
	ts := py.ListFrom(py.Items[*Token](tokens("b a c")))
	fmt.Println(ts.Get(0).kind+"!", ts.Get(-1).pos+1, ts.Len())
	for t := range py.SortedListBy(py.Items[*Token](tokens("b a c")), func(t *Token) string { return t.kind }, false).All() {
		fmt.Println(t.kind, t.pos)
	}
	items := py.ListOf[string]()
	for t := range py.SortedListBy(py.Items[*Token](tokens("x z y")), func(t *Token) string { return t.kind }, true).All() {
		items.Append(t.kind)
	}
	fmt.Println(items)
	py.Print(py.ListFrom(py.Items[any](numbers(6))), py.SortedListReverse(py.Items[any](numbers(3)), true), py.SumAny(py.ListFrom(py.Items[any](numbers(3))).All()))
	py.Print(py.ListFrom(py.Items[any](maybe(4))), py.Equal(py.SetFrom(py.Items[any](numbers(2))), py.SetOf[int](1, 1000003)), py.BitOr(py.FrozenSetFrom(py.ListOf[any](1, 2).All()), py.SetOf[any](3)))
	pairs := py.ListOf[py.Pair[string, int]](py.PairOf("a", 3), py.PairOf("b", 1))
	for item := range py.SortedItems[py.Pair[string, int]](pairs, py.Call(operator.Module().Attr("itemgetter"), 1), false).All() {
		name, n := item.First, item.Second
		fmt.Println(py.StrUpper(name), n+1)
	}
	py.Print(py.ListFrom(py.Items[int](py.Tuple{1, 2, 3})), py.ListFrom(py.Items[any](py.Tuple{1, "a"})), py.SortedList(py.Items[int](py.Tuple{3, 1, 2})), py.Equal(py.SetFrom(py.Items[string](py.Tuple{"x", "y"})), py.SetOf[string]("y", "x")))
	d := py.DictOf[string, int]("k", 1, "l", 2)
	fmt.Println(py.ListFrom(py.Pairs(d.All())), py.SortedListBy(py.Pairs(d.All()), func(kv py.Tuple) int { return -kv[1].(int) }, false), py.ListFrom(d.Values()), py.ListFrom(py.Items[py.Tuple](py.Call(py.Builtin("zip"), "ab", py.ListOf[int](1, 2)))))
	m := py.ListFrom(py.Items[any](py.Call(py.Builtin("map"), py.Func("main.<locals>.<lambda>(x)", func(x any) any { return py.Mul(x, 2) }), py.ListOf[int](1, 2))))
	fmt.Println(m, py.ListFrom(py.Pairs(py.Enumerate(py.StrIter("ab")))), py.ListFrom(py.ListOf[int](1, 2).Backward()), py.ListFrom(py.RangeOf(0, 3, 1)))
	var it any = numbers(4)
	py.NextItem[any](it)
	fmt.Println(py.ListFrom(py.Items[any](it)), py.ListFrom(py.Items[any](it)))
	err := py.Try(func() error {
		fmt.Println(py.ListFrom(py.Items[int](broken())))
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ValueError) {
			panic(err)
		}
		fmt.Println(err)
	}
	fs := py.FrozenSetFrom(py.SetOf[string]("b", "a").All())
	arg := py.SortedList(fs.All())
	arg2 := fs.Has("a")
	arg3 := py.Len(fs)
	arg4 := py.Hash(fs) == py.Hash(py.FrozenSetFrom(py.ListOf[string]("a", "b").All()))
	var value any
	if false {
		py.FrozenSetFrom(py.Items[*Token](tokens("q")))
		value = true
	} else {
		value = 1
	}
	py.Print(arg, arg2, arg3, arg4, value)
	groups := py.DictOf[*py.FrozenSet[string], int](fs, 1)
	fmt.Println(groups.Get(py.FrozenSetFrom(py.StrIter("ab"))))
	rows := py.ListOf[int]()
	for _, x := range []int{1, 2} {
		for range 2 {
			rows.Append(x)
		}
	}
	fmt.Println(rows, py.ListFrom(py.StrIter("héy")), py.ListFrom(py.Items[any](py.Bytes("ab"))))
}

func words(source string) *py.Generator {
	return py.NewGenerator("words", func(y *py.Yielder) any {
		start := 0
		for i, c := range py.Enumerate(py.StrIter(source + " ")) {
			if c == " " {
				y.Yield(&Token{kind: py.StrSlice(source, start, i, nil), pos: start})
				start = i + 1
			}
		}
		return nil
	}).Streams()
}

type Cursor struct {
	tokens *py.List[any]
	index  any
}

func newCursor(source string) *Cursor {
	return &Cursor{tokens: py.BoxList(py.ListFrom(py.Items[*Token](words(source)))), index: 0}
}

func (c *Cursor) enter() *Cursor {
	return c
}

func (c *Cursor) exit() {
	c.index = 0
}

func (c *Cursor) accept(kind string) any {
	found := py.Eq(py.GetAttr(py.GetItem(c.tokens, c.index), "kind"), kind)
	c.index = py.IAdd(c.index, found)
	return found
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[Token]("Token", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "kind"}, {Name: "pos"}})

		mainFunc()

		manager := newCursor("let x be")
		cursor := manager.enter()
		err := py.Try(func() error {
			py.Print(cursor.accept("let"), cursor.accept("let"), py.CallMethod(py.GetAttr(py.GetItem(cursor.tokens, cursor.index), "kind"), "upper"))
			return nil
		})
		manager.exit()
		return err
	})
}
