package py

import (
	"strings"
	"sync"
)

// codec converts between str and bytes in one encoding. encode and decode get
// the rest of the input with a handler for what they cannot convert.
type codec struct {
	// name is how error messages show the encoding.
	name   string
	encode func(e *encoding)
	decode func(d *decoding)
}

// encoding is a text on its way to bytes.
type encoding struct {
	name   string
	errors string
	text   []rune
	source string
	out    []byte
}

// decoding is a series of bytes on its way to text.
type decoding struct {
	name   string
	errors string
	data   string
	out    []byte
}

var codecs = map[string]*codec{
	"utf_8":              {"utf-8", encodeUTF8, decodeUTF8},
	"utf_8_sig":          {"utf-8", encodeUTF8Sig, decodeUTF8Sig},
	"ascii":              {"ascii", encodeASCII, decodeASCII},
	"latin_1":            {"latin-1", encodeLatin1, decodeLatin1},
	"utf_16":             {"utf-16", encodeUTF16, decodeUTF16},
	"utf_16_le":          {"utf-16-le", encodeUTF16LE, decodeUTF16LE},
	"utf_16_be":          {"utf-16-be", encodeUTF16BE, decodeUTF16BE},
	"utf_32":             {"utf-32", encodeUTF32, decodeUTF32},
	"utf_32_le":          {"utf-32-le", encodeUTF32LE, decodeUTF32LE},
	"utf_32_be":          {"utf-32-be", encodeUTF32BE, decodeUTF32BE},
	"unicode_escape":     {"unicodeescape", encodeUnicodeEscape, decodeUnicodeEscape},
	"raw_unicode_escape": {"rawunicodeescape", encodeRawUnicodeEscape, decodeRawUnicodeEscape},
	"punycode":           {"punycode", encodePunycode, decodePunycode},
}

func init() {
	// It converts labels by another codec of the table.
	codecs["idna"] = &codec{"idna", encodeIdna, decodeIdna}
}

var codecAliases = map[string]string{
	"utf8": "utf_8", "u8": "utf_8", "utf": "utf_8", "cp65001": "utf_8", "utf8_ucs2": "utf_8", "utf8_ucs4": "utf_8",
	"us_ascii": "ascii", "646": "ascii", "iso646_us": "ascii", "ansi_x3.4_1968": "ascii", "iso_646.irv_1991": "ascii",
	"latin1": "latin_1", "latin": "latin_1", "l1": "latin_1", "iso_8859_1": "latin_1", "iso8859_1": "latin_1",
	"iso8859": "latin_1", "8859": "latin_1", "cp819": "latin_1", "iso_8859_1_1987": "latin_1", "iso_ir_100": "latin_1",
	"utf16": "utf_16", "u16": "utf_16", "utf_16le": "utf_16_le", "utf_16be": "utf_16_be", "unicodelittleunmarked": "utf_16_le",
	"utf32": "utf_32", "u32": "utf_32", "utf_32le": "utf_32_le", "utf_32be": "utf_32_be",
	"utf8_sig":     "utf_8_sig",
	"windows_1250": "cp1250", "1250": "cp1250", "windows_1251": "cp1251", "1251": "cp1251", "windows_1252": "cp1252", "1252": "cp1252",
	"437": "cp437", "ibm437": "cp437", "850": "cp850", "ibm850": "cp850",
	"iso_8859_2": "iso8859_2", "latin2": "iso8859_2", "l2": "iso8859_2", "iso_8859_5": "iso8859_5", "cyrillic": "iso8859_5",
	"iso_8859_15": "iso8859_15", "latin_9": "iso8859_15", "latin9": "iso8859_15", "l9": "iso8859_15", "koi8r": "koi8_r",
	"macroman": "mac_roman", "macintosh": "mac_roman",
}

// characterName gives the names of characters; SetCharacterNames replaces it.
var characterName = func(rune) (string, bool) {
	raisef(NewLookupError, "unknown error handler name 'namereplace'")
	return "", false
}

// SetCharacterNames tells where the error handler namereplace finds the names
// of characters: their table is large, and few programs need it.
func SetCharacterNames(name func(rune) (string, bool)) { characterName = name }

// NormalizeEncoding returns the name under which an encoding is known, and
// whether there is such an encoding.
func NormalizeEncoding(name string) (string, bool) {
	key := strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r == '-' || r == ' ':
			return '_'
		}
		return r
	}, name)
	if alias, ok := codecAliases[key]; ok {
		key = alias
	}
	if codecs[key] != nil || charmaps[key] != "" {
		return key, true
	}
	return "", false
}

// findCodec looks an encoding up by any of its names. It raises LookupError.
func findCodec(name string) *codec {
	key, ok := NormalizeEncoding(name)
	if !ok {
		raisef(NewLookupError, "unknown encoding: %s", name)
	}
	if c := codecs[key]; c != nil {
		return c
	}
	return charmapCodec(key)
}

// StrEncode is s.encode(encoding, errors). It raises UnicodeEncodeError and, for
// unknown names, LookupError.
func StrEncode(s, encodingName, errors string) Bytes {
	c := findCodec(encodingName)
	if isASCII(s) && (c.name == "utf-8" || c.name == "ascii" || c.name == "latin-1") && encodingName != "utf-8-sig" && encodingName != "utf_8_sig" {
		return Bytes(s)
	}
	e := &encoding{name: c.name, errors: errors, text: runesOf(s), source: s}
	c.encode(e)
	return Bytes(e.out)
}

// BytesDecode is b.decode(encoding, errors) of the bytes b. It raises
// UnicodeDecodeError and, for unknown names, LookupError.
func BytesDecode(b, encodingName, errors string) string {
	c := findCodec(encodingName)
	if isASCII(b) && (c.name == "utf-8" || c.name == "ascii" || c.name == "latin-1") {
		return b
	}
	d := &decoding{name: c.name, errors: errors, data: b}
	c.decode(d)
	return string(d.out)
}

// EncodeUTF8 is s.encode().
func EncodeUTF8(s string) Bytes { return StrEncode(s, "utf-8", "strict") }

// DecodeUTF8 is b.decode().
func DecodeUTF8(b Bytes) string { return BytesDecode(string(b), "utf-8", "strict") }

var (
	errorHandlersMu sync.Mutex
	errorHandlers   = map[string]any{}
)

// RegisterErrorHandler is codecs.register_error(name, handler).
func RegisterErrorHandler(name string, handler any) {
	errorHandlersMu.Lock()
	defer errorHandlersMu.Unlock()
	errorHandlers[name] = handler
}

// LookupErrorHandler returns what RegisterErrorHandler has registered.
func LookupErrorHandler(name string) (any, bool) {
	errorHandlersMu.Lock()
	defer errorHandlersMu.Unlock()
	h, ok := errorHandlers[name]
	return h, ok
}

func registeredHandler(name string) any {
	h, ok := LookupErrorHandler(name)
	if !ok {
		raisef(NewLookupError, "unknown error handler name '%s'", name)
	}
	return h
}

// fail handles the characters from start to end that have no form in the
// encoding, and returns where to go on. put encodes a replacement.
func (e *encoding) fail(start, end int, reason string, put func(r rune) bool) int {
	replace := func(text string) {
		for _, r := range runesOf(text) {
			if !put(r) {
				e.raise(start, end, reason)
			}
		}
	}
	switch e.errors {
	case "strict":
		e.raise(start, end, reason)
	case "ignore":
	case "replace":
		replace(strings.Repeat("?", end-start))
	case "backslashreplace":
		for _, r := range e.text[start:end] {
			replace(string(appendEscapeNumeric(nil, r)))
		}
	case "xmlcharrefreplace":
		for _, r := range e.text[start:end] {
			replace("&#" + intRepr(int(r)) + ";")
		}
	case "namereplace":
		for _, r := range e.text[start:end] {
			if name, ok := characterName(r); ok {
				replace(`\N{` + name + "}")
			} else {
				replace(string(appendEscapeNumeric(nil, r)))
			}
		}
	case "surrogateescape":
		for _, r := range e.text[start:end] {
			if r < 0xDC80 || r > 0xDCFF {
				e.raise(start, end, reason)
			}
			e.out = append(e.out, byte(r))
		}
	case "surrogatepass":
		for _, r := range e.text[start:end] {
			if !isSurrogate(r) || !e.passSurrogate(r) {
				e.raise(start, end, reason)
			}
		}
	default:
		return e.callHandler(start, end, reason, replace)
	}
	return end
}

func (e *encoding) exception(start, end int, reason string) *Exception {
	return NewUnicodeEncodeError(e.name, e.source, start, end, reason)
}

func (e *encoding) raise(start, end int, reason string) {
	Raise(e.exception(start, end, reason))
}

// passSurrogate writes a surrogate as if it were a character.
func (e *encoding) passSurrogate(r rune) bool {
	switch e.name {
	case "utf-8":
		e.out = appendRune(e.out, r)
	case "utf-16", "utf-16-le":
		e.out = append(e.out, byte(r), byte(r>>8))
	case "utf-16-be":
		e.out = append(e.out, byte(r>>8), byte(r))
	case "utf-32", "utf-32-le":
		e.out = append(e.out, byte(r), byte(r>>8), 0, 0)
	case "utf-32-be":
		e.out = append(e.out, 0, 0, byte(r>>8), byte(r))
	default:
		return false
	}
	return true
}

// callHandler asks a handler that the program has registered.
func (e *encoding) callHandler(start, end int, reason string, replace func(string)) int {
	result := Call(registeredHandler(e.errors), e.exception(start, end, reason))
	pair, ok := result.(Tuple)
	if !ok || len(pair) != 2 {
		raisef(NewTypeError, "encoding error handler must return (str/bytes, int) tuple")
	}
	switch text := pair[0].(type) {
	case string:
		replace(text)
	case Bytes:
		e.out = append(e.out, text...)
	default:
		raisef(NewTypeError, "encoding error handler must return (str/bytes, int) tuple")
	}
	return handlerPosition(pair[1], len(e.text))
}

func handlerPosition(v any, n int) int {
	at, ok := v.(int)
	if !ok {
		raisef(NewTypeError, "'%s' object cannot be interpreted as an integer", typeName(v))
	}
	if at < 0 {
		at += n
	}
	if at < 0 || at > n {
		raisef(NewIndexError, "position %d from error handler out of bounds", v)
	}
	return at
}

// appendEscapeNumeric is appendEscape without the letters for control
// characters.
func appendEscapeNumeric(b []byte, r rune) []byte {
	switch {
	case r < 0x100:
		return appendHex(append(b, `\x`...), r, 2)
	case r < 0x10000:
		return appendHex(append(b, `\u`...), r, 4)
	}
	return appendHex(append(b, `\U`...), r, 8)
}

// fail handles the bytes from start to end that mean nothing in the encoding
// and returns where to go on.
func (d *decoding) fail(start, end int, reason string) int {
	switch d.errors {
	case "strict":
		d.raise(start, end, reason)
	case "ignore":
	case "replace":
		d.out = append(d.out, "\uFFFD"...)
	case "backslashreplace":
		for i := start; i < end; i++ {
			d.out = appendHex(append(d.out, `\x`...), rune(d.data[i]), 2)
		}
	case "surrogateescape":
		at := start
		for ; at < end && at < start+4 && d.data[at] >= 0x80; at++ {
			d.out = appendRune(d.out, 0xDC00+rune(d.data[at]))
		}
		if at == start {
			d.raise(start, end, reason)
		}
		return at
	case "surrogatepass":
		if d.name != "utf-8" || !isSurrogateAt(d.data[start:]) {
			d.raise(start, end, reason)
		}
		d.out = append(d.out, d.data[start:start+3]...)
		return start + 3
	default:
		return d.callHandler(start, end, reason)
	}
	return end
}

func (d *decoding) raise(start, end int, reason string) {
	Raise(NewUnicodeDecodeError(d.name, Bytes(d.data), start, end, reason))
}

func (d *decoding) callHandler(start, end int, reason string) int {
	result := Call(registeredHandler(d.errors), NewUnicodeDecodeError(d.name, Bytes(d.data), start, end, reason))
	pair, ok := result.(Tuple)
	if ok && len(pair) == 2 {
		if text, isStr := pair[0].(string); isStr {
			d.out = append(d.out, text...)
			return handlerPosition(pair[1], len(d.data))
		}
	}
	raisef(NewTypeError, "decoding error handler must return (str, int) tuple")
	return 0
}
