package json

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// options are the hooks of a decoder; nil hooks are not called.
type options struct {
	objectHook, pairsHook               any
	parseFloat, parseInt, parseConstant any
	lenient                             bool
}

// A scanner reads a JSON document. Positions are byte offsets.
type scanner struct {
	*options
	text  string
	depth int
	// keys are the keys of the document's objects, ready to be put into dicts.
	keys map[string]any
	// values are the items of the arrays and objects that are being read.
	values []any
}

func (s *scanner) fail(message string, at int) { raiseDecode(message, s.text, at) }

// space skips white space.
func (s *scanner) space(at int) int {
	for at < len(s.text) {
		switch s.text[at] {
		case ' ', '\t', '\n', '\r':
			at++
		default:
			return at
		}
	}
	return at
}

// value reads the value at a position and returns the position after it.
func (s *scanner) value(at int) (any, int) {
	if at >= len(s.text) {
		s.fail("Expecting value", at)
	}
	rest := s.text[at:]
	switch c := s.text[at]; {
	case c == '"':
		return s.string(at + 1)
	case c == '{':
		s.enter("object")
		v, end := s.objectValue(at + 1)
		s.depth--
		return v, end
	case c == '[':
		s.enter("array")
		v, end := s.arrayValue(at + 1)
		s.depth--
		return v, end
	case c == 'n' && strings.HasPrefix(rest, "null"):
		return nil, at + 4
	case c == 't' && strings.HasPrefix(rest, "true"):
		return true, at + 4
	case c == 'f' && strings.HasPrefix(rest, "false"):
		return false, at + 5
	case c == 'N' && strings.HasPrefix(rest, "NaN"):
		return s.constant("NaN", math.NaN()), at + 3
	case c == 'I' && strings.HasPrefix(rest, "Infinity"):
		return s.constant("Infinity", math.Inf(1)), at + 8
	case c == '-' && strings.HasPrefix(rest, "-Infinity"):
		return s.constant("-Infinity", math.Inf(-1)), at + 9
	}
	return s.number(at)
}

// maxDepth bounds the nesting of documents.
const maxDepth = 50000

func (s *scanner) enter(kind string) {
	if s.depth++; s.depth > min(maxDepth, 10*py.RecursionLimit()) {
		py.Raise(py.NewRecursionError("maximum recursion depth exceeded while decoding a JSON " + kind + " from a unicode string"))
	}
}

func (s *scanner) constant(name string, value float64) any {
	if s.parseConstant != nil {
		return py.Call(s.parseConstant, name)
	}
	return value
}

func (s *scanner) digits(at int) int {
	for at < len(s.text) && s.text[at] >= '0' && s.text[at] <= '9' {
		at++
	}
	return at
}

func (s *scanner) number(start int) (any, int) {
	at := start
	if s.text[at] == '-' {
		at++
	}
	end := s.digits(at)
	if end == at {
		s.fail("Expecting value", start)
	}
	if s.text[at] == '0' {
		end = at + 1
	}
	float := false
	if end+1 < len(s.text) && s.text[end] == '.' {
		if after := s.digits(end + 1); after > end+1 {
			end, float = after, true
		}
	}
	if end < len(s.text) && (s.text[end] == 'e' || s.text[end] == 'E') {
		digits := end + 1
		if digits < len(s.text) && (s.text[digits] == '+' || s.text[digits] == '-') {
			digits++
		}
		if after := s.digits(digits); after > digits {
			end, float = after, true
		}
	}
	text := s.text[start:end]
	switch {
	case float && s.parseFloat != nil:
		return py.Call(s.parseFloat, text), end
	case float:
		v, _ := strconv.ParseFloat(text, 64)
		return v, end
	case s.parseInt != nil:
		return py.Call(s.parseInt, text), end
	}
	if len(text) <= smallDigits {
		v, _ := strconv.Atoi(text)
		return v, end
	}
	return py.ParseInt(text, 10), end
}

// smallDigits is the length of what is an int in any case.
const smallDigits = 18

// string reads the text after an opening quote.
func (s *scanner) string(start int) (string, int) {
	at := start
	for at < len(s.text) && s.text[at] != '"' && s.text[at] != '\\' && (s.text[at] >= ' ' || s.lenient) {
		at++
	}
	if at < len(s.text) && s.text[at] == '"' {
		return s.text[start:at], at + 1
	}
	var b strings.Builder
	b.WriteString(s.text[start:at])
	for at < len(s.text) {
		c := s.text[at]
		switch {
		case c == '"':
			return b.String(), at + 1
		case c == '\\':
			at = s.escape(&b, at, start)
		case c < ' ' && !s.lenient:
			s.fail("Invalid control character at", at)
		default:
			b.WriteByte(c)
			at++
		}
	}
	s.fail("Unterminated string starting at", start-1)
	return "", at
}

var escapes = map[byte]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}

// escape reads the escape sequence at the backslash.
func (s *scanner) escape(b *strings.Builder, at, start int) int {
	if at+1 >= len(s.text) {
		s.fail("Unterminated string starting at", start-1)
	}
	c := s.text[at+1]
	if c != 'u' {
		plain, ok := escapes[c]
		if !ok {
			s.fail("Invalid \\escape", at)
		}
		b.WriteByte(plain)
		return at + 2
	}
	code, ok := s.hex(at + 2)
	if !ok {
		s.fail("Invalid \\uXXXX escape", at+1)
	}
	at += 6
	if code >= 0xd800 && code < 0xdc00 && strings.HasPrefix(s.text[at:], `\u`) {
		if low, ok := s.hex(at + 2); ok && low >= 0xdc00 && low < 0xe000 {
			b.WriteRune(0x10000 + (code-0xd800)<<10 + (low - 0xdc00))
			return at + 6
		}
	}
	writeCode(b, code)
	return at
}

// writeCode writes a code point, a surrogate as its three bytes.
func writeCode(b *strings.Builder, code rune) {
	if code >= 0xd800 && code < 0xe000 {
		b.Write([]byte{0xe0 | byte(code>>12), 0x80 | byte(code>>6)&0x3f | 0x80, 0x80 | byte(code)&0x3f})
		return
	}
	b.WriteRune(code)
}

func (s *scanner) hex(at int) (rune, bool) {
	if at+4 > len(s.text) {
		return 0, false
	}
	code := rune(0)
	for _, c := range []byte(s.text[at : at+4]) {
		switch {
		case c >= '0' && c <= '9':
			code = code<<4 | rune(c-'0')
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			code = code<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return code, true
}

func (s *scanner) arrayValue(at int) (any, int) {
	at = s.space(at)
	if at < len(s.text) && s.text[at] == ']' {
		return py.ListOf[any](), at + 1
	}
	before := len(s.values)
	for {
		v, end := s.value(at)
		s.values = append(s.values, v)
		at = s.space(end)
		if at < len(s.text) && s.text[at] == ']' {
			return py.ListOf(s.take(before)...), at + 1
		}
		if at >= len(s.text) || s.text[at] != ',' {
			s.fail("Expecting ',' delimiter", at)
		}
		comma := at
		at = s.space(at + 1)
		if at < len(s.text) && s.text[at] == ']' {
			s.fail("Illegal trailing comma before end of array", comma)
		}
	}
}

// take takes the values back that were read since there were so many.
func (s *scanner) take(before int) []any {
	taken := slices.Clone(s.values[before:])
	clear(s.values[before:])
	s.values = s.values[:before]
	return taken
}

func (s *scanner) objectValue(at int) (any, int) {
	before := len(s.values)
	at = s.space(at)
	if at < len(s.text) && s.text[at] == '}' {
		return s.object(before), at + 1
	}
	if at >= len(s.text) || s.text[at] != '"' {
		s.fail("Expecting property name enclosed in double quotes", at)
	}
	for {
		key, end := s.string(at + 1)
		at = s.space(end)
		if at >= len(s.text) || s.text[at] != ':' {
			s.fail("Expecting ':' delimiter", at)
		}
		var v any
		v, at = s.value(s.space(at + 1))
		s.values = append(s.values, s.shared(key), v)
		at = s.space(at)
		if at < len(s.text) && s.text[at] == '}' {
			return s.object(before), at + 1
		}
		if at >= len(s.text) || s.text[at] != ',' {
			s.fail("Expecting ',' delimiter", at)
		}
		comma := at
		at = s.space(at + 1)
		if at >= len(s.text) || s.text[at] != '"' {
			if at < len(s.text) && s.text[at] == '}' {
				s.fail("Illegal trailing comma before end of object", comma)
			}
			s.fail("Expecting property name enclosed in double quotes", at)
		}
	}
}

// shared returns the copy of a key that other objects of the document use, so
// that the document itself can be freed.
func (s *scanner) shared(key string) any {
	if k, ok := s.keys[key]; ok {
		return k
	}
	key = strings.Clone(key)
	s.keys[key] = key
	return s.keys[key]
}

// object makes the value of an object of the keys and values that were read
// since there were so many.
func (s *scanner) object(before int) any {
	members := s.values[before:]
	defer func() {
		clear(members)
		s.values = s.values[:before]
	}()
	if s.pairsHook != nil {
		pairs := py.ListOf[any]()
		for i := 0; i < len(members); i += 2 {
			pairs.Append(py.Tuple{members[i], members[i+1]})
		}
		return py.Call(s.pairsHook, pairs)
	}
	dict := py.DictOf[any, any](members...)
	if s.objectHook != nil {
		return py.Call(s.objectHook, dict)
	}
	return dict
}

// decode reads a whole document.
func (o *options) decode(text string) any {
	s := &scanner{options: o, text: text, keys: map[string]any{}}
	v, end := s.value(s.space(0))
	if end = s.space(end); end != len(text) {
		s.fail("Extra data", end)
	}
	return v
}

// rawDecode reads the value at a character position and returns the position
// after it.
func (o *options) rawDecode(text string, at int) (any, int) {
	s := &scanner{options: o, text: text, keys: map[string]any{}}
	offset := len(text)
	if !ascii(text) {
		count := 0
		for i := range text {
			if count == at {
				offset = i
				break
			}
			count++
		}
	} else {
		offset = min(at, len(text))
	}
	v, end := s.value(offset)
	return v, charCount(text[:end])
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
