package tomllib

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// parser reads a document.
type parser struct {
	src   []rune
	pos   int
	data  table
	flags *flags
	float func(text string) any
	// depth is how many arrays and inline tables are open.
	depth int
}

const endOfText = -1

// at is the character at a position, endOfText after the last.
func (p *parser) at(pos int) rune {
	if pos < len(p.src) {
		return p.src[pos]
	}
	return endOfText
}

func (p *parser) starts(text string) bool {
	for i, c := range []rune(text) {
		if p.at(p.pos+i) != c {
			return false
		}
	}
	return true
}

// fail raises TOMLDecodeError for the current position.
func (p *parser) fail(format string, args ...any) {
	where := "end of document"
	if p.pos < len(p.src) {
		line, column := 1, 1
		for _, c := range p.src[:p.pos] {
			column++
			if c == '\n' {
				line, column = line+1, 1
			}
		}
		where = fmt.Sprintf("line %d, column %d", line, column)
	}
	panic(py.NewException(decodeError, fmt.Sprintf(format, args...)+" (at "+where+")"))
}

func (p *parser) skip(chars string) {
	for p.pos < len(p.src) && strings.ContainsRune(chars, p.src[p.pos]) {
		p.pos++
	}
}

const (
	blanks      = " \t"
	whiteSpace  = " \t\n"
	bareKeyText = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"
)

// isControl reports whether a character is not allowed in text; a line end may
// be, in text of several lines.
func isControl(c rune, lines bool) bool {
	return c >= 0 && (c < 32 && c != '\t' && (c != '\n' || !lines) || c == 127)
}

func (p *parser) document() {
	var header []string
	for {
		p.skip(blanks)
		c := p.at(p.pos)
		switch {
		case c == endOfText:
			return
		case c == '\n':
			p.pos++
			continue
		case strings.ContainsRune(bareKeyText+"\"'", c):
			p.keyValue(header)
			p.skip(blanks)
		case c == '[':
			p.flags.finalizePending()
			if p.at(p.pos+1) == '[' {
				header = p.listHeader()
			} else {
				header = p.tableHeader()
			}
			p.skip(blanks)
		case c != '#':
			p.fail("Invalid statement")
		}
		p.comment()
		switch p.at(p.pos) {
		case endOfText:
			return
		case '\n':
			p.pos++
		default:
			p.fail("Expected newline or end of document after a statement")
		}
	}
}

func (p *parser) comment() {
	if p.at(p.pos) == '#' {
		p.pos++
		p.until("\n", false, false)
	}
}

// until skips to a text. It raises for control characters before it, and if it
// is not there but must be.
func (p *parser) until(text string, lines, required bool) {
	start := p.pos
	for p.pos < len(p.src) && !p.starts(text) {
		p.pos++
	}
	if p.pos >= len(p.src) && required {
		p.fail("Expected %s", py.Repr(text))
	}
	end := p.pos
	for p.pos = start; p.pos < end; p.pos++ {
		if isControl(p.src[p.pos], lines) {
			p.fail("Found invalid character %s", py.Repr(string(p.src[p.pos])))
		}
	}
}

// keyRepr is a key as Python shows it: a tuple of its parts.
func keyRepr(key []string) string {
	t := py.Tuple{}
	for _, k := range key {
		t = append(t, k)
	}
	return py.Repr(t)
}

func (p *parser) tableHeader() []string {
	p.pos++
	p.skip(blanks)
	key := p.key()
	if p.flags.is(key, explicit) || p.flags.is(key, frozen) {
		p.fail("Cannot declare %s twice", keyRepr(key))
	}
	p.flags.set(key, explicit, false)
	if _, ok := nest(p.data, key, true); !ok {
		p.fail("Cannot overwrite a value")
	}
	if p.at(p.pos) != ']' {
		p.fail("Expected ']' at the end of a table declaration")
	}
	p.pos++
	return key
}

func (p *parser) listHeader() []string {
	p.pos += 2
	p.skip(blanks)
	key := p.key()
	if p.flags.is(key, frozen) {
		p.fail("Cannot mutate immutable namespace %s", keyRepr(key))
	}
	p.flags.unset(key)
	p.flags.set(key, explicit, false)
	if !appendNest(p.data, key) {
		p.fail("Cannot overwrite a value")
	}
	if !p.starts("]]") {
		p.fail("Expected ']]' at the end of an array declaration")
	}
	p.pos += 2
	return key
}

func isNest(v any) bool {
	switch v.(type) {
	case table, *py.List[any]:
		return true
	}
	return false
}

func (p *parser) keyValue(header []string) {
	key, value := p.pair()
	full := slices.Concat(header, key)
	for i := 1; i < len(key); i++ {
		part := full[:len(header)+i]
		if p.flags.is(part, explicit) {
			p.fail("Cannot redefine namespace %s", keyRepr(part))
		}
		p.flags.addPending(part)
	}
	parent, last := full[:len(full)-1], full[len(full)-1]
	if p.flags.is(parent, frozen) {
		p.fail("Cannot mutate immutable namespace %s", keyRepr(parent))
	}
	t, ok := nest(p.data, parent, true)
	if !ok || t.Has(last) {
		p.fail("Cannot overwrite a value")
	}
	if isNest(value) {
		p.flags.set(full, frozen, true)
	}
	t.Set(last, value)
}

func (p *parser) pair() ([]string, any) {
	key := p.key()
	if p.at(p.pos) != '=' {
		p.fail("Expected '=' after a key in a key/value pair")
	}
	p.pos++
	p.skip(blanks)
	return key, p.value()
}

func (p *parser) key() []string {
	key := []string{p.keyPart()}
	p.skip(blanks)
	for p.at(p.pos) == '.' {
		p.pos++
		p.skip(blanks)
		key = append(key, p.keyPart())
		p.skip(blanks)
	}
	return key
}

func (p *parser) keyPart() string {
	start := p.pos
	switch c := p.at(p.pos); {
	case c == '\'':
		return p.literal()
	case c == '"':
		p.pos++
		return p.basic(false)
	case c != endOfText && strings.ContainsRune(bareKeyText, c):
		p.skip(bareKeyText)
		return string(p.src[start:p.pos])
	}
	p.fail("Invalid initial character for a key part")
	return ""
}

// deepest is how deep arrays and inline tables may be nested.
const deepest = 900

func (p *parser) enter() {
	if p.depth++; p.depth > deepest {
		panic(py.NewRecursionError("maximum recursion depth exceeded"))
	}
}

func (p *parser) array() any {
	p.enter()
	defer func() { p.depth-- }()
	p.pos++
	list := py.ListOf[any]()
	for {
		p.skipComments()
		if p.at(p.pos) == ']' {
			p.pos++
			return list
		}
		list.Append(p.value())
		p.skipComments()
		switch p.at(p.pos) {
		case ']':
			p.pos++
			return list
		case ',':
			p.pos++
		default:
			p.fail("Unclosed array")
		}
	}
}

func (p *parser) skipComments() {
	for {
		before := p.pos
		p.skip(whiteSpace)
		p.comment()
		if p.pos == before {
			return
		}
	}
}

func (p *parser) inlineTable() any {
	p.enter()
	defer func() { p.depth-- }()
	p.pos++
	all, marks := py.DictOf[any, any](), newFlags()
	p.skip(blanks)
	if p.at(p.pos) == '}' {
		p.pos++
		return all
	}
	for {
		key, value := p.pair()
		if marks.is(key, frozen) {
			p.fail("Cannot mutate immutable namespace %s", keyRepr(key))
		}
		t, ok := nest(all, key[:len(key)-1], false)
		if !ok {
			p.fail("Cannot overwrite a value")
		}
		last := key[len(key)-1]
		if t.Has(last) {
			p.fail("Duplicate inline table key %s", py.Repr(last))
		}
		t.Set(last, value)
		p.skip(blanks)
		switch p.at(p.pos) {
		case '}':
			p.pos++
			return all
		case ',':
		default:
			p.fail("Unclosed inline table")
		}
		if isNest(value) {
			marks.set(key, frozen, true)
		}
		p.pos++
		p.skip(blanks)
	}
}
