// Package zlib is Python's module zlib.
// https://docs.python.org/3.13/library/zlib.html
package zlib

import (
	"hash/adler32"
	"hash/crc32"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
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

func raise(message string) { py.Raise(py.NewException(errorClass, message)) }

// windowBits15 is MAX_WBITS.
const windowBits15 = 15

// Compress is compress(data, level, wbits). It raises zlib.error.
func Compress(data string, level, windowBits int) py.Bytes {
	c := deflate.NewCompressor(level, windowBits, 8, deflate.DefaultStrategy)
	if c == nil {
		raise("Bad compression level")
	}
	var out []byte
	py.Blocking(func() { out = c.Compress([]byte(data), deflate.Finish) })
	return py.Bytes(out)
}

// Decompress is decompress(data, wbits). It raises zlib.error.
func Decompress(data string, windowBits int) py.Bytes {
	d := deflate.NewDecompressor(windowBits)
	if d == nil {
		raise("Error -2 while preparing to decompress data: inconsistent stream state")
	}
	var out []byte
	var err error
	py.Blocking(func() { out, _, err = d.Decompress([]byte(data), -1) })
	checkData(err)
	if !d.Finished() {
		raise("Error -5 while decompressing data: incomplete or truncated stream")
	}
	return py.Bytes(out)
}

// checkData raises zlib.error for flawed data.
func checkData(err error) {
	switch err {
	case nil:
	case deflate.ErrDictionary:
		raise("Error 2 while decompressing data")
	default:
		raise("Error -3 while decompressing data: " + err.Error())
	}
}

// Module is the module zlib.
var Module = sync.OnceValue(func() *py.Module {
	m := py.NewModule("zlib", "")
	for name, value := range map[string]any{
		"DEFLATED": 8, "DEF_MEM_LEVEL": 8, "MAX_WBITS": windowBits15, "DEF_BUF_SIZE": 16384,
		"Z_NO_COMPRESSION": 0, "Z_BEST_SPEED": 1, "Z_BEST_COMPRESSION": 9, "Z_DEFAULT_COMPRESSION": -1,
		"Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_HUFFMAN_ONLY": 2, "Z_RLE": 3, "Z_FIXED": 4,
		"Z_NO_FLUSH": 0, "Z_PARTIAL_FLUSH": 1, "Z_SYNC_FLUSH": 2, "Z_FULL_FLUSH": 3, "Z_FINISH": 4, "Z_BLOCK": 5, "Z_TREES": 6,
		"ZLIB_VERSION": "1.2.13", "ZLIB_RUNTIME_VERSION": "1.2.13",
	} {
		m.Set(name, value)
	}
	m.Class(errorClass)
	m.Builtin("crc32(data, value=0, /)", func(data, value any) any { return CRC32(bytesOf(data), start(value)) })
	m.Builtin("adler32(data, value=1, /)", func(data, value any) any { return Adler32(bytesOf(data), start(value)) })
	m.Builtin("compress(data, /, level=-1, wbits=15)", func(data, level, bits any) any {
		return Compress(bytesOf(data), number.Int(level), number.Int(bits))
	})
	m.Builtin("decompress(data, /, wbits=15, bufsize=16384)", func(data, bits, size any) any {
		if number.Int(size) <= 0 {
			panic(exc.ValueError("bufsize must be non-zero"))
		}
		return Decompress(bytesOf(data), number.Int(bits))
	})
	addStreams(m)
	return m
})
