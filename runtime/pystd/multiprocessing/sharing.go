package multiprocessing

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/array"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/threading"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

// queueClass is Queue.
var queueClass any

// addSharing adds what processes share, and through what they talk.
func addSharing(m *py.Module) {
	for _, name := range []string{"Queue", "JoinableQueue"} {
		m.Set(name, define.Class("multiprocessing.queues", name, []any{queue.Module().Attr("Queue")}, func(b *define.Body) {
			b.Set(shared, true)
			b.Method("put(self, obj, block=True, timeout=None)", func(self, obj, block, timeout any) any {
				return py.CallMethod(queue.Module().Attr("Queue"), "put", self, sent(obj), block, timeout)
			})
			b.Method("put_nowait(self, obj)", func(self, obj any) any { return py.CallMethod(self, "put", obj, false) })
			for _, end := range []string{"close(self)", "join_thread(self)", "cancel_join_thread(self)"} {
				b.Method(end, func(any) any { return nil })
			}
		}))
	}
	queueClass = m.Attr("Queue")
	m.Set("SimpleQueue", define.Class("multiprocessing.queues", "SimpleQueue", nil, func(b *define.Body) {
		b.Set(shared, true)
		b.Method("__init__(self)", func(self any) any {
			py.SetAttr(self, "_queue", py.Call(queue.Module().Attr("Queue")))
			return nil
		})
		b.Method("put(self, obj)", func(self, obj any) any { return py.CallMethod(py.GetAttr(self, "_queue"), "put", sent(obj)) })
		b.Method("get(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "_queue"), "get") })
		b.Method("empty(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "_queue"), "empty") })
		b.Method("close(self)", func(any) any { return nil })
	}))
	m.Func("Pipe(duplex=True)", func(duplex any) any {
		there, back := py.Call(queue.Module().Attr("Queue")), py.Call(queue.Module().Attr("Queue"))
		if py.Truth(duplex) {
			return py.Tuple{newConnection(there, back), newConnection(back, there)}
		}
		return py.Tuple{newConnection(there, nil), newConnection(nil, there)}
	})
	m.Func("Value(typecode_or_type, *args, lock=True)", func(code, args, lock any) any { return newValue(code, args.(py.Tuple), lock) })
	m.Func("RawValue(typecode_or_type, *args)", func(code, args any) any { return newValue(code, args.(py.Tuple), true) })
	m.Func("Array(typecode_or_type, size_or_initializer, *, lock=True)", func(code, init, lock any) any { return newArray(code, init, lock) })
}

// closed is what the other end gets of a connection that has been closed.
var closed = py.Call(py.ObjectClass)

var connectionClass = define.Class("multiprocessing.connection", "Connection", nil, func(b *define.Body) {
	b.Set(shared, true)
	end := func(self any, name, way string) any {
		if py.Truth(py.GetAttr(self, "closed")) {
			panic(py.NewOSError("handle is closed"))
		}
		q := py.GetAttr(self, name)
		if q == nil {
			panic(py.NewOSError("connection is " + way + "-only"))
		}
		return q
	}
	receive := func(self any) any {
		q := end(self, "_in", "write")
		v := py.CallMethod(q, "get")
		if v == closed {
			py.CallMethod(q, "put", closed)
			py.Raise(py.NewEOFError())
		}
		return v
	}
	b.Method("send(self, obj)", func(self, obj any) any { return py.CallMethod(end(self, "_out", "read"), "put", sent(obj)) })
	b.Method("recv(self)", receive)
	b.Method("send_bytes(self, buf)", func(self, buf any) any {
		return py.CallMethod(end(self, "_out", "read"), "put", py.Call(py.BytesClass, buf))
	})
	b.Method("recv_bytes(self)", receive)
	b.Method("poll(self, timeout=0.0)", func(self, timeout any) any {
		q := end(self, "_in", "write")
		v, err := any(nil), error(nil)
		err = py.Try(func() error {
			v = py.CallMethod(q, "get", timeout == nil || py.Greater(timeout, 0), timeout)
			return nil
		})
		if err != nil {
			return false
		}
		py.CallMethod(py.GetAttr(q, "queue"), "appendleft", v)
		return true
	})
	b.Method("close(self)", func(self any) any {
		if out := py.GetAttr(self, "_out"); out != nil && !py.Truth(py.GetAttr(self, "closed")) {
			py.CallMethod(out, "put", closed)
		}
		py.SetAttr(self, "closed", true)
		return nil
	})
	b.Method("__enter__(self)", func(self any) any { return self })
	b.Method("__exit__(self, *args)", func(self, _ any) any { return py.CallMethod(self, "close") })
})

func newConnection(in, out any) any {
	c := py.Call(connectionClass)
	py.SetAttr(c, "_in", in)
	py.SetAttr(c, "_out", out)
	py.SetAttr(c, "closed", false)
	return c
}

// withLock gives what is shared the lock that belongs to it.
func withLock(b *define.Body) {
	b.Set(shared, true)
	b.Method("get_lock(self)", func(self any) any { return py.GetAttr(self, "_lock") })
	b.Method("acquire(self, *args)", func(self, args any) any {
		return py.CallMethod(py.GetAttr(self, "_lock"), "acquire", args.(py.Tuple)...)
	})
	b.Method("release(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "_lock"), "release") })
	b.Method("__enter__(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "_lock"), "__enter__") })
	b.Method("__exit__(self, *args)", func(self, args any) any {
		return py.CallMethod(py.GetAttr(self, "_lock"), "__exit__", args.(py.Tuple)...)
	})
}

func newLock(lock any) any {
	if lock == any(true) || lock == any(false) || lock == nil {
		return py.Call(threading.Module().Attr("RLock"))
	}
	return lock
}

// cells makes the memory of typed values: an array of them.
func cells(code, values any) any {
	text, ok := code.(string)
	if !ok {
		panic(exc.NotImplementedError("types of ctypes are not supported: use a type code"))
	}
	if text == "c" {
		text = "b"
	}
	return py.Call(array.Module().Attr("array"), text, values)
}

// valueClass keeps its value in an array of one.
var valueClass = define.Class("multiprocessing.sharedctypes", "Synchronized", nil, func(b *define.Body) {
	withLock(b)
	b.Variable("value", func(self any) any { return py.GetItem(py.GetAttr(self, "_cells"), 0) }, func(self, v any) any {
		py.SetItem(py.GetAttr(self, "_cells"), 0, v)
		return nil
	})
})

func newValue(code any, args py.Tuple, lock any) any {
	first := any(0)
	if len(args) > 0 {
		first = args[0]
	}
	v := py.Call(valueClass)
	py.SetAttr(v, "_cells", cells(code, py.ListOf(first)))
	py.SetAttr(v, "_lock", newLock(lock))
	return v
}

var arrayClass = define.Class("multiprocessing.sharedctypes", "SynchronizedArray", nil, func(b *define.Body) {
	withLock(b)
	items := func(self any) any { return py.GetAttr(self, "_cells") }
	b.Method("__len__(self)", func(self any) any { return py.Len(items(self)) })
	b.Method("__getitem__(self, i)", func(self, i any) any {
		v := py.GetItem(items(self), i)
		if _, isSlice := i.(*py.Slice); isSlice {
			return py.Call(py.ListClass, v)
		}
		return v
	})
	b.Method("__setitem__(self, i, value)", func(self, i, v any) any {
		if _, isSlice := i.(*py.Slice); isSlice {
			v = py.Call(array.Module().Attr("array"), py.GetAttr(items(self), "typecode"), v)
		}
		py.SetItem(items(self), i, v)
		return nil
	})
	b.Method("__iter__(self)", func(self any) any { return py.GetIter(items(self)) })
	b.Method("get_obj(self)", items)
})

func newArray(code, init, lock any) any {
	if n, ok := init.(int); ok {
		init = py.Mul(py.ListOf[any](0), n)
	}
	a := py.Call(arrayClass)
	py.SetAttr(a, "_cells", cells(code, init))
	py.SetAttr(a, "_lock", newLock(lock))
	return a
}

// managerClass makes what processes share by a manager: here, the objects
// themselves.
var managerClass = define.Class("multiprocessing.managers", "SyncManager", nil, func(b *define.Body) {
	proxy := func(name string, base any) any {
		return define.Class("multiprocessing.managers", name, []any{base}, func(b *define.Body) { b.Set(shared, true) })
	}
	list, dict := proxy("ListProxy", py.ListClass), proxy("DictProxy", py.DictClass)
	namespace := proxy("NamespaceProxy", types.Module().Attr("SimpleNamespace"))
	b.Method("list(self, *args)", func(_, args any) any { return py.Call(list, args.(py.Tuple)...) })
	b.Method("dict(self, *args, **kwargs)", func(_, args, kw any) any { return py.CallKw(dict, args.(py.Tuple), py.KwFrom(kw)) })
	b.Method("Namespace(self)", func(any) any { return py.Call(namespace) })
	b.Method("Value(self, typecode, value)", func(_, code, v any) any { return newValue(code, py.Tuple{v}, true) })
	b.Method("Queue(self, maxsize=0)", func(_, n any) any { return py.Call(queueClass, n) })
	for _, name := range []string{"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"} {
		b.Method(name+"(self, *args)", func(_, args any) any { return py.Call(threading.Module().Attr(name), args.(py.Tuple)...) })
	}
	b.Method("start(self)", func(any) any { return nil })
	b.Method("shutdown(self)", func(any) any { return nil })
	b.Method("__enter__(self)", func(self any) any { return self })
	b.Method("__exit__(self, *args)", func(_, _ any) any { return nil })
})
