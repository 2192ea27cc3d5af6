package codecs

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/base64"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/binascii"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// infoClass is codecs.CodecInfo: the tuple of four functions that a codec is,
// with the rest as attributes.
var infoClass = sync.OnceValue(func() *py.Class {
	return define.Class("codecs", "CodecInfo", []any{py.TupleClass}, func(b *define.Body) {
		b.StaticMethod("__new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None)",
			func(args []any) any {
				self := py.Call(py.GetAttr(py.TupleClass, "__new__"), args[0], py.Tuple{args[1], args[2], args[3], args[4]})
				for i, attr := range []string{"encode", "decode", "streamreader", "streamwriter", "incrementalencoder", "incrementaldecoder", "name"} {
					py.SetAttr(self, attr, args[1+i])
				}
				return self
			})
		b.Method("__repr__(self)", func(self any) any {
			return "<codecs.CodecInfo object for encoding " + py.Str(py.GetAttr(self, "name")) + " at 0x" + py.Format(py.ID(self), "x") + ">"
		})
	})
})

// known is the name of a codec in the registry; it raises LookupError.
func known(encoding any) string {
	name, ok := py.Payload(encoding).(string)
	if !ok {
		panic(exc.TypeError("lookup() argument must be str, not %s", py.TypeOf(encoding).Name()))
	}
	if kind := kindOf(name); kind != "" {
		return kind
	}
	key, ok := py.NormalizeEncoding(name)
	if !ok {
		py.Raise(py.NewLookupError("unknown encoding: " + name))
	}
	return key
}

// shownName is the name of a codec in its CodecInfo.
func shownName(key string) string {
	switch key {
	case "latin_1":
		return "iso8859-1"
	case "rot13":
		return "rot-13"
	}
	return strings.ReplaceAll(key, "_", "-")
}

// encodeWith converts with any codec of the registry.
func encodeWith(name string, o any, errors string) any {
	switch kindOf(name) {
	case "rot13":
		return rot13(py.As[string](o))
	case "hex":
		return py.Call(binascii.Module().Attr("hexlify"), o)
	case "base64":
		return py.Call(base64.Module().Attr("encodebytes"), o)
	}
	text, ok := py.Payload(o).(string)
	if !ok {
		panic(exc.TypeError("%s_encode() argument 1 must be str, not %s", functionName(name), py.TypeOf(o).Name()))
	}
	return py.StrEncode(text, name, errors)
}

// decodeWith is the reverse of encodeWith.
func decodeWith(name string, o any, errors string) any {
	switch kindOf(name) {
	case "rot13":
		return rot13(py.As[string](o))
	case "hex":
		return py.Call(binascii.Module().Attr("unhexlify"), o)
	case "base64":
		return py.Call(base64.Module().Attr("decodebytes"), o)
	}
	return py.BytesDecode(py.BytesLike(o), name, errors)
}

var (
	infosMu sync.Mutex
	infos   = map[string]any{}
)

// lookup is codecs.lookup(encoding).
func lookup(encoding any) any {
	key := known(encoding)
	infosMu.Lock()
	defer infosMu.Unlock()
	if info, ok := infos[key]; ok {
		return info
	}
	encode := py.BuiltinFunc("encode(input, errors='strict', /)", func(o, errors any) any {
		return py.Tuple{encodeWith(key, o, py.As[string](errors)), py.Len(o)}
	})
	decode := py.BuiltinFunc("decode(input, errors='strict', /)", func(o, errors any) any {
		return py.Tuple{decodeWith(key, o, py.As[string](errors)), py.Len(o)}
	})
	info := py.CallKw(infoClass(), []any{encode, decode, readerOf(key), writerOf(key), encoderOf(key), decoderOf(key)},
		py.Kwargs{{Name: "name", Value: shownName(key)}})
	infos[key] = info
	return info
}

// addRegistry adds the functions that find codecs.
func addRegistry(m *py.Module) {
	m.Builtin("lookup(encoding, /)", lookup)
	m.Set("CodecInfo", infoClass())
	for _, attr := range []struct{ function, name string }{
		{"getencoder", "encode"}, {"getdecoder", "decode"}, {"getreader", "streamreader"}, {"getwriter", "streamwriter"},
		{"getincrementalencoder", "incrementalencoder"}, {"getincrementaldecoder", "incrementaldecoder"},
	} {
		m.Func(attr.function+"(encoding)", func(encoding any) any { return py.GetAttr(lookup(encoding), attr.name) })
	}
	m.Set("iterencode", py.GenFunc("iterencode(iterator, encoding, errors='strict', **kwargs)",
		func(y *py.Yielder, iterator, encoding, errors, _ any) any {
			encoder := py.Call(py.GetAttr(lookup(encoding), "incrementalencoder"), errors)
			for input := range py.Iter(iterator) {
				if out := py.CallMethod(encoder, "encode", input); py.Truth(out) {
					y.Yield(out)
				}
			}
			if out := py.CallMethod(encoder, "encode", "", true); py.Truth(out) {
				y.Yield(out)
			}
			return nil
		}))
	m.Set("iterdecode", py.GenFunc("iterdecode(iterator, encoding, errors='strict', **kwargs)",
		func(y *py.Yielder, iterator, encoding, errors, _ any) any {
			decoder := py.Call(py.GetAttr(lookup(encoding), "incrementaldecoder"), errors)
			for input := range py.Iter(iterator) {
				if out := py.CallMethod(decoder, "decode", input); py.Truth(out) {
					y.Yield(out)
				}
			}
			if out := py.CallMethod(decoder, "decode", py.Bytes(""), true); py.Truth(out) {
				y.Yield(out)
			}
			return nil
		}))
}
