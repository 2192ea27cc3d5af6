package loggingconfig

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logginghandlers"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/queue"
)

// configureHandlers makes the handlers in the order of their names; those that
// need one that does not exist yet come last.
func (c *configurator) configureHandlers() {
	handlers := c.config.section("handlers")
	add := func(name any) {
		handler := c.newHandler(handlers.section(name))
		py.SetAttr(handler, "name", name)
		handlers.dict.Set(name, handler)
	}
	var deferred []any
	for name := range py.Sorted(handlers.dict, nil, false).All() {
		err := py.Try(func() error {
			add(name)
			return nil
		})
		switch {
		case err == nil:
		case !py.Matches(err, py.ExceptionClass):
			panic(err)
		case strings.Contains(py.Str(py.GetAttr(py.AsException(err), "__cause__")), " not configured yet"):
			deferred = append(deferred, name)
		default:
			py.Raise(exc.ValueError("Unable to configure handler %s", py.Repr(name)), err)
		}
	}
	for _, name := range deferred {
		step(func() { add(name) }, "Unable to configure handler %s", py.Repr(name))
	}
}

func (c *configurator) newHandler(s *section) any {
	// What refers to other handlers is put back when one of them is missing.
	before := s.dict.Copy()
	formatter := s.pop("formatter")
	if py.Truth(formatter) {
		name := formatter
		step(func() { formatter = c.config.must("formatters").(*section).must(name) },
			"Unable to set formatter %s", py.Repr(name))
	}
	level, filters := s.pop("level"), plain(s.pop("filters"))
	factory := c.handlerFactory(s, before)
	handler := py.CallKw(factory, nil, s.arguments())
	if py.Truth(formatter) {
		py.CallMethod(handler, "setFormatter", formatter)
	}
	if level != nil {
		py.CallMethod(handler, "setLevel", logging.CheckLevel(level))
	}
	if py.Truth(filters) {
		c.addFilters(handler, filters)
	}
	setProperties(handler, s)
	return handler
}

// handlerFactory is what makes the handler of a section.
func (c *configurator) handlerFactory(s *section, before *py.Dict[any, any]) any {
	if s.has("()") {
		return called(s.pop("()"))
	}
	if !s.has("class") {
		panic(exc.AttributeError("'NoneType' object has no attribute 'split'"))
	}
	factory := called(s.pop("class"))
	is := func(name string) bool { return py.IsSubclass(factory, logginghandlers.Module().Attr(name)) }
	switch {
	case is("MemoryHandler"):
		if s.has("flushLevel") {
			s.dict.Set("flushLevel", logging.CheckLevel(s.get("flushLevel")))
		}
		if s.has("target") {
			name := s.get("target")
			step(func() { s.dict.Set("target", c.handlerNamed(name, s, before, "target not configured yet")) },
				"Unable to set target handler %s", py.Repr(name))
		}
	case is("QueueHandler"):
		return c.queueFactory(factory, s, before)
	}
	return factory
}

// handlerNamed is the handler of a name. It raises TypeError when that has not
// been made yet.
func (c *configurator) handlerNamed(name any, s *section, before *py.Dict[any, any], message string) any {
	handler := c.config.must("handlers").(*section).must(name)
	if !py.IsInstance(handler, class("Handler")) {
		s.dict.Update(before)
		panic(py.NewTypeError(message))
	}
	return handler
}

// queueFactory makes a function that makes a QueueHandler and its listener.
func (c *configurator) queueFactory(factory any, s *section, before *py.Dict[any, any]) any {
	if s.has("queue") {
		s.dict.Set("queue", configuredQueue(s.get("queue")))
	}
	if s.has("listener") {
		s.dict.Set("listener", configuredListener(s.get("listener")))
	}
	if s.has("handlers") {
		handlers := py.ListOf[any]()
		for _, name := range items(s.get("handlers")) {
			step(func() {
				handlers.Append(c.handlerNamed(name, s, before, "Required handler "+py.Repr(name)+" is not configured yet"))
			}, "Unable to set required handler %s", py.Repr(name))
		}
		s.dict.Set("handlers", handlers)
	}
	return py.Func("queue_handler(*, queue=None, respect_handler_level=False, listener=None, handlers=(), **kwargs)", func(args []any) any {
		records, respect, listener, handlers, kwargs := args[0], args[1], args[2], args[3], args[4]
		if records == nil {
			records = py.Call(queue.Module().Attr("Queue"))
		}
		if listener == nil {
			listener = logginghandlers.Module().Attr("QueueListener")
		}
		listening := py.CallKw(listener, slices.Concat([]any{records}, items(handlers)),
			py.Kwargs{{Name: "respect_handler_level", Value: respect}})
		handler := py.CallKw(factory, []any{records}, py.KwFrom(kwargs))
		py.SetAttr(handler, "listener", listening)
		return handler
	}, py.Tuple{})
}

// configuredQueue is the queue that a configuration describes.
func configuredQueue(given any) any {
	switch v := given.(type) {
	case string:
		if made := resolve(v); py.Callable(made) {
			return py.Call(made)
		}
	case *section:
		if v.has("()") {
			return newCustom(&section{owner: v.owner, dict: v.dict.Copy()})
		}
	default:
		methods := []string{"empty", "full", "get", "get_nowait", "put", "put_nowait", "join", "qsize", "task_done"}
		if !slices.ContainsFunc(methods, func(m string) bool { return !py.Callable(py.GetAttrOr(v, m, nil)) }) {
			return given
		}
	}
	panic(exc.TypeError("Invalid queue specifier %s", py.Repr(plain(given))))
}

// configuredListener is the class or factory of listeners that a configuration
// describes.
func configuredListener(given any) any {
	listener := given
	switch v := given.(type) {
	case string:
		listener = resolve(v)
	case *section:
		if v.has("()") {
			listener = newCustom(&section{owner: v.owner, dict: v.dict.Copy()})
		}
	}
	if made, ok := listener.(*py.Class); ok && !made.IsSubclassOf(logginghandlers.Module().Attr("QueueListener").(*py.Class)) {
		panic(exc.TypeError("Invalid listener specifier %s", py.Repr(plain(given))))
	}
	if _, isSection := listener.(*section); isSection || !py.Callable(listener) {
		panic(exc.TypeError("Invalid listener specifier %s", py.Repr(plain(given))))
	}
	return listener
}
