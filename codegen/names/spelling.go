package names

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// set makes a set of the words of a text.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var keywords = set(`break case chan const continue default defer else fallthrough for func go goto if import
	interface map package range return select struct switch type var`)

var predeclared = set(`any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64
	rune string uint uint8 uint16 uint32 uint64 uintptr true false iota nil append cap clear close complex copy delete
	imag len make max min new panic print println real recover init`)

// initialisms are the words that Go writes in capitals; the list is staticcheck's (ST1003).
var initialisms = set(`acl api ascii cpu css dns eof guid html http https id ip json qps ram rpc sla smtp sql ssh tcp
	tls ttl udp ui gid uid uuid uri url utf8 vm xml xmpp xsrf xss sip rtp amqp db ts`)

// substitutes are readable names for Python names that mean something else in Go.
var substitutes = map[string]string{
	"type": "typ", "func": "fn", "range": "rng", "map": "mapping", "var": "variable", "interface": "iface",
	"package": "pkg", "chan": "channel", "const": "constant", "struct": "structure", "select": "selection",
	"defer": "deferred", "len": "length", "string": "str", "cap": "capacity", "nil": "null", "real": "realPart",
	"imag": "imagPart", "int": "integer", "bool": "boolean", "init": "initialize",
}

// free returns name, or a name for the same thing that Go does not reserve;
// suffix says what it names if there is no better word.
func free(name, suffix string) string {
	if !keywords[name] && !predeclared[name] {
		return name
	}
	if s, ok := substitutes[name]; ok {
		return s
	}
	return name + suffix
}

// unique returns the name, or the first of name2, name3, ... that is not taken.
func unique(name string, taken func(string) bool) string {
	if !taken(name) {
		return name
	}
	last := rune(name[len(name)-1])
	if unicode.IsDigit(last) {
		name += "n"
	}
	for i := 2; ; i++ {
		if numbered := name + strconv.Itoa(i); !taken(numbered) {
			return numbered
		}
	}
}

// camel turns a Python identifier into a Go one that starts with a small
// letter, unless Python's own has a capital there: fetch_all is fetchAll,
// MAX_SIZE maxSize, parse_url parseURL, _private private, Value Value.
func camel(name string) string {
	name = letters(strings.Trim(name, "_"))
	if name == "" {
		return "underscore"
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '_' })
	shouted := name == strings.ToUpper(name) && strings.ToLower(name) != name
	var b strings.Builder
	for i, w := range words {
		if shouted {
			w = strings.ToLower(w)
		}
		switch {
		case i == 0:
			b.WriteString(w)
		case initialisms[strings.ToLower(w)]:
			b.WriteString(strings.ToUpper(w))
		default:
			b.WriteString(capital(w))
		}
	}
	out := b.String()
	if unicode.IsDigit(rune(out[0])) {
		out = "n" + out
	}
	return out
}

// typeName turns the name of a Python class into that of a Go type. It keeps
// its capital; a class that Python marks as private is not exported.
func typeName(name string) string {
	private := strings.HasPrefix(name, "_")
	name = letters(strings.Trim(name, "_"))
	if name == "" {
		return "underscore"
	}
	var b strings.Builder
	for i, w := range strings.FieldsFunc(name, func(r rune) bool { return r == '_' }) {
		if i > 0 {
			w = capital(w)
		}
		b.WriteString(w)
	}
	out := b.String()
	if private {
		out = small(out)
	}
	if unicode.IsDigit(rune(out[0])) {
		out = "t" + out
	}
	return out
}

// capital returns the word with a capital first letter.
func capital(w string) string {
	for i, r := range w {
		return string(unicode.ToUpper(r)) + w[i+len(string(r)):]
	}
	return w
}

// small returns the word with a small first letter; a run of capitals that
// starts it is one word: HTTPServer is httpServer.
func small(w string) string {
	runes := []rune(w)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}

// letters replaces the characters that Python allows in identifiers and Go
// does not (combining marks, for one) by their number.
func letters(name string) string {
	var b strings.Builder
	for _, r := range name {
		switch {
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "u%04x", r)
		}
	}
	return b.String()
}
