package json

import (
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// formatOf makes a format of the attributes of an encoder.
func formatOf(value func(name string) any) *format {
	f := &format{
		skipKeys: py.Truth(value("skipkeys")), checkCircular: py.Truth(value("check_circular")),
		allowNaN: py.Truth(value("allow_nan")), sortKeys: py.Truth(value("sort_keys")),
		ensureASCII: py.Truth(value("ensure_ascii")), itemSeparator: ", ", keySeparator: ": ",
	}
	switch indent := py.Payload(value("indent")).(type) {
	case nil:
	case string:
		f.indented, f.indent = true, indent
	default:
		f.indented, f.indent = true, strings.Repeat(" ", max(0, py.Int(indent).(int)))
	}
	if f.indented {
		f.itemSeparator = ","
	}
	if separators := value("separators"); separators != nil {
		pair := py.Unpack(separators, 2)
		f.itemSeparator, f.keySeparator = py.Str(pair[0]), py.Str(pair[1])
	}
	return f
}

// encoderFormat is the format of an encoder object, whose method default may
// be overridden.
func encoderFormat(self any) *format {
	f := formatOf(func(name string) any {
		if name == "separators" {
			return py.Tuple{py.GetAttr(self, "item_separator"), py.GetAttr(self, "key_separator")}
		}
		return py.GetAttr(self, name)
	})
	f.fallback = func(o any) any { return py.CallMethod(self, "default", o) }
	return f
}

// encoderClass is the class json.JSONEncoder.
var encoderClass = sync.OnceValue(func() *py.Class {
	return define.Class("json.encoder", "JSONEncoder", nil, func(b *define.Body) {
		b.Doc("Extensible JSON <https://json.org> encoder for Python data structures.")
		b.Set("item_separator", ", ")
		b.Set("key_separator", ": ")
		names := []string{"skipkeys", "ensure_ascii", "check_circular", "allow_nan", "sort_keys", "indent"}
		b.Method("__init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, "+
			"sort_keys=False, indent=None, separators=None, default=None)", func(args []any) any {
			self := args[0]
			for i, name := range names {
				py.SetAttr(self, name, args[i+1])
			}
			if args[7] != nil {
				pair := py.Unpack(args[7], 2)
				py.SetAttr(self, "item_separator", pair[0])
				py.SetAttr(self, "key_separator", pair[1])
			} else if args[6] != nil {
				py.SetAttr(self, "item_separator", ",")
			}
			if args[8] != nil {
				py.SetAttr(self, "default", args[8])
			}
			return nil
		})
		b.Method("default(self, o)", func(_, o any) any { return refuse(o) })
		b.Method("encode(self, o)", func(self, o any) any {
			if overridesIterencode(self) {
				var out strings.Builder
				for part := range py.Iter(py.CallMethod(self, "iterencode", o)) {
					out.WriteString(py.Str(part))
				}
				return out.String()
			}
			return encoderFormat(self).encode(o)
		})
		b.Method("iterencode(self, o, _one_shot=False)", func(self, o, _ any) any {
			return py.GetIter(py.ListOf(encoderFormat(self).encodePieces(o)...))
		})
	})
})

func overridesIterencode(self any) bool {
	own, _ := py.TypeOf(self).Lookup("iterencode")
	f, ok := own.(*py.Function)
	return !ok || py.GetAttr(f, "__module__") != any("json.encoder")
}

// decoderClass is the class json.JSONDecoder.
var decoderClass = sync.OnceValue(func() *py.Class {
	return define.Class("json.decoder", "JSONDecoder", nil, func(b *define.Body) {
		b.Doc("Simple JSON <https://json.org> decoder")
		names := []string{"object_hook", "parse_float", "parse_int", "parse_constant", "strict", "object_pairs_hook"}
		b.Method("__init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, "+
			"strict=True, object_pairs_hook=None)", func(args []any) any {
			for i, name := range names {
				py.SetAttr(args[0], name, args[i+1])
			}
			return nil
		})
		decoderOptions := func(self any) *options {
			return &options{
				objectHook: py.GetAttr(self, "object_hook"), pairsHook: py.GetAttr(self, "object_pairs_hook"),
				parseFloat: py.GetAttr(self, "parse_float"), parseInt: py.GetAttr(self, "parse_int"),
				parseConstant: py.GetAttr(self, "parse_constant"), lenient: !py.Truth(py.GetAttr(self, "strict")),
			}
		}
		b.Method("decode(self, s)", func(self, s any) any { return decoderOptions(self).decode(py.As[string](s)) })
		b.Method("raw_decode(self, s, idx=0)", func(self, s, at any) any {
			v, end := decoderOptions(self).rawDecode(py.As[string](s), py.As[int](at))
			return py.Tuple{v, end}
		})
	})
})
