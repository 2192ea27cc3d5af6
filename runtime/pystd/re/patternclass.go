package re

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// PatternClass is the class re.Pattern.
var PatternClass = py.NewNativeClass("re", "Pattern", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Pattern]
	bounds := func(pos, end any) (int, int) { return number.Int(pos), number.Int(end) }
	find := func(spec string, f func(p *Pattern, text any, pos, end int) *Match) {
		d.Method(spec, func(self, text, pos, end any) any {
			from, to := bounds(pos, end)
			return optional(f(of(self), text, from, to))
		}, math.MaxInt)
	}
	find("search(self, /, string, pos=0, endpos=)", func(p *Pattern, text any, pos, end int) *Match {
		return p.scan(text, pos, end).next(true)
	})
	find("match(self, /, string, pos=0, endpos=)", func(p *Pattern, text any, pos, end int) *Match {
		return p.scan(text, pos, end).next(false)
	})
	find("fullmatch(self, /, string, pos=0, endpos=)", (*Pattern).fullMatch)
	d.Method("findall(self, /, string, pos=0, endpos=)", func(self, text, pos, end any) any {
		from, to := bounds(pos, end)
		return of(self).FindAll(text, from, to)
	}, math.MaxInt)
	d.Method("finditer(self, /, string, pos=0, endpos=)", func(self, text, pos, end any) any {
		from, to := bounds(pos, end)
		return of(self).iterator(text, from, to)
	}, math.MaxInt)
	d.Method("scanner(self, /, string, pos=0, endpos=)", func(self, text, pos, end any) any {
		from, to := bounds(pos, end)
		return of(self).scan(text, from, to)
	}, math.MaxInt)
	d.Method("split(self, /, string, maxsplit=0)", func(self, text, maxSplit any) any {
		return of(self).Split(text, number.Int(maxSplit))
	})
	d.Method("sub(self, /, repl, string, count=0)", func(self, replacement, text, count any) any {
		result, _ := of(self).Sub(replacement, text, number.Int(count))
		return result
	})
	d.Method("subn(self, /, repl, string, count=0)", func(self, replacement, text, count any) any {
		result, n := of(self).Sub(replacement, text, number.Int(count))
		return py.Tuple{result, n}
	})
	definePatternAttributes(d, of)
	d.Final()
}).NameInErrors("re.Pattern")

func definePatternAttributes(d *py.Definition, of func(any) *Pattern) {
	d.Getter("pattern", func(self any) any { return of(self).source })
	d.Getter("flags", func(self any) any { return of(self).flags })
	d.Getter("groups", func(self any) any { return of(self).groups })
	d.Getter("groupindex", func(self any) any {
		index := py.DictOf[any, any]()
		for _, name := range of(self).order {
			index.Set(name, of(self).names[name])
		}
		return py.NewMappingProxy(index)
	})
	d.Method("__copy__(self, /)", func(self any) any { return self })
	d.Method("__deepcopy__(self, memo, /)", func(self, _ any) any { return self })
	d.Method("__repr__(self, /)", func(self any) any { return of(self).repr() })
	d.Method("__eq__(self, other, /)", func(self, other any) any {
		o, ok := other.(*Pattern)
		if !ok {
			return py.NotImplemented
		}
		p := of(self)
		return p == o || p.flags == o.flags && p.bytes == o.bytes && py.Equal(p.source, o.source)
	})
	d.Method("__hash__(self, /)", func(self any) any { return py.Hash(py.Tuple{of(self).flags, of(self).source}) })
	d.ClassMethod("__class_getitem__(cls, item, /)", func(cls, item any) any { return py.NewGenericAlias(cls, item) })
}

// repr shows the pattern with its flags.
func (p *Pattern) repr() string {
	flags := p.flags
	if !p.bytes && flags&(flagASCII|flagLocale|flagUnicode) == flagUnicode {
		flags &^= flagUnicode
	}
	var names []string
	for _, f := range flagNames {
		if flags&f.value != 0 {
			names = append(names, "re."+f.name)
		}
	}
	text := "re.compile(" + cutRepr(py.Repr(p.source), 200)
	if len(names) > 0 {
		text += ", " + strings.Join(names, "|")
	}
	return text + ")"
}

var flagNames = []struct {
	name  string
	value int
}{
	{"IGNORECASE", flagIgnoreCase}, {"LOCALE", flagLocale}, {"MULTILINE", flagMultiline}, {"DOTALL", flagDotAll},
	{"UNICODE", flagUnicode}, {"VERBOSE", flagVerbose}, {"DEBUG", flagDebug}, {"ASCII", flagASCII},
}

// optional is None for no match.
func optional(m *Match) any {
	if m == nil {
		return nil
	}
	return m
}

var iteratorClass = define.IteratorClass("builtins", "callable_iterator", nil)

func (p *Pattern) iterator(text any, pos, end int) any {
	s := p.scan(text, pos, end)
	return define.NewIterator(iteratorClass, func() (any, bool) {
		m := s.next(true)
		return m, m != nil
	})
}

// PyClass is the class of scanners.
func (s *scan) PyClass() *py.Class { return scannerClass }

var scannerClass = py.NewNativeClass("_sre", "SRE_Scanner", nil, func(d *py.Definition) {
	d.Method("search(self, /)", func(self any) any { return optional(self.(*scan).next(true)) })
	d.Method("match(self, /)", func(self any) any { return optional(self.(*scan).next(false)) })
	d.Getter("pattern", func(self any) any { return self.(*scan).pattern })
	d.Final()
})
