package gzip

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
)

// Flags of a header.
const (
	flagText      = 1
	flagHeaderSum = 2
	flagExtra     = 4
	flagName      = 8
	flagComment   = 16
)

// unknownSystem is the system that CPython names in headers.
const unknownSystem = 255

// reader decompresses the members of a file, one after the other.
type reader struct {
	stream  *deflate.Decompressor
	first   bool
	sum     uint32
	size    uint32
	onMtime func(any)
}

func newReader(onMtime func(any)) *reader { return &reader{first: true, onMtime: onMtime} }

// exactly reads n bytes. It raises EOFError.
func exactly(s *compression.Source, n int) []byte {
	data := s.Exactly(n)
	if len(data) < n {
		panic(truncated())
	}
	return data
}

// header reads the header of a member. It reports false at the end of the file.
func (r *reader) header(s *compression.Source) bool {
	magic := s.Exactly(2)
	if len(magic) == 0 {
		return false
	}
	if string(magic) != "\x1f\x8b" {
		panic(py.NewException(badFile, "Not a gzipped file ("+py.Repr(py.Bytes(magic))+")"))
	}
	fixed := exactly(s, 8)
	if fixed[0] != 8 {
		panic(py.NewException(badFile, "Unknown compression method"))
	}
	flags := fixed[1]
	if r.onMtime != nil {
		r.onMtime(int(binary.LittleEndian.Uint32(fixed[2:])))
	}
	if flags&flagExtra != 0 {
		exactly(s, int(binary.LittleEndian.Uint16(exactly(s, 2))))
	}
	for _, text := range []byte{flagName, flagComment} {
		if flags&text == 0 {
			continue
		}
		for {
			if b := s.Exactly(1); len(b) == 0 || b[0] == 0 {
				break
			}
		}
	}
	if flags&flagHeaderSum != 0 {
		exactly(s, 2)
	}
	r.stream, r.sum, r.size = deflate.NewDecompressor(-15), 0, 0
	return true
}

// Decode returns the next bytes of the file, limit at most.
func (r *reader) Decode(s *compression.Source, limit int) []byte {
	for {
		if r.stream == nil {
			if !r.first {
				r.skipZeros(s)
			}
			r.first = false
			if !r.header(s) {
				return nil
			}
		}
		data := s.Fill()
		ended := len(data) == 0
		out, rest, err := r.stream.Decompress(data, limit)
		if err != nil {
			panic(py.NewException(errorClass(), "Error -3 while decompressing data: "+err.Error()))
		}
		s.Unread(rest)
		r.sum = crc32.Update(r.sum, crc32.IEEETable, out)
		r.size += uint32(len(out))
		if r.stream.Finished() {
			r.trailer(s)
			r.stream = nil
		}
		if len(out) > 0 {
			return out
		}
		if ended && r.stream != nil {
			panic(truncated())
		}
	}
}

// trailer compares the checksum and the length.
func (r *reader) trailer(s *compression.Source) {
	data := exactly(s, 8)
	if sum := binary.LittleEndian.Uint32(data); sum != r.sum {
		panic(bad("CRC check failed %s != %s", hex(sum), hex(r.sum)))
	}
	if binary.LittleEndian.Uint32(data[4:]) != r.size {
		panic(bad("Incorrect length of data produced"))
	}
}

func hex(v uint32) any { return py.Call(py.Builtin("hex"), int(v)) }

// skipZeros skips the padding that may follow a member.
func (r *reader) skipZeros(s *compression.Source) {
	for {
		data := s.Fill()
		if len(data) == 0 {
			return
		}
		rest := bytes.TrimLeft(data, "\x00")
		s.Unread(rest)
		if len(rest) > 0 {
			return
		}
	}
}

// decompress is decompress(data).
func decompress(data string) []byte {
	var all []byte
	s := compression.NewSource(py.Call(bytesIO(), py.Bytes(data)))
	r := newReader(nil)
	for first := true; ; first = false {
		if !first {
			r.skipZeros(s)
		}
		if !r.header(s) {
			return all
		}
		rest := s.Exactly(len(data))
		out, rest, err := r.stream.Decompress(rest, -1)
		if err != nil {
			panic(py.NewException(errorClass(), "Error -3 while decompressing data: "+err.Error()))
		}
		if !r.stream.Finished() || len(rest) < 8 {
			panic(truncated())
		}
		if binary.LittleEndian.Uint32(rest) != crc32.ChecksumIEEE(out) {
			panic(bad("CRC check failed"))
		}
		if binary.LittleEndian.Uint32(rest[4:]) != uint32(len(out)) {
			panic(bad("Incorrect length of data produced"))
		}
		all = append(all, out...)
		s.Unread(rest[8:])
	}
}
