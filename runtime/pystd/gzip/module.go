// Package gzip is Python's module gzip.
// https://docs.python.org/3.13/library/gzip.html
package gzip

import (
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/time"
)

// badFile is the exception BadGzipFile.
var badFile = py.NewExceptionClass("gzip", "BadGzipFile", py.OSError)

func bad(format string, args ...any) py.BaseException {
	return py.NewException(badFile, py.PercentFormat(format, py.Tuple(args)))
}

func truncated() py.BaseException {
	return py.NewEOFError("Compressed file ended before the end-of-stream marker was reached")
}

// Module is the module gzip.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("gzip", "Functions that read and write gzipped files.")
	for name, value := range map[string]any{
		"FTEXT": flagText, "FHCRC": flagHeaderSum, "FEXTRA": flagExtra, "FNAME": flagName, "FCOMMENT": flagComment,
		"READ": "rb", "WRITE": "wb",
	} {
		m.Set(name, value)
	}
	m.Class(badFile)
	m.Class(fileClass)
	m.Func("open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None)", open)
	m.Func("compress(data, compresslevel=9, *, mtime=None)", func(data, level, mtime any) any {
		c := deflate.NewCompressor(number.Int(level), 31, 8, deflate.DefaultStrategy)
		if c == nil {
			panic(exc.ValueError("Bad compression level"))
		}
		out := c.Compress([]byte(bytesOf(data)), deflate.Finish)
		copy(out[4:], littleEndian(modified(mtime)))
		out[9] = unknownSystem
		return py.Bytes(out)
	})
	m.Func("decompress(data)", func(data any) any { return py.Bytes(decompress(bytesOf(data))) })
	return m
})

func bytesOf(v any) string {
	if _, ok := py.Payload(v).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return py.BytesLike(v)
}

// modified is the time that goes into a header: now if none is given.
func modified(mtime any) uint32 {
	if mtime == nil {
		return uint32(time.Time())
	}
	if f, ok := py.Payload(mtime).(float64); ok {
		return uint32(int64(f))
	}
	return uint32(number.Int(mtime))
}

func littleEndian(v uint32) []byte {
	return []byte{byte(v), byte(v >> 8), byte(v >> 16), byte(v >> 24)}
}

func open(filename, modeValue, level, encoding, errors, newline any) any {
	mode := py.As[string](modeValue)
	text := false
	plain := ""
	for _, c := range mode {
		if c == 't' {
			text = true
		} else {
			plain += string(c)
		}
	}
	if text {
		for _, c := range mode {
			if c == 'b' {
				panic(exc.ValueError("Invalid mode: %s", py.Repr(mode)))
			}
		}
	} else {
		for i, name := range []string{"encoding", "errors", "newline"} {
			if []any{encoding, errors, newline}[i] != nil {
				panic(exc.ValueError("Argument '%s' not supported in binary mode", name))
			}
		}
	}
	var file any
	switch {
	case isPath(filename):
		file = py.Call(fileClass, filename, plain, level)
	case py.HasAttr(filename, "read") || py.HasAttr(filename, "write"):
		file = py.Call(fileClass, nil, plain, level, filename)
	default:
		panic(exc.TypeError("filename must be a str or bytes object, or a file"))
	}
	if text {
		return io.NewText(file, encoding, errors, newline, "")
	}
	return file
}

func isPath(v any) bool {
	switch py.Payload(v).(type) {
	case string, py.Bytes:
		return true
	}
	return py.HasAttr(v, "__fspath__")
}
