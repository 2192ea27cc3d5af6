// Package lzma is Python's module lzma. What it compresses is the same in other
// bytes than those of liblzma.
// https://docs.python.org/3.13/library/lzma.html
package lzma

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/xz"
)

// The container formats.
const (
	formatAuto  = 0
	formatXZ    = 1
	formatAlone = 2
	formatRaw   = 3
)

// Error is the exception LZMAError.
var Error = py.NewExceptionClass("_lzma", "LZMAError", py.ExceptionClass)

func bytesOf(v any) []byte {
	if _, ok := py.Payload(v).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return []byte(py.BytesLike(v))
}

func checkFilters(format int, filters any) {
	if format == formatRaw || filters != nil {
		panic(exc.NotImplementedError("raw streams and filters of lzma are not supported"))
	}
}

// formatOf is the compression.Format of a container format; check is told the
// integrity check of a stream. It raises LZMAError.
func formatOf(container int, check func(kind int)) compression.Format {
	return func(data []byte) (out []byte, size int, more bool) {
		var err error
		alone := container == formatAlone || container == formatAuto && len(data) > 0 && data[0] != 0xfd
		py.Blocking(func() {
			if alone {
				out, size, err = xz.DecompressAlone(data)
				return
			}
			var kind int
			out, kind, size, err = xz.Decompress(data)
			if err == nil && check != nil {
				check(kind)
			}
		})
		if err != nil && !xz.IsMore(err) {
			panic(py.NewException(Error, err.Error()))
		}
		return out, size, err != nil
	}
}

// compressor is LZMACompressor. It compresses all data at its end.
type compressor struct {
	container, check int
	data             []byte
	flushed          bool
}

// PyClass is the class LZMACompressor.
func (*compressor) PyClass() *py.Class { return compressorClass }

func newCompressor(format, check, filters any) *compressor {
	c := &compressor{container: number.Int(format), check: number.Int(check)}
	checkFilters(c.container, filters)
	switch c.container {
	case formatXZ:
		if c.check == -1 {
			c.check = xz.CheckCRC64
		}
	case formatAlone:
		if c.check != -1 && c.check != xz.CheckNone {
			panic(exc.ValueError("Integrity checks are only supported by FORMAT_XZ"))
		}
	default:
		panic(exc.ValueError("Invalid container format: %d", c.container))
	}
	return c
}

// Compress takes data; there is nothing to write before the end.
func (c *compressor) Compress(data []byte) []byte {
	c.data = append(c.data, data...)
	return nil
}

// Finish returns the stream.
func (c *compressor) Finish() (out []byte) {
	py.Blocking(func() {
		if c.container == formatAlone {
			out = xz.CompressAlone(c.data)
		} else {
			out = xz.Compress(c.data, c.check)
		}
	})
	return out
}

var compressorClass = py.NewNativeClass("_lzma", "LZMACompressor", nil, func(d *py.Definition) {
	of := py.PayloadAs[*compressor]
	d.New("__new__(format=1, check=-1, preset=None, filters=None)", func(format, check, _, filters any) any {
		return newCompressor(format, check, filters)
	})
	d.Method("compress(self, data, /)", func(self, data any) any {
		if of(self).flushed {
			panic(exc.ValueError("Compressor has been flushed"))
		}
		return py.Bytes(of(self).Compress(bytesOf(data)))
	})
	d.Method("flush(self, /)", func(self any) any {
		if of(self).flushed {
			panic(exc.ValueError("Repeated call to flush()"))
		}
		of(self).flushed = true
		return py.Bytes(of(self).Finish())
	})
})

// decompressor is LZMADecompressor.
type decompressor struct {
	*compression.Incremental
	check int
}

// unknownCheck is the check of a stream that has not been read yet.
const unknownCheck = 16

// PyClass is the class LZMADecompressor.
func (*decompressor) PyClass() *py.Class { return decompressorClass }

var decompressorClass = py.NewNativeClass("_lzma", "LZMADecompressor", nil, func(d *py.Definition) {
	of := py.PayloadAs[*decompressor]
	d.New("__new__(format=0, memlimit=None, filters=None)", func(format, _, filters any) any {
		made := &decompressor{check: unknownCheck}
		container := number.Int(format)
		checkFilters(container, filters)
		made.Incremental = compression.NewIncremental(formatOf(container, func(kind int) { made.check = kind }))
		return made
	})
	d.Method("decompress(self, data, max_length=-1)", func(self, data, limit any) any {
		return py.Bytes(of(self).Decompress(bytesOf(data), number.Int(limit)))
	})
	d.Getter("eof", func(self any) any { return of(self).Ended })
	d.Getter("unused_data", func(self any) any { return py.Bytes(of(self).Unused) })
	d.Getter("needs_input", func(self any) any { return of(self).Needs })
	d.Getter("check", func(self any) any { return of(self).check })
})

var fileClass *py.Class

func init() {
	fileClass = py.NewNativeClass("lzma", "LZMAFile", []*py.Class{io.Module().Attr("BufferedIOBase").(*py.Class)}, func(d *py.Definition) {
		compression.DefineFile(d)
		d.Init("__init__(self, filename=None, mode='r', *, format=None, check=-1, preset=None, filters=None)",
			func(self, filename, mode, format, check, _, filters any) any {
				container := formatAuto
				if format != nil {
					container = number.Int(format)
				}
				py.PayloadAs[*compression.File](self).Open(fileClass, filename, py.As[string](mode), formatOf(container, nil),
					func() compression.Encoder {
						if container == formatAuto {
							container = formatXZ
						}
						return newCompressor(container, check, filters)
					})
				return nil
			})
	})
}

// Module is the module lzma.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("lzma", "Interface to the liblzma compression library.\n\nThis module provides a class for reading and writing compressed files,\nclasses for incremental (de)compression, and convenience functions for\none-shot (de)compression.\n\nThese classes and functions support both the XZ and legacy LZMA\ncontainer formats, as well as raw compressed data streams.\n")
	for name, value := range map[string]int{
		"FORMAT_AUTO": formatAuto, "FORMAT_XZ": formatXZ, "FORMAT_ALONE": formatAlone, "FORMAT_RAW": formatRaw,
		"CHECK_NONE": xz.CheckNone, "CHECK_CRC32": xz.CheckCRC32, "CHECK_CRC64": xz.CheckCRC64, "CHECK_SHA256": xz.CheckSHA256,
		"CHECK_ID_MAX": 15, "CHECK_UNKNOWN": unknownCheck, "PRESET_DEFAULT": 6, "PRESET_EXTREME": 1 << 31,
	} {
		m.Set(name, value)
	}
	m.Class(Error)
	m.Class(compressorClass)
	m.Class(decompressorClass)
	m.Class(fileClass)
	m.Builtin("is_check_supported(check_id, /)", func(check any) any {
		switch number.Int(check) {
		case xz.CheckNone, xz.CheckCRC32, xz.CheckCRC64, xz.CheckSHA256:
			return true
		}
		return false
	})
	m.Func("compress(data, format=1, check=-1, preset=None, filters=None)", func(data, format, check, _, filters any) any {
		c := newCompressor(format, check, filters)
		c.Compress(bytesOf(data))
		return py.Bytes(c.Finish())
	})
	m.Func("decompress(data, format=0, memlimit=None, filters=None)", func(data, format, _, filters any) any {
		container := number.Int(format)
		checkFilters(container, filters)
		text := bytesOf(data)
		ended := func() py.BaseException {
			return py.NewException(Error, "Compressed data ended before the end-of-stream marker was reached")
		}
		if len(text) == 0 {
			panic(ended())
		}
		return py.Bytes(compression.Decompress(text, formatOf(container, nil), ended))
	})
	m.Func("open(filename, mode='rb', *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None)",
		func(args []any) any {
			return compression.OpenText(args[0], args[1], args[6], args[7], args[8], func(mode string) any {
				var kw py.Kwargs
				for i, name := range []string{"format", "check", "preset", "filters"} {
					kw = append(kw, py.Kw{Name: name, Value: args[2+i]})
				}
				return py.CallKw(fileClass, []any{args[0], mode}, kw)
			})
		})
	return m
})
