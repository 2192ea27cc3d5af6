// Package base64 is Python's module base64: base 64, 32 and 16.
// https://docs.python.org/3.13/library/base64.html
package base64

import (
	"encoding/base32"
	"encoding/base64"
	"encoding/hex"
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

// source is what is decoded: bytes, or a str of ASCII.
func source(s any) string {
	if text, ok := py.Payload(s).(string); ok {
		if !py.StrIsASCII(text) {
			panic(exc.ValueError("string argument should contain only ASCII characters"))
		}
		return text
	}
	return bytesOf(s)
}

func bytesOf(s any) string {
	if _, ok := py.Payload(s).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return py.BytesLike(s)
}

func translated(s, from, to string) string {
	return strings.NewReplacer(from[:1], to[:1], from[1:], to[1:]).Replace(s)
}

// Module is the module base64.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("base64", "Base16, Base32, Base64 (RFC 3548), Base85 and Ascii85 data encodings")
	encode := func(s any) string { return string(Encode(py.Bytes(bytesOf(s)))) }
	m.Func("b64encode(s, altchars=None)", func(s, alternative any) any {
		if alternative == nil {
			return py.Bytes(encode(s))
		}
		return py.Bytes(translated(encode(s), "+/", bytesOf(alternative)))
	})
	m.Func("b64decode(s, altchars=None, validate=False)", func(s, alternative, validate any) any {
		text := source(s)
		if alternative != nil {
			text = translated(text, source(alternative), "+/")
		}
		return binascii.DecodeBase64(text, py.Truth(validate))
	})
	m.Func("standard_b64encode(s)", func(s any) any { return py.Bytes(encode(s)) })
	m.Func("standard_b64decode(s)", func(s any) any { return Decode(source(s)) })
	m.Func("urlsafe_b64encode(s)", func(s any) any { return py.Bytes(translated(encode(s), "+/", "-_")) })
	m.Func("urlsafe_b64decode(s)", func(s any) any { return Decode(translated(source(s), "-_", "+/")) })
	m.Func("b32encode(s)", func(s any) any {
		return py.Bytes(base32.StdEncoding.EncodeToString([]byte(bytesOf(s))))
	})
	m.Func("b16encode(s)", func(s any) any {
		return py.Bytes(strings.ToUpper(hex.EncodeToString([]byte(bytesOf(s)))))
	})
	return m
})
