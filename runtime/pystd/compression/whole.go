package compression

import "github.com/pyasync2go/pyasync2go/runtime/py"

// A Format decompresses one stream that data begins with: it returns what is
// complete of its contents and the size of the stream. More reports that data ends
// within the stream; any other flaw is an error that it raises.
type Format func(data []byte) (out []byte, size int, more bool)

// truncated is the error of a file that ends within a stream.
func truncated() py.BaseException {
	return py.NewEOFError("Compressed file ended before the end-of-stream marker was reached")
}

// Decompress decompresses all streams of data, one after the other. What follows
// the last and is none is ignored. It raises what format raises for the first
// stream, and ended for data that ends within one.
func Decompress(data []byte, format Format, ended func() py.BaseException) []byte {
	var all []byte
	for first := true; len(data) > 0; first = false {
		var out []byte
		var size int
		var more bool
		err := py.Try(func() error {
			out, size, more = format(data)
			return nil
		})
		switch {
		case err != nil && first:
			panic(py.AsException(err))
		case err != nil:
			return all
		case more:
			panic(ended())
		}
		all = append(all, out...)
		data = data[size:]
	}
	return all
}

// whole is a Decoder that decompresses all of a file at once.
type whole struct {
	format Format
	read   bool
	out    []byte
}

// NewWhole makes a Decoder of a format.
func NewWhole(format Format) Decoder { return &whole{format: format} }

func (w *whole) Decode(s *Source, limit int) []byte {
	if !w.read {
		var data []byte
		for more := s.Fill(); len(more) > 0; more = s.Fill() {
			data = append(data, more...)
			s.Unread(nil)
		}
		w.read = true
		w.out = Decompress(data, w.format, truncated)
	}
	n := min(limit, len(w.out))
	taken := w.out[:n]
	w.out = w.out[n:]
	return taken
}

// Incremental decompresses one stream that comes in pieces.
type Incremental struct {
	format    Format
	data, out []byte
	given     int // how much of out was returned
	Ended     bool
	Unused    []byte // what follows the stream
	Needs     bool   // more data is needed to go on
}

// NewIncremental makes a decompressor of a format.
func NewIncremental(format Format) *Incremental { return &Incremental{format: format, Needs: true} }

// Decompress takes data, and returns limit bytes at most if that is not negative.
// It raises EOFError after the end of the stream, and what the format raises.
func (d *Incremental) Decompress(data []byte, limit int) []byte {
	if d.Ended {
		panic(py.NewEOFError("End of stream already reached"))
	}
	size := 0
	if len(data) > 0 {
		d.data = append(d.data, data...)
		var more bool
		if d.out, size, more = d.format(d.data); more {
			size = 0
		}
	} else if len(d.data) > 0 {
		_, size, _ = d.format(d.data)
	}
	taken := d.out[min(d.given, len(d.out)):]
	if limit >= 0 && len(taken) > limit {
		taken = taken[:limit]
	}
	d.given += len(taken)
	rest := d.given < len(d.out)
	if size > 0 && !rest {
		d.Ended, d.Unused, d.data = true, d.data[size:], nil
	}
	d.Needs = !d.Ended && !rest
	return taken
}
