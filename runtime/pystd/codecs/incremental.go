package codecs

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
)

// notImplemented is what the base classes do in place of their subclasses.
func notImplemented() any {
	py.Raise(py.NotImplementedError)
	return nil
}

// baseClasses are the classes that codecs derive from, by name.
var baseClasses = sync.OnceValue(func() map[string]*py.Class {
	classes := map[string]*py.Class{}
	class := func(name string, bases []any, body func(b *define.Body)) {
		classes[name] = define.Class("codecs", name, bases, body)
	}
	class("Codec", nil, func(b *define.Body) {
		b.Method("encode(self, input, errors='strict')", func(_, _, _ any) any { return notImplemented() })
		b.Method("decode(self, input, errors='strict')", func(_, _, _ any) any { return notImplemented() })
	})
	class("IncrementalEncoder", nil, func(b *define.Body) {
		b.Method("__init__(self, errors='strict')", func(self, errors any) any {
			py.SetAttr(self, "errors", errors)
			py.SetAttr(self, "buffer", "")
			return nil
		})
		b.Method("encode(self, input, final=False)", func(_, _, _ any) any { return notImplemented() })
		b.Method("reset(self)", func(any) any { return nil })
		b.Method("getstate(self)", func(any) any { return 0 })
		b.Method("setstate(self, state)", func(_, _ any) any { return nil })
	})
	class("BufferedIncrementalEncoder", []any{classes["IncrementalEncoder"]}, func(b *define.Body) {
		b.Method("_buffer_encode(self, input, errors, final)", func(_, _, _, _ any) any { return notImplemented() })
		b.Method("encode(self, input, final=False)", func(self, input, final any) any {
			data := py.Add(py.GetAttr(self, "buffer"), input)
			return keepRest(self, data, py.CallMethod(self, "_buffer_encode", data, py.GetAttr(self, "errors"), final))
		})
		b.Method("reset(self)", func(self any) any { py.SetAttr(self, "buffer", ""); return nil })
		b.Method("getstate(self)", func(self any) any {
			if buffer := py.GetAttr(self, "buffer"); py.Truth(buffer) {
				return buffer
			}
			return 0
		})
		b.Method("setstate(self, state)", func(self, state any) any {
			if !py.Truth(state) {
				state = ""
			}
			py.SetAttr(self, "buffer", state)
			return nil
		})
	})
	class("IncrementalDecoder", nil, func(b *define.Body) {
		b.Method("__init__(self, errors='strict')", func(self, errors any) any {
			py.SetAttr(self, "errors", errors)
			return nil
		})
		b.Method("decode(self, input, final=False)", func(_, _, _ any) any { return notImplemented() })
		b.Method("reset(self)", func(any) any { return nil })
		b.Method("getstate(self)", func(any) any { return py.Tuple{py.Bytes(""), 0} })
		b.Method("setstate(self, state)", func(_, _ any) any { return nil })
	})
	class("BufferedIncrementalDecoder", []any{classes["IncrementalDecoder"]}, func(b *define.Body) {
		b.Method("__init__(self, errors='strict')", func(self, errors any) any {
			py.SetAttr(self, "errors", errors)
			py.SetAttr(self, "buffer", py.Bytes(""))
			return nil
		})
		b.Method("_buffer_decode(self, input, errors, final)", func(_, _, _, _ any) any { return notImplemented() })
		b.Method("decode(self, input, final=False)", func(self, input, final any) any {
			data := py.Add(py.GetAttr(self, "buffer"), input)
			return keepRest(self, data, py.CallMethod(self, "_buffer_decode", data, py.GetAttr(self, "errors"), final))
		})
		b.Method("reset(self)", func(self any) any { py.SetAttr(self, "buffer", py.Bytes("")); return nil })
		b.Method("getstate(self)", func(self any) any { return py.Tuple{py.GetAttr(self, "buffer"), 0} })
		b.Method("setstate(self, state)", func(self, state any) any {
			py.SetAttr(self, "buffer", py.GetItem(state, 0))
			return nil
		})
	})
	return classes
})

// keepRest keeps what a step of an incremental codec has not used, and returns
// its result.
func keepRest(self, data, step any) any {
	pair := py.Unpack(step, 2)
	py.SetAttr(self, "buffer", py.GetItem(data, py.NewSlice(pair[1], nil, nil)))
	return pair[0]
}

// encoderOf makes the class of the incremental encoders of a codec. Only the
// first output of those that begin with a byte order mark has it.
func encoderOf(key string) any {
	return define.Class("encodings."+key, "IncrementalEncoder", []any{baseClasses()["IncrementalEncoder"]}, func(b *define.Body) {
		unmarked := map[string]string{"utf_16": "utf_16_le", "utf_32": "utf_32_le", "utf_8_sig": "utf_8"}[key]
		b.Set("_started", false)
		b.Method("encode(self, input, final=False)", func(self, input, _ any) any {
			errors := py.As[string](py.GetAttr(self, "errors"))
			if unmarked == "" {
				return encodeWith(key, input, errors)
			}
			if py.Truth(py.GetAttr(self, "_started")) {
				return encodeWith(unmarked, input, errors)
			}
			if py.Len(input) == 0 && key == "utf_8_sig" {
				return py.Bytes("")
			}
			py.SetAttr(self, "_started", true)
			return encodeWith(key, input, errors)
		})
		if unmarked != "" {
			b.Method("reset(self)", func(self any) any { py.SetAttr(self, "_started", false); return nil })
		}
	})
}

// decoderOf makes the class of the incremental decoders of a codec.
func decoderOf(key string) any {
	bases := baseClasses()
	if py.WholeBytes(key) || kindOf(key) != "" {
		return define.Class("encodings."+key, "IncrementalDecoder", []any{bases["IncrementalDecoder"]}, func(b *define.Body) {
			b.Method("decode(self, input, final=False)", func(self, input, _ any) any {
				return decodeWith(key, input, py.As[string](py.GetAttr(self, "errors")))
			})
		})
	}
	return define.Class("encodings."+key, "IncrementalDecoder", []any{bases["BufferedIncrementalDecoder"]}, func(b *define.Body) {
		b.Set("_marked", key)
		b.Method("_buffer_decode(self, input, errors, final)", func(self, input, errors, final any) any {
			data := string(py.As[py.Bytes](py.Call(py.BytesClass, input)))
			now := py.As[string](py.GetAttr(self, "_marked"))
			text, used, next := py.DecodePart(data, now, py.As[string](errors), py.Truth(final))
			py.SetAttr(self, "_marked", next)
			return py.Tuple{text, used}
		})
		b.Method("reset(self)", func(self any) any {
			py.SetAttr(self, "buffer", py.Bytes(""))
			py.SetAttr(self, "_marked", key)
			return nil
		})
	})
}
