package xz

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"hash/crc64"
	"math/bits"
)

// What Decompress and DecompressAlone return as errors.
var (
	errMore = errors.New("the data ends within a stream")
	//lint:ignore ST1005 the text is CPython's
	errCorrupt = errors.New("Corrupt input data")
	//lint:ignore ST1005 the text is CPython's
	errFormat = errors.New("Input format not supported by decoder")
	//lint:ignore ST1005 the text is CPython's
	errOptions = errors.New("Invalid or unsupported options")
)

// IsMore reports whether an error tells that the data ends within a stream.
func IsMore(err error) bool { return err == errMore }

// The integrity checks of .xz.
const (
	CheckNone   = 0
	CheckCRC32  = 1
	CheckCRC64  = 4
	CheckSHA256 = 10
)

const (
	magic       = "\xfd7zXZ\x00"
	footerMagic = "YZ"
	lzma2Filter = 0x21
)

// checksum is the integrity check of data.
func checksum(check int, data []byte) []byte {
	switch check {
	case CheckCRC32:
		return binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(data))
	case CheckCRC64:
		return binary.LittleEndian.AppendUint64(nil, crc64.Checksum(data, crc64.MakeTable(crc64.ECMA)))
	case CheckSHA256:
		sum := sha256.Sum256(data)
		return sum[:]
	}
	return nil
}

func withCRC(data []byte) []byte {
	return binary.LittleEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
}

func padded(data []byte) []byte {
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return data
}

// dictionaryBits is the code of a dictionary that holds n bytes.
func dictionaryBits(n int) byte {
	for code := range byte(40) {
		if n <= int(2|code&1)<<(code/2+11) {
			return code
		}
	}
	return 40
}

// Compress makes an .xz stream with a check.
func Compress(data []byte, check int) []byte {
	flags := []byte{0, byte(check)}
	out := append([]byte(magic), withCRC(flags[:2:2])...)
	index := []byte{0}
	if len(data) == 0 {
		index = append(index, 0)
	} else {
		header := withCRC([]byte{2, 0, lzma2Filter, 1, dictionaryBits(max(len(data), 1<<23)), 0, 0, 0})
		body := lzma2(data)
		sum := checksum(check, data)
		out = append(out, header...)
		out = padded(append(out, body...))
		out = append(out, sum...)
		index = append(index, 1)
		index = binary.AppendUvarint(index, uint64(len(header)+len(body)+len(sum)))
		index = binary.AppendUvarint(index, uint64(len(data)))
	}
	index = withCRC(padded(index))
	out = append(out, index...)
	footer := binary.LittleEndian.AppendUint32(nil, uint32(len(index)/4-1))
	footer = append(footer, flags...)
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(footer))
	return append(append(out, footer...), footerMagic...)
}

// CompressAlone makes a stream of the old format .lzma.
func CompressAlone(data []byte) []byte {
	out := []byte{properties}
	out = binary.LittleEndian.AppendUint32(out, 1<<23)
	out = binary.LittleEndian.AppendUint64(out, 1<<64-1)
	m, e := newModel(literalContext, 0, positionBits), newRangeEncoder()
	f := newFinder(data)
	m.encode(e, f, 0, len(data), 1<<62)
	m.encodeMatch(e, len(data), minMatch, 0xffffffff)
	return append(out, e.finish()...)
}

// reader reads a stream; its methods panic with the errors of the package.
type reader struct {
	in []byte
	at int
}

func (r *reader) take(n int) []byte {
	if n < 0 || len(r.in)-r.at < n {
		panic(errMore)
	}
	taken := r.in[r.at : r.at+n]
	r.at += n
	return taken
}

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.in[r.at:])
	if n < 0 {
		panic(errCorrupt)
	}
	if n == 0 {
		panic(errMore)
	}
	r.at += n
	return v
}

func check(holds bool) {
	if !holds {
		panic(errCorrupt)
	}
}

// recovering turns the panics of a reader into errors.
func recovering(err *error) {
	if r := recover(); r != nil {
		failed, ok := r.(error)
		if !ok || failed != errMore && failed != errCorrupt && failed != errFormat && failed != errOptions {
			panic(r)
		}
		*err = failed
	}
}

// Decompress reads an .xz stream: what it holds, its check, and its size.
func Decompress(data []byte) (out []byte, kind, size int, err error) {
	defer recovering(&err)
	r := &reader{in: data}
	if n := min(len(data), len(magic)); string(data[:n]) != magic[:n] {
		panic(errFormat)
	}
	r.take(len(magic))
	flags := r.take(2)
	check(binary.LittleEndian.Uint32(r.take(4)) == crc32.ChecksumIEEE(flags) && flags[0] == 0)
	kind = int(flags[1])
	for {
		start := r.at
		first := r.take(1)[0]
		if first == 0 {
			r.index(start)
			break
		}
		header := r.take(4*int(first) + 3)
		whole := data[start : start+4*int(first)]
		check(binary.LittleEndian.Uint32(header[len(header)-4:]) == crc32.ChecksumIEEE(whole))
		h := &reader{in: header[:len(header)-4]}
		filters := h.take(1)[0]
		check(filters&3 == 0)
		if filters&0x40 != 0 {
			h.number()
		}
		if filters&0x80 != 0 {
			h.number()
		}
		if h.number() != lzma2Filter {
			panic(errOptions)
		}
		begin := len(out)
		body := r.at
		out = r.chunks(out)
		for (r.at-body)%4 != 0 {
			check(r.take(1)[0] == 0)
		}
		sum := checksum(kind, out[begin:])
		check(bytes.Equal(r.take(len(sum)), sum))
	}
	footer := r.take(12)
	check(string(footer[10:]) == footerMagic && bytes.Equal(footer[8:10], flags))
	return out, kind, r.at, nil
}

// index skips the index, of which the first byte is read.
func (r *reader) index(start int) {
	for records := r.number(); records > 0; records-- {
		r.number()
		r.number()
	}
	for (r.at-start)%4 != 0 {
		check(r.take(1)[0] == 0)
	}
	sum := crc32.ChecksumIEEE(r.in[start:r.at])
	check(binary.LittleEndian.Uint32(r.take(4)) == sum)
}

// chunks reads the chunks of LZMA2 up to their end.
func (r *reader) chunks(out []byte) []byte {
	start := len(out)
	var m *model
	for {
		control := r.take(1)[0]
		switch {
		case control == 0:
			return out
		case control < 0x80:
			check(control <= 2)
			if control == 1 {
				start = len(out)
			}
			n := int(binary.BigEndian.Uint16(r.take(2))) + 1
			out = append(out, r.take(n)...)
			continue
		}
		unpacked := int(control&0x1f)<<16 + int(binary.BigEndian.Uint16(r.take(2))) + 1
		packed := int(binary.BigEndian.Uint16(r.take(2))) + 1
		reset := control >> 5 & 3
		if reset == 3 {
			start = len(out)
		}
		if reset >= 2 {
			m = modelOf(r.take(1)[0])
		} else {
			check(m != nil)
			if reset == 1 {
				m = newModel(m.lc, m.lp, m.pb)
			}
		}
		out = m.decode(newRangeDecoder(r.take(packed)), out, start, unpacked)
	}
}

// modelOf makes the model of the properties in a byte.
func modelOf(b byte) *model {
	check(b < 9*5*5)
	return newModel(int(b)%9, int(b)/9%5, int(b)/45)
}

// DecompressAlone reads a stream of the old format .lzma.
func DecompressAlone(data []byte) (out []byte, size int, err error) {
	defer recovering(&err)
	r := &reader{in: data}
	if len(data) > 0 && data[0] >= 9*5*5 {
		panic(errFormat)
	}
	header := r.take(13)
	dictionary := binary.LittleEndian.Uint32(header[1:])
	if n := bits.OnesCount32(dictionary); dictionary != 0xffffffff && n > 2 {
		panic(errFormat)
	}
	n := binary.LittleEndian.Uint64(header[5:])
	if n != 1<<64-1 && n >= 1<<38 {
		panic(errFormat)
	}
	d := newRangeDecoder(data[13:])
	out = modelOf(header[0]).decode(d, nil, 0, int(int64(n)))
	return out, 13 + d.at, nil
}
