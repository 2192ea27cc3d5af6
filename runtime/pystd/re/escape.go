package re

import (
	"strconv"
	"strings"
)

var simpleEscapes = map[rune]rune{'a': '\a', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

var places = map[rune]place{'A': textStart, 'Z': textEnd, 'b': wordBorder, 'B': noWordBorder}

// escape reads the rest of an escape outside brackets.
func (p *parser) escape(start, flags int) node {
	if !p.more() {
		p.fail(start, "bad escape (end of pattern)")
	}
	c := p.text[p.at]
	p.at++
	if kind, ok := places[c]; ok {
		if p.ascii(flags) {
			switch kind {
			case wordBorder:
				kind = asciiWordBorder
			case noWordBorder:
				kind = noASCIIWordBorder
			}
		}
		return &assertion{kind}
	}
	if class := classOf(c, p.ascii(flags)); class != nil {
		return &charset{&set{classes: []func(rune) bool{class}}}
	}
	switch {
	case c == '0':
		return p.literal(p.octal(start, c), flags)
	case c >= '1' && c <= '9':
		return p.numbered(start, c, flags)
	}
	return p.literal(p.characterEscape(start, c), flags)
}

// octal reads the rest of an octal escape of at most three digits.
func (p *parser) octal(start int, first rune) rune {
	value := first - '0'
	for n := 1; n < 3 && p.more() && p.text[p.at] >= '0' && p.text[p.at] <= '7'; n++ {
		value = value<<3 | p.text[p.at] - '0'
		p.at++
	}
	if value > 0o377 {
		p.fail(start, "octal escape value %s outside of range 0-0o377", string(p.text[start:p.at]))
	}
	return value
}

// numbered reads a reference to a group, or an octal escape of three digits.
func (p *parser) numbered(start int, c rune, flags int) node {
	number := int(c - '0')
	if p.more() && isASCIIDigit(p.text[p.at]) {
		second := p.text[p.at]
		if c <= '7' && second <= '7' && p.at+1 < len(p.text) && p.text[p.at+1] >= '0' && p.text[p.at+1] <= '7' {
			return p.literal(p.octal(start, c), flags)
		}
		p.at++
		number = number*10 + int(second-'0')
	}
	return p.reference(number, start, start+1, flags)
}

func (p *parser) reference(number, start, at, flags int) node {
	if number > p.groups {
		p.fail(at, "invalid group reference %d", number)
	}
	if p.open[number] {
		p.fail(start, "cannot refer to an open group")
	}
	if p.lookbehind >= 0 && number > p.lookbehind {
		p.fail(p.at, "cannot refer to group defined in the same lookbehind subpattern")
	}
	return &reference{number, p.fold(flags)}
}

// characterEscape reads the rest of an escape that stands for a character.
func (p *parser) characterEscape(start int, c rune) rune {
	if v, ok := simpleEscapes[c]; ok {
		return v
	}
	switch {
	case c == 'x':
		return p.hexEscape(start, 2)
	case c == 'u' && !p.bytes:
		return p.hexEscape(start, 4)
	case c == 'U' && !p.bytes:
		v := p.hexEscape(start, 8)
		if v > 0x10ffff || v < 0 {
			p.fail(start, "bad escape %s", string(p.text[start:p.at]))
		}
		return v
	case c < 0x80 && (isASCIIWord(c) && c != '_'):
		p.fail(start, "bad escape %s", string(p.text[start:p.at]))
	}
	return c
}

func (p *parser) hexEscape(start, digits int) rune {
	from := p.at
	for p.more() && p.at-from < digits && strings.ContainsRune("0123456789abcdefABCDEF", p.text[p.at]) {
		p.at++
	}
	if p.at-from != digits {
		p.fail(start, "incomplete escape %s", string(p.text[start:p.at]))
	}
	v, _ := strconv.ParseUint(string(p.text[from:p.at]), 16, 32)
	return rune(v)
}
