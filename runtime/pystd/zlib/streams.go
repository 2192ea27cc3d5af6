package zlib

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// compressor is what compressobj returns.
type compressor struct {
	stream *deflate.Compressor
	ended  bool
}

// PyClass is the class Compress.
func (*compressor) PyClass() *py.Class { return compressClass }

var compressClass = py.NewNativeClass("zlib", "Compress", nil, func(d *py.Definition) {
	d.Final()
	of := py.PayloadAs[*compressor]
	d.Method("compress(self, data, /)", func(self, data any) any {
		c, text := of(self), bytesOf(data)
		if c.ended {
			raise("Error -2 while compressing data: inconsistent stream state")
		}
		var out []byte
		py.Blocking(func() { out = c.stream.Compress([]byte(text), deflate.NoFlush) })
		return py.Bytes(out)
	})
	d.Method("flush(self, mode=4, /)", func(self, mode any) any {
		c, flush := of(self), number.Int(mode)
		if flush == int(deflate.NoFlush) {
			return py.Bytes("")
		}
		if c.ended || flush < 0 || flush > int(deflate.Block) {
			raise("Error -2 while flushing: inconsistent stream state")
		}
		c.ended = flush == int(deflate.Finish)
		return py.Bytes(c.stream.Compress(nil, deflate.Flush(flush)))
	})
	for _, spec := range []string{"copy(self, /)", "__copy__(self, /)", "__deepcopy__(self, memo, /)"} {
		d.Method(spec, func(args []any) any {
			c := of(args[0])
			if c.ended {
				panic(exc.ValueError("Inconsistent stream state"))
			}
			return &compressor{stream: c.stream.Clone()}
		})
	}
})

// decompressor is what decompressobj returns.
type decompressor struct {
	stream         *deflate.Decompressor
	dict           any
	ended          bool
	unused, unread []byte
}

// PyClass is the class Decompress.
func (*decompressor) PyClass() *py.Class { return decompressClass }

// decompress decompresses data, to limit bytes at most if that is not negative.
func (d *decompressor) decompress(data []byte, limit int) []byte {
	if d.ended {
		raise("Error -2 while decompressing data: inconsistent stream state")
	}
	var out, rest []byte
	var err error
	py.Blocking(func() { out, rest, err = d.stream.Decompress(data, limit) })
	if err == deflate.ErrDictionary && d.dict != nil {
		if !d.stream.SetDictionary([]byte(py.BytesLike(d.dict))) {
			raise("Error -3 while setting zdict: invalid input data")
		}
		out, rest, err = d.stream.Decompress(rest, limit)
	}
	checkData(err)
	d.unread = nil
	if d.stream.Finished() {
		d.unused = append(d.unused, rest...)
	} else {
		d.unread = rest
	}
	return out
}

var decompressClass = py.NewNativeClass("zlib", "Decompress", nil, func(d *py.Definition) {
	d.Final()
	of := py.PayloadAs[*decompressor]
	d.Getter("unused_data", func(self any) any { return py.Bytes(of(self).unused) })
	d.Getter("unconsumed_tail", func(self any) any { return py.Bytes(of(self).unread) })
	d.Getter("eof", func(self any) any { return of(self).stream.Finished() })
	d.Method("decompress(self, data, /, max_length=0)", func(self, data, most any) any {
		text, limit := bytesOf(data), number.Int(most)
		if limit < 0 {
			panic(exc.ValueError("max_length must be non-negative"))
		}
		if limit == 0 {
			limit = -1
		}
		return py.Bytes(of(self).decompress([]byte(text), limit))
	})
	d.Method("flush(self, length=16384, /)", func(self, length any) any {
		if number.Int(length) <= 0 {
			panic(exc.ValueError("length must be greater than zero"))
		}
		s := of(self)
		if s.ended {
			return py.Bytes("")
		}
		out := s.decompress(s.unread, -1)
		s.ended = s.stream.Finished()
		return py.Bytes(out)
	})
	for _, spec := range []string{"copy(self, /)", "__copy__(self, /)", "__deepcopy__(self, memo, /)"} {
		d.Method(spec, func(args []any) any {
			s := of(args[0])
			if s.ended {
				panic(exc.ValueError("Inconsistent stream state"))
			}
			copied := *s
			copied.stream = s.stream.Clone()
			return &copied
		})
	}
})

func addStreams(m *py.Module) {
	m.Builtin("compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)",
		func(level, method, bits, memory, strategy, dict any) any {
			stream := deflate.NewCompressor(number.Int(level), number.Int(bits), number.Int(memory), number.Int(strategy))
			if stream == nil || number.Int(method) != 8 {
				panic(exc.ValueError("Invalid initialization option"))
			}
			if dict != nil {
				stream.SetDictionary([]byte(py.BytesLike(dict)))
			}
			return &compressor{stream: stream}
		})
	m.Builtin("decompressobj(wbits=15, zdict=None)", func(bits, dict any) any {
		n := number.Int(bits)
		stream := deflate.NewDecompressor(n)
		if stream == nil {
			panic(exc.ValueError("Invalid initialization option"))
		}
		s := &decompressor{stream: stream, dict: dict}
		if n < 0 && dict != nil {
			stream.SetDictionary([]byte(py.BytesLike(dict)))
		}
		return s
	})
}
