package pprint

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/collections"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/types"
)

// A layout writes a value that is too wide for one line; text is what it is on
// one.
type layout func(p *printer, v any, text string, at place)

// classLayouts are those of the classes that have one; init makes them because
// they print what they contain.
var classLayouts func() []classLayout

type classLayout struct {
	class  *py.Class
	layout layout
}

func init() {
	classLayouts = sync.OnceValue(func() []classLayout {
		named := func(m *py.Module, name string) *py.Class { return m.Attr(name).(*py.Class) }
		c := collections.Module()
		return []classLayout{
			{py.StrClass, (*printer).layText},
			{py.ListClass, bracketed("[", "]")},
			{py.TupleClass, (*printer).layTuple},
			{py.DictClass, func(p *printer, v any, _ string, at place) { p.layDict(v, at) }},
			{py.SetClass, (*printer).laySet},
			{py.FrozenSetClass, (*printer).laySet},
			{py.BytesClass, func(p *printer, v any, _ string, at place) { p.layBytes(v, at) }},
			{py.ByteArrayClass, (*printer).layByteArray},
			{named(c, "OrderedDict"), (*printer).layOrderedDict},
			{named(c, "defaultdict"), (*printer).layDefaultDict},
			{named(c, "Counter"), (*printer).layCounter},
			{named(c, "ChainMap"), (*printer).layChainMap},
			{named(c, "deque"), (*printer).layDeque},
			{named(c, "UserDict"), layData},
			{named(c, "UserList"), layData},
			{named(c, "UserString"), layData},
			{named(types.Module(), "MappingProxyType"), (*printer).layProxy},
			{named(types.Module(), "SimpleNamespace"), (*printer).layNamespace},
		}
	})
}

// layoutOf is the layout of v, nil if it is printed on one line always.
func layoutOf(v any) layout {
	for _, c := range classLayouts() {
		if isA(v, c.class) {
			return c.layout
		}
	}
	if isDataclass(v) {
		return (*printer).layDataclass
	}
	return nil
}

// isDataclass tells of the instances of dataclasses whose __repr__ is the one
// that the decorator made.
func isDataclass(v any) bool {
	class := py.TypeOf(v)
	if _, ok := class.Lookup("__dataclass_fields__"); !ok {
		return false
	}
	repr, _ := class.Lookup("__repr__")
	wrapped := py.GetAttrOr(repr, "__wrapped__", nil)
	return wrapped != nil && strings.Contains(py.Str(py.GetAttr(wrapped, "__qualname__")), "__create_fn__")
}

func bracketed(start, end string) layout {
	return func(p *printer, v any, _ string, at place) {
		p.write(start)
		at.allowance += len(end)
		p.printItems(py.TupleFrom(py.Iter(v)), at)
		p.write(end)
	}
}

func (p *printer) layTuple(v any, text string, at place) {
	end := ")"
	if py.Len(v) == 1 {
		end = ",)"
	}
	bracketed("(", end)(p, v, text, at)
}

func (p *printer) layDict(v any, at place) {
	p.write("{" + blanks(p.indent-1))
	at.allowance++
	p.printPairs(p.items(v), at)
	p.write("}")
}

func (p *printer) laySet(v any, text string, at place) {
	if py.Len(v) == 0 {
		p.write(text)
		return
	}
	start, end := "{", "}"
	if class := py.TypeOf(v); class != py.SetClass {
		start, end = class.Name()+"({", "})"
		at.indent += py.StrLen(class.Name()) + 1
	}
	p.write(start)
	at.allowance += len(end)
	p.printItems(sortedItems(v), at)
	p.write(end)
}

// opened writes the name of the class and a parenthesis, and returns the place
// after it.
func (p *printer) opened(v any, at place) place {
	name := py.TypeOf(v).Name()
	p.write(name + "(")
	at.indent += py.StrLen(name) + 1
	return at
}

// inner writes a value in the place of another one.
func (p *printer) inner(v any, at place) { p.print(v, at.indent, at.allowance, at.level) }

func (p *printer) layOrderedDict(v any, text string, at place) {
	if py.Len(v) == 0 {
		p.write(text)
		return
	}
	at = p.opened(v, at)
	at.allowance++
	items := py.ListOf[any]()
	for item := range py.Iter(py.CallMethod(v, "items")) {
		items.Append(item)
	}
	p.inner(items, at)
	p.write(")")
}

func (p *printer) layDefaultDict(v any, text string, at place) {
	if py.Len(v) == 0 {
		p.write(text)
		return
	}
	factory := p.repr(py.GetAttr(v, "default_factory"), at.level)
	at = p.opened(v, at)
	p.write(factory + ",\n" + blanks(at.indent))
	at.allowance++
	p.layDict(v, at)
	p.write(")")
}

func (p *printer) layCounter(v any, text string, at place) {
	if py.Len(v) == 0 {
		p.write(text)
		return
	}
	at = p.opened(v, at)
	p.write("{" + blanks(p.indent-1))
	var items []py.Tuple
	for item := range py.Iter(py.CallMethod(v, "most_common")) {
		items = append(items, item.(py.Tuple))
	}
	at.allowance += 2
	p.printPairs(items, at)
	p.write("})")
}

func (p *printer) layChainMap(v any, text string, at place) {
	maps := py.TupleFrom(py.Iter(py.GetAttr(v, "maps")))
	if len(maps) == 0 {
		p.write(text)
		return
	}
	at = p.opened(v, at)
	for i, m := range maps {
		if i == len(maps)-1 {
			p.print(m, at.indent, at.allowance+1, at.level)
			p.write(")")
			return
		}
		p.print(m, at.indent, 1, at.level)
		p.write(",\n" + blanks(at.indent))
	}
}

func (p *printer) layDeque(v any, text string, at place) {
	if py.Len(v) == 0 {
		p.write(text)
		return
	}
	at = p.opened(v, at)
	p.write("[")
	items, limit := py.TupleFrom(py.Iter(v)), py.GetAttr(v, "maxlen")
	if limit == nil {
		at.allowance += 2
		p.printItems(items, at)
		p.write("])")
		return
	}
	at.allowance = 2
	p.printItems(items, at)
	p.write("],\n" + blanks(at.indent) + "maxlen=" + p.repr(limit, at.level) + ")")
}

// layData prints what the User classes of collections hold.
func layData(p *printer, v any, _ string, at place) {
	at.level -= 2
	p.inner(py.GetAttr(v, "data"), at)
}

func (p *printer) layProxy(v any, _ string, at place) {
	p.write("mappingproxy(")
	p.print(py.CallMethod(v, "copy"), at.indent+len("mappingproxy("), at.allowance+1, at.level)
	p.write(")")
}

func (p *printer) layNamespace(v any, _ string, at place) {
	name := py.TypeOf(v).Name()
	if name == "SimpleNamespace" {
		name = "namespace"
	}
	var items []py.Tuple
	for item := range py.Iter(py.CallMethod(py.GetAttr(v, "__dict__"), "items")) {
		items = append(items, item.(py.Tuple))
	}
	p.write(name + "(")
	at.indent += py.StrLen(name) + 1
	p.printFields(items, at)
	p.write(")")
}

func (p *printer) layDataclass(v any, _ string, at place) {
	at = p.opened(v, at)
	var items []py.Tuple
	for f := range py.Iter(py.Call(dataclasses.Module().Attr("fields"), v)) {
		if py.Truth(py.GetAttr(f, "repr")) {
			name := py.As[string](py.GetAttr(f, "name"))
			items = append(items, py.Tuple{name, py.GetAttr(v, name)})
		}
	}
	p.printFields(items, at)
	p.write(")")
}
