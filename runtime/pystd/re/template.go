package re

import (
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A piece of a replacement template is a text, or a group when group is not
// negative.
type piece struct {
	text  string
	group int
}

// template parses a replacement. It raises PatternError and IndexError.
func (p *Pattern) template(source any) []piece {
	s := &parser{source: source, text: patternRunes(source), bytes: p.bytes}
	t := &templateParser{parser: s, pattern: p}
	t.parse()
	return t.pieces
}

type templateParser struct {
	*parser
	pattern *Pattern
	pieces  []piece
	literal strings.Builder
}

func (t *templateParser) write(c rune) {
	if t.bytes {
		t.literal.WriteByte(byte(c))
	} else {
		t.literal.WriteRune(c)
	}
}

func (t *templateParser) add(group int) {
	t.flush()
	t.pieces = append(t.pieces, piece{group: group})
}

func (t *templateParser) flush() {
	if t.literal.Len() > 0 {
		t.pieces = append(t.pieces, piece{text: t.literal.String(), group: -1})
		t.literal.Reset()
	}
}

func (t *templateParser) parse() {
	for t.more() {
		start := t.at
		c := t.text[t.at]
		t.at++
		if c != '\\' {
			t.write(c)
			continue
		}
		if !t.more() {
			t.fail(start, "bad escape (end of pattern)")
		}
		t.escape(start)
	}
	t.flush()
}

func (t *templateParser) escape(start int) {
	c := t.text[t.at]
	t.at++
	switch {
	case c == 'g':
		t.groupName()
	case c == '0':
		value := rune(0)
		for n := 0; n < 2 && t.more() && t.text[t.at] >= '0' && t.text[t.at] <= '7'; n++ {
			value = value<<3 | t.text[t.at] - '0'
			t.at++
		}
		t.write(value)
	case isASCIIDigit(c):
		t.number(start, c)
	default:
		if v, ok := simpleEscapes[c]; ok {
			t.write(v)
			return
		}
		if c < 0x80 && isASCIIWord(c) && c != '_' {
			t.fail(start, "bad escape %s", string(t.text[start:t.at]))
		}
		t.write('\\')
		t.write(c)
	}
}

func (t *templateParser) number(start int, c rune) {
	number := int(c - '0')
	if t.more() && isASCIIDigit(t.text[t.at]) {
		if c <= '7' && t.text[t.at] <= '7' && t.at+1 < len(t.text) && t.text[t.at+1] >= '0' && t.text[t.at+1] <= '7' {
			t.write(t.octal(start, c))
			return
		}
		number = number*10 + int(t.text[t.at]-'0')
		t.at++
	}
	if number > t.pattern.groups {
		t.fail(start+1, "invalid group reference %d", number)
	}
	t.add(number)
}

func (t *templateParser) groupName() {
	if !t.accept('<') {
		t.fail(t.at, "missing <")
	}
	at := t.at
	name := t.until('>', "group name")
	if n, err := strconv.Atoi(name); err == nil && isASCIIDigit(rune(name[0])) {
		if n > t.pattern.groups {
			t.fail(at, "invalid group reference %d", n)
		}
		t.add(n)
		return
	}
	t.checkName(name, at)
	n, ok := t.pattern.names[name]
	if !ok {
		panic(exc.IndexError("unknown group name %s", py.Repr(name)))
	}
	t.add(n)
}

// expand fills in a template.
func (m *Match) expand(pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.group < 0 {
			b.WriteString(p.text)
		} else if m.captures[2*p.group+1] >= 0 {
			b.WriteString(m.subject.slice(m.captures[2*p.group], m.captures[2*p.group+1]))
		}
	}
	return b.String()
}
