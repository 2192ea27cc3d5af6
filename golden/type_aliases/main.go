// Names for types, most of which only annotations use.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var Checked any

var (
	// These are looked at when the program runs.
	Number any
	Mixed  any
	mode   int
)

type Ping struct {
	term   int
	sender string
}

type Pong struct {
	term int
	ok   bool
}

type Stop struct{}

type Node struct {
	id    int
	inbox *asyncio.Queue[any]
	term  int
}

func newNode(id int) *Node {
	return &Node{id: id, inbox: asyncio.NewQueue[any](0), term: 0}
}

func (n *Node) me() *Node {
	return n
}

func (n *Node) run(ctx context.Context) error {
	for {
		event, err := n.inbox.Get(ctx)
		if err != nil {
			return err
		}
		if ping, ok := event.(*Ping); ok {
			n.onPing(ping)
		} else if pong, ok := event.(*Pong); ok {
			term := pong.term
			ok := pong.ok
			py.Print("pong", term, ok)
		} else if _, ok := event.(*Stop); ok {
			return nil
		}
	}
}

func (n *Node) onPing(ping *Ping) {
	n.term = max(n.term, ping.term)
	fmt.Println("ping", ping.sender, n.term)
}

func (n *Node) describe(message any) string {
	if message, ok := message.(*Ping); ok {
		return message.sender
	}
	if message, ok := message.(*Pong); ok {
		return py.Str(message.ok)
	}
	return "stop"
}

var Record any

func first(pair py.Pair[int, string], level string) string {
	return fmt.Sprintf("%d%s%s", pair.First, pair.Second, level)
}

func isNumber(x any) bool {
	return py.IsInstance(x, Number)
}

func total(rows *py.List[py.Pair[int, string]]) int {
	typing.NewTypeAlias("Counts", "__main__", nil, func() any { return py.GetItem(py.ListClass, py.IntClass) })
	counts := py.ListOf[int]()
	for row := range rows.All() {
		counts.Append(row.First)
	}
	return py.SumInts(counts.All())
}

func numbers() *py.AsyncGenerator {
	return py.NewAsyncGenerator("numbers", func(ctx context.Context, y *py.AsyncYielder) error {
		for i := range 3 {
			if _, err := y.Yield(i); err != nil {
				return err
			}
		}
		return nil
	}).Streams()
}

func asyncMain(ctx context.Context) error {
	node := newNode(7)
	for _, message := range []any{&Ping{term: 1, sender: "a"}, &Pong{term: 2, ok: true}, &Ping{term: 3, sender: "b"}, &Stop{}} {
		if err := node.inbox.Put(ctx, message); err != nil {
			return err
		}
		fmt.Println(node.describe(message))
	}
	if err := node.run(ctx); err != nil {
		return err
	}
	arg := node.me().id + 1
	fmt.Println(arg, py.StrUpper("a"), first(py.PairOf(1, "x"), "low"), mode)
	arg2 := isNumber(3)
	arg3 := isNumber("3")
	arg4 := py.GetAttr(Record, "kind")
	items := py.ListOf[int]()
	for nItem, err := range py.AsyncEach(ctx, numbers()) {
		if err != nil {
			return err
		}
		n := py.As[int](nItem)
		items.Append(n)
	}
	py.Print(arg2, arg3, arg4, items)
	fmt.Println(total(py.ListOf[py.Pair[int, string]](py.PairOf(1, "a"), py.PairOf(2, "b"))))
	tags := py.DictOf[string, bool]("a", true)
	fmt.Println(tags, py.ListFrom(py.Items[any](py.Call(py.Builtin("map"), Checked, py.ListOf[int](1, 2)))))
	return nil
}

func main() {
	py.Main(func() error {
		// Identifiers.
		Checked = py.Call(typing.Module().Attr("NewType"), "Checked", py.IntClass)

		// What handlers are.
		Number = py.GetItem(typing.Module().Attr("Union"), py.Tuple{py.IntClass, py.FloatClass})
		Mixed = py.BitOr(Number, py.StrClass)
		read, write := 1, 2
		mode = read | write
		dataclasses.Struct(py.StructClass[Ping]("Ping", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "term"}, {Name: "sender"}})
		dataclasses.Struct(py.StructClass[Pong]("Pong", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "term"}, {Name: "ok"}})
		dataclasses.Struct(py.StructClass[Stop]("Stop", nil), dataclasses.Options{}, []dataclasses.StructField{})
		Record = py.NewClass("Record", []any{py.DictClass}, nil, func(ns *py.Namespace) {
			ns.Annotate("owner", py.GetItem(typing.Module().Attr("Optional"), Checked))
			ns.Annotate("kind", Mixed)
			ns.Set("kind", 3)
		})

		return asyncio.RunFunc(asyncMain)
	})
}
