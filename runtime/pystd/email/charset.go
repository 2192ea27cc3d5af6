package email

import (
	"encoding/base64"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/email/rfc5322"
)

// How text of a charset is encoded in headers and bodies: email.charset.QP,
// BASE64, SHORTEST, or None.
const (
	encodingNone = iota
	encodingQ
	encodingBase64
	encodingShortest
)

// bodyWidth is the length of the lines of encoded bodies.
const bodyWidth = 76

// A charset is email.charset.Charset.
type charset struct {
	input, output string
	header, body  int
}

// charsetAliases are email.charset.ALIASES.
var charsetAliases = map[string]string{
	"latin_1": "iso-8859-1", "latin-1": "iso-8859-1", "latin_2": "iso-8859-2", "latin-2": "iso-8859-2",
	"latin_3": "iso-8859-3", "latin-3": "iso-8859-3", "latin_4": "iso-8859-4", "latin-4": "iso-8859-4",
	"latin_5": "iso-8859-9", "latin-5": "iso-8859-9", "latin_6": "iso-8859-10", "latin-6": "iso-8859-10",
	"latin_7": "iso-8859-13", "latin-7": "iso-8859-13", "latin_8": "iso-8859-14", "latin-8": "iso-8859-14",
	"latin_9": "iso-8859-15", "latin-9": "iso-8859-15", "latin_10": "iso-8859-16", "latin-10": "iso-8859-16",
	"cp949": "ks_c_5601-1987", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "ascii": "us-ascii",
}

// quotedCharsets are those that are written in the Q encoding.
var quotedCharsets = map[string]bool{
	"iso-8859-1": true, "iso-8859-2": true, "iso-8859-3": true, "iso-8859-4": true, "iso-8859-9": true,
	"iso-8859-10": true, "iso-8859-13": true, "iso-8859-14": true, "iso-8859-15": true, "iso-8859-16": true,
	"windows-1252": true, "viscii": true,
}

func newCharset(name string) *charset {
	if !py.StrIsASCII(name) {
		panic(py.NewException(charsetError, name))
	}
	name = strings.ToLower(name)
	if alias, ok := charsetAliases[name]; ok {
		name = alias
	}
	c := &charset{input: name, output: name, header: encodingShortest, body: encodingBase64}
	switch {
	case quotedCharsets[name]:
		c.header, c.body = encodingQ, encodingQ
	case name == "us-ascii":
		c.header, c.body = encodingNone, encodingNone
	case name == "big5" || name == "gb2312":
		c.header = encodingBase64
	case name == "euc-jp" || name == "shift_jis":
		c.header, c.body, c.output = encodingBase64, encodingNone, "iso-2022-jp"
	case name == "iso-2022-jp":
		c.header, c.body = encodingBase64, encodingNone
	case name == "koi8-r":
		c.header = encodingBase64
	}
	return c
}

// charsetOf is an argument as a charset.
func charsetOf(v any) *charset {
	if c, ok := py.Payload(v).(*charset); ok {
		return c
	}
	return newCharset(py.As[string](v))
}

// codec is the encoding of the output.
func (c *charset) codec() string {
	switch c.output {
	case "big5":
		return "big5"
	case "gb2312":
		return "gb2312"
	}
	return c.output
}

// encodeBody is body_encode of text.
func (c *charset) encodeBody(text string) string {
	if text == "" {
		return text
	}
	data := string(py.StrEncode(text, c.codec(), "strict"))
	if c.body == encodingNone {
		return py.BytesDecode(data, "ascii", "strict")
	}
	return c.encodeBytes(data)
}

func (c *charset) encodeBytes(data string) string {
	switch c.body {
	case encodingBase64:
		return encodeBase64(data, bodyWidth)
	case encodingQ:
		return encodeQuotedPrintable(data, bodyWidth)
	}
	return py.BytesDecode(data, "ascii", "surrogateescape")
}

// encoder is the encoding of a header with these bytes.
func (c *charset) encoder(data string) int {
	if c.header != encodingShortest {
		return c.header
	}
	if base64.StdEncoding.EncodedLen(len(data)) < len(rfc5322.EncodeQ(data)) {
		return encodingBase64
	}
	return encodingQ
}

// encodeWord is text as one encoded word.
func (c *charset) encodeWord(text string) string {
	data := rfc5322.CharsetBytes(text, c.codec())
	return c.word(data, c.encoder(data))
}

func (c *charset) word(data string, encoding int) string {
	switch {
	case encoding == encodingNone:
		return py.BytesDecode(data, "ascii", "surrogateescape")
	case data == "":
		return ""
	case encoding == encodingBase64:
		return "=?" + c.codec() + "?b?" + base64.StdEncoding.EncodeToString([]byte(data)) + "?="
	}
	return "=?" + c.codec() + "?q?" + rfc5322.EncodeQ(data) + "?="
}

// encodeLines is text in encoded words that fit; next gives the room of each
// line. The first is "" if nothing fits into it.
func (c *charset) encodeLines(text string, next func() int) []string {
	encoding := c.encoder(rfc5322.CharsetBytes(text, c.codec()))
	size := func(s string) int {
		data := rfc5322.CharsetBytes(s, c.codec())
		if encoding == encodingBase64 {
			return base64.StdEncoding.EncodedLen(len(data))
		}
		return len(rfc5322.EncodeQ(data))
	}
	marks := len(c.output) + 7
	var lines []string
	room := next() - marks
	current := ""
	for r := range py.StrIter(text) {
		if size(current+r) > room {
			lines = append(lines, c.word(rfc5322.CharsetBytes(current, c.codec()), encoding))
			current = ""
			room = next() - marks
		}
		current += r
	}
	return append(lines, c.word(rfc5322.CharsetBytes(current, c.codec()), encoding))
}

var charsetClass *py.Class

func init() { charsetClass = py.NewNativeClass("email.charset", "Charset", nil, defineCharset) }

// PyClass is Charset.
func (*charset) PyClass() *py.Class { return charsetClass }

func defineCharset(d *py.Definition) {
	of := py.PayloadAs[*charset]
	encodingValue := func(n int) any {
		if n == encodingNone {
			return nil
		}
		return n
	}
	d.New("__new__(input_charset='us-ascii')", func(name any) any { return newCharset(py.As[string](name)) })
	d.Member("input_charset", func(self any) any { return of(self).input }, func(self, v any) { of(self).input = py.As[string](v) })
	d.Member("output_charset", func(self any) any { return of(self).output }, func(self, v any) { of(self).output = py.As[string](v) })
	d.Member("header_encoding", func(self any) any { return encodingValue(of(self).header) }, func(self, v any) { of(self).header = encodingNumber(v) })
	d.Member("body_encoding", func(self any) any { return encodingValue(of(self).body) }, func(self, v any) { of(self).body = encodingNumber(v) })
	d.Method("get_output_charset(self)", func(self any) any { return of(self).output })
	d.Method("header_encode(self, string)", func(self, s any) any { return of(self).encodeWord(py.As[string](s)) })
	d.Method("body_encode(self, string)", func(self, s any) any {
		if text, ok := py.Payload(s).(string); ok {
			return of(self).encodeBody(text)
		}
		return of(self).encodeBytes(py.BytesLike(s))
	})
	d.Method("__str__(self)", func(self any) any { return of(self).input })
	d.Method("__repr__(self)", func(self any) any { return of(self).input })
	d.Set("__hash__", nil)
	d.Method("__eq__(self, other)", func(self, other any) any { return of(self).input == strings.ToLower(py.Str(other)) })
}

func encodingNumber(v any) int {
	n, _ := v.(int)
	return n
}
