// Package pystruct is Python's module struct: numbers and bytes in the layout
// of C structures and of network protocols.
// https://docs.python.org/3.13/library/struct.html
package pystruct

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// Error is the class struct.error.
var Error = py.NewExceptionClass("struct", "error", py.ExceptionClass)

func raise(text string) { py.Raise(py.NewException(Error, text)) }

// A Struct is a compiled format, struct.Struct.
type Struct struct {
	format string
	layout *layout
}

// PyClass is struct.Struct.
func (*Struct) PyClass() *py.Class { return structClass }

// maxCached is how many compiled formats are kept.
const maxCached = 100

var (
	cacheMu sync.Mutex
	cache   = map[string]*Struct{}
)

// compile finds a format in the cache or compiles it. It raises struct.error,
// and TypeError for what is neither str nor bytes.
func compile(format any) *Struct {
	text := formatText(format)
	cacheMu.Lock()
	s := cache[text]
	cacheMu.Unlock()
	if s != nil {
		return s
	}
	s = &Struct{text, compileLayout(text)}
	cacheMu.Lock()
	defer cacheMu.Unlock()
	if len(cache) >= maxCached {
		clear(cache)
	}
	cache[text] = s
	return s
}

func formatText(format any) string {
	switch v := py.Payload(format).(type) {
	case string:
		return string(py.StrEncode(v, "ascii", "strict"))
	case py.Bytes:
		return string(v)
	}
	panic(exc.TypeError("Struct() argument 1 must be a str or bytes object, not %s", py.TypeOf(format).Name()))
}

// Pack is struct.pack. It raises struct.error.
func (s *Struct) Pack(values ...any) py.Bytes {
	s.checkCount("pack", values)
	data := make([]byte, s.layout.size)
	s.layout.pack(data, values)
	return py.Bytes(data)
}

func (s *Struct) checkCount(name string, values []any) {
	if len(values) != s.layout.values {
		raise(name + " expected " + py.Str(s.layout.values) + " items for packing (got " + py.Str(len(values)) + ")")
	}
}

// Unpack is struct.unpack. It raises struct.error.
func (s *Struct) Unpack(data string) py.Tuple {
	if len(data) != s.layout.size {
		raise("unpack requires a buffer of " + py.Str(s.layout.size) + " bytes")
	}
	return s.layout.unpack(data)
}

func (s *Struct) unpackFrom(buffer any, offset int) py.Tuple {
	at := func(n int) int {
		return s.position(offset, n, "not enough data to unpack "+py.Str(s.layout.size)+" bytes at offset "+py.Str(offset),
			"unpack_from requires a buffer of at least ", "unpacking")
	}
	// Of a large buffer only the part that is read is copied.
	if data, ok := writable(buffer); ok {
		from := at(len(data))
		return s.layout.unpack(string(data[from : from+s.layout.size]))
	}
	data := py.BytesLike(buffer)
	from := at(len(data))
	return s.layout.unpack(data[from : from+s.layout.size])
}

func (s *Struct) packInto(buffer any, offset int, values []any) {
	data, ok := writable(buffer)
	if !ok {
		panic(exc.TypeError("argument must be read-write bytes-like object, not %s", py.TypeOf(buffer).Name()))
	}
	at := s.position(offset, len(data), "no space to pack "+py.Str(s.layout.size)+" bytes at offset "+py.Str(offset),
		"pack_into requires a buffer of at least ", "packing")
	packed := make([]byte, s.layout.size)
	s.layout.pack(packed, values)
	copy(data[at:], packed)
}

// writable is the memory of a bytearray or of what exports memory.
func writable(buffer any) ([]byte, bool) {
	switch b := py.Payload(buffer).(type) {
	case *py.ByteArray:
		return b.Data(), true
	case *py.MemoryView:
		return b.Writable()
	case py.Buffer:
		return b.PyBuffer(), true
	}
	return nil, false
}

// position is an offset into a buffer of n bytes with room for the structure.
func (s *Struct) position(offset, n int, noRoom, required, doing string) int {
	size := s.layout.size
	at := offset
	if at < 0 {
		if at+size > 0 {
			raise(noRoom)
		}
		if at += n; at < 0 {
			raise("offset " + py.Str(offset) + " out of range for " + py.Str(n) + "-byte buffer")
		}
	}
	if n-at < size {
		raise(required + py.Str(size+at) + " bytes for " + doing + " " + py.Str(size) + " bytes at offset " + py.Str(at) +
			" (actual buffer size is " + py.Str(n) + ")")
	}
	return at
}

var unpackIteratorClass = define.IteratorClass("_struct", "unpack_iterator", func(d *py.Definition) {
	d.Method("__length_hint__(self, /)", func(self any) any {
		return self.(*define.Iterator).Extra.(func() int)()
	})
})

func (s *Struct) iterUnpack(data string) any {
	size := s.layout.size
	if size == 0 {
		raise("cannot iteratively unpack with a struct of length 0")
	}
	if len(data)%size != 0 {
		raise("iterative unpacking requires a buffer of a multiple of " + py.Str(size) + " bytes")
	}
	it := define.NewIterator(unpackIteratorClass, func() (any, bool) {
		if data == "" {
			return nil, false
		}
		values := s.layout.unpack(data[:size])
		data = data[size:]
		return values, true
	})
	it.Extra = func() int { return len(data) / size }
	return it
}

// intoArguments checks the arguments of pack_into that stand before the values.
func (s *Struct) intoArguments(args py.Tuple) (buffer any, offset int, values []any) {
	switch len(args) {
	case 0:
		raise("pack_into expected buffer argument")
	case 1:
		raise("pack_into expected offset argument")
	}
	s.checkCount("pack_into", args[2:])
	return args[0], number.Int(args[1]), args[2:]
}

var structClass = py.NewNativeClass("_struct", "Struct", nil, func(d *py.Definition) {
	of := py.PayloadAs[*Struct]
	d.Alloc(func() any { return new(Struct) })
	d.Init("__init__(self, /, format)", func(self, format any) any {
		*of(self) = *compile(format)
		return nil
	})
	d.Method("pack(self, /, *values)", func(self, values any) any { return of(self).Pack(values.(py.Tuple)...) })
	d.Method("pack_into(self, /, *args)", func(self, args any) any {
		buffer, offset, values := of(self).intoArguments(args.(py.Tuple))
		of(self).packInto(buffer, offset, values)
		return nil
	})
	d.Method("unpack(self, buffer, /)", func(self, data any) any { return of(self).Unpack(py.BytesLike(data)) })
	d.Method("unpack_from(self, /, buffer, offset=0)", func(self, data, offset any) any {
		return of(self).unpackFrom(data, number.Int(offset))
	})
	d.Method("iter_unpack(self, buffer, /)", func(self, data any) any { return of(self).iterUnpack(py.BytesLike(data)) })
	d.Getter("format", func(self any) any { return of(self).format })
	d.Getter("size", func(self any) any { return of(self).layout.size })
	d.Method("__repr__(self, /)", func(self any) any {
		return py.TypeOf(self).Name() + "(" + py.Repr(of(self).format) + ")"
	})
})

// Module is the module struct.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("struct", "Functions to convert between Python values and C structs.")
	m.Class(Error)
	m.Class(structClass)
	m.Builtin("calcsize(format, /)", func(format any) any { return compile(format).layout.size })
	m.Builtin("pack(format, /, *values)", func(format, values any) any {
		return compile(format).Pack(values.(py.Tuple)...)
	})
	m.Builtin("pack_into(format, /, *args)", func(format, args any) any {
		s := compile(format)
		buffer, offset, values := s.intoArguments(args.(py.Tuple))
		s.packInto(buffer, offset, values)
		return nil
	})
	m.Builtin("unpack(format, buffer, /)", func(format, data any) any {
		return compile(format).Unpack(py.BytesLike(data))
	})
	m.Builtin("unpack_from(format, /, buffer, offset=0)", func(format, data, offset any) any {
		return compile(format).unpackFrom(data, number.Int(offset))
	})
	m.Builtin("iter_unpack(format, buffer, /)", func(format, data any) any {
		return compile(format).iterUnpack(py.BytesLike(data))
	})
	return m
})
