package re

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A Match is a re.Match.
type Match struct {
	pattern  *Pattern
	string   any
	subject  *subject
	captures []int
	last     int
	pos, end int
}

// PyClass is re.Match.
func (m *Match) PyClass() *py.Class { return MatchClass }

// value is a part of the subject as str or bytes.
func (m *Match) value(from, to int) any { return m.pattern.value(m.subject.slice(from, to)) }

// capture is the text of a group, or otherwise if it has not matched.
func (m *Match) capture(number int, otherwise any) any {
	from, to := m.captures[2*number], m.captures[2*number+1]
	if from < 0 || to < 0 {
		return otherwise
	}
	return m.value(from, to)
}

// index is the number of a group given by number or name. It raises
// IndexError.
func (m *Match) index(group any) int {
	switch g := py.Payload(group).(type) {
	case string:
		if n, ok := m.pattern.names[g]; ok {
			return n
		}
	case int, bool:
		if n := py.Index(g).(int); n >= 0 && n <= m.pattern.groups {
			return n
		}
	default:
		if _, ok := py.TypeOf(group).Lookup("__index__"); ok {
			return m.index(py.Index(group))
		}
	}
	panic(exc.IndexError("no such group"))
}

// Group is m.group(number), "" if the group has not matched. It raises
// IndexError.
func (m *Match) Group(number int) string {
	n := m.index(number)
	if m.captures[2*n+1] < 0 {
		return ""
	}
	return m.subject.slice(m.captures[2*n], m.captures[2*n+1])
}

// Named is m.group(name), "" if the group has not matched. It raises
// IndexError.
func (m *Match) Named(name string) string { return m.Group(m.index(name)) }

// Start is m.start().
func (m *Match) Start() int { return m.captures[0] }

// End is m.end().
func (m *Match) End() int { return m.captures[1] }

func (m *Match) group(groups py.Tuple) any {
	switch len(groups) {
	case 0:
		return m.capture(0, nil)
	case 1:
		return m.capture(m.index(groups[0]), nil)
	}
	out := make(py.Tuple, len(groups))
	for i, g := range groups {
		out[i] = m.capture(m.index(g), nil)
	}
	return out
}

func (m *Match) span(group any) (int, int) {
	n := m.index(group)
	if m.captures[2*n+1] < 0 {
		return -1, -1
	}
	return m.captures[2*n], m.captures[2*n+1]
}

// MatchClass is the class re.Match.
var MatchClass = py.NewNativeClass("re", "Match", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Match]
	d.Method("group(self, /, *groups)", func(self, groups any) any { return of(self).group(groups.(py.Tuple)) })
	d.Method("__getitem__(self, group, /)", func(self, group any) any {
		m := of(self)
		return m.capture(m.index(group), nil)
	})
	d.Method("groups(self, /, default=None)", func(self, otherwise any) any {
		m := of(self)
		out := make(py.Tuple, m.pattern.groups)
		for i := range out {
			out[i] = m.capture(i+1, otherwise)
		}
		return out
	})
	d.Method("groupdict(self, /, default=None)", func(self, otherwise any) any {
		m := of(self)
		out := py.DictOf[any, any]()
		for _, name := range m.pattern.order {
			out.Set(name, m.capture(m.pattern.names[name], otherwise))
		}
		return out
	})
	d.Method("start(self, group=0, /)", func(self, group any) any {
		from, _ := of(self).span(group)
		return from
	})
	d.Method("end(self, group=0, /)", func(self, group any) any {
		_, to := of(self).span(group)
		return to
	})
	d.Method("span(self, group=0, /)", func(self, group any) any {
		from, to := of(self).span(group)
		return py.Tuple{from, to}
	})
	d.Method("expand(self, /, template)", func(self, template any) any {
		m := of(self)
		return m.pattern.value(m.expand(m.pattern.template(template)))
	})
	d.Method("__copy__(self, /)", func(self any) any { return self })
	d.Method("__deepcopy__(self, memo, /)", func(self, _ any) any { return self })
	d.Method("__repr__(self, /)", func(self any) any {
		m := of(self)
		return "<re.Match object; span=(" + strconv.Itoa(m.captures[0]) + ", " + strconv.Itoa(m.captures[1]) +
			"), match=" + cutRepr(py.Repr(m.capture(0, nil)), 50) + ">"
	})
	d.Getter("re", func(self any) any { return of(self).pattern })
	d.Getter("string", func(self any) any { return of(self).string })
	d.Getter("pos", func(self any) any { return of(self).pos })
	d.Getter("endpos", func(self any) any { return of(self).end })
	d.Getter("lastindex", func(self any) any {
		if n := of(self).last; n > 0 {
			return n
		}
		return nil
	})
	d.Getter("lastgroup", func(self any) any {
		m := of(self)
		for name, n := range m.pattern.names {
			if n == m.last {
				return name
			}
		}
		return nil
	})
	d.Getter("regs", func(self any) any {
		m := of(self)
		out := py.Tuple{}
		for i := 0; i < len(m.captures); i += 2 {
			out = append(out, py.Tuple{m.captures[i], m.captures[i+1]})
		}
		return out
	})
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
	d.Final()
}).NameInErrors("re.Match")

// cutRepr shortens a text to a number of characters.
func cutRepr(text string, length int) string {
	if runes := []rune(text); len(runes) > length {
		return string(runes[:length])
	}
	return text
}
