// Package selectors is Python's module selectors: waiting for file objects.
// https://docs.python.org/3.13/library/selectors.html
package selectors

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collectionsabc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/selects"
)

// Events of selectors.
const (
	eventRead  = 1
	eventWrite = 2
)

// Module is the module selectors.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("selectors", "Selectors module.")
	m.Set("EVENT_READ", eventRead)
	m.Set("EVENT_WRITE", eventWrite)
	m.Set("SelectorKey", keyClass())
	base := baseClass()
	m.Class(base)
	for _, k := range []struct {
		name string
		wait waitFunc
	}{{"SelectSelector", waitSelect}, {"PollSelector", waitPoll}, {"EpollSelector", waitEpoll}} {
		m.Class(selectorClass(k.name, base, k.wait))
	}
	m.Set("DefaultSelector", m.Attr("EpollSelector"))
	return m
})

// keyClass makes the namedtuple SelectorKey.
var keyClass = sync.OnceValue(func() any {
	fields := py.ListOf[any]("fileobj", "fd", "events", "data")
	return py.CallKw(collections.Module().Attr("namedtuple"), []any{"SelectorKey", fields}, py.Kwargs{{Name: "module", Value: "selectors"}})
})

func baseClass() *py.Class {
	return define.Class("selectors", "BaseSelector", []any{py.ObjectClass}, func(b *define.Body) {
		for _, spec := range []string{
			"register(self, fileobj, events, data=None)", "unregister(self, fileobj)", "select(self, timeout=None)", "get_map(self)",
		} {
			b.Method(spec, func([]any) any { panic(py.NewNotImplementedError()) })
		}
		b.Method("modify(self, fileobj, events, data=None)", func(self, file, events, data any) any {
			py.CallMethod(self, "unregister", file)
			return py.CallMethod(self, "register", file, events, data)
		})
		b.Method("close(self)", func(any) any { return nil })
		b.Method("get_key(self, fileobj)", func(self, file any) any {
			mapping := py.CallMethod(self, "get_map")
			if mapping == nil {
				panic(exc.RuntimeError("Selector is closed"))
			}
			var key any
			err := py.Try(func() error { key = py.GetItem(mapping, file); return nil })
			if err != nil && py.Matches(err, py.KeyError) {
				panic(notRegistered(file))
			}
			py.Check(err)
			return key
		})
		b.Method("__enter__(self)", func(self any) any { return self })
		b.Method("__exit__(self, *args)", func(self, _ any) any {
			py.CallMethod(self, "close")
			return nil
		})
	})
}

func notRegistered(file any) py.BaseException {
	return py.NewKeyError(py.Repr(file) + " is not registered")
}

// descriptor is the file descriptor of an object. It raises ValueError.
func descriptor(file any) int {
	fd, ok := py.Payload(file).(int)
	if !ok {
		err := py.Try(func() error {
			fd = py.As[int](py.Index(py.CallMethod(file, "fileno")))
			return nil
		})
		if err != nil {
			if !py.Matches(err, py.Tuple{py.AttributeError, py.TypeError, py.ValueError}) {
				py.Check(err)
			}
			panic(exc.ValueError("Invalid file object: %s", py.Repr(file)))
		}
	}
	if fd < 0 {
		panic(exc.ValueError("Invalid file descriptor: %d", fd))
	}
	return fd
}

// state is what a selector knows.
type state struct {
	// keys are the registered keys by descriptor.
	keys *py.Dict[any, any]
	// mapping is what get_map returns, nil once the selector is closed.
	mapping any
	epoll   any
}

// stateName is the attribute of a selector that holds its state.
const stateName = "_selector"

func of(self any) *state { return py.GetAttr(self, stateName).(*holder).state }

// holder lets a state be the value of an attribute.
type holder struct{ state *state }

// PyClass is a class without a constructor.
func (*holder) PyClass() *py.Class { return holderClass }

var holderClass = py.NewNativeClass("selectors", "_SelectorState", nil, func(*py.Definition) {})

// lookup is the descriptor of a file object, also of one that was closed after
// it was registered.
func (s *state) lookup(file any) int {
	fd := 0
	err := py.Try(func() error { fd = descriptor(file); return nil })
	if err == nil {
		return fd
	}
	if py.Matches(err, py.ValueError) {
		for key := range s.keys.Values() {
			if py.Is(py.GetAttr(key, "fileobj"), file) {
				return py.GetAttr(key, "fd").(int)
			}
		}
	}
	panic(py.AsException(err))
}

func (s *state) key(file any) any {
	key, ok := s.keys.Lookup(s.lookup(file))
	if !ok {
		panic(notRegistered(file))
	}
	return key
}

// mask are the events of poll and epoll for the events of a key.
func mask(events any) int {
	n, poll := events.(int), 0
	if n&eventRead != 0 {
		poll |= selects.In
	}
	if n&eventWrite != 0 {
		poll |= selects.Out
	}
	return poll
}

// A waitFunc waits for the registered descriptors and returns what select does.
type waitFunc func(s *state, timeout any) any

func selectorClass(name string, base *py.Class, wait waitFunc) *py.Class {
	return define.Class("selectors", name, []any{base}, func(b *define.Body) {
		b.Method("__init__(self)", func(self any) any {
			s := &state{keys: py.DictOf[any, any]()}
			s.mapping = py.Call(mappingClass(), self)
			if name == "EpollSelector" {
				s.epoll = py.Call(selects.Module().Attr("epoll"))
			}
			py.SetAttr(self, stateName, &holder{s})
			return nil
		})
		b.Method("register(self, fileobj, events, data=None)", func(self, file, events, data any) any {
			s := of(self)
			if n, ok := py.Payload(events).(int); !ok || n == 0 || n&^(eventRead|eventWrite) != 0 {
				panic(exc.ValueError("Invalid events: %s", py.Repr(events)))
			}
			fd := s.lookup(file)
			if s.keys.Has(fd) {
				panic(py.NewKeyError(py.Repr(file) + " (FD " + py.Str(fd) + ") is already registered"))
			}
			key := py.Call(keyClass(), file, fd, events, data)
			if s.epoll != nil {
				py.CallMethod(s.epoll, "register", fd, mask(events))
			}
			s.keys.Set(fd, key)
			return key
		})
		b.Method("unregister(self, fileobj)", func(self, file any) any {
			s := of(self)
			key := s.key(file)
			fd := py.GetAttr(key, "fd")
			s.keys.Delete(fd)
			if s.epoll != nil {
				err := py.Try(func() error { py.CallMethod(s.epoll, "unregister", fd); return nil })
				if err != nil && !py.Matches(err, py.OSError) {
					py.Check(err)
				}
			}
			return key
		})
		b.Method("modify(self, fileobj, events, data=None)", func(self, file, events, data any) any {
			s := of(self)
			key := s.key(file)
			fd := py.GetAttr(key, "fd")
			if !py.Equal(events, py.GetAttr(key, "events")) {
				if s.epoll != nil {
					py.CallMethod(s.epoll, "modify", fd, mask(events))
				}
			} else if py.Equal(data, py.GetAttr(key, "data")) {
				return key
			}
			changed := py.CallMethodKw(key, "_replace", nil, py.Kwargs{{Name: "events", Value: events}, {Name: "data", Value: data}})
			s.keys.Set(fd, changed)
			return changed
		})
		b.Method("select(self, timeout=None)", func(self, timeout any) any { return wait(of(self), timeout) })
		b.Method("close(self)", func(self any) any {
			s := of(self)
			if s.epoll != nil {
				py.CallMethod(s.epoll, "close")
			}
			s.keys.Clear()
			s.mapping = nil
			return nil
		})
		b.Method("get_map(self)", func(self any) any { return of(self).mapping })
		if name == "EpollSelector" {
			b.Method("fileno(self)", func(self any) any { return py.CallMethod(of(self).epoll, "fileno") })
		}
	})
}

// mappingClass is the class of what get_map returns.
var mappingClass = sync.OnceValue(func() *py.Class {
	return define.Class("selectors", "_SelectorMapping", []any{collectionsabc.Module().Attr("Mapping")}, func(b *define.Body) {
		b.Method("__init__(self, selector)", func(self, selector any) any {
			py.SetAttr(self, stateName, selector)
			return nil
		})
		keys := func(self any) *state { return of(py.GetAttr(self, stateName)) }
		b.Method("__len__(self)", func(self any) any { return keys(self).keys.Len() })
		b.Method("get(self, fileobj, default=None)", func(self, file, fallback any) any {
			s := keys(self)
			if key, ok := s.keys.Lookup(s.lookup(file)); ok {
				return key
			}
			return fallback
		})
		b.Method("__getitem__(self, fileobj)", func(self, file any) any {
			s := keys(self)
			key, ok := s.keys.Lookup(s.lookup(file))
			if !ok {
				panic(py.NewKeyError(file))
			}
			return key
		})
		b.Method("__iter__(self)", func(self any) any { return py.GetIter(keys(self).keys) })
	})
})
