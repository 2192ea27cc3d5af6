// Package codecs is Python's module codecs: conversion by the name of an
// encoding, and what happens with characters that have no form in it.
// https://docs.python.org/3.13/library/codecs.html
package codecs

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/unicodedata"
)

// marks are the byte order marks by the names of their constants.
var marks = map[string]py.Bytes{
	"BOM": "\xff\xfe", "BOM_LE": "\xff\xfe", "BOM_BE": "\xfe\xff", "BOM_UTF8": "\xef\xbb\xbf",
	"BOM_UTF16": "\xff\xfe", "BOM_UTF16_LE": "\xff\xfe", "BOM_UTF16_BE": "\xfe\xff",
	"BOM_UTF32": "\xff\xfe\x00\x00", "BOM_UTF32_LE": "\xff\xfe\x00\x00", "BOM_UTF32_BE": "\x00\x00\xfe\xff",
}

// rot13 moves each letter by half of the alphabet.
func rot13(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+13)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+13)%26
		}
		return r
	}, s)
}

// kindOf tells the encodings that are no encodings of text from the others.
func kindOf(encoding string) string {
	switch strings.ToLower(encoding) {
	case "rot13", "rot_13", "rot-13":
		return "rot13"
	case "hex", "hex_codec":
		return "hex"
	case "base64", "base_64", "base64_codec":
		return "base64"
	}
	return ""
}

// Module is the module codecs.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("codecs", "Python Codec Registry, API and helpers.")
	for name, mark := range marks {
		m.Set(name, mark)
	}
	m.Builtin("encode(obj, encoding='utf-8', errors='strict')", func(o, encoding, errors any) any {
		return encodeWith(py.As[string](encoding), o, py.As[string](errors))
	})
	m.Builtin("decode(obj, encoding='utf-8', errors='strict')", func(o, encoding, errors any) any {
		return decodeWith(py.As[string](encoding), o, py.As[string](errors))
	})
	m.Builtin("register_error(errors, handler, /)", func(name, handler any) any {
		if !py.Callable(handler) {
			panic(exc.TypeError("handler must be callable"))
		}
		py.RegisterErrorHandler(py.As[string](name), handler)
		return nil
	})
	m.Func("lookup_error(errors, /)", func(name any) any {
		text := py.As[string](name)
		if h, ok := py.LookupErrorHandler(text); ok {
			return h
		}
		if py.HasAttr(m, text+"_errors") {
			return m.Attr(text + "_errors")
		}
		py.Raise(py.NewLookupError("unknown error handler name '" + text + "'"))
		return nil
	})
	py.SetCharacterNames(unicodedata.Name)
	addHandlers(m)
	addRegistry(m)
	addStreams(m)
	return m
})

// functionName is the name of an encoding in those of CPython's functions.
func functionName(encoding string) string {
	name, _ := py.NormalizeEncoding(encoding)
	return name
}

// addHandlers adds the functions that a handler of errors may fall back to.
func addHandlers(m *py.Module) {
	check := func(e any) {
		if !py.IsInstance(e, py.UnicodeError) {
			panic(exc.TypeError("codec must pass exception instance"))
		}
	}
	m.Builtin("strict_errors(exception, /)", func(e any) any {
		check(e)
		py.Raise(e)
		return nil
	})
	m.Builtin("ignore_errors(exception, /)", func(e any) any {
		check(e)
		return py.Tuple{"", py.GetAttr(e, "end")}
	})
	for _, name := range []string{"xmlcharrefreplace", "backslashreplace", "namereplace"} {
		m.Builtin(name+"_errors(exception, /)", func(e any) any {
			check(e)
			end := py.GetAttr(e, "end")
			if py.IsInstance(e, py.UnicodeEncodeError) {
				text := py.As[string](py.GetItem(py.GetAttr(e, "object"), py.NewSlice(py.GetAttr(e, "start"), end, nil)))
				return py.Tuple{py.BytesDecode(string(py.StrEncode(text, "ascii", name)), "ascii", "strict"), end}
			}
			if name != "backslashreplace" || !py.IsInstance(e, py.UnicodeDecodeError) {
				panic(exc.TypeError("don't know how to handle %s in error callback", py.TypeOf(e).Name()))
			}
			data := py.BytesLike(py.GetItem(py.GetAttr(e, "object"), py.NewSlice(py.GetAttr(e, "start"), end, nil)))
			return py.Tuple{py.BytesDecode(data, "ascii", name), end}
		})
	}
	m.Builtin("replace_errors(exception, /)", func(e any) any {
		check(e)
		end := py.GetAttr(e, "end")
		n := py.As[int](py.Sub(end, py.GetAttr(e, "start")))
		switch {
		case py.IsInstance(e, py.UnicodeEncodeError):
			return py.Tuple{strings.Repeat("?", n), end}
		case py.IsInstance(e, py.UnicodeDecodeError):
			return py.Tuple{"\uFFFD", end}
		}
		return py.Tuple{strings.Repeat("\uFFFD", n), end}
	})
}
