// weakref and __del__: when objects are dropped, and what tells of it.
package main

import (
	"context"
	"errors"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/gc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/weakref"
)

var Node any

func nodeInit(self, name any) any {
	defer func() {
		py.KeepAlive(self, name)
	}()
	py.SetAttr(self, "name", name)
	py.Settle()
	py.SetAttr(self, "children", py.ListOf[any]())
	py.Settle()
	py.SetAttr(self, "_parent", nil)
	py.Settle()
	return nil
}

func nodeParent(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	if py.Truth(py.GetAttr(self, "_parent")) {
		return py.CallMethod(self, "_parent")
	}
	return nil
}

func nodeAdd(self, child any) any {
	defer func() {
		py.KeepAlive(self, child)
	}()
	py.SetAttr(child, "_parent", py.CallMethod(weakref.Module(), "ref", self))
	py.Settle()
	py.CallMethod(py.GetAttr(self, "children"), "append", child)
	py.Settle()
	return nil
}

func nodeRepr(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	return "Node(" + py.Repr(py.GetAttr(self, "name")) + ")"
}

func nodeGreet(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	return "hello from " + py.Format(py.GetAttr(self, "name"), "")
}

var Resource any

func resourceInit(self, name any) any {
	defer func() {
		py.KeepAlive(self, name)
	}()
	py.SetAttr(self, "name", name)
	py.Settle()
	py.Print("open", name)
	py.Settle()
	return nil
}

func resourceDel(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	py.Print("close", py.GetAttr(self, "name"))
	py.Settle()
	return nil
}

var Slotted any

var SlottedWeak any

var (
	ConnClass any
	Conn      any
)

var Emitter any

func emitterInit(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	py.SetAttr(self, "handlers", py.ListOf[any]())
	py.Settle()
	return nil
}

func emitterOn(self, method any) any {
	defer func() {
		py.KeepAlive(self, method)
	}()
	py.MethodOf(py.GetAttr(self, "handlers"), "append").Call(py.CallMethod(weakref.Module(), "WeakMethod", method))
	py.Settle()
	return nil
}

func emitterEmit(self, value any) any {
	defer func() {
		py.KeepAlive(self, value)
	}()
	items := py.ListOf[any]()
	for h := range py.Iter(py.GetAttr(self, "handlers")) {
		if py.Call(h) != nil {
			items.Append(h)
		}
	}
	py.SetAttr(self, "handlers", items)
	py.Settle()
	items2 := py.ListOf[any]()
	for h := range py.Iter(py.GetAttr(self, "handlers")) {
		items2.Append(py.Call(py.Call(h), value))
	}
	return items2
}

var Listener any

func listenerInit(self, name any) any {
	defer func() {
		py.KeepAlive(self, name)
	}()
	py.SetAttr(self, "name", name)
	py.Settle()
	return nil
}

func listenerHandle(self, value any) any {
	defer func() {
		py.KeepAlive(self, value)
	}()
	return py.Format(py.GetAttr(self, "name"), "") + " got " + py.Format(value, "")
}

func scope() {
	var r any
	defer func() {
		py.KeepAlive(r)
	}()
	r = py.Call(Resource, "scoped")
	py.Settle()
	py.Print("in scope", py.GetAttr(r, "name"))
	py.Settle()
}

func tree() {
	var root any
	var kid any
	defer func() {
		py.KeepAlive(root, kid)
	}()
	root = py.Call(Node, "root")
	py.Settle()
	kid = py.Call(Node, "kid")
	py.Settle()
	py.CallMethod(root, "add", kid)
	py.Settle()
	py.Print(py.GetAttr(kid, "parent"), py.Is(py.GetAttr(kid, "parent"), root))
	py.Settle()
	root = nil
	py.Settle()
	py.Print(py.GetAttr(kid, "parent"))
	py.Settle()
}

var treeFunc any

func callbacks() {
	var n any
	var r any
	var f any
	defer func() {
		py.KeepAlive(n, r, f)
	}()
	n = py.Call(Node, "cb")
	py.Settle()
	r = py.CallMethod(weakref.Module(), "ref", n, py.Func("callbacks.<locals>.<lambda>(ref)", func(ref any) any {
		defer func() {
			py.KeepAlive(ref)
		}()
		py.Print("gone", py.Call(ref) == nil)
		return nil
	}))
	py.Settle()
	f = py.CallMethodKw(weakref.Module(), "finalize", []any{n, py.Builtin("print"), "finalized", 1}, py.Kwargs{{Name: "sep", Value: "-"}})
	py.Settle()
	py.Print(py.GetAttr(py.Call(r), "name"), py.GetAttr(f, "alive"), py.GetAttr(r, "__callback__") != nil)
	py.Settle()
	n = nil
	py.Settle()
	py.Print(py.Call(r), py.GetAttr(f, "alive"), py.Call(f))
	py.Settle()
}

func mappings() {
	var cache any
	var a any
	var b any
	var keep any
	var data any
	var k1 any
	var k2 any
	var group any
	var conns *py.List[any]
	var c any
	defer func() {
		py.KeepAlive(cache, a, b, keep, data, k1, k2, group, conns, c)
	}()
	cache = py.CallMethod(weakref.Module(), "WeakValueDictionary")
	py.Settle()
	a, b = py.Call(Node, "a"), py.Call(Node, "b")
	py.Settle()
	py.SetItem(cache, "a", a)
	py.SetItem(cache, "b", b)
	py.Settle()
	py.Print(py.SortedList(py.Items[any](cache)), py.Len(cache), py.Contains(cache, "a"), py.CallMethod(cache, "get", "zz", "none"))
	py.Settle()
	a = nil
	py.Settle()
	py.Print(py.ListFrom(py.Items[any](py.CallMethod(cache, "items"))), py.Len(cache), py.CallMethod(cache, "get", "a"))
	py.Settle()
	err := py.Try(func() error {
		py.GetItem(cache, "a")
		py.Settle()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.KeyError) {
			panic(err)
		}
		py.Print("KeyError", err)
		py.Settle()
	}
	keep = py.MethodOf(cache, "setdefault").Call("c", py.Call(Node, "c"))
	py.Settle()
	py.Print(py.Is(py.GetItem(cache, "c"), keep), py.CallMethod(cache, "pop", "c"), py.Contains(cache, "c"))
	py.Settle()
	data = py.CallMethod(weakref.Module(), "WeakKeyDictionary")
	py.Settle()
	k1, k2 = py.Call(Node, "k1"), py.Call(Node, "k2")
	py.Settle()
	py.SetItem(data, k1, 1)
	py.SetItem(data, k2, 2)
	py.Settle()
	arg := py.GetItem(data, k1)
	arg2 := py.Len(data)
	arg3 := py.Contains(data, k2)
	items := py.ListOf[any]()
	for k := range py.Iter(data) {
		items.Append(py.GetAttr(k, "name"))
	}
	py.Print(arg, arg2, arg3, items)
	py.Settle()
	k1 = nil
	py.Settle()
	py.Print(py.Len(data), py.Call(py.DictClass, py.CallMethod(data, "items")))
	py.Settle()
	group = py.CallMethod(weakref.Module(), "WeakSet")
	py.Settle()
	for i := range 3 {
		py.MethodOf(group, "add").Call(py.Call(Conn, i))
		py.Settle()
	}
	py.Print(py.Len(group))
	py.Settle()
	conns = py.ListOf[any]()
	for i := range 3 {
		conns.Append(py.Call(Conn, i))
	}
	py.Settle()
	var cBound bool
	for cItem := range conns.All() {
		c = cItem
		cBound = true
		py.CallMethod(group, "add", c)
		py.Settle()
	}
	arg4 := py.Len(group)
	items2 := py.ListOf[any]()
	for c := range py.Iter(group) {
		items2.Append(py.GetAttr(c, "ident"))
	}
	py.Print(arg4, py.SortedList(items2.All()), py.Contains(group, conns.Get(0)))
	py.Settle()
	conns.Pop()
	py.Settle()
	py.Print(py.Len(group))
	py.Settle()
	py.CheckLocal(cBound, "c")
	c = nil
	cBound = false
	py.Settle()
	py.Print(py.Len(group))
	py.Settle()
	conns.Clear()
	py.Settle()
	py.Print(py.Len(group), py.ListFrom(py.Items[any](group)))
	py.Settle()
}

func proxies() {
	var n any
	var p any
	defer func() {
		py.KeepAlive(n, p)
	}()
	n = py.Call(Node, "proxied")
	py.Settle()
	p = py.CallMethod(weakref.Module(), "proxy", n)
	py.Settle()
	py.Print(py.GetAttr(p, "name"), py.CallMethod(p, "greet"), py.IsInstance(p, Node), py.Str(p), py.Is(py.Call(py.TypeClass, p), weakref.Module().Attr("ProxyType")))
	py.Settle()
	py.SetAttr(p, "name", "renamed")
	py.Settle()
	py.Print(py.GetAttr(n, "name"))
	py.Settle()
	n = nil
	py.Settle()
	err := py.Try(func() error {
		py.GetAttr(p, "name")
		py.Settle()
		return nil
	})
	if err != nil {
		if !errors.Is(err, py.ReferenceError) {
			panic(err)
		}
		e := err
		py.Print(py.TypeOf(e).Name(), e)
		py.Settle()
	}
}

func events() {
	var e any
	var one any
	var two any
	defer func() {
		py.KeepAlive(e, one, two)
	}()
	e = py.Call(Emitter)
	py.Settle()
	one, two = py.Call(Listener, "one"), py.Call(Listener, "two")
	py.Settle()
	py.CallMethod(e, "on", py.GetAttr(one, "handle"))
	py.Settle()
	py.CallMethod(e, "on", py.GetAttr(two, "handle"))
	py.Settle()
	py.Print(py.CallMethod(e, "emit", 1))
	py.Settle()
	one = nil
	py.Settle()
	py.Print(py.CallMethod(e, "emit", 2), py.Len(py.GetAttr(e, "handlers")))
	py.Settle()
	py.Print(py.Call(py.CallMethod(weakref.Module(), "ref", py.GetAttr(two, "handle"))))
	py.Settle()
}

func equality() {
	var n any
	var r1 any
	var r2 any
	var bad any
	var s any
	defer func() {
		py.KeepAlive(n, r1, r2, bad, s)
	}()
	n = py.Call(Node, "x")
	py.Settle()
	r1, r2 = py.CallMethod(weakref.Module(), "ref", n), py.CallMethod(weakref.Module(), "ref", n)
	py.Settle()
	py.Print(py.Is(r1, r2), py.Eq(r1, r2), py.Hash(r1) == py.Hash(n), py.CallMethod(weakref.Module(), "getweakrefcount", n))
	py.Settle()
	for _, badItem := range []any{1, "s", py.Tuple{}, py.ListOf[any](), py.DictOf[any, any](), nil, py.Call(Slotted)} {
		bad = badItem
		err := py.Try(func() error {
			py.CallMethod(weakref.Module(), "ref", bad)
			py.Settle()
			return nil
		})
		if err != nil {
			if !errors.Is(err, py.TypeError) {
				panic(err)
			}
			py.Print(err)
			py.Settle()
		}
	}
	s = py.Call(SlottedWeak)
	py.Settle()
	py.Print(py.Is(py.Call(py.CallMethod(weakref.Module(), "ref", s)), s), py.Is(py.Call(py.CallMethod(weakref.Module(), "ref", Node)), Node), py.Is(py.Call(py.CallMethod(weakref.Module(), "ref", treeFunc)), treeFunc))
	py.Settle()
}

func replaced() {
	var r any
	var holder *py.Dict[string, any]
	var items *py.List[any]
	defer func() {
		py.KeepAlive(r, holder, items)
	}()
	r = py.Call(Resource, "first")
	py.Settle()
	r = py.Call(Resource, "second")
	py.Settle()
	holder = py.DictOf[string, any]("r", r)
	py.Settle()
	r = nil
	py.Settle()
	py.Print("still held")
	py.Settle()
	holder.Pop("r")
	py.Settle()
	py.Print("dropped")
	py.Settle()
	items = py.ListOf[any](py.Call(Resource, "list"))
	py.Settle()
	items.Set(0, nil)
	py.Settle()
	py.CallMethod(gc.Module(), "collect")
	py.Settle()
}

var Pool any

func poolInit(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	py.SetAttr(self, "live", py.CallMethod(weakref.Module(), "WeakSet"))
	py.Settle()
	return nil
}

func poolMake(self, i any) any {
	var c any
	defer func() {
		py.KeepAlive(self, i, c)
	}()
	c = py.Call(Conn, i)
	py.Settle()
	py.CallMethod(py.GetAttr(self, "live"), "add", c)
	py.Settle()
	return c
}

func worker(ctx context.Context, pool any, i int, gate *asyncio.Event) (any, error) {
	var conn any
	defer func() {
		py.KeepAlive(ctx, pool, gate, conn)
	}()
	conn = py.CallMethod(pool, "make", i)
	py.Settle()
	if err := gate.Wait(ctx); err != nil {
		return nil, err
	}
	py.Settle()
	return py.GetAttr(conn, "ident"), nil
}

func asyncMain(ctx context.Context) error {
	var pool any
	var gate *asyncio.Event
	var tasks *py.List[*asyncio.Task[any]]
	defer func() {
		py.KeepAlive(ctx, pool, gate, tasks)
	}()
	pool, gate = py.Call(Pool), asyncio.NewEvent()
	py.Settle()
	tasks = py.ListOf[*asyncio.Task[any]]()
	for i := range 3 {
		tasks.Append(asyncio.CreateTask(ctx, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return worker(ctx, pool, i, gate)
		}).Named("worker")))
	}
	py.Settle()
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return err
	}
	py.Settle()
	py.Print("live", py.Len(py.GetAttr(pool, "live")))
	py.Settle()
	gate.Set()
	py.Settle()
	results, err := asyncio.Gather(ctx, asyncio.Awaitables[any](tasks)...)
	if err != nil {
		return err
	}
	py.Print(results, py.Len(py.GetAttr(pool, "live")))
	py.Settle()
	return nil
}

var Bell any

func bellRing(self any) any {
	defer func() {
		py.KeepAlive(self)
	}()
	return "ring"
}

func main() {
	py.Main(func() error {
		var last any
		var atExit any
		var bell any
		var method any
		defer func() {
			py.KeepUntilExit(last, atExit, bell, method)
		}()
		Node = py.NewClass("Node", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__init__", py.Func("Node.__init__(self, name)", nodeInit))

			ns.Set("parent", py.Property(py.Func("Node.parent(self)", nodeParent), nil, nil, nil))

			ns.Set("add", py.Func("Node.add(self, child)", nodeAdd))

			ns.Set("__repr__", py.Func("Node.__repr__(self)", nodeRepr))

			ns.Set("greet", py.Func("Node.greet(self)", nodeGreet))
		})
		Resource = py.NewClass("Resource", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__init__", py.Func("Resource.__init__(self, name)", resourceInit))

			ns.Set("__del__", py.Func("Resource.__del__(self)", resourceDel))
		})
		Slotted = py.NewClass("Slotted", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__slots__", py.Tuple{"a"})
		})
		SlottedWeak = py.NewClass("SlottedWeak", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__slots__", py.Tuple{"a", "__weakref__"})
		})
		decorator := py.CallKw(dataclasses.Module().Attr("dataclass"), nil, py.Kwargs{{Name: "eq", Value: false}})
		ConnClass = py.NewClass("Conn", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Annotate("ident", py.IntClass)
		})
		Conn = py.Call(decorator, ConnClass)
		Emitter = py.NewClass("Emitter", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__init__", py.Func("Emitter.__init__(self)", emitterInit))

			ns.Set("on", py.Func("Emitter.on(self, method)", emitterOn))

			ns.Set("emit", py.Func("Emitter.emit(self, value)", emitterEmit))
		})
		Listener = py.NewClass("Listener", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__init__", py.Func("Listener.__init__(self, name)", listenerInit))

			ns.Set("handle", py.Func("Listener.handle(self, value)", listenerHandle))
		})
		treeFunc = py.Func("tree()", tree)
		Pool = py.NewClass("Pool", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("__init__", py.Func("Pool.__init__(self)", poolInit))

			ns.Set("make", py.Func("Pool.make(self, i)", poolMake))
		})

		scope()
		py.Settle()
		tree()
		py.Settle()
		callbacks()
		py.Settle()
		mappings()
		py.Settle()
		proxies()
		py.Settle()
		events()
		py.Settle()
		equality()
		py.Settle()
		replaced()
		py.Settle()
		if err := asyncio.RunFunc(asyncMain); err != nil {
			return err
		}
		py.Settle()
		last = py.Call(Resource, "global")
		py.Settle()
		atExit = py.Call(Node, "exit")
		py.Settle()
		py.CallMethod(weakref.Module(), "finalize", atExit, py.Builtin("print"), "at exit")
		py.Settle()
		py.Print("end")
		py.Settle()
		Bell = py.NewClass("Bell", nil, nil, func(ns *py.Namespace) {
			defer func() {
				py.KeepAlive(ns)
			}()
			ns.Set("ring", py.Func("Bell.ring(self)", bellRing))
		})

		bell = py.Call(Bell)
		py.Settle()
		method = py.CallMethod(weakref.Module(), "WeakMethod", py.GetAttr(bell, "ring"))
		py.Settle()
		py.Print(py.IsInstance(method, weakref.Module().Attr("ref")), py.IsInstance(method, weakref.Module().Attr("ReferenceType")), py.Call(py.Call(method)), py.Eq(method, py.CallMethod(weakref.Module(), "WeakMethod", py.GetAttr(bell, "ring"))))
		py.Settle()
		return nil
	})
}
