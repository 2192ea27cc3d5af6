package loggingconfig

import (
	"regexp"
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A section is a dict of the configuration. Its values are converted when they
// are looked up, so that a reference that is never used may lead nowhere.
type section struct {
	owner *configurator
	dict  *py.Dict[any, any]
}

// newSection makes a section of a mapping, which is left as it is.
func newSection(c *configurator, mapping any) *section {
	return &section{owner: c, dict: py.Call(py.DictClass, mapping).(*py.Dict[any, any])}
}

// PyClass is the class of the dicts that sections stand for.
func (s *section) PyClass() *py.Class { return py.DictClass }

func (s *section) has(key any) bool { return s.dict.Has(key) }

// get is the converted value of key, None if it is absent.
func (s *section) get(key any) any {
	value, ok := s.dict.Lookup(key)
	if !ok {
		return nil
	}
	converted := s.owner.convert(value)
	s.dict.Set(key, converted)
	return converted
}

// must is the converted value of key. It raises KeyError.
func (s *section) must(key any) any {
	if !s.has(key) {
		panic(py.NewKeyError(key))
	}
	return s.get(key)
}

// pop is get, and removes the key.
func (s *section) pop(key any) any {
	value := s.get(key)
	s.dict.PopOr(key, nil)
	return value
}

// section is the section that key names, an empty one if it is absent.
func (s *section) section(key any) *section {
	value := s.get(key)
	if value == nil {
		return newSection(s.owner, py.DictOf[any, any]())
	}
	sub, ok := value.(*section)
	if !ok {
		panic(exc.AttributeError("%s object has no attribute 'get'", py.Repr(py.TypeOf(value).Name())))
	}
	return sub
}

// keys are the keys of the section.
func (s *section) keys() []any { return py.TupleFrom(s.dict.Keys()) }

// arguments are the values of the keys that are identifiers, for a call.
func (s *section) arguments() py.Kwargs {
	var kw py.Kwargs
	for _, key := range s.keys() {
		name := py.As[string](key)
		if name == "." {
			continue
		}
		if !identifier.MatchString(name) {
			panic(exc.ValueError("Not a valid Python identifier: %s", py.Repr(name)))
		}
		kw = append(kw, py.Kw{Name: name, Value: plain(s.get(key))})
	}
	return kw
}

// plain is the dict or list that a program sees of a converted value.
func plain(value any) any {
	switch v := value.(type) {
	case *section:
		d := py.DictOf[any, any]()
		for _, key := range v.keys() {
			d.Set(key, plain(v.get(key)))
		}
		return d
	case *sequence:
		items := py.ListOf[any]()
		for i := range v.items {
			items.Append(plain(v.get(i)))
		}
		if v.isTuple {
			return py.TupleFrom(items.All())
		}
		return items
	}
	return value
}

// A sequence is a list or tuple of the configuration.
type sequence struct {
	owner   *configurator
	items   []any
	isTuple bool
}

// PyClass is the class of what the sequence stands for.
func (s *sequence) PyClass() *py.Class {
	if s.isTuple {
		return py.TupleClass
	}
	return py.ListClass
}

func (s *sequence) get(i int) any {
	s.items[i] = s.owner.convert(s.items[i])
	return s.items[i]
}

var (
	identifier = regexp.MustCompile(`(?i)^[a-z_][a-z0-9_]*\n?$`)
	protocol   = regexp.MustCompile(`^([a-z]+)://([^\n]*)\n?$`)
	word       = regexp.MustCompile(`^[\s\p{Z}]*([\p{L}\p{N}_]+)[\s\p{Z}]*`)
	attribute  = regexp.MustCompile(`^\.[\s\p{Z}]*([\p{L}\p{N}_]+)[\s\p{Z}]*`)
	index      = regexp.MustCompile(`^\[([^\[\]]*)\][\s\p{Z}]*`)
)

// convert makes sections and sequences, and resolves strings that refer to
// something outside (ext://) or inside (cfg://) of the configuration.
func (c *configurator) convert(value any) any {
	switch value.(type) {
	case *section, *sequence:
		return value
	}
	switch {
	case py.IsInstance(value, py.DictClass):
		return newSection(c, value)
	case py.IsInstance(value, py.ListClass):
		return &sequence{owner: c, items: py.TupleFrom(py.Iter(value))}
	case py.IsInstance(value, py.TupleClass) && !py.HasAttr(value, "_fields"):
		return &sequence{owner: c, items: py.TupleFrom(py.Iter(value)), isTuple: true}
	}
	text, ok := py.Payload(value).(string)
	if !ok {
		return value
	}
	switch m := protocol.FindStringSubmatch(text); {
	case m == nil:
		return value
	case m[1] == "ext":
		return resolve(m[2])
	case m[1] == "cfg":
		return c.follow(m[2])
	}
	return value
}

// follow finds the part of the configuration that a path leads to.
func (c *configurator) follow(path string) any {
	m := word.FindStringSubmatch(path)
	if m == nil {
		panic(exc.ValueError("Unable to convert %s", py.Repr(path)))
	}
	at := c.config.must(m[1])
	for rest := path[len(m[0]):]; rest != ""; rest = rest[len(m[0]):] {
		if m = attribute.FindStringSubmatch(rest); m == nil {
			m = index.FindStringSubmatch(rest)
		}
		if m == nil {
			panic(exc.ValueError("Unable to convert %s at %s", py.Repr(path), py.Repr(rest)))
		}
		at = member(at, m[1], rest[0] == '[')
	}
	return at
}

// member is an item of a part of the configuration; a number in brackets is
// tried as a number.
func member(of any, name string, bracketed bool) any {
	n, err := strconv.Atoi(name)
	numeric := bracketed && err == nil && n >= 0
	switch v := of.(type) {
	case *section:
		if numeric {
			return v.must(n)
		}
		return v.must(name)
	case *sequence:
		if numeric && n < len(v.items) {
			return v.get(n)
		}
	}
	if numeric {
		return py.GetItem(plain(of), n)
	}
	return py.GetItem(plain(of), name)
}
