// Fields and methods whose names mean something else in Go, reached by their names
// when the program runs.
package main

import (
	"context"
	"fmt"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/json"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/typing"
)

var RecordClass any

func recordStr(self any) any {
	return py.Format(py.GetAttr(self, "type"), "") + "/" + py.Format(py.GetAttr(self, "range"), "")
}

var Record any

var Node any

func nodeInit(self, variable, selection any) any {
	py.SetAttr(self, "var", variable)
	py.SetAttr(self, "select", selection)
	py.SetAttr(self, "string", py.Str(variable))
	return nil
}

func nodeInterface(self any) any {
	return py.Tuple{py.GetAttr(self, "var"), py.GetAttr(self, "select")}
}

func read(thing any, names py.Tuple) *py.List[any] {
	items := py.ListOf[any]()
	for name := range py.TupleItems[string](names) {
		items.Append(py.GetAttr(thing, name))
	}
	return items
}

func asyncMain(ctx context.Context) error {
	rows := py.DictOf[string, any]("a", py.Call(Record, "x", py.Builtin("print")), "b", py.Call(Record, "w", nil, 9))
	for row := range py.SortedList(rows.Values()).All() {
		py.Print(row, py.GetAttr(row, "type"), py.Repr(row), read(row, py.Tuple{"type", "range", "map", "len"}))
		if err := asyncio.Sleep(ctx, 0); err != nil {
			return err
		}
	}
	fmt.Println(json.Dumps(py.Call(dataclasses.Module().Attr("asdict"), py.CallKw(dataclasses.Module().Attr("replace"), []any{rows.Get("b")}, py.Kwargs{{Name: "type", Value: "new"}, {Name: "len", Value: 2}}))))
	anything := rows.Get("a")
	py.SetAttr(anything, "type", "changed")
	py.SetAttr(anything, "range", py.IAdd(py.GetAttr(anything, "range"), 1))
	py.Print(rows.Get("a"), py.CallMethod("{0.type} {0.range}", "format", anything), py.Call(py.Builtin("vars"), rows.Get("b")))
	node := py.Call(Node, 1, "s")
	py.Print(read(node, py.Tuple{"var", "select", "string"}), py.CallMethod(node, "interface"), py.GetAttr(node, "__dict__"))
	if attrs, ok := py.MatchClass(node, Node, 0, "var", "select"); ok {
		if py.Truth(py.Eq(attrs[0], 1)) {
			s := attrs[1]
			py.Print("matched", s)
		}
	}
	return nil
}

func main() {
	py.Main(func() error {
		decorator := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "order", Value: true}})
		RecordClass = py.NewClass("Record", nil, nil, func(ns *py.Namespace) {
			ns.Annotate("type", py.StrClass)
			ns.Annotate("func", typing.Module().Attr("Any"))
			ns.Set("func", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "compare", Value: false}}))
			ns.Annotate("range", py.IntClass)
			ns.Set("range", 3)
			ns.Annotate("map", py.DictClass)
			ns.Set("map", py.CallKw(dataclasses.Module().Attr("field"), nil, py.Kwargs{{Name: "default_factory", Value: py.DictClass}, {Name: "compare", Value: false}}))
			ns.Annotate("len", py.IntClass)
			ns.Set("len", 0)

			ns.Set("__str__", py.Func("Record.__str__(self)", recordStr))
		})
		Record = py.Call(decorator, RecordClass)
		Node = py.NewClass("Node", nil, nil, func(ns *py.Namespace) {
			ns.Set("__init__", py.Func("Node.__init__(self, var, select)", nodeInit))

			ns.Set("interface", py.Func("Node.interface(self)", nodeInterface))
		})

		return asyncio.RunFunc(asyncMain)
	})
}
