// Package bz2 is Python's module bz2.
// https://docs.python.org/3.13/library/bz2.html
package bz2

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/bzip2"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// format is the compression.Format of bzip2. It raises OSError.
func format(data []byte) (out []byte, size int, more bool) {
	var err error
	py.Blocking(func() { out, size, err = bzip2.Decompress(data) })
	if err == bzip2.ErrInvalid {
		panic(py.NewOSError("Invalid data stream"))
	}
	return out, size, err == bzip2.ErrMore
}

func bytesOf(v any) []byte {
	if _, ok := py.Payload(v).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return []byte(py.BytesLike(v))
}

func levelOf(v any) int {
	level := number.Int(v)
	if level < 1 || level > 9 {
		panic(exc.ValueError("compresslevel must be between 1 and 9"))
	}
	return level
}

// compressor is BZ2Compressor.
type compressor struct {
	stream  *bzip2.Compressor
	flushed bool
}

// PyClass is the class BZ2Compressor.
func (*compressor) PyClass() *py.Class { return compressorClass }

var compressorClass = py.NewNativeClass("_bz2", "BZ2Compressor", nil, func(d *py.Definition) {
	of := py.PayloadAs[*compressor]
	d.New("__new__(compresslevel=9, /)", func(level any) any {
		return &compressor{stream: bzip2.NewCompressor(levelOf(level))}
	})
	d.Method("compress(self, data, /)", func(self, data any) any {
		if of(self).flushed {
			panic(exc.ValueError("Compressor has been flushed"))
		}
		return py.Bytes(of(self).stream.Compress(bytesOf(data)))
	})
	d.Method("flush(self, /)", func(self any) any {
		if of(self).flushed {
			panic(exc.ValueError("Repeated call to flush()"))
		}
		of(self).flushed = true
		return py.Bytes(of(self).stream.Finish())
	})
})

// decompressor is BZ2Decompressor.
type decompressor struct{ *compression.Incremental }

// PyClass is the class BZ2Decompressor.
func (*decompressor) PyClass() *py.Class { return decompressorClass }

var decompressorClass = py.NewNativeClass("_bz2", "BZ2Decompressor", nil, func(d *py.Definition) {
	of := py.PayloadAs[*decompressor]
	d.New("__new__()", func() any { return &decompressor{compression.NewIncremental(format)} })
	d.Method("decompress(self, data, max_length=-1)", func(self, data, limit any) any {
		return py.Bytes(of(self).Decompress(bytesOf(data), number.Int(limit)))
	})
	d.Getter("eof", func(self any) any { return of(self).Ended })
	d.Getter("unused_data", func(self any) any { return py.Bytes(of(self).Unused) })
	d.Getter("needs_input", func(self any) any { return of(self).Needs })
})

var fileClass *py.Class

func init() {
	fileClass = py.NewNativeClass("bz2", "BZ2File", []*py.Class{io.Module().Attr("BufferedIOBase").(*py.Class)}, func(d *py.Definition) {
		compression.DefineFile(d)
		d.Init("__init__(self, filename, mode='r', *, compresslevel=9)", func(self, filename, mode, level any) any {
			n := levelOf(level)
			py.PayloadAs[*compression.File](self).Open(fileClass, filename, py.As[string](mode), format,
				func() compression.Encoder { return bzip2.NewCompressor(n) })
			return nil
		})
	})
}

// Module is the module bz2.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("bz2", "Interface to the libbzip2 compression library.\n\nThis module provides a file interface, classes for incremental\n(de)compression, and functions for one-shot (de)compression.\n")
	m.Class(compressorClass)
	m.Class(decompressorClass)
	m.Class(fileClass)
	m.Func("compress(data, compresslevel=9)", func(data, level any) any {
		text, n := bytesOf(data), levelOf(level)
		var out []byte
		py.Blocking(func() { out = bzip2.Compress(text, n) })
		return py.Bytes(out)
	})
	m.Func("decompress(data)", func(data any) any {
		return py.Bytes(compression.Decompress(bytesOf(data), format, func() py.BaseException {
			return exc.ValueError("Compressed data ended before the end-of-stream marker was reached")
		}))
	})
	m.Func("open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None)",
		func(filename, mode, level, encoding, errors, newline any) any {
			return compression.OpenText(filename, mode, encoding, errors, newline, func(mode string) any {
				return py.CallKw(fileClass, []any{filename, mode}, py.Kwargs{{Name: "compresslevel", Value: level}})
			})
		})
	return m
})
