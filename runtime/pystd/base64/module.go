// Package base64 is Python's module base64: base 64, 32, 16 and 85.
// https://docs.python.org/3.13/library/base64.html
package base64

import (
	"encoding/base64"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Encode is base64.b64encode.
func Encode(s py.Bytes) py.Bytes { return py.Bytes(base64.StdEncoding.EncodeToString([]byte(s))) }

// Decode is base64.b64decode. It raises binascii.Error.
func Decode(s string) py.Bytes { return binascii.DecodeBase64(s, false) }

func fail(text string) { py.Raise(py.NewException(binascii.Error, text)) }

// source is what is decoded: bytes, or a str of ASCII.
func source(s any) string {
	switch text := py.Payload(s).(type) {
	case string:
		if !py.StrIsASCII(text) {
			panic(exc.ValueError("string argument should contain only ASCII characters"))
		}
		return text
	case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
		return py.BytesLike(s)
	}
	panic(exc.TypeError("argument should be a bytes-like object or ASCII string, not %s", py.Repr(py.TypeOf(s).Name())))
}

func bytesOf(s any) string {
	if _, ok := py.Payload(s).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return py.BytesLike(s)
}

// viewOf is the bytes of what memoryview takes.
func viewOf(s any) string {
	switch py.Payload(s).(type) {
	case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
		return py.BytesLike(s)
	}
	panic(exc.TypeError("memoryview: a bytes-like object is required, not '%s'", py.TypeOf(s).Name()))
}

// translated is s with the two characters of from as those of to.
func translated(s, from, to string) string {
	return strings.NewReplacer(from[:1], to[:1], from[1:], to[1:]).Replace(s)
}

// alternative checks the two characters that stand for + and /.
func alternative(v any, text string) string {
	if len(text) != 2 {
		py.Raise(py.NewAssertionError(py.Repr(v)))
	}
	return text
}

// Module is the module base64.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("base64", "Base16, Base32, Base64 (RFC 3548), Base85 and Ascii85 data encodings")
	encode := func(s any) string { return string(Encode(py.Bytes(bytesOf(s)))) }
	m.Func("b64encode(s, altchars=None)", func(s, characters any) any {
		if characters == nil {
			return py.Bytes(encode(s))
		}
		return py.Bytes(translated(encode(s), "+/", alternative(characters, bytesOf(characters))))
	})
	m.Func("b64decode(s, altchars=None, validate=False)", func(s, characters, validate any) any {
		text := source(s)
		if characters != nil {
			text = translated(text, alternative(characters, source(characters)), "+/")
		}
		return binascii.DecodeBase64(text, py.Truth(validate))
	})
	m.Func("standard_b64encode(s)", func(s any) any { return py.Bytes(encode(s)) })
	m.Func("standard_b64decode(s)", func(s any) any { return Decode(source(s)) })
	m.Func("urlsafe_b64encode(s)", func(s any) any { return py.Bytes(translated(encode(s), "+/", "-_")) })
	m.Func("urlsafe_b64decode(s)", func(s any) any { return Decode(translated(source(s), "-_", "+/")) })
	addBase32(m)
	addBase85(m)
	addLines(m)
	return m
})

// lineBytes is how many bytes a line of encodebytes has.
const lineBytes = 57

// addLines adds the functions for text in lines, as in mail.
func addLines(m *py.Module) {
	m.Func("encodebytes(s)", func(s any) any {
		var data string
		switch py.Payload(s).(type) {
		case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
			data = py.BytesLike(s)
		default:
			panic(exc.TypeError("expected bytes-like object, not %s", py.TypeOf(s).Name()))
		}
		var b strings.Builder
		for ; data != ""; data = data[min(lineBytes, len(data)):] {
			b.WriteString(string(Encode(py.Bytes(data[:min(lineBytes, len(data))]))) + "\n")
		}
		return py.Bytes(b.String())
	})
	m.Func("decodebytes(s)", func(s any) any {
		switch py.Payload(s).(type) {
		case py.Bytes, *py.ByteArray, *py.MemoryView, py.Buffer:
			return Decode(py.BytesLike(s))
		}
		panic(exc.TypeError("expected bytes-like object, not %s", py.TypeOf(s).Name()))
	})
	m.Func("encode(input, output)", func(input, output any) any {
		for {
			part := py.BytesLike(py.CallMethod(input, "read", lineBytes))
			if part == "" {
				return nil
			}
			for len(part) < lineBytes {
				more := py.BytesLike(py.CallMethod(input, "read", lineBytes-len(part)))
				if more == "" {
					break
				}
				part += more
			}
			py.CallMethod(output, "write", Encode(py.Bytes(part))+"\n")
		}
	})
	m.Func("decode(input, output)", func(input, output any) any {
		for {
			line := py.BytesLike(py.CallMethod(input, "readline"))
			if line == "" {
				return nil
			}
			py.CallMethod(output, "write", Decode(line))
		}
	})
}
