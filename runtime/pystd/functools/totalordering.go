package functools

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// orderings are the comparisons that total_ordering looks for, the preferred
// root first.
var orderings = []string{"__lt__", "__gt__", "__le__", "__ge__"}

// derivedOrder computes a missing comparison from the root: negate the root's
// answer if negate, and combine it with equality as and or or says.
type derivedOrder struct {
	name   string
	negate bool
	// with tells how == takes part: "" not at all, "and !=" or "or ==".
	with string
}

var derivedOrders = map[string][]derivedOrder{
	"__lt__": {{"__gt__", true, "and !="}, {"__le__", false, "or =="}, {"__ge__", true, ""}},
	"__le__": {{"__ge__", true, "or =="}, {"__lt__", false, "and !="}, {"__gt__", true, ""}},
	"__gt__": {{"__lt__", true, "and !="}, {"__ge__", false, "or =="}, {"__le__", true, ""}},
	"__ge__": {{"__le__", true, "or =="}, {"__gt__", false, "and !="}, {"__lt__", true, ""}},
}

// TotalOrdering is the class decorator functools.total_ordering. It raises
// ValueError when the class defines no ordering.
func TotalOrdering(cls any) any {
	class := cls.(*py.Class)
	defined := map[string]bool{}
	root := ""
	for _, name := range orderings {
		method, _ := class.Lookup(name)
		object, _ := py.ObjectClass.Lookup(name)
		if method != object {
			defined[name] = true
			if root == "" {
				root = name
			}
		}
	}
	if root == "" {
		panic(exc.ValueError("must define at least one ordering operation: < > <= >="))
	}
	for _, order := range derivedOrders[root] {
		if defined[order.name] {
			continue
		}
		py.SetAttr(class, order.name, py.Func(order.name+"(self, other)", func(self, other any) any {
			return order.compare(root, self, other)
		}))
	}
	return cls
}

func (o derivedOrder) compare(root string, self, other any) any {
	result := py.Call(py.GetAttr(py.TypeOf(self), root), self, other)
	if result == any(py.NotImplemented) {
		return result
	}
	holds := py.Truth(result)
	if o.negate {
		holds = !holds
	}
	switch o.with {
	case "and !=":
		return holds && py.NotEqual(self, other)
	case "or ==":
		return holds || py.Equal(self, other)
	}
	return holds
}
