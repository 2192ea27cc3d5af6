// Package zlib is what Python's module zlib has apart from compression, of
// which Go's library makes other bytes: checksums and decompression.
// https://docs.python.org/3.13/library/zlib.html
package zlib

import (
	"bytes"
	"compress/zlib"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"io"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

var errorClass = py.NewExceptionClass("zlib", "error", py.ExceptionClass)

func bytesOf(v any) string {
	if _, ok := py.Payload(v).(string); ok {
		panic(exc.TypeError("a bytes-like object is required, not 'str'"))
	}
	return py.BytesLike(v)
}

// start is the checksum so far, of which the low 32 bits count.
func start(v any) uint32 {
	i := number.Big(v)
	if i.IsInt64() {
		return uint32(i.Int64())
	}
	return uint32(i.Uint64())
}

// CRC32 is crc32(data, value).
func CRC32(data string, value uint32) int {
	return int(crc32.Update(value, crc32.IEEETable, []byte(data)))
}

// Adler32 is adler32(data, value).
func Adler32(data string, value uint32) int {
	if value == 1 {
		return int(adler32.Checksum([]byte(data)))
	}
	const modulus = 65521
	a, b := value&0xffff, value>>16
	for i := range len(data) {
		a = (a + uint32(data[i])) % modulus
		b = (b + a) % modulus
	}
	return int(b<<16 | a)
}

// Decompress is decompress(data). It raises zlib.error.
func Decompress(data string) py.Bytes {
	var out []byte
	r, err := zlib.NewReader(bytes.NewReader([]byte(data)))
	if err == nil {
		out, err = io.ReadAll(r)
	}
	switch {
	case err == nil:
		return py.Bytes(out)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		raise("Error -5 while decompressing data: incomplete or truncated stream")
	case errors.Is(err, zlib.ErrHeader):
		raise("Error -3 while decompressing data: incorrect header check")
	case errors.Is(err, zlib.ErrChecksum):
		raise("Error -3 while decompressing data: incorrect data check")
	}
	raise("Error -3 while decompressing data: invalid block type")
	return ""
}

func raise(message string) { py.Raise(py.NewException(errorClass, message)) }

// Module is the module zlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("zlib", "")
	m.Class(errorClass)
	m.Builtin("crc32(data, value=0, /)", func(data, value any) any { return CRC32(bytesOf(data), start(value)) })
	m.Builtin("adler32(data, value=1, /)", func(data, value any) any { return Adler32(bytesOf(data), start(value)) })
	m.Builtin("decompress(data, /)", func(data any) any { return Decompress(bytesOf(data)) })
	return m
})
