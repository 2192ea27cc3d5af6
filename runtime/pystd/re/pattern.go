package re

import (
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A Pattern is a compiled pattern, re.Pattern.
type Pattern struct {
	source  any
	bytes   bool
	flags   int
	groups  int
	names   map[string]int
	order   []string
	program *program
}

// PyClass is re.Pattern.
func (p *Pattern) PyClass() *py.Class { return PatternClass }

// newPattern compiles a pattern. It raises PatternError.
func newPattern(source any, flags int) *Pattern {
	_, text := py.Payload(source).(string)
	switch {
	case text && flags&flagLocale != 0:
		panic(exc.ValueError("cannot use LOCALE flag with a str pattern"))
	case text && flags&flagASCII != 0 && flags&flagUnicode != 0:
		panic(exc.ValueError("ASCII and UNICODE flags are incompatible"))
	case !text && flags&flagUnicode != 0:
		panic(exc.ValueError("cannot use UNICODE flag with a bytes pattern"))
	}
	parsed := parse(source, flags)
	return &Pattern{
		source: source, bytes: !text, flags: parsed.flags, groups: parsed.groups,
		names: parsed.names, order: parsed.order, program: compileNode(parsed.tree),
	}
}

// value is a result as str or bytes.
func (p *Pattern) value(text string) any {
	if p.bytes {
		return py.Bytes(text)
	}
	return text
}

// subject prepares a text to be searched. It raises TypeError for the wrong
// kind.
func (p *Pattern) subject(o any) *subject {
	switch v := py.Payload(o).(type) {
	case string:
		if p.bytes {
			panic(exc.TypeError("cannot use a bytes pattern on a string-like object"))
		}
		return newSubject(v)
	case py.Bytes, *py.ByteArray, *py.MemoryView:
		if !p.bytes {
			panic(exc.TypeError("cannot use a string pattern on a bytes-like object"))
		}
		return &subject{text: py.BytesLike(v)}
	}
	panic(exc.TypeError("expected string or bytes-like object, got '%s'", py.TypeOf(o).Name()))
}

func newSubject(text string) *subject {
	s := &subject{text: text}
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			s.decode()
			break
		}
	}
	return s
}

// decode splits the text into code points, lone surrogates among them.
func (s *subject) decode() {
	for i := 0; i < len(s.text); {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if r == utf8.RuneError && size == 1 && i+3 <= len(s.text) {
			r = rune(s.text[i]&0xf)<<12 | rune(s.text[i+1]&0x3f)<<6 | rune(s.text[i+2]&0x3f)
			size = 3
		}
		s.runes = append(s.runes, r)
		s.offsets = append(s.offsets, i)
		i += size
	}
	s.offsets = append(s.offsets, len(s.text))
}

// A scan walks over the matches of a pattern in a text.
type scan struct {
	pattern  *Pattern
	string   any
	machine  *machine
	pos, end int
	at       int
	empty    int
}

func (p *Pattern) scan(text any, pos, end int) *scan {
	s := p.subject(text)
	from := min(max(pos, 0), s.len())
	to := min(max(end, 0), s.len())
	return &scan{
		pattern: p, string: text, machine: newMachine(p.program, p.groups, s, from, to),
		pos: from, end: to, at: from, empty: -1,
	}
}

// next finds the next match by search, or by match at the place itself.
func (s *scan) next(search bool) *Match {
	if s.at > s.end {
		return nil
	}
	s.machine.notEmptyAt = s.empty
	var ok bool
	if search {
		ok = s.machine.search(s.at)
	} else {
		ok = s.machine.match(s.at)
	}
	if !ok {
		s.at = s.end + 1
		return nil
	}
	c := append([]int(nil), s.machine.captures...)
	for i := 2; i < len(c); i += 2 {
		if c[i+1] < 0 || c[i] < 0 {
			c[i], c[i+1] = -1, -1
		}
	}
	m := &Match{
		pattern: s.pattern, string: s.string, subject: s.machine.subject, captures: c,
		last: s.machine.lastMark, pos: s.pos, end: s.end,
	}
	s.at, s.empty = c[1], -1
	if c[0] == c[1] {
		s.empty = c[1]
	}
	return m
}

// Search is p.search(text): the first match, or nil.
func (p *Pattern) Search(text string) *Match { return p.scan(text, 0, unlimited).next(true) }

// Match is p.match(text): the match at the start, or nil.
func (p *Pattern) Match(text string) *Match { return p.scan(text, 0, unlimited).next(false) }

// Matches tells whether p matches at the start of a text or of bytes. It raises
// TypeError if it is for the other kind.
func (p *Pattern) Matches(text any) bool { return p.scan(text, 0, unlimited).next(false) != nil }

// FullMatch is p.fullmatch(text): the match of the whole text, or nil.
func (p *Pattern) FullMatch(text string) *Match { return p.fullMatch(text, 0, unlimited) }

func (p *Pattern) fullMatch(text any, pos, end int) *Match {
	s := p.scan(text, pos, end)
	s.machine.full = true
	return s.next(false)
}

// FindAll is p.findall(text): a list of texts, or of tuples when the pattern
// has several groups.
func (p *Pattern) FindAll(text any, pos, end int) *py.List[any] {
	out := py.ListOf[any]()
	empty := p.value("")
	s := p.scan(text, pos, end)
	for m := s.next(true); m != nil; m = s.next(true) {
		switch p.groups {
		case 0, 1:
			out.Append(m.capture(p.groups, empty))
		default:
			t := make(py.Tuple, p.groups)
			for i := range t {
				t[i] = m.capture(i+1, empty)
			}
			out.Append(t)
		}
	}
	return out
}

// Split is p.split(text, maxsplit).
func (p *Pattern) Split(text any, maxSplit int) *py.List[any] {
	out := py.ListOf[any]()
	s := p.scan(text, 0, unlimited)
	last := 0
	for n := 0; maxSplit == 0 || n < maxSplit; n++ {
		m := s.next(true)
		if m == nil {
			break
		}
		out.Append(m.value(last, m.captures[0]))
		for i := 1; i <= p.groups; i++ {
			out.Append(m.capture(i, nil))
		}
		last = m.captures[1]
	}
	out.Append(p.value(s.machine.subject.slice(last, s.machine.subject.len())))
	return out
}

// Sub is p.sub and p.subn: the text with matches replaced by a template or by
// what a function returns, and the number of replacements.
func (p *Pattern) Sub(replacement, text any, count int) (any, int) {
	s := p.scan(text, 0, unlimited)
	var b strings.Builder
	replace := p.replacer(replacement)
	last, done := 0, 0
	for count == 0 || done < count {
		m := s.next(true)
		if m == nil {
			break
		}
		b.WriteString(m.subject.slice(last, m.captures[0]))
		b.WriteString(replace(m))
		last = m.captures[1]
		done++
	}
	b.WriteString(s.machine.subject.slice(last, s.machine.subject.len()))
	return p.value(b.String()), done
}

func (p *Pattern) replacer(replacement any) func(m *Match) string {
	_, text := py.Payload(replacement).(string)
	if !text && py.Callable(replacement) {
		return func(m *Match) string {
			result := py.Call(replacement, m)
			switch v := py.Payload(result).(type) {
			case string:
				if !p.bytes {
					return v
				}
			case nil:
				return ""
			case py.Bytes:
				if p.bytes {
					return string(v)
				}
			}
			kind := "str"
			if p.bytes {
				kind = "a bytes-like object"
				panic(exc.TypeError("sequence item 0: expected %s, %s found", kind, py.TypeOf(result).Name()))
			}
			panic(exc.TypeError("sequence item 0: expected %s instance, %s found", kind, py.TypeOf(result).Name()))
		}
	}
	pieces := p.template(replacement)
	return func(m *Match) string { return m.expand(pieces) }
}
