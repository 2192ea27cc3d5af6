package time

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// A pattern is the format of strptime, ready to match texts.
type pattern []item

// An item is one part of a pattern.
type item struct {
	kind  itemKind
	text  string // of a literal
	group byte   // the directive of a field
}

type itemKind uint8

const (
	literal itemKind = iota // the character text, whatever its case
	space                   // a run of white space
	field                   // what a directive matches
)

// expansions are the directives that stand for several.
var expansions = map[byte]string{'c': "%a %b %d %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S"}

// fields are the directives that match something.
const fields = "dfHIGjmMSUWwuVyYzAaBbpZ"

// compile reads a format. It raises ValueError.
func compile(format string) pattern {
	var p pattern
	rest := format
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case r == '%':
			d, after := directiveOf(rest[1:], format)
			rest = after
			if expansion, ok := expansions[d]; ok {
				p = append(p, compile(expansion)...)
			} else if d == '%' {
				p = append(p, item{kind: literal, text: "%"})
			} else {
				p = append(p, item{kind: field, group: d})
			}
			continue
		case isSpace(r):
			for rest != "" && isSpace(r) {
				rest = rest[size:]
				r, size = utf8.DecodeRuneInString(rest)
			}
			p = append(p, item{kind: space})
			continue
		}
		p = append(p, item{kind: literal, text: rest[:size]})
		rest = rest[size:]
	}
	return p
}

// directiveOf is the character of the directive that text begins with.
func directiveOf(text, format string) (directive byte, rest string) {
	if text == "" {
		panic(exc.ValueError("stray %% in format '%s'", format))
	}
	r, size := utf8.DecodeRuneInString(text)
	if r < utf8.RuneSelf && (strings.IndexByte(fields, byte(r)) >= 0 || expansions[byte(r)] != "" || r == '%') {
		return byte(r), text[size:]
	}
	bad := text[:size]
	if isSpace(r) || strings.ContainsRune(`\.^$*+?(){}[]|`, r) {
		bad = "%"
	}
	panic(exc.ValueError("'%s' is a bad directive in format '%s'", bad, format))
}

// isSpace tells what \s matches in Python.
func isSpace(r rune) bool {
	return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f
}

// found are the texts that the directives of a pattern matched, in the order
// of the pattern.
type found []match

type match struct {
	group byte
	text  string
}

func (f found) text(group byte) string {
	for _, m := range f {
		if m.group == group {
			return m.text
		}
	}
	return ""
}

// match finds what the fields of a pattern match at the start of text, and
// where the match ends; false if it does not match. Like a regular expression
// it tries other ways when the first does not lead on.
func (p pattern) match(text string) (found, int, bool) {
	if len(p) == 0 {
		return nil, 0, true
	}
	it := p[0]
	switch it.kind {
	case literal:
		r, size := utf8.DecodeRuneInString(text)
		if text == "" || !strings.EqualFold(string(r), it.text) {
			return nil, 0, false
		}
		f, end, ok := p[1:].match(text[size:])
		return f, end + size, ok
	case space:
		var ends []int
		for i, r := range text {
			if !isSpace(r) {
				break
			}
			ends = append(ends, i+utf8.RuneLen(r))
		}
		for i := len(ends) - 1; i >= 0; i-- {
			if f, end, ok := p[1:].match(text[ends[i]:]); ok {
				return f, end + ends[i], true
			}
		}
		return nil, 0, false
	}
	for _, n := range candidates(it.group, text) {
		if f, end, ok := p[1:].match(text[n:]); ok {
			return append(found{{it.group, text[:n]}}, f...), end + n, true
		}
	}
	return nil, 0, false
}

// candidates are the lengths of what a directive can match at the start of
// text, the preferred ones first.
func candidates(group byte, text string) []int {
	if words := wordsOf(group); words != nil {
		var ends []int
		for _, w := range words {
			if len(text) >= len(w) && strings.EqualFold(text[:len(w)], w) {
				ends = append(ends, len(w))
			}
		}
		return ends
	}
	if group == 'z' {
		return offsets(text)
	}
	var ends []int
	for _, form := range numberForms[group] {
		if n := form.match(text); n > 0 {
			ends = append(ends, n)
		}
	}
	return ends
}

// wordsOf are the words that a directive matches, the longest first; nil if it
// matches no words.
func wordsOf(group byte) []string {
	switch group {
	case 'A':
		return longestFirst(DayNames, 9)
	case 'a':
		return longestFirst(DayNames, 3)
	case 'B':
		return longestFirst(MonthNames, 9)
	case 'b':
		return longestFirst(MonthNames, 3)
	case 'p':
		return []string{"am", "pm"}
	case 'Z':
		names := zoneNames()
		return longestFirst([]string{"utc", "gmt", names[0], names[1]}, 1<<10)
	}
	return nil
}

func longestFirst(words []string, length int) []string {
	var sorted []string
	for n := length; n > 0; n-- {
		for _, w := range words {
			if short := w[:min(len(w), length)]; len(short) == n || n == length && len(short) > n {
				sorted = append(sorted, short)
			}
		}
	}
	return sorted
}

// A numberForm is an alternative of the regular expression of a number: a set
// of characters for each place, "9" for any digit.
type numberForm []string

func forms(alternatives ...string) []numberForm {
	var all []numberForm
	for _, a := range alternatives {
		all = append(all, strings.Split(a, ","))
	}
	return all
}

var numberForms = map[byte][]numberForm{
	'd': forms("3,01", "12,d", "0,123456789", "123456789", " ,123456789"),
	'f': forms("0123456789,0123456789,0123456789,0123456789,0123456789,0123456789",
		"0123456789,0123456789,0123456789,0123456789,0123456789", "0123456789,0123456789,0123456789,0123456789",
		"0123456789,0123456789,0123456789", "0123456789,0123456789", "0123456789"),
	'H': forms("2,0123", "01,d", "d"),
	'I': forms("1,012", "0,123456789", "123456789"),
	'G': forms("d,d,d,d"),
	'j': forms("3,6,0123456", "3,012345,d", "12,d,d", "0,123456789,d", "0,0,123456789", "123456789,d", "0,123456789", "123456789"),
	'm': forms("1,012", "0,123456789", "123456789"),
	'M': forms("012345,d", "d"),
	'S': forms("6,01", "012345,d", "d"),
	'U': forms("5,0123", "01234,d", "d"),
	'W': forms("5,0123", "01234,d", "d"),
	'w': forms("0123456"),
	'u': forms("1234567"),
	'V': forms("5,0123", "0,123456789", "1234,d", "d"),
	'y': forms("d,d"),
	'Y': forms("d,d,d,d"),
}

// match is the length of what the form matches, 0 if it does not match.
func (f numberForm) match(text string) int {
	n := 0
	for _, set := range f {
		r, size := utf8.DecodeRuneInString(text[n:])
		if n == len(text) || !(set == "d" && unicode.Is(unicode.Nd, r) || set != "d" && strings.ContainsRune(set, r)) {
			return 0
		}
		n += size
	}
	return n
}

// offsets are the lengths that %z can match: ±HH[:]MM[[:]SS[.ffffff]] or Z.
func offsets(text string) []int {
	digits := func(s string, first string) int {
		r, size := utf8.DecodeRuneInString(s)
		if s == "" || !strings.ContainsRune(first, r) && !(first == "" && unicode.Is(unicode.Nd, r)) {
			return 0
		}
		r, next := utf8.DecodeRuneInString(s[size:])
		if size == len(s) || !unicode.Is(unicode.Nd, r) {
			return 0
		}
		return size + next
	}
	if strings.HasPrefix(text, "Z") {
		return []int{1}
	}
	if text == "" || text[0] != '+' && text[0] != '-' {
		return nil
	}
	n := 1
	hours := digits(text[n:], "")
	if hours == 0 {
		return nil
	}
	n += hours
	pair := func() bool {
		at := n
		if strings.HasPrefix(text[at:], ":") {
			at++
		}
		size := digits(text[at:], "012345")
		if size == 0 {
			return false
		}
		n = at + size
		return true
	}
	if !pair() {
		return nil
	}
	ends := []int{n}
	if !pair() {
		return ends
	}
	ends = append([]int{n}, ends...)
	if strings.HasPrefix(text[n:], ".") {
		at := n + 1
		for places := 0; places < 6; places++ {
			r, size := utf8.DecodeRuneInString(text[at:])
			if at == len(text) || !unicode.Is(unicode.Nd, r) {
				break
			}
			at += size
			ends = append([]int{at}, ends...)
		}
	}
	return ends
}

// numberOf is the value of digits.
func numberOf(text string) int { return py.As[int](py.Int(text)) }
