package re

import (
	"strconv"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// group reads the rest of a group; it returns nil for a comment or flags.
func (p *parser) group(start, flags int, first bool) node {
	if !p.accept('?') {
		return p.capture(start, flags, "")
	}
	if !p.more() {
		p.fail(p.at, "unexpected end of pattern")
	}
	c := p.text[p.at]
	p.at++
	switch c {
	case ':':
		return &group{body: p.body(start, flags)}
	case '>':
		return &atomic{p.body(start, flags)}
	case 'P':
		return p.named(start, flags)
	case '#':
		for !p.accept(')') {
			if !p.more() {
				p.fail(start, "missing ), unterminated comment")
			}
			p.at++
		}
		return nil
	case '=', '!', '<':
		return p.look(start, flags, c)
	case '(':
		return p.conditional(start, flags)
	}
	if flagOf(c) != 0 || c == '-' {
		p.at--
		return p.scopedFlags(start, flags, first)
	}
	p.fail(start+1, "unknown extension ?%c", c)
	return nil
}

// body reads alternatives up to the closing parenthesis.
func (p *parser) body(start, flags int) node {
	n := p.alternatives(flags, false)
	if !p.accept(')') {
		p.fail(start, "missing ), unterminated subpattern")
	}
	return n
}

func (p *parser) capture(start, flags int, name string) node {
	p.groups++
	number := p.groups
	if name != "" {
		if before, ok := p.numbers[name]; ok {
			p.fail(p.at-len([]rune(name))-1, "redefinition of group name %s as group %d; was group %d",
				py.Repr(name), number, before)
		}
		p.numbers[name] = number
		p.names = append(p.names, name)
	}
	p.open[number] = true
	body := p.body(start, flags)
	delete(p.open, number)
	return &group{body: body, number: number}
}

// until reads a name up to its end.
func (p *parser) until(end rune, what string) string {
	start := p.at
	for p.more() {
		if p.text[p.at] == end {
			name := string(p.text[start:p.at])
			if name == "" {
				p.fail(start, "missing %s", what)
			}
			p.at++
			return name
		}
		p.at++
	}
	if start == p.at {
		p.fail(start, "missing %s", what)
	}
	p.fail(start, "missing %c, unterminated name", end)
	return ""
}

func (p *parser) checkName(name string, at int) {
	if !py.StrIsIdentifier(name) {
		p.fail(at, "bad character in group name %s", py.Repr(name))
	}
}

func (p *parser) named(start, flags int) node {
	switch {
	case p.accept('<'):
		at := p.at
		name := p.until('>', "group name")
		p.checkName(name, at)
		return p.capture(start, flags, name)
	case p.accept('='):
		at := p.at
		name := p.until(')', "group name")
		p.checkName(name, at)
		number, ok := p.numbers[name]
		if !ok {
			p.fail(at, "unknown group name %s", py.Repr(name))
		}
		return p.reference(number, at, at, flags)
	case !p.more():
		p.fail(p.at, "unexpected end of pattern")
	}
	p.fail(start+1, "unknown extension ?P%c", p.text[p.at])
	return nil
}

func (p *parser) look(start, flags int, c rune) node {
	n := &look{}
	if c == '<' {
		if !p.more() {
			p.fail(p.at, "unexpected end of pattern")
		}
		c = p.text[p.at]
		if c != '=' && c != '!' {
			p.fail(start+1, "unknown extension ?<%c", c)
		}
		p.at++
		n.behind = true
	}
	n.negate = c == '!'
	outer := p.lookbehind
	if n.behind && outer < 0 {
		p.lookbehind = p.groups
	}
	n.body = p.body(start, flags)
	p.lookbehind = outer
	if least, most := n.body.width(); n.behind && least != most {
		py.Raise(py.Call(PatternError, "look-behind requires fixed-width pattern", p.source, nil))
	}
	return n
}

func (p *parser) conditional(start, flags int) node {
	at := p.at
	name := p.until(')', "group name")
	number, isName := p.numbers[name]
	if !isName {
		n, err := strconv.Atoi(name)
		switch {
		case err != nil:
			p.checkName(name, at)
			p.fail(at, "unknown group name %s", py.Repr(name))
		case n == 0:
			p.fail(at, "bad group number")
		case n > p.groups+len(p.text):
			p.fail(at, "invalid group reference %d", n)
		}
		number = n
		if _, seen := p.conditions[n]; !seen {
			p.conditions[n] = at
		}
	}
	c := &conditional{number: number}
	c.yes = p.sequence(flags, false)
	if p.accept('|') {
		c.no = p.sequence(flags, false)
		if p.more() && p.text[p.at] == '|' {
			p.fail(p.at, "conditional backref with more than two branches")
		}
	}
	if !p.accept(')') {
		p.fail(start, "missing ), unterminated subpattern")
	}
	return c
}

// scopedFlags reads flags for the rest of the group, as in (?i-m:...).
func (p *parser) scopedFlags(start, flags int, first bool) node {
	on, off := 0, 0
	for p.more() && flagOf(p.text[p.at]) != 0 {
		on |= p.flagLetter()
	}
	if p.accept(')') {
		if !first {
			p.fail(start, "global flags not at the start of the expression")
		}
		return nil
	}
	if p.accept('-') {
		if !p.more() {
			p.fail(p.at, "missing flag")
		}
		if flagOf(p.text[p.at]) == 0 {
			p.failFlag("missing flag")
		}
		for p.more() && flagOf(p.text[p.at]) != 0 {
			off |= p.flagLetter()
		}
		if off&(flagASCII|flagUnicode|flagLocale) != 0 {
			p.fail(p.at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
		}
		if !p.more() {
			p.fail(p.at, "missing :")
		}
		if !p.accept(':') {
			p.failFlag("missing :")
		}
	} else if !p.more() {
		p.fail(p.at, "missing -, : or )")
	} else if !p.accept(':') {
		p.failFlag("missing -, : or )")
	}
	if on&off != 0 {
		p.fail(p.at, "bad inline flags: flag turned on and off")
	}
	if on&(flagASCII|flagUnicode) != 0 {
		flags &^= flagASCII | flagUnicode
	}
	return &group{body: p.body(start, flags&^off|on)}
}

// failFlag refuses a letter that is no flag.
func (p *parser) failFlag(missing string) {
	if c := p.text[p.at]; c|0x20 >= 'a' && c|0x20 <= 'z' {
		p.fail(p.at, "unknown flag")
	}
	p.fail(p.at, "%s", missing)
}
