package loggingconfig

import (
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/logging"
)

// A configurator carries out one configuration.
type configurator struct{ config *section }

// class is a class of the module logging.
func class(name string) any { return logging.Module().Attr(name) }

func logger(name any) any { return py.Call(logging.Module().Attr("getLogger"), name) }

// step runs a part of the configuration; an exception becomes the cause of a
// ValueError.
func step(body func(), format string, args ...any) {
	err := py.Try(func() error {
		body()
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.ExceptionClass) {
			panic(err)
		}
		py.Raise(exc.ValueError(format, args...), err)
	}
}

func (c *configurator) configure() {
	if !c.config.has("version") {
		panic(exc.ValueError("dictionary doesn't specify a version"))
	}
	if version := c.config.get("version"); !py.Equal(version, 1) {
		panic(exc.ValueError("Unsupported version: %s", py.Str(plain(version))))
	}
	if py.Truth(plain(c.config.pop("incremental"))) {
		c.adjust()
		return
	}
	disable := true
	if c.config.has("disable_existing_loggers") {
		disable = py.Truth(c.config.pop("disable_existing_loggers"))
	}
	logging.ForgetHandlers()
	formatters := c.config.section("formatters")
	for _, name := range formatters.keys() {
		step(func() { formatters.dict.Set(name, newFormatter(formatters.section(name))) },
			"Unable to configure formatter %s", py.Repr(name))
	}
	filters := c.config.section("filters")
	for _, name := range filters.keys() {
		step(func() { filters.dict.Set(name, newFilter(filters.section(name))) }, "Unable to configure filter %s", py.Repr(name))
	}
	c.configureHandlers()
	c.configureLoggers(disable)
	if c.config.has("root") && py.Truth(plain(c.config.get("root"))) {
		step(func() { c.configureLogger(logger(nil), c.config.section("root"), false) }, "Unable to configure root logger")
	}
}

// adjust changes the levels of what is configured already.
func (c *configurator) adjust() {
	handlers := c.config.section("handlers")
	for _, name := range handlers.keys() {
		handler := py.Call(logging.Module().Attr("getHandlerByName"), name)
		if handler == nil {
			panic(exc.ValueError("No handler found with name %s", py.Repr(name)))
		}
		step(func() {
			if level := handlers.section(name).get("level"); py.Truth(level) {
				py.CallMethod(handler, "setLevel", logging.CheckLevel(level))
			}
		}, "Unable to configure handler %s", py.Repr(name))
	}
	loggers := c.config.section("loggers")
	for _, name := range loggers.keys() {
		step(func() { c.configureNamed(name, loggers.section(name), true) }, "Unable to configure logger %s", py.Repr(name))
	}
	if c.config.has("root") && py.Truth(plain(c.config.get("root"))) {
		step(func() { c.configureLogger(logger(nil), c.config.section("root"), true) }, "Unable to configure root logger")
	}
}

// newCustom calls the factory of a section with its other values.
func newCustom(s *section) any {
	factory := called(s.pop("()"))
	result := py.CallKw(factory, nil, s.arguments())
	setProperties(result, s)
	return result
}

// setProperties sets the attributes that a section lists under a dot.
func setProperties(result any, s *section) {
	if properties := plain(s.pop(".")); py.Truth(properties) {
		for name, value := range properties.(*py.Dict[any, any]).All() {
			py.SetAttr(result, py.As[string](name), value)
		}
	}
}

func newFormatter(s *section) any {
	if s.has("()") {
		factory := s.get("()")
		var result any
		err := py.Try(func() error {
			result = newCustom(s)
			return nil
		})
		if err == nil {
			return result
		}
		if !py.Matches(err, py.TypeError) || !strings.Contains(err.Error(), "'format'") {
			panic(err)
		}
		s.dict.Set("fmt", s.pop("format"))
		s.dict.Set("()", factory)
		return newCustom(s)
	}
	var style any = "%"
	if s.has("style") {
		style = s.get("style")
	}
	args := []any{s.get("format"), s.get("datefmt"), style}
	formatter := class("Formatter")
	if name := s.get("class"); py.Truth(name) {
		formatter = resolve(py.As[string](name))
	}
	var kw py.Kwargs
	if defaults := plain(s.get("defaults")); defaults != nil {
		kw = py.Kwargs{{Name: "defaults", Value: defaults}}
	}
	if s.has("validate") {
		args = append(args, s.get("validate"))
	}
	return py.CallKw(formatter, args, kw)
}

func newFilter(s *section) any {
	if s.has("()") {
		return newCustom(s)
	}
	var name any = ""
	if s.has("name") {
		name = s.get("name")
	}
	return py.Call(class("Filter"), name)
}

// items are the items of a list of names or objects.
func items(value any) []any {
	if list, ok := value.(*sequence); ok {
		return py.TupleFrom(py.Iter(plain(list)))
	}
	return py.TupleFrom(py.Iter(value))
}

func (c *configurator) addFilters(to any, filters any) {
	for _, f := range items(filters) {
		step(func() {
			filter := f
			if !py.Callable(f) && !py.Callable(py.GetAttrOr(f, "filter", nil)) {
				filter = c.config.must("filters").(*section).must(f)
			}
			py.CallMethod(to, "addFilter", filter)
		}, "Unable to add filter %s", py.Repr(f))
	}
}

// configureLoggers configures the loggers, and disables those that exist and
// are not mentioned, nor are children of a logger that is.
func (c *configurator) configureLoggers(disable bool) {
	existing := logging.Names()
	slices.Sort(existing)
	loggers := c.config.section("loggers")
	var children []string
	for _, key := range loggers.keys() {
		name, _ := key.(string)
		for _, other := range existing {
			if strings.HasPrefix(other, name+".") {
				children = append(children, other)
			}
		}
		existing = slices.DeleteFunc(existing, func(s string) bool { return s == name })
		step(func() { c.configureNamed(key, loggers.section(key), false) }, "Unable to configure logger %s", py.Repr(key))
	}
	for _, name := range existing {
		l := logger(name)
		if !slices.Contains(children, name) {
			py.SetAttr(l, "disabled", disable)
			continue
		}
		py.CallMethod(l, "setLevel", 0)
		py.SetAttr(l, "handlers", py.ListOf[any]())
		py.SetAttr(l, "propagate", true)
	}
}

func (c *configurator) configureNamed(name any, s *section, incremental bool) {
	l := logger(name)
	c.configureLogger(l, s, incremental)
	py.SetAttr(l, "disabled", false)
	if propagate := s.get("propagate"); propagate != nil {
		py.SetAttr(l, "propagate", propagate)
	}
}

// configureLogger sets the level of a logger, and its handlers and filters
// unless the configuration is incremental.
func (c *configurator) configureLogger(l any, s *section, incremental bool) {
	if level := s.get("level"); level != nil {
		py.CallMethod(l, "setLevel", logging.CheckLevel(level))
	}
	if incremental {
		return
	}
	for _, h := range py.TupleFrom(py.Iter(py.GetAttr(l, "handlers"))) {
		py.CallMethod(l, "removeHandler", h)
	}
	if handlers := plain(s.get("handlers")); py.Truth(handlers) {
		for _, h := range items(handlers) {
			step(func() { py.CallMethod(l, "addHandler", c.config.must("handlers").(*section).must(h)) },
				"Unable to add handler %s", py.Repr(h))
		}
	}
	if filters := plain(s.get("filters")); py.Truth(filters) {
		c.addFilters(l, filters)
	}
}
