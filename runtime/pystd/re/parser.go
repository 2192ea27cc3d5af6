package re

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// The flags of patterns.
const (
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256
)

// A parser reads a pattern.
type parser struct {
	source  any
	text    []rune
	at      int
	bytes   bool
	flags   int
	groups  int
	names   []string
	numbers map[string]int
	open    map[int]bool
	// conditions are the groups that conditions ask about, each with its first place.
	conditions map[int]int
	// lookbehind is the number of groups that were open when the outermost
	// look-behind in progress began, or -1.
	lookbehind int
}

// parsed is a pattern's tree with its groups and its final flags.
type parsed struct {
	tree   node
	flags  int
	groups int
	names  map[string]int
	order  []string
}

func (p *parser) fail(pos int, format string, args ...any) {
	py.Raise(py.Call(PatternError, fmt.Sprintf(format, args...), p.source, pos))
}

func (p *parser) more() bool { return p.at < len(p.text) }

func (p *parser) accept(c rune) bool {
	if p.more() && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *parser) hasPrefix(prefix string) bool {
	return strings.HasPrefix(string(p.text[p.at:min(len(p.text), p.at+len(prefix))]), prefix)
}

// parse reads a whole pattern.
func parse(source any, flags int) *parsed {
	_, isText := py.Payload(source).(string)
	p := &parser{source: source, text: patternRunes(source), bytes: !isText, lookbehind: -1}
	p.flags = flags
	if isText && flags&flagASCII == 0 {
		p.flags |= flagUnicode
	}
	p.numbers, p.open = map[string]int{}, map[int]bool{}
	p.conditions = map[int]int{}
	p.globalFlags()
	tree := p.alternatives(p.flags, true)
	if p.more() {
		p.fail(p.at, "unbalanced parenthesis")
	}
	// A condition may name a group that comes later.
	for number, at := range p.conditions {
		if number > p.groups {
			p.fail(at, "invalid group reference %d", number)
		}
	}
	return &parsed{tree: tree, flags: p.flags, groups: p.groups, names: p.numbers, order: p.names}
}

// globalFlags reads the groups of flags that a pattern begins with.
func (p *parser) globalFlags() {
	for {
		start := p.at
		if p.flags&flagVerbose != 0 {
			p.skipVerbose()
		}
		if !p.hasPrefix("(?") {
			p.at = start
			return
		}
		p.at += 2
		set := 0
		for p.more() && flagOf(p.text[p.at]) != 0 {
			set |= p.flagLetter()
		}
		if set == 0 || !p.accept(')') {
			p.at = start
			return
		}
		if kinds := set & (flagASCII | flagUnicode | flagLocale); kinds&(kinds-1) != 0 {
			p.fail(p.at-1, "bad inline flags: flags 'a', 'u' and 'L' are incompatible")
		}
		p.flags |= set
		if set&flagASCII != 0 {
			p.flags &^= flagUnicode
		}
	}
}

func flagOf(c rune) int {
	switch c {
	case 'i':
		return flagIgnoreCase
	case 'L':
		return flagLocale
	case 'm':
		return flagMultiline
	case 's':
		return flagDotAll
	case 'x':
		return flagVerbose
	case 'a':
		return flagASCII
	case 'u':
		return flagUnicode
	}
	return 0
}

func (p *parser) flagLetter() int {
	c := p.text[p.at]
	switch {
	case p.bytes && c == 'u':
		p.fail(p.at+1, "bad inline flags: cannot use 'u' flag with a bytes pattern")
	case !p.bytes && c == 'L':
		p.fail(p.at+1, "bad inline flags: cannot use 'L' flag with a str pattern")
	}
	p.at++
	return flagOf(c)
}

func (p *parser) skipVerbose() {
	for p.more() {
		switch c := p.text[p.at]; {
		case strings.ContainsRune(" \t\n\r\v\f", c):
			p.at++
		case c == '#':
			for p.more() && p.text[p.at] != '\n' {
				p.at++
			}
		default:
			return
		}
	}
}

func (p *parser) alternatives(flags int, first bool) node {
	var list []node
	for {
		list = append(list, p.sequence(flags, first && len(list) == 0))
		if !p.accept('|') {
			break
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return &choice{list}
}

func (p *parser) sequence(flags int, first bool) node {
	seq := &sequence{}
	for {
		if flags&flagVerbose != 0 {
			p.skipVerbose()
		}
		if !p.more() || p.text[p.at] == '|' || p.text[p.at] == ')' {
			return seq
		}
		start := p.at
		if least, most, ok := p.quantifier(); ok {
			p.repeatLast(seq, start, least, most)
			continue
		}
		if n := p.item(flags, first && len(seq.parts) == 0); n != nil {
			seq.parts = append(seq.parts, n)
		}
	}
}

// quantifier reads *, +, ? or {m,n}; an open brace that begins none is a
// literal.
func (p *parser) quantifier() (least, most int, ok bool) {
	switch p.text[p.at] {
	case '*':
		p.at++
		return 0, unlimited, true
	case '+':
		p.at++
		return 1, unlimited, true
	case '?':
		p.at++
		return 0, 1, true
	case '{':
		return p.braces()
	}
	return 0, 0, false
}

func (p *parser) braces() (least, most int, ok bool) {
	start := p.at
	p.at++
	if p.more() && p.text[p.at] == '}' {
		p.at = start
		return 0, 0, false
	}
	low := p.decimal()
	high := low
	if p.accept(',') {
		high = p.decimal()
	}
	if !p.accept('}') {
		p.at = start
		return 0, 0, false
	}
	most = unlimited
	if low != "" {
		least = p.bound(low)
	}
	if high != "" {
		if most = p.bound(high); most < least {
			p.fail(start+1, "min repeat greater than max repeat")
		}
	}
	return least, most, true
}

func (p *parser) decimal() string {
	start := p.at
	for p.more() && isASCIIDigit(p.text[p.at]) {
		p.at++
	}
	return string(p.text[start:p.at])
}

func (p *parser) bound(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n >= unlimited {
		py.Raise(py.NewOverflowError("the repetition number is too large"))
	}
	return n
}

func (p *parser) repeatLast(seq *sequence, start, least, most int) {
	if len(seq.parts) == 0 {
		p.fail(start, "nothing to repeat")
	}
	last := seq.parts[len(seq.parts)-1]
	switch last.(type) {
	case *assertion:
		p.fail(start, "nothing to repeat")
	case *repeat:
		p.fail(start, "multiple repeat")
	}
	mode := greedy
	if p.accept('?') {
		mode = lazy
	} else if p.accept('+') {
		mode = possessive
	}
	seq.parts[len(seq.parts)-1] = &repeat{last, least, most, mode}
}

// fold is what ignoring case means under the flags; nil when case matters.
func (p *parser) fold(flags int) func(rune) []rune {
	switch {
	case flags&flagIgnoreCase == 0:
		return nil
	case p.ascii(flags):
		return foldASCII
	}
	return foldUnicode
}

func (p *parser) ascii(flags int) bool { return p.bytes || flags&flagASCII != 0 }

func (p *parser) literal(c rune, flags int) node {
	n := &literal{char: c}
	if fold := p.fold(flags); fold != nil {
		n.fold = fold(c)
	}
	return n
}

// item reads one part of a sequence other than a quantifier.
func (p *parser) item(flags int, first bool) node {
	start := p.at
	c := p.text[p.at]
	p.at++
	switch c {
	case '.':
		if flags&flagDotAll != 0 {
			return &charset{&set{negate: true}}
		}
		return &charset{&set{negate: true, chars: []rune{'\n'}}}
	case '^':
		if flags&flagMultiline != 0 {
			return &assertion{lineStart}
		}
		return &assertion{textStart}
	case '$':
		if flags&flagMultiline != 0 {
			return &assertion{lineEnd}
		}
		return &assertion{lastLineEnd}
	case '[':
		return p.bracket(start, flags)
	case '\\':
		return p.escape(start, flags)
	case '(':
		return p.group(start, flags, first)
	}
	return p.literal(c, flags)
}

// bracket reads the rest of a set in brackets.
func (p *parser) bracket(start, flags int) node {
	s := &set{negate: p.accept('^'), fold: p.fold(flags)}
	for first := true; ; first = false {
		if !p.more() {
			p.fail(start, "unterminated character set")
		}
		from := p.at
		if !first && p.accept(']') {
			return &charset{s}
		}
		low, class := p.setItem(flags)
		if !p.accept('-') {
			s.add(low, class)
			continue
		}
		if !p.more() {
			p.fail(start, "unterminated character set")
		}
		if p.accept(']') {
			s.add(low, class)
			s.chars = append(s.chars, '-')
			return &charset{s}
		}
		high, highClass := p.setItem(flags)
		if class != nil || highClass != nil || high < low {
			p.fail(from, "bad character range %s", string(p.text[from:p.at]))
		}
		s.ranges = append(s.ranges, [2]rune{low, high})
	}
}

func (s *set) add(c rune, class func(rune) bool) {
	if class != nil {
		s.classes = append(s.classes, class)
	} else {
		s.chars = append(s.chars, c)
	}
}

// setItem reads a character or a class in brackets.
func (p *parser) setItem(flags int) (rune, func(rune) bool) {
	start := p.at
	c := p.text[p.at]
	p.at++
	if c != '\\' {
		return c, nil
	}
	if !p.more() {
		p.fail(start, "bad escape (end of pattern)")
	}
	e := p.text[p.at]
	p.at++
	if class := classOf(e, p.ascii(flags)); class != nil {
		return 0, class
	}
	if e == 'b' {
		return '\b', nil
	}
	if e >= '0' && e <= '7' {
		return p.octal(start, e), nil
	}
	return p.characterEscape(start, e), nil
}
