package tomllib

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/datetime"
)

func (p *parser) value() any {
	switch c := p.at(p.pos); c {
	case '"':
		if p.starts(`"""`) {
			return p.multiline('"')
		}
		p.pos++
		return p.basic(false)
	case '\'':
		if p.starts("'''") {
			return p.multiline('\'')
		}
		return p.literal()
	case 't', 'f':
		for word, v := range map[string]bool{"true": true, "false": false} {
			if p.starts(word) {
				p.pos += len(word)
				return v
			}
		}
	case '[':
		return p.array()
	case '{':
		return p.inlineTable()
	}
	if v, ok := p.dateOrNumber(); ok {
		return v
	}
	for _, word := range []string{"inf", "nan", "-inf", "+inf", "-nan", "+nan"} {
		if p.starts(word) {
			p.pos += len(word)
			return p.float(word)
		}
	}
	p.fail("Invalid value")
	return nil
}

const timePattern = `([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?`

var (
	numberPattern = regexp.MustCompile(`^(?:0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|` +
		`[+-]?(?:0|[1-9](?:_?[0-9])*)((?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?))`)
	localTimePattern = regexp.MustCompile(`^` + timePattern)
	datePattern      = regexp.MustCompile(`^([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])` +
		`(?:[Tt ]` + timePattern + `(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?`)
)

// dateOrNumber reads a date, a time or a number.
func (p *parser) dateOrNumber() (any, bool) {
	end := p.pos
	for end < len(p.src) && strings.ContainsRune("+-_.:TtZz abcdefABCDEFox0123456789", p.src[end]) {
		end++
	}
	text := string(p.src[p.pos:end])
	if m := datePattern.FindStringSubmatch(text); m != nil {
		var v any
		if err := py.Try(func() error { v = dateOf(m); return nil }); err != nil {
			if !py.Matches(err, py.ValueError) {
				py.Check(err)
			}
			p.fail("Invalid date or datetime")
		}
		p.pos += len(m[0])
		return v, true
	}
	if m := localTimePattern.FindStringSubmatch(text); m != nil {
		p.pos += len(m[0])
		return py.Call(datetime.Module().Attr("time"), integer(m[1]), integer(m[2]), integer(m[3]), microseconds(m[4])), true
	}
	m := numberPattern.FindStringSubmatch(text)
	if m == nil {
		return nil, false
	}
	p.pos += len(m[0])
	if m[1] != "" {
		return p.float(m[0]), true
	}
	return py.Call(py.IntClass, m[0], 0), true
}

func integer(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// microseconds are the digits of a fraction of a second.
func microseconds(digits string) int { return integer((digits + "000000")[:6]) }

// dateOf makes the date or the datetime of a match. It raises ValueError.
func dateOf(m []string) any {
	year, month, day := integer(m[1]), integer(m[2]), integer(m[3])
	if m[4] == "" {
		return py.Call(datetime.Module().Attr("date"), year, month, day)
	}
	var zone any
	switch {
	case m[9] != "":
		sign := 1
		if m[9] == "-" {
			sign = -1
		}
		delta := py.CallKw(datetime.Module().Attr("timedelta"), nil, py.Kwargs{
			{Name: "hours", Value: sign * integer(m[10])}, {Name: "minutes", Value: sign * integer(m[11])},
		})
		zone = py.Call(datetime.Module().Attr("timezone"), delta)
	case m[8] != "":
		zone = py.GetAttr(datetime.Module().Attr("timezone"), "utc")
	}
	return py.Call(datetime.Module().Attr("datetime"), year, month, day, integer(m[4]), integer(m[5]), integer(m[6]),
		microseconds(m[7]), zone)
}

func (p *parser) literal() string {
	p.pos++
	start := p.pos
	p.until("'", false, true)
	p.pos++
	return string(p.src[start : p.pos-1])
}

// multiline reads a text in three quotes, which may end in up to five.
func (p *parser) multiline(quote rune) string {
	p.pos += 3
	if p.at(p.pos) == '\n' {
		p.pos++
	}
	text := ""
	if quote == '\'' {
		start := p.pos
		p.until("'''", true, true)
		text = string(p.src[start:p.pos])
		p.pos += 3
	} else {
		text = p.basic(true)
	}
	for range 2 {
		if p.at(p.pos) != quote {
			break
		}
		p.pos++
		text += string(quote)
	}
	return text
}

// basic reads a text with escapes after its opening quote.
func (p *parser) basic(lines bool) string {
	var text strings.Builder
	for {
		c := p.at(p.pos)
		switch {
		case c == endOfText:
			p.fail("Unterminated string")
		case c == '"' && !lines:
			p.pos++
			return text.String()
		case c == '"' && p.starts(`"""`):
			p.pos += 3
			return text.String()
		case c == '\\':
			text.WriteString(p.escape(lines))
			continue
		case isControl(c, lines):
			p.fail("Illegal character %s", py.Repr(string(c)))
		}
		text.WriteRune(c)
		p.pos++
	}
}

var escapes = map[rune]string{'b': "\b", 't': "\t", 'n': "\n", 'f': "\f", 'r': "\r", '"': "\"", '\\': "\\"}

func (p *parser) escape(lines bool) string {
	c := p.at(p.pos + 1)
	p.pos += 2
	switch {
	case lines && (c == ' ' || c == '\t' || c == '\n'):
		if c != '\n' {
			p.skip(blanks)
			switch p.at(p.pos) {
			case endOfText:
				return ""
			case '\n':
				p.pos++
			default:
				p.fail("Unescaped '\\' in a string")
			}
		}
		p.skip(whiteSpace)
		return ""
	case c == 'u':
		return p.hexadecimal(4)
	case c == 'U':
		return p.hexadecimal(8)
	}
	text, ok := escapes[c]
	if !ok {
		p.fail("Unescaped '\\' in a string")
	}
	return text
}

func (p *parser) hexadecimal(length int) string {
	digits := string(p.src[min(p.pos, len(p.src)):min(p.pos+length, len(p.src))])
	n, err := strconv.ParseUint(digits, 16, 32)
	if len(digits) != length || err != nil {
		p.fail("Invalid hex value")
	}
	p.pos += length
	if n > 0x10ffff || n >= 0xd800 && n < 0xe000 {
		p.fail("Escaped character is not a Unicode scalar value")
	}
	return string(rune(n))
}
