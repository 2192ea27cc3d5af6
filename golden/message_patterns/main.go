package main

import (
	"context"
	"fmt"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

type Ping struct {
	seq int
}

var pingClass *py.Class

type Data struct {
	key   string
	value int
}

var dataClass *py.Class

type Stop struct {
	reason any
}

var stopClass *py.Class

type Node struct {
	name string
}

var _ = py.StructClass[Node]("Node", nil)

func newNode(name string) *Node {
	return &Node{name: name}
}

var (
	Message any
	Old     any
)

func handle(m any) any {
	if ping, ok := m.(*Ping); ok {
		seq := ping.seq
		if seq > 10 {
			return "big ping " + strconv.Itoa(seq)
		}
	}
	if ping, ok := m.(*Ping); ok {
		n := ping.seq
		return "ping " + strconv.Itoa(n+1)
	}
	if data, ok := m.(*Data); ok {
		if data.key == "x" {
			v := data.value
			return "x=" + strconv.Itoa(v)
		}
	}
	if data, ok := m.(*Data); ok {
		if data.value == 0 || data.value == 1 {
			k := data.key
			small := data.value
			return k + " small " + strconv.Itoa(small)
		}
	}
	if data, ok := m.(*Data); ok {
		d := data
		return fmt.Sprintf("data %s %d %s", d.key, d.value*2, m.(*Data).key)
	}
	if stop, ok := m.(*Stop); ok {
		if stop.reason == nil {
			return "stop"
		}
	}
	if stop, ok := m.(*Stop); ok {
		reason := stop.reason
		return py.Add("stop: ", py.CallMethod(reason, "upper"))
	}
	return "other " + py.Repr(m)
}

func consumer(ctx context.Context, queue *asyncio.Queue[any]) error {
	for {
		m, err := queue.Get(ctx)
		if err != nil {
			return err
		}
		py.Print(handle(m))
		if _, ok := m.(*Stop); ok {
			break
		}
	}
	return nil
}

func pick(flag int) any {
	if flag == 0 {
		return &Ping{seq: 1}
	}
	return &Data{key: "q", value: flag}
}

func asyncMain(ctx context.Context) error {
	q := asyncio.NewQueue[any](0)
	for m := range py.ListOf[any](&Ping{seq: 1}, &Ping{seq: 11}, &Data{key: "x", value: 5}, &Data{key: "y", value: 1}, &Data{key: "z", value: 7}, &Stop{reason: "why"}, &Stop{reason: nil}).All() {
		py.Print(handle(m))
	}
	if err := q.Put(ctx, &Ping{seq: 3}); err != nil {
		return err
	}
	if err := q.Put(ctx, &Data{key: "a", value: 0}); err != nil {
		return err
	}
	if err := q.Put(ctx, &Stop{reason: nil}); err != nil {
		return err
	}
	if err := consumer(ctx, q); err != nil {
		return err
	}
	py.Print(handle(pick(0)), handle(pick(9)))
	py.Print(Message, py.IsInstance(&Ping{seq: 1}, Message), py.IsInstance(3, Old))
	x := &Data{key: "k", value: 3}
	if x.key == "k" {
		v := x.value
		fmt.Println("v", v)
	}
	n := newNode("n1")
	if n.name == "other" {
		fmt.Println("no")
	} else {
		nm := n.name
		fmt.Println(nm)
	}
	return nil
}

func main() {
	py.Main(func() error {
		pingClass = dataclasses.Struct(py.StructClass[Ping]("Ping", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "seq"}})
		dataClass = dataclasses.Struct(py.StructClass[Data]("Data", nil), dataclasses.Options{Frozen: true}, []dataclasses.StructField{{Name: "key"}, {Name: "value"}})
		stopClass = dataclasses.Struct(py.StructClass[Stop]("Stop", nil), dataclasses.Options{}, []dataclasses.StructField{{Name: "reason"}})
		Message = py.BitOr(py.BitOr(pingClass, dataClass), stopClass)
		Old = py.GetItem(typing.Module().Attr("Union"), py.Tuple{pingClass, dataClass})

		return asyncio.RunFunc(asyncMain)
	})
}
