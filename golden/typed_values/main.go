package main

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/sys"
)

func parse(text string) any {
	var total any = 0
	for part := range py.StrSplit(text, ",").All() {
		part = py.StrStrip(part)
		if part == "" {
			continue
		}
		n := py.Int(part)
		total = py.Add(total, n)
	}
	for i := range 3 {
		total = py.Add(total, i)
	}
	i := "done"
	py.Print(i, total)
	return total
}

func handle(k int) (string, error) {
	var result string
	err := py.Try(func() error {
		if k == 0 {
			return py.NewValueError("zero")
		}
		if k == 1 {
			return py.NewKeyError("one")
		}
		result = "ok"
		return nil
	})
	if err != nil {
		if errors.Is(err, py.ValueError) {
			return fmt.Sprintf("v %v", err), nil
		}
		if !errors.Is(err, py.KeyError) {
			return "", err
		}
		e := err
		return fmt.Sprintf("k %v %s", e, py.Format(py.GetAttr(e, "args"), "")), nil
	}
	return result, nil
}

func reuse(x int) int {
	x2 := strconv.Itoa(x)
	x2 += "!"
	return py.StrLen(x2)
}

func loop() *py.List[string] {
	out := py.ListOf[string]()
	data := "3 1 2"
	data2 := py.StrFields(data)
	for d := range data2.All() {
		d2 := py.Int(d)
		out.Append(py.As[string](py.Mul("*", d2)))
	}
	for data2.Len() > 0 {
		item := data2.Pop()
		item = py.StrRepeat(item, 2)
		out.Append(item)
	}
	return out
}

func fib(n int) any {
	var a any
	var b any
	a, b = 0, 1
	for range n {
		a, b = b, py.Add(a, b)
	}
	return a
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, py.ModInt(a, b)
	}
	return a
}

func bsearch(xs *py.List[int], t int) int {
	lo, hi := 0, xs.Len()-1
	for lo <= hi {
		mid := (lo + hi) / 2
		if xs.Get(mid) == t {
			return mid
		}
		if xs.Get(mid) < t {
			lo = mid + 1
		} else {
			hi = mid - 1
		}
	}
	return -1
}

func collatz(n any) int {
	c := 0
	for py.NotEqual(n, 1) {
		if py.As[int](py.Mod(n, 2)) == 0 {
			n = py.FloorDiv(n, 2)
		} else {
			n = py.Add(py.Mul(3, n), 1)
		}
		c++
	}
	return c
}

func digits(n int) int {
	s := 0
	for n > 0 {
		s += n % 10
		n = py.FloorDivInt(n, 10)
	}
	return s
}

func primes(n int) *py.List[int] {
	out := py.ListOf[int]()
	k := 2
	for out.Len() < n {
		source := py.GetIter(out)
		if py.All(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
			for pItem := range py.Iter(source) {
				p := py.As[int](pItem)
				if py.LessEqual(py.Mul(p, p), k) {
					y.Yield(py.ModInt(k, p))
				}
			}
			return nil
		}).Streams()) {
			out.Append(k)
		}
		k++
	}
	return out
}

type Grid struct {
	w     int
	h     int
	cells *py.List[any]
}

func newGrid(w, h int) *Grid {
	items := py.ListOf[any]()
	for range h {
		items.Append(py.ListOf[any](0).Repeat(w))
	}
	return &Grid{w: w, h: h, cells: items}
}

func (g *Grid) item(pos any) any {
	values := py.Unpack(pos, 2)
	x, y := values[0], values[1]
	return py.GetItem(py.GetItem(g.cells, y), x)
}

func (g *Grid) setItem(pos, v any) {
	values := py.Unpack(pos, 2)
	x, y := values[0], values[1]
	py.SetItem(py.GetItem(g.cells, y), x, v)
}

func (g *Grid) callSelf(k any) any {
	return py.Add(k, g.w)
}

func (g *Grid) length() int {
	return g.w * g.h
}

func (g *Grid) contains(v any) bool {
	source := py.GetIter(g.cells)
	return py.Any(py.NewGenerator("<genexpr>", func(y *py.Yielder) any {
		for row := range py.Iter(source) {
			y.Yield(py.Contains(row, v))
		}
		return nil
	}).Streams())
}

func (g *Grid) iterate() *py.Generator {
	return py.NewGenerator("__iter__", func(y *py.Yielder) any {
		for row := range g.cells.All() {
			y.Yield(row)
		}
		return nil
	}).Streams()
}

type Money struct {
	cents any
}

func newMoney(cents any) *Money {
	return &Money{cents: cents}
}

func (m *Money) add(o *Money) *Money {
	return newMoney(py.Add(m.cents, o.cents))
}

func (m *Money) sub(o *Money) *Money {
	return newMoney(py.Sub(m.cents, o.cents))
}

func (m *Money) mul(k any) *Money {
	return newMoney(py.Mul(m.cents, k))
}

func (m *Money) equal(o any) any {
	_, ok := o.(*Money)
	var value any = ok
	if py.Truth(value) {
		value = py.Eq(m.cents, o.(*Money).cents)
	}
	return value
}

func (m *Money) less(o *Money) any {
	return py.Lt(m.cents, o.cents)
}

func (m *Money) text() string {
	return "$" + py.Format(py.TrueDiv(m.cents, 100), ".2f")
}

func (m *Money) neg() *Money {
	return newMoney(py.Neg(m.cents))
}

type Node struct {
	v    int
	next *Node
}

var _ = py.StructClass[Node]("Node", nil)

func newNode(v int) *Node {
	return &Node{v: v, next: nil}
}

type LinkedList struct {
	head *Node
	n    int
}

var _ = py.StructClass[LinkedList]("LinkedList", nil)

func newLinkedList() *LinkedList {
	return &LinkedList{head: nil, n: 0}
}

func (l *LinkedList) push(v int) {
	node := newNode(v)
	node.next = l.head
	l.head = node
	l.n++
}

func (l *LinkedList) total() int {
	t := 0
	cur := l.head
	for cur != nil {
		t += cur.v
		cur = cur.next
	}
	return t
}

func (l *LinkedList) find(v int) *Node {
	cur := l.head
	for cur != nil {
		if cur.v == v {
			return cur
		}
		cur = cur.next
	}
	return nil
}

func main() {
	py.Main(func() error {
		py.StructClass[Grid](
			"Grid",
			nil,
			py.Kw{Name: "__getitem__", Value: py.Func("Grid.__getitem__(self, pos)", (*Grid).item)},
			py.Kw{Name: "__setitem__", Value: py.Func("Grid.__setitem__(self, pos, v)", (*Grid).setItem)},
			py.Kw{Name: "__call__", Value: py.Func("Grid.__call__(self, k)", (*Grid).callSelf)},
			py.Kw{Name: "__len__", Value: py.Func("Grid.__len__(self)", (*Grid).length)},
			py.Kw{Name: "__contains__", Value: py.Func("Grid.__contains__(self, v)", (*Grid).contains)},
			py.Kw{Name: "__iter__", Value: py.Func("Grid.__iter__(self)", (*Grid).iterate)},
		)
		py.StructClass[Money](
			"Money",
			nil,
			py.Kw{Name: "__add__", Value: py.Func("Money.__add__(self, o)", (*Money).add)},
			py.Kw{Name: "__sub__", Value: py.Func("Money.__sub__(self, o)", (*Money).sub)},
			py.Kw{Name: "__mul__", Value: py.Func("Money.__mul__(self, k)", (*Money).mul)},
			py.Kw{Name: "__eq__", Value: py.Func("Money.__eq__(self, o)", (*Money).equal)},
			py.Kw{Name: "__lt__", Value: py.Func("Money.__lt__(self, o)", (*Money).less)},
			py.Kw{Name: "__str__", Value: py.Func("Money.__str__(self)", (*Money).text)},
			py.Kw{Name: "__neg__", Value: py.Func("Money.__neg__(self)", (*Money).neg)},
		)
		parse("1, 2,,3")
		arg, err := handle(0)
		if err != nil {
			return err
		}
		arg2, err := handle(1)
		if err != nil {
			return err
		}
		result, err := handle(2)
		if err != nil {
			return err
		}
		fmt.Println(arg, arg2, result, reuse(12), loop())
		py.Print(fib(10), fib(100), gcd(48, 18), bsearch(py.ListOf[int](1, 3, 5, 7, 9, 11), 7), bsearch(py.ListOf[int](1), 4), collatz(27), digits(987654321), primes(12))
		g := newGrid(3, 2)
		g.setItem(py.Tuple{1, 1}, 5)
		value := py.IAdd(py.GetItem(g, py.Tuple{0, 0}), 2)
		g.setItem(py.Tuple{0, 0}, value)
		py.Print(py.GetItem(g, py.Tuple{1, 1}), py.GetItem(g, py.Tuple{0, 0}), py.Call(g, 4), g.length(), g.contains(5), g.contains(9), py.ListFrom(py.Items[any](g)), py.Truth(g))
		m := newMoney(150).add(newMoney(25)).sub(newMoney(5))
		py.Print(m, m.mul(2).text(), py.Eq(m, newMoney(170)), py.Eq(m, 170), py.Ne(m, newMoney(1)), py.Lt(m, newMoney(3)), m.neg(), py.Str(m), py.MinOf(py.ListOf[*Money](newMoney(3), m, newMoney(9)).All()), py.SortedList(py.ListOf[*Money](m, newMoney(1)).All()).Get(0))
		ll := newLinkedList()
		for _, v := range []int{1, 2, 3} {
			ll.push(v)
		}
		f := ll.find(2)
		arg3 := ll.total()
		arg4 := ll.n
		var value2 any
		if f != nil {
			value2 = py.NotNone(f, "v").v
		} else {
			value2 = nil
		}
		py.Print(arg3, arg4, value2, py.Box(ll.find(9)), py.TypeOf(ll).Name(), py.TypeOf(py.Box(ll.head)).Name())
		x := sys.Module().Attr("maxsize")
		y := py.Add(x, 1)
		py.Print(x, y, py.Mul(x, x), py.Sub(y, x), py.Mod(py.Add(x, 5), 7), py.FloorDiv(py.Neg(x), 3), py.RShift(x, 3), 1<<40, py.Hash(5))
		var eBound bool
		var e int
		for _, eItem := range []int{1, 2} {
			e = eItem
			eBound = true
		}
		py.CheckGlobal(eBound, "e")
		fmt.Println(e)
		var big any = 1
		for kItem := 1; kItem < 30; kItem++ {
			k := kItem
			big = py.Mul(big, k)
		}
		py.Print(big)
		var acc any = 0
		for k := range 100 {
			acc = py.Add(py.Mul(acc, 31), k)
		}
		py.Print(acc)
		return nil
	})
}
