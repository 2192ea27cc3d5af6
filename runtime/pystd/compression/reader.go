// Package compression is what the modules gzip, bz2 and lzma share: a stream of
// bytes that are decompressed as they are read.
package compression

import (
	goio "io"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// chunkSize is how much of the compressed file is read at once.
const chunkSize = 128 << 10

// A Source is the compressed file: an object with read() and seek().
type Source struct {
	file   any
	unread []byte
}

// NewSource makes the source of a file object.
func NewSource(file any) *Source { return &Source{file: file} }

// Fill reads more of the file and returns what is not used yet; it is empty at
// the end of the file.
func (s *Source) Fill() []byte {
	if len(s.unread) == 0 {
		s.unread = []byte(py.BytesLike(py.CallMethod(s.file, "read", chunkSize)))
	}
	return s.unread
}

// Unread gives back what was not used of the result of Fill.
func (s *Source) Unread(rest []byte) { s.unread = rest }

// Exactly reads n bytes, fewer at the end of the file.
func (s *Source) Exactly(n int) []byte {
	var data []byte
	for len(data) < n {
		more := s.Fill()
		if len(more) == 0 {
			break
		}
		take := min(n-len(data), len(more))
		data = append(data, more[:take]...)
		s.unread = more[take:]
	}
	return data
}

// rewind goes to the beginning of the file.
func (s *Source) rewind() {
	py.CallMethod(s.file, "seek", 0)
	s.unread = nil
}

// A Decoder decompresses a Source. Decode returns at most limit bytes, none at
// the end. Its errors are raised as exceptions.
type Decoder interface {
	Decode(s *Source, limit int) []byte
}

// A Reader is the stream of what a Source decompresses to. It is a Device, so
// that a buffer of module io can be put on it.
type Reader struct {
	source *Source
	fresh  func() Decoder
	now    Decoder
	at     int64
	size   int64
	closed bool
}

// NewReader makes a reader; fresh makes the decoder for the beginning of the
// file.
func NewReader(source *Source, fresh func() Decoder) *Reader {
	return &Reader{source: source, fresh: fresh, now: fresh(), size: -1}
}

func (r *Reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	data := r.now.Decode(r.source, len(p))
	if len(data) == 0 {
		r.size = r.at
		return 0, goio.EOF
	}
	r.at += int64(len(data))
	return copy(p, data), nil
}

func (r *Reader) Write([]byte) (int, error) { panic(io.Unsupported("write")) }

// Seek goes forward by reading, and back from the beginning of the file.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case goio.SeekStart:
	case goio.SeekCurrent:
		offset += r.at
	case goio.SeekEnd:
		if r.size < 0 {
			r.skip(1<<63 - 1)
		}
		offset += r.size
	default:
		panic(exc.ValueError("Invalid value for whence: %d", whence))
	}
	if offset < r.at {
		r.source.rewind()
		r.now, r.at = r.fresh(), 0
	}
	r.skip(offset - r.at)
	return r.at, nil
}

func (r *Reader) skip(n int64) {
	buffer := make([]byte, 8192)
	for n > 0 {
		got, err := r.Read(buffer[:min(n, int64(len(buffer)))])
		if err != nil {
			return
		}
		n -= int64(got)
	}
}

// Truncate raises: what is decompressed cannot be changed.
func (r *Reader) Truncate(int64) error { panic(io.Unsupported("truncate")) }

// Close ends the reading; the file stays open.
func (r *Reader) Close() error {
	r.closed = true
	return nil
}

// Number is the descriptor of the compressed file.
func (r *Reader) Number() int { return py.As[int](py.CallMethod(r.source.file, "fileno")) }

// Terminal is false.
func (r *Reader) Terminal() bool { return false }

// A Writer hands what is written to a function. It is a Device.
type Writer struct{ Put func(data []byte) }

func (w *Writer) Write(p []byte) (int, error) {
	w.Put(p)
	return len(p), nil
}

func (w *Writer) Read([]byte) (int, error) { panic(io.Unsupported("read")) }

// Seek raises: what is compressed is written in order.
func (w *Writer) Seek(int64, int) (int64, error) { panic(io.Unsupported("seek")) }

// Truncate raises as Seek does.
func (w *Writer) Truncate(int64) error { panic(io.Unsupported("truncate")) }

// Close does nothing.
func (w *Writer) Close() error { return nil }

// Number raises: there is no descriptor.
func (w *Writer) Number() int { panic(io.Unsupported("fileno")) }

// Terminal is false.
func (w *Writer) Terminal() bool { return false }
