package configparser

import (
	"regexp"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

type interpolationClasses struct{ none, basic, extended *py.Class }

var interpolations = sync.OnceValue(func() *interpolationClasses {
	c := &interpolationClasses{}
	c.none = define.Class(module, "Interpolation", nil, func(b *define.Body) {
		b.Method("before_get(self, parser, section, option, value, defaults)", func(_, _, _, _, value, _ any) any { return value })
		for _, when := range []string{"before_set", "before_read", "before_write"} {
			b.Method(when+"(self, parser, section, option, value)", func(_, _, _, _, value any) any { return value })
		}
	})
	c.basic = define.Class(module, "BasicInterpolation", []any{c.none}, basicSyntax.define)
	c.extended = define.Class(module, "ExtendedInterpolation", []any{c.none}, extendedSyntax.define)
	return c
})

// A syntax is how values refer to other values.
type syntax struct {
	mark, open string
	reference  *regexp.Regexp
	follows    string
	resolve    func(s *substitution, path string) resolved
}

var basicSyntax = &syntax{
	mark: "%", open: "(", reference: regexp.MustCompile(`^%\(([^)]+)\)s`), follows: "'%' must be followed by '%' or '(', found: ",
}

var extendedSyntax = &syntax{
	mark: "$", open: "{", reference: regexp.MustCompile(`^\$\{([^}]+)\}`), follows: "'$' must be followed by '$' or '{', found: ",
}

func init() {
	basicSyntax.resolve = (*substitution).resolveInSection
	extendedSyntax.resolve = (*substitution).resolvePath
}

// define adds the methods of an interpolation of this syntax.
func (x *syntax) define(b *define.Body) {
	b.Method("before_get(self, parser, section, option, value, defaults)", func(_, parser, section, option, value, defaults any) any {
		var out strings.Builder
		s := &substitution{syntax: x, parser: parser, section: section, option: option, values: defaults, depth: 1}
		s.expand(&out, value)
		return out.String()
	})
	b.Method("before_set(self, parser, section, option, value)", func(_, _, _, _, value any) any {
		text := py.As[string](py.CallMethod(value, "replace", x.mark+x.mark, ""))
		if at := py.StrFind(x.withoutReferences(text), x.mark); at >= 0 {
			panic(exc.ValueError("invalid interpolation syntax in %s at position %d", py.Repr(value), at))
		}
		return value
	})
}

// withoutReferences removes the references of a text.
func (x *syntax) withoutReferences(text string) string {
	var out strings.Builder
	for text != "" {
		at := strings.Index(text, x.mark)
		if at < 0 {
			break
		}
		out.WriteString(text[:at])
		text = text[at:]
		if m := x.reference.FindString(text); m != "" {
			text = text[len(m):]
		} else {
			out.WriteString(x.mark)
			text = text[len(x.mark):]
		}
	}
	return out.String() + text
}

// A substitution is the expansion of the value of one option.
type substitution struct {
	*syntax
	parser, section, option any
	// values are the options that the value sees.
	values any
	depth  int
	// raw is the value as it is written, for messages.
	raw any
}

// resolved is the value that a reference stands for, and where it is from.
type resolved struct {
	section, option, value any
	values                 func() any
}

// expand appends the value with its references replaced.
func (s *substitution) expand(out *strings.Builder, value any) {
	s.raw = py.CallMethodKw(s.parser, "get", []any{s.section, s.option},
		py.Kwargs{{Name: "raw", Value: true}, {Name: "fallback", Value: value}})
	if s.depth > maxInterpolationDepth {
		py.Raise(py.Call(errors().depth, s.option, s.section, s.raw))
	}
	if !py.Truth(value) {
		return
	}
	rest := py.As[string](value)
	for rest != "" {
		at := strings.Index(rest, s.mark)
		if at < 0 {
			out.WriteString(rest)
			return
		}
		out.WriteString(rest[:at])
		rest = rest[at:]
		switch {
		case strings.HasPrefix(rest[1:], s.mark):
			out.WriteString(s.mark)
			rest = rest[2:]
		case strings.HasPrefix(rest[1:], s.open):
			m := s.reference.FindStringSubmatch(rest)
			if m == nil {
				s.fail("bad interpolation variable reference " + py.Repr(rest))
			}
			rest = rest[len(m[0]):]
			s.include(out, m[1], rest)
		default:
			s.fail(s.follows + py.Repr(rest))
		}
	}
}

// include appends what a reference stands for.
func (s *substitution) include(out *strings.Builder, path, rest string) {
	if s.syntax == extendedSyntax && strings.Count(path, ":") > 1 {
		s.fail("More than one ':' found: " + py.Repr(rest))
	}
	found := s.resolve(s, path)
	if !py.Contains(found.value, s.mark) {
		out.WriteString(py.As[string](found.value))
		return
	}
	inner := &substitution{
		syntax: s.syntax, parser: s.parser, section: found.section, option: found.option, values: found.values(), depth: s.depth + 1,
	}
	inner.expand(out, found.value)
}

// fail raises InterpolationSyntaxError.
func (s *substitution) fail(message string) {
	py.Raise(py.Call(errors().interpolationSyntax, s.option, s.section, message))
}

// missing raises InterpolationMissingOptionError.
func (s *substitution) missing(reference any) {
	py.Raise(py.Call(errors().missingOption, s.option, s.section, s.raw, reference), nil)
}

func (s *substitution) optionName(name string) any {
	return py.CallMethod(s.parser, "optionxform", name)
}

// resolveInSection resolves %(name)s: an option of the section or a default.
func (s *substitution) resolveInSection(name string) resolved {
	option := s.optionName(name)
	value, ok := lookup(s.values, option)
	if !ok {
		s.missing(option)
	}
	return resolved{section: s.section, option: s.option, value: value, values: func() any { return s.values }}
}

// resolvePath resolves ${name} and ${section:name}.
func (s *substitution) resolvePath(path string) resolved {
	found := resolved{section: s.section, option: s.option}
	err := py.Try(func() error {
		section, name, ok := strings.Cut(path, ":")
		if !ok {
			found.option = s.optionName(path)
			found.value = py.GetItem(s.values, found.option)
			return nil
		}
		found.section, found.option = section, s.optionName(name)
		found.value = py.CallMethodKw(s.parser, "get", []any{section, found.option}, py.Kwargs{{Name: "raw", Value: true}})
		return nil
	})
	if err != nil {
		if !py.Matches(err, py.Tuple{py.KeyError, errors().noSection, errors().noOption}) {
			panic(err)
		}
		s.missing(path)
	}
	found.values = func() any {
		return py.Call(py.DictClass, py.CallMethodKw(s.parser, "items", []any{found.section}, py.Kwargs{{Name: "raw", Value: true}}))
	}
	return found
}
