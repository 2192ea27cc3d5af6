// Tests of classes while nothing of them is known to come, and where nothing ever does.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

type A struct {
	x int
}

type B struct {
	y string
}

var q *py.List[any]

type Node struct {
	inbox *asyncio.Queue[any]
	total int
}

func newNode() *Node {
	return &Node{inbox: asyncio.NewQueue[any](0), total: 0}
}

func (n *Node) onA(m *A) {
	n.total += m.x
}

func (n *Node) onB(m *B) {
	fmt.Println(m.y, n.total)
}

func (n *Node) arm() {
	q.Append(py.Func("Node.arm.<locals>.<lambda>()", func() any {
		py.Check(n.inbox.PutNowait("stop"))
		return nil
	}))
}

func (n *Node) run(ctx context.Context) error {
	for {
		event, err := n.inbox.Get(ctx)
		if err != nil {
			return err
		}
		if py.Truth(py.Eq(event, "stop")) {
			break
		}
		if a, ok := event.(*A); ok {
			n.onA(a)
		} else if _, ok := event.(*B); ok {
			n.onB(event.(*B))
		}
	}
	return nil
}

type C struct {
	x any
}

var _ = py.StructClass[C]("C", nil)

func newC(x any) *C {
	return &C{x: x}
}

type D struct {
	y string
}

var _ = py.StructClass[D]("D", nil)

func newD(y string) *D {
	return &D{y: y}
}

func f(v string) int {
	if _, ok := any(v).(*C); ok {
		return py.As[int](py.GetAttr(v, "x"))
	}
	return py.StrLen(v)
}

func g(b *D) any {
	return b.y
}

func h(n any) int {
	if _, ok := n.(*C); ok {
		py.Print(py.Add(py.GetAttr(n, "x"), 1))
		m := py.GetAttr(n, "x")
		return py.As[int](m)
	}
	var value int
	operand := n
	if py.Truth(operand) {
		value = operand.(int)
	} else {
		value = 0
	}
	return value
}

func asyncMain(ctx context.Context) error {
	n := newNode()
	for _, e := range []any{&A{x: 1}, &B{y: "x"}, "stop"} {
		if err := n.inbox.PutNowait(e); err != nil {
			return err
		}
	}
	n.arm()
	if err := n.run(ctx); err != nil {
		return err
	}
	py.Call(q.Get(0))
	fmt.Println(n.inbox.Len())
	return nil
}

func main() {
	py.Main(func() error {
		dataclasses.Struct(py.StructClass[A]("A", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "x"}})
		dataclasses.Struct(py.StructClass[B]("B", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "y"}})
		q = py.ListOf[any]()

		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}

		py.Print(f("abc"), g(newD("y")), h(3), h(nil))
		return nil
	})
}
