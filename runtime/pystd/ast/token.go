package ast

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unicodedata"
)

// number reads an int, float or imaginary literal.
func (p *parser) number() *node {
	start := p.at
	n := p.node("Constant")
	based := len(p.text) > start+1 && p.text[start] == '0' && strings.IndexByte("xXoObB", p.text[start+1]) >= 0
	for p.at < len(p.text) {
		c := p.text[p.at]
		sign := (c == '+' || c == '-') && !based && (p.text[p.at-1]|0x20) == 'e'
		if !isName(p.text[p.at:]) && c != '.' && !sign || c >= utf8.RuneSelf {
			break
		}
		p.at++
	}
	text := p.text[start:p.at]
	invalid := func(err error) {
		if err != nil {
			p.at = start
			p.fail("invalid decimal literal")
		}
	}
	switch plain, imaginary := strings.CutSuffix(strings.ToLower(text), "j"); {
	case imaginary && !based:
		invalid(py.Try(func() error { n.value = complex(0, py.ParseFloat(plain)); return nil }))
	case !based && strings.ContainsAny(plain, ".e"):
		invalid(py.Try(func() error { n.value = py.ParseFloat(plain); return nil }))
	case !based && len(plain) > 1 && plain[0] == '0' && strings.Trim(plain, "0_") != "":
		p.at = start
		p.fail("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	default:
		base := 10
		if based {
			base = 0
		}
		invalid(py.Try(func() error { n.value = py.ParseInt(text, base); return nil }))
	}
	return n
}

// strings reads adjacent string or bytes literals, nil if there is none.
func (p *parser) strings() *node {
	var n *node
	var text strings.Builder
	bytes, formatted := false, false
	for {
		prefix, quote, ok := p.quote()
		if !ok {
			break
		}
		isBytes := strings.Contains(prefix, "b")
		if n == nil {
			n, bytes = p.node("Constant"), isBytes
		} else if bytes != isBytes {
			p.fail("cannot mix bytes and nonbytes literals")
		}
		formatted = formatted || strings.Contains(prefix, "f")
		p.quoted(quote, strings.Contains(prefix, "r"), isBytes, &text)
	}
	switch {
	case n == nil:
	case formatted:
		n.kind = "JoinedStr"
	case bytes:
		n.value = py.Bytes(text.String())
	default:
		n.value = text.String()
	}
	return n
}

// quote takes the prefix and the opening quote of a string literal.
func (p *parser) quote() (prefix, quote string, ok bool) {
	p.space()
	rest := p.text[p.at:]
	i := 0
	for i < len(rest) && i < 3 && strings.IndexByte("rRbBuUfF", rest[i]) >= 0 {
		i++
	}
	if i == len(rest) || rest[i] != '"' && rest[i] != '\'' {
		return "", "", false
	}
	prefix, quote = strings.ToLower(rest[:i]), rest[i:i+1]
	switch prefix {
	case "", "r", "b", "u", "f", "br", "rb", "fr", "rf":
	default:
		return "", "", false
	}
	if strings.HasPrefix(rest[i:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	p.at += i + len(quote)
	return prefix, quote, true
}

// quoted reads up to the closing quote.
func (p *parser) quoted(quote string, raw, bytes bool, out *strings.Builder) {
	start := p.at - len(quote)
	for {
		rest := p.text[p.at:]
		switch {
		case rest == "" || len(quote) == 1 && rest[0] == '\n':
			line := strconv.Itoa(p.line())
			p.at = start
			if len(quote) == 3 {
				p.fail("unterminated triple-quoted string literal (detected at line " + line + ")")
			}
			p.fail("unterminated string literal (detected at line " + line + ")")
		case strings.HasPrefix(rest, quote):
			p.at += len(quote)
			return
		case rest[0] == '\\' && len(rest) > 1 && raw:
			out.WriteString(rest[:2])
			p.at += 2
		case rest[0] == '\\' && len(rest) > 1:
			p.escape(bytes, out)
		case bytes && rest[0] >= utf8.RuneSelf:
			p.fail("bytes can only contain ASCII literal characters")
		default:
			out.WriteByte(rest[0])
			p.at++
		}
	}
}

var escapes = map[byte]string{
	'\n': "", '\\': "\\", '\'': "'", '"': "\"", 'a': "\a", 'b': "\b", 'f': "\f", 'n': "\n", 'r': "\r", 't': "\t", 'v': "\v",
}

// escape reads what begins with a backslash.
func (p *parser) escape(bytes bool, out *strings.Builder) {
	c := p.text[p.at+1]
	if text, ok := escapes[c]; ok {
		out.WriteString(text)
		p.at += 2
		return
	}
	digits, limit, base := 0, 0, 16
	switch {
	case c == 'x':
		limit = 2
	case c == 'u' && !bytes:
		limit = 4
	case c == 'U' && !bytes:
		limit = 8
	case '0' <= c && c <= '7':
		limit, base = 3, 8
	case c == 'N' && !bytes:
		p.named(out)
		return
	default:
		out.WriteString(p.text[p.at : p.at+1])
		p.at++
		return
	}
	p.at += 2
	if base == 8 {
		p.at--
	}
	start := p.at
	for digits < limit && p.at < len(p.text) && strings.IndexByte("0123456789abcdef"[:base], lower(p.text[p.at])) >= 0 {
		p.at++
		digits++
	}
	if base == 16 && digits < limit {
		kind := map[byte]string{'x': `\xXX`, 'u': `\uXXXX`, 'U': `\UXXXXXXXX`}[c]
		if bytes {
			p.fail("(value error) invalid \\x escape at position " + strconv.Itoa(start-2))
		}
		p.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position 0-" + strconv.Itoa(1+digits) + ": truncated " + kind + " escape")
	}
	code, err := strconv.ParseUint(p.text[start:p.at], base, 32)
	switch {
	case err != nil || code > utf8.MaxRune:
		p.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character")
	case bytes:
		out.WriteByte(byte(code))
	default:
		out.WriteString(py.As[string](py.Chr(int(code))))
	}
}

// named reads \N{NAME}.
func (p *parser) named(out *strings.Builder) {
	rest := p.text[p.at:]
	end := strings.IndexByte(rest, '}')
	if len(rest) < 3 || rest[2] != '{' || end < 0 {
		p.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape")
	}
	var text string
	err := py.Try(func() error {
		text = py.As[string](py.Call(unicodedata.Module().Attr("lookup"), rest[3:end]))
		return nil
	})
	if err != nil {
		p.fail("(unicode error) 'unicodeescape' codec can't decode bytes in position 0-" + strconv.Itoa(end) + ": unknown Unicode character name")
	}
	out.WriteString(text)
	p.at += end + 1
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}
