package email

import (
	"encoding/base64"
	"regexp"
	"strings"
	"unicode"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// legacyHeader is email.header.Header: text in chunks of one charset each.
type legacyHeader struct {
	chunks       []chunk
	charset      *charset
	maxLine      int
	nameLength   int
	continuation string
}

type chunk struct {
	text    string
	charset *charset
}

var legacyHeaderClass *py.Class

func init() {
	legacyHeaderClass = py.NewNativeClass("email.header", "Header", nil, defineLegacyHeader)
}

// PyClass is Header.
func (*legacyHeader) PyClass() *py.Class { return legacyHeaderClass }

// standardWidth is the width of the lines of a header.
const standardWidth = 78

func newLegacyHeader(text, charsetName, name string) *legacyHeader {
	h := &legacyHeader{charset: newCharset(charsetName), maxLine: standardWidth, continuation: " "}
	if name != "" {
		h.nameLength = py.StrLen(name) + 2
	}
	h.append(text, h.charset)
	return h
}

// append adds text; what is not of the charset is taken as UTF-8.
func (h *legacyHeader) append(text string, c *charset) {
	if c.output != "unknown-8bit" {
		err := py.Try(func() error {
			py.StrEncode(text, c.codec(), "strict")
			return nil
		})
		if err != nil {
			if c.output != "us-ascii" {
				panic(err)
			}
			c = newCharset("utf-8")
		}
	}
	h.chunks = append(h.chunks, chunk{text, c})
}

// normalize joins the chunks of one charset.
func (h *legacyHeader) normalize() {
	var out []chunk
	for _, c := range h.chunks {
		if n := len(out); n > 0 && out[n-1].charset.input == c.charset.input {
			out[n-1].text += " " + c.text
			continue
		}
		out = append(out, c)
	}
	h.chunks = out
}

func isSeparator(s string, last bool) bool {
	if s == "" {
		return false
	}
	c := s[0]
	if last {
		c = s[len(s)-1]
	}
	return unicode.IsSpace(rune(c)) || c == '(' || c == ')' || c == '\\'
}

func (h *legacyHeader) String() string {
	h.normalize()
	var b strings.Builder
	before := ""
	endsApart := false
	for i, c := range h.chunks {
		charset, text := c.charset.input, c.text
		if charset == "unknown-8bit" {
			text = py.BytesDecode(rfc5322.CharsetBytes(text, charset), "ascii", "replace")
		}
		if i > 0 {
			switch apart := isSeparator(text, false); {
			case before != "" && before != "us-ascii":
				if charset == "us-ascii" && !apart {
					b.WriteByte(' ')
					charset = ""
				}
			case charset != "us-ascii" && !endsApart:
				b.WriteByte(' ')
			}
		}
		endsApart, before = isSeparator(text, true), charset
		b.WriteString(text)
	}
	return b.String()
}

var embeddedHeader = regexp.MustCompile("\n[^ \t]+:")

// encode writes the header in lines.
func (h *legacyHeader) encode(splitChars string, maxLine int, linesep string) string {
	h.normalize()
	if maxLine == 0 {
		maxLine = 1000000
	}
	f := &lineFormatter{max: maxLine, continuation: h.continuation, splitChars: splitChars}
	f.current.initial = h.nameLength
	before, endsApart := "", false
	for i, c := range h.chunks {
		if i > 0 {
			switch apart := isSeparator(c.text, false); {
			case before != "us-ascii":
				if !apart || c.charset.input != "us-ascii" {
					f.transition()
				}
			case c.charset.input != "us-ascii" && !endsApart:
				f.transition()
			}
		}
		endsApart, before = isSeparator(c.text, true), c.charset.input
		lines := splitLines(c.text)
		if len(lines) == 0 {
			lines = []string{""}
		}
		f.feed("", lines[0], c.charset)
		for _, line := range lines[1:] {
			f.newline()
			trimmed := strings.TrimLeftFunc(line, unicode.IsSpace)
			if c.charset.header != encodingNone {
				f.feed(h.continuation, " "+trimmed, c.charset)
			} else {
				f.feed(line[:len(line)-len(trimmed)], trimmed, c.charset)
			}
		}
		if len(lines) > 1 {
			f.newline()
		}
	}
	if len(h.chunks) > 0 {
		f.transition()
	}
	f.newline()
	value := strings.Join(f.lines, linesep)
	if embeddedHeader.MatchString(value) {
		panic(py.NewException(rfc5322.HeaderParseError, "header value appears to contain an embedded header: "+py.Repr(value)))
	}
	return value
}

func defineLegacyHeader(d *py.Definition) {
	of := py.PayloadAs[*legacyHeader]
	d.Alloc(func() any { return &legacyHeader{} })
	d.Init("__init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict')", func(a []any) any {
		h := of(a[0])
		h.charset, h.maxLine, h.continuation = newCharset("us-ascii"), standardWidth, py.As[string](a[5])
		if a[2] != nil {
			h.charset = charsetOf(a[2])
		}
		if a[3] != nil {
			h.maxLine = number.Int(a[3])
		}
		if a[4] != nil {
			h.nameLength = py.StrLen(py.As[string](a[4])) + 2
		}
		if a[1] != nil {
			h.appendValue(a[1], h.charset, py.As[string](a[6]))
		}
		return nil
	})
	d.Method("append(self, s, charset=None, errors='strict')", func(self, s, charset, errors any) any {
		c := of(self).charset
		if charset != nil {
			c = charsetOf(charset)
		}
		of(self).appendValue(s, c, py.As[string](errors))
		return nil
	})
	d.Method("encode(self, splitchars=, maxlinelen=None, linesep=)", func(self, split, maxLine, linesep any) any {
		width := of(self).maxLine
		if maxLine != nil {
			width = number.Int(maxLine)
		}
		return of(self).encode(py.As[string](split), width, py.As[string](linesep))
	}, ";, \t", "\n")
	d.Method("__str__(self)", func(self any) any { return of(self).String() })
	d.Set("__hash__", nil)
	d.Method("__eq__(self, other)", func(self, other any) any { return py.Equal(other, of(self).String()) })
}

func (h *legacyHeader) appendValue(v any, c *charset, errors string) {
	text, ok := py.Payload(v).(string)
	if !ok {
		if c.input == "unknown-8bit" {
			text = py.BytesDecode(py.BytesLike(v), "ascii", "surrogateescape")
		} else {
			text = py.BytesDecode(py.BytesLike(v), c.input, errors)
		}
	}
	h.append(text, c)
}

var wordsOfHeader = regexp.MustCompile(`=\?([^?]*?)\?([qQbB])\?(.*?)\?=`)

// decodedWord is a part of a header: text, or the bytes of encoded words.
type decodedWord struct {
	data    string
	charset any
	encoded bool
}

// decodeHeader is email.header.decode_header.
func decodeHeader(header any) any {
	out := py.ListOf[any]()
	if h, ok := py.Payload(header).(*legacyHeader); ok {
		for _, c := range h.chunks {
			out.Append(py.Tuple{py.Bytes(rfc5322.CharsetBytes(c.text, c.charset.input)), c.charset.input})
		}
		return out
	}
	text := py.As[string](header)
	if !wordsOfHeader.MatchString(text) {
		out.Append(py.Tuple{header, nil})
		return out
	}
	var words []decodedWord
	for _, line := range splitLines(text) {
		words = append(words, wordsOfLine(line)...)
	}
	var last *decodedWord
	flush := func() {
		if last != nil {
			out.Append(py.Tuple{py.Bytes(last.data), last.charset})
		}
	}
	for i := range words {
		w := words[i]
		blank := !w.encoded && strings.TrimSpace(w.data) == ""
		if blank && i > 0 && words[i-1].encoded && i+1 < len(words) && words[i+1].encoded {
			continue
		}
		if !w.encoded {
			w.data = rawUnicodeEscape(w.data)
		}
		switch {
		case last == nil || !py.Equal(last.charset, w.charset):
			flush()
			last = &w
		case last.charset == nil:
			last.data += " " + w.data
		default:
			last.data += w.data
		}
	}
	flush()
	return out
}

func wordsOfLine(line string) []decodedWord {
	var words []decodedWord
	at, first := 0, true
	plain := func(s string) {
		if first {
			s = strings.TrimLeftFunc(s, unicode.IsSpace)
			first = false
		}
		if s != "" {
			words = append(words, decodedWord{data: s})
		}
	}
	for _, m := range wordsOfHeader.FindAllStringSubmatchIndex(line, -1) {
		plain(line[at:m[0]])
		at = m[1]
		data := line[m[6]:m[7]]
		if strings.EqualFold(line[m[4]:m[5]], "q") {
			data = rfc5322.DecodeQ(data)
		} else {
			padded := data + "==="[:(4-len(data)%4)%4]
			decoded, err := base64.StdEncoding.DecodeString(padded)
			if err != nil {
				panic(py.NewException(rfc5322.HeaderParseError, "Base64 decoding error"))
			}
			data = string(decoded)
		}
		words = append(words, decodedWord{data, strings.ToLower(line[m[2]:m[3]]), true})
	}
	plain(line[at:])
	return words
}

// makeHeader is email.header.make_header.
func makeHeader(pairs any) *legacyHeader {
	h := &legacyHeader{charset: newCharset("us-ascii"), maxLine: standardWidth, continuation: " "}
	for pair := range py.Iter(pairs) {
		item := py.Unpack(pair, 2)
		c := h.charset
		if item[1] != nil {
			c = charsetOf(item[1])
		}
		h.appendValue(item[0], c, "strict")
	}
	return h
}
