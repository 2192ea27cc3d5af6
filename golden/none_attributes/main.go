package main

import (
	"errors"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Base is what the instances of a class and of those that derive from it have in common.
type Base interface {
	asBase() *BaseBase
	kind() string
}

type BaseBase struct {
	v   int
	nxt Base
	cb  any
}

func (b *BaseBase) asBase() *BaseBase {
	return b
}

var baseClass *py.Class

func (b *BaseBase) initBase(v int) {
	b.v = v
	b.nxt = nil
	b.cb = nil
}

func newBase(v int) Base {
	b := &BaseBase{}
	b.initBase(v)
	return b
}

func (b *BaseBase) kind() string {
	return "base"
}

type Sub struct {
	BaseBase
}

func newSub(v int) *Sub {
	s := &Sub{}
	s.initBase(v)
	return s
}

func (s *Sub) kind() string {
	return "sub"
}

type Node struct {
	key   any
	items *py.List[any]
	prev  *Node
	next  *Node
	hid   any `py:"_Node__hid"`
}

var _ = py.StructClass[Node]("Node", nil)

func newNode(key any) *Node {
	return &Node{
		key:   key,
		items: py.ListOf[any](),
		prev:  nil,
		next:  nil,
		hid:   key,
	}
}

func (n *Node) hidden() any {
	return py.NotNone(n.next, "_Node__hid").hid
}

type L struct {
	head *Node
	tail *Node
}

func newL() *L {
	l := &L{}
	l.head = newNode(0)
	l.tail = newNode(0)
	l.head.next = l.tail
	l.tail.prev = l.head
	return l
}

func (l *L) add(n *Node) {
	n.prev = l.tail.prev
	n.next = l.tail
	py.NotNoneToSet(l.tail.prev, "next").next = n
	l.tail.prev = n
}

func trace(s string, v int) int {
	fmt.Println("eval", s)
	return v
}

func find(n *Node, key int) *Node {
	for n != nil {
		if py.Truth(py.Eq(n.key, key)) {
			return n
		}
		n = n.next
	}
	return nil
}

var l *L

func t(f any) {
	err := py.Try(func() error {
		py.Call(f)
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.AttributeError) {
			panic(err)
		}
		fmt.Println(err)
	}
}

func a() {
	py.Print(py.NotNone(l.tail.next, "key").key)
}

var aFunc any

func b() {
	value := trace("value", 3)
	py.NotNoneToSet(l.tail.next, "key").key = value
}

var bFunc any

func c() {
	target := py.NotNone(l.tail.next, "key")
	target.key = py.IAdd(target.key, trace("no", 3))
}

var cFunc any

func d() {
	target := py.NotNone(find(l.head, 3), "key")
	target.key = py.IAdd(target.key, trace("yes", 30))
	py.Print(py.NotNone(find(l.head, 33), "key").key, py.NotNone(py.NotNone(find(l.head, 33), "next").next, "key").key)
}

var dFunc any

func e() {
	py.Print(py.NotNone(find(l.head, 100), "key").key)
}

var eFunc any

func g() {
	py.NotNone(find(l.head, 33), "items").items.Append(7)
	fmt.Println(py.NotNone(find(l.head, 33), "items").items)
	py.NotNone(find(l.head, 77), "items").items.Append(trace("no", 7))
}

var gFunc any

func h() {
	py.Print(l.tail.hidden())
}

var hFunc any

func j() {
	x := newSub(1)
	x.nxt = newBase(2)
	py.Print(x.nxt.asBase().v, x.kind(), py.CallMethod(py.Box(x.nxt), "kind"))
	py.NotNoneToSet(py.NotNone(x.nxt, "nxt").asBase().nxt, "v").asBase().v = 3
}

var jFunc any

func k() {
	x := newBase(1)
	for _, yItem := range []any{newSub(5), newBase(6)} {
		y := py.As[Base](yItem)
		x.asBase().nxt = y
		x.asBase().nxt.asBase().v--
		fmt.Println(x.asBase().nxt.asBase().v)
	}
	target := py.NotNone(py.NotNone(x.asBase().nxt, "nxt").asBase().nxt, "v")
	target.asBase().v--
}

var kFunc any

func m() {
	py.Print(py.GetAttr(nil, "foo"))
}

var mFunc any

func o() {
	py.SetAttr(nil, "foo", 4)
}

var oFunc any

func p() {
	py.DelAttr(py.Box(find(l.head, 78)), "key")
}

var pFunc any

func q() {
	err := py.Try(func() error {
		err := py.Try(func() error {
			x := py.NotNone(py.NotNone(find(l.head, 1), "next").next, "key").key
			py.Print("ok", x)
			y := py.NotNone(py.NotNone(find(l.head, 99), "next").next, "key").key
			py.Print(y)
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.AttributeError) {
				return err
			}
			fmt.Println("caught", err)
		}
		return nil
	})
	fmt.Println("end")
	if err != nil {
		panic(err)
	}
}

func r() string {
	n := find(l.head, 2)
	inc := func() int {
		target := py.NotNone(py.NotNone(n, "next").next, "key")
		target.key = py.IAdd(target.key, 5)
		return 1
	}
	arg := py.NotNone(py.NotNone(n, "next").next, "key").key
	return py.Format(py.Add(arg, inc()), "") + " " + py.Format(py.NotNone(py.NotNone(n, "next").next, "key").key, "")
}

func main() {
	py.Main(func() error {
		baseClass = py.StructClass[BaseBase]("Base", nil, py.Kw{Name: "kind", Value: py.Func("Base.kind(self)", (*BaseBase).kind)})
		py.StructClass[Sub]("Sub", []any{baseClass}, py.Kw{Name: "kind", Value: py.Func("Sub.kind(self)", (*Sub).kind)})
		l = newL()
		for iItem := 1; iItem < 5; iItem++ {
			var i any = iItem
			l.add(newNode(i))
		}
		py.Print(py.NotNone(l.head.next, "key").key, py.NotNone(py.NotNone(l.head.next, "next").next, "key").key, l.head.hidden())
		aFunc = py.Func("a()", a)
		bFunc = py.Func("b()", b)
		cFunc = py.Func("c()", c)
		dFunc = py.Func("d()", d)
		eFunc = py.Func("e()", e)
		gFunc = py.Func("g()", g)
		hFunc = py.Func("h()", h)
		var i any = py.Func("i()", func() any {
			x := find(l.head, 78)
			py.NotNoneToSet(x, "next").next = nil
			py.NotNoneToSet(x, "prev").prev = nil
			return nil
		})
		jFunc = py.Func("j()", j)
		kFunc = py.Func("k()", k)
		mFunc = py.Func("m()", m)
		oFunc = py.Func("o()", o)
		pFunc = py.Func("p()", p)
		for _, f := range []any{aFunc, bFunc, cFunc, dFunc, eFunc, gFunc, hFunc, i, jFunc, kFunc, mFunc, oFunc, pFunc} {
			t(f)
		}
		q()
		fmt.Println(r())
		return nil
	})
}
