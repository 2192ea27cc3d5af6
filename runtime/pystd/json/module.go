// Package json is Python's module json.
// https://docs.python.org/3.13/library/json.html
package json

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// Loads is json.loads of a text. It raises JSONDecodeError.
func Loads(s string) any {
	checkMark(s)
	return (&options{}).decode(s)
}

// Dumps is json.dumps with default arguments. It raises TypeError for a value
// that JSON has no form for, ValueError for one that contains itself.
func Dumps(v any) string { return defaultFormat.encode(v) }

// DumpsIndent is json.dumps(v, indent=indent).
func DumpsIndent(v any, indent int) string {
	f := *defaultFormat
	f.indented, f.indent, f.itemSeparator = true, strings.Repeat(" ", max(indent, 0)), ","
	return f.encode(v)
}

var defaultFormat = &format{
	checkCircular: true, allowNaN: true, ensureASCII: true,
	itemSeparator: ", ", keySeparator: ": ", fallback: refuse,
}

// refuse is JSONEncoder.default.
func refuse(o any) any {
	panic(exc.TypeError("Object of type %s is not JSON serializable", py.TypeOf(o).Name()))
}

func checkMark(s string) {
	if strings.HasPrefix(s, "\ufeff") {
		raiseDecode("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
	}
}

// Module is the module json.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("json", "JSON (JavaScript Object Notation) <https://json.org>.")
	m.Class(DecodeError)
	m.Class(encoderClass())
	m.Class(decoderClass())
	const dumpOptions = "*, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, " +
		"cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw)"
	m.Func("dumps(obj, "+dumpOptions, func(args []any) any { return dumps(args[0], args[1:]) })
	m.Func("dump(obj, fp, "+dumpOptions, func(args []any) any {
		py.CallMethod(args[1], "write", dumps(args[0], args[2:]))
		return nil
	})
	const loadOptions = "*, cls=None, object_hook=None, parse_float=None, parse_int=None, " +
		"parse_constant=None, object_pairs_hook=None, **kw)"
	m.Func("loads(s, "+loadOptions, func(args []any) any { return loads(args[0], args[1:]) })
	m.Func("load(fp, "+loadOptions, func(args []any) any {
		return loads(py.CallMethod(args[0], "read"), args[1:])
	})
	m.Func("detect_encoding(b)", func(b any) any { return detectEncoding(py.BytesLike(b)) })
	addSubmodules(m)
	return m
})

// addSubmodules adds json.decoder and json.encoder.
func addSubmodules(m *py.Module) {
	decoder := py.NewModule("json.decoder", "Implementation of JSONDecoder\n")
	decoder.Class(DecodeError)
	decoder.Class(decoderClass())
	encoder := py.NewModule("json.encoder", "Implementation of JSONEncoder\n")
	encoder.Class(encoderClass())
	m.Set("decoder", decoder).Set("encoder", encoder)
}

// Submodule is one of the modules that the package json consists of.
func Submodule(name string) *py.Module { return Module().Attr(name).(*py.Module) }

// dumps takes the options in the order of their declaration.
func dumps(o any, opts []any) string {
	cls := opts[4]
	if cls == nil {
		cls = encoderClass()
	}
	kw := py.Kwargs{
		{Name: "skipkeys", Value: opts[0]}, {Name: "ensure_ascii", Value: opts[1]},
		{Name: "check_circular", Value: opts[2]}, {Name: "allow_nan", Value: opts[3]},
		{Name: "indent", Value: opts[5]}, {Name: "separators", Value: opts[6]},
		{Name: "default", Value: opts[7]}, {Name: "sort_keys", Value: opts[8]},
	}
	if cls == any(encoderClass()) {
		if extra := py.KwFrom(opts[9]); len(extra) > 0 {
			kw = append(kw, extra...)
		} else {
			return plainFormat(kw).encode(o)
		}
	} else {
		kw = append(kw, py.KwFrom(opts[9])...)
	}
	return py.Str(py.CallMethod(py.CallKw(cls, nil, kw), "encode", o))
}

// plainFormat is the format of an encoder that is not subclassed.
func plainFormat(kw py.Kwargs) *format {
	value := func(name string) any {
		for _, k := range kw {
			if k.Name == name {
				return k.Value
			}
		}
		return nil
	}
	f := formatOf(value)
	f.fallback = refuse
	if fallback := value("default"); fallback != nil {
		f.fallback = func(o any) any { return py.Call(fallback, o) }
	}
	return f
}

// loads takes the options in the order of their declaration.
func loads(s any, opts []any) any {
	var text string
	switch v := py.Payload(s).(type) {
	case string:
		checkMark(v)
		text = v
	case py.Bytes, *py.ByteArray:
		b := py.BytesLike(v)
		text = py.BytesDecode(b, detectEncoding(b), "surrogatepass")
	default:
		panic(exc.TypeError("the JSON object must be str, bytes or bytearray, not %s", py.TypeOf(s).Name()))
	}
	cls := opts[0]
	extra := py.KwFrom(opts[6])
	if cls == nil && len(extra) == 0 {
		o := &options{
			objectHook: opts[1], parseFloat: opts[2], parseInt: opts[3],
			parseConstant: opts[4], pairsHook: opts[5],
		}
		return o.decode(text)
	}
	if cls == nil {
		cls = decoderClass()
	}
	var kw py.Kwargs
	for i, name := range []string{"object_hook", "parse_float", "parse_int", "parse_constant", "object_pairs_hook"} {
		if opts[i+1] != nil {
			kw = append(kw, py.Kw{Name: name, Value: opts[i+1]})
		}
	}
	return py.CallMethod(py.CallKw(cls, nil, append(kw, extra...)), "decode", text)
}

// detectEncoding guesses the encoding of a document by its first bytes.
func detectEncoding(b string) string {
	zero := func(i int) bool { return b[i] == 0 }
	switch {
	case strings.HasPrefix(b, "\xff\xfe\x00\x00"), strings.HasPrefix(b, "\x00\x00\xfe\xff"):
		return "utf-32"
	case strings.HasPrefix(b, "\xff\xfe"), strings.HasPrefix(b, "\xfe\xff"):
		return "utf-16"
	case strings.HasPrefix(b, "\xef\xbb\xbf"):
		return "utf-8-sig"
	case len(b) >= 4 && zero(0):
		if zero(1) {
			return "utf-32-be"
		}
		return "utf-16-be"
	case len(b) >= 4 && zero(1):
		if zero(2) && zero(3) {
			return "utf-32-le"
		}
		return "utf-16-le"
	case len(b) == 2 && zero(0):
		return "utf-16-be"
	case len(b) == 2 && zero(1):
		return "utf-16-le"
	}
	return "utf-8"
}
