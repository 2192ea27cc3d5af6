package asyncio

import (
	"bytes"
	"context"
	"slices"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// defaultLimit is the default of a stream's limit.
const defaultLimit = 64 * 1024

// StreamReader is asyncio.StreamReader: it reads from a transport what coroutines
// ask for.
type StreamReader struct {
	py.Attributes
	loop      *Loop
	limit     int
	buffer    []byte
	eof       bool
	waiter    *promise
	err       error
	transport any
	paused    bool
}

// NewStreamReader is asyncio.StreamReader(limit=limit). It raises ValueError when
// the limit is not positive.
func NewStreamReader(l *Loop, limit int) *StreamReader {
	if limit <= 0 {
		py.Raise(py.NewValueError("Limit cannot be <= 0"))
	}
	return &StreamReader{loop: l, limit: limit}
}

// FeedData is StreamReader.feed_data(data).
func (r *StreamReader) FeedData(data []byte) {
	if r.eof {
		py.Raise(py.NewAssertionError("feed_data after feed_eof"))
	}
	if len(data) == 0 {
		return
	}
	r.buffer = append(r.buffer, data...)
	r.wake()
	if r.transport != nil && !r.paused && len(r.buffer) > 2*r.limit {
		err := py.Try(func() error {
			py.CallMethod(r.transport, "pause_reading")
			return nil
		})
		switch {
		case err == nil:
			r.paused = true
		case py.Matches(err, py.NotImplementedError):
			r.transport = nil
		default:
			raise(err)
		}
	}
}

// FeedEOF is StreamReader.feed_eof().
func (r *StreamReader) FeedEOF() {
	r.eof = true
	r.wake()
}

// AtEOF is StreamReader.at_eof().
func (r *StreamReader) AtEOF() bool { return r.eof && len(r.buffer) == 0 }

// Exception is StreamReader.exception().
func (r *StreamReader) Exception() error { return r.err }

// SetException is StreamReader.set_exception(err).
func (r *StreamReader) SetException(err error) {
	r.err = err
	if w := r.waiter; w != nil {
		r.waiter = nil
		if !w.cancelled() {
			w.fail(err)
		}
	}
}

func (r *StreamReader) wake() {
	if w := r.waiter; w != nil {
		r.waiter = nil
		if !w.cancelled() {
			w.finish()
		}
	}
}

// consume removes n bytes from the buffer and returns them.
func (r *StreamReader) consume(n int) py.Bytes {
	data := py.Bytes(r.buffer[:n])
	r.buffer = r.buffer[n:]
	if len(r.buffer) == 0 {
		r.buffer = nil
	}
	return data
}

func (r *StreamReader) resumeTransport() {
	if r.paused && len(r.buffer) <= r.limit {
		r.paused = false
		py.CallMethod(r.transport, "resume_reading")
	}
}

// waitForData waits until data or the end of the stream arrives.
func (r *StreamReader) waitForData(ctx context.Context, caller string) error {
	if r.waiter != nil {
		return py.NewRuntimeError(caller + "() called while another coroutine is already waiting for incoming data")
	}
	if r.paused {
		r.paused = false
		py.CallMethod(r.transport, "resume_reading")
	}
	w := newFuture[any](r.loop)
	r.waiter = &w.promise
	err := awaitPromise(ctx, r.waiter)
	r.waiter = nil
	return err
}

func incompleteRead(partial py.Bytes, expected any) error {
	return py.NewException(IncompleteReadError, partial, expected)
}

func limitOverrun(message string, consumed int) error {
	return py.NewException(LimitOverrunError, message, consumed)
}

// ReadUntil is StreamReader.readuntil(separators): it reads up to the first of
// the separators. It returns IncompleteReadError at the end of the stream and
// LimitOverrunError when the data before the separator is longer than the limit.
func (r *StreamReader) ReadUntil(ctx context.Context, separators ...py.Bytes) (py.Bytes, error) {
	if len(separators) == 0 {
		return "", py.NewValueError("Separator should contain at least one element")
	}
	separators = slices.Clone(separators)
	slices.SortStableFunc(separators, func(a, b py.Bytes) int { return len(a) - len(b) })
	shortest, longest := len(separators[0]), len(separators[len(separators)-1])
	if shortest == 0 {
		return "", py.NewValueError("Separator should be at least one-byte string")
	}
	if r.err != nil {
		return "", r.err
	}
	offset := 0
	for {
		if len(r.buffer)-offset >= shortest {
			start, end := r.find(separators, offset)
			if end >= 0 {
				if start > r.limit {
					return "", limitOverrun("Separator is found, but chunk is longer than limit", start)
				}
				chunk := r.consume(end)
				r.resumeTransport()
				return chunk, nil
			}
			offset = max(0, len(r.buffer)+1-longest)
			if offset > r.limit {
				return "", limitOverrun("Separator is not found, and chunk exceed the limit", offset)
			}
		}
		if r.eof {
			return "", incompleteRead(r.consume(len(r.buffer)), nil)
		}
		if err := r.waitForData(ctx, "readuntil"); err != nil {
			return "", err
		}
	}
}

// find looks for the separator that ends first.
func (r *StreamReader) find(separators []py.Bytes, offset int) (start, end int) {
	start, end = -1, -1
	for _, sep := range separators {
		if i := bytes.Index(r.buffer[offset:], []byte(sep)); i >= 0 {
			if e := offset + i + len(sep); end < 0 || e < end {
				start, end = offset+i, e
			}
		}
	}
	return start, end
}

// ReadLine is StreamReader.readline(): it reads a line, at the end of the stream
// what is left. It returns ValueError when the line is longer than the limit.
func (r *StreamReader) ReadLine(ctx context.Context) (py.Bytes, error) {
	line, err := r.ReadUntil(ctx, "\n")
	if err == nil {
		return line, nil
	}
	e := py.AsException(err)
	switch {
	case e.PyClass().IsSubclassOf(IncompleteReadError):
		return py.GetAttr(e, "partial").(py.Bytes), nil
	case e.PyClass().IsSubclassOf(LimitOverrunError):
		consumed := py.As[int](py.GetAttr(e, "consumed"))
		if consumed < len(r.buffer) && r.buffer[consumed] == '\n' {
			r.consume(consumed + 1)
		} else {
			r.buffer = nil
		}
		r.resumeTransport()
		return "", py.WithContext(py.NewValueError(py.Base(e).Args[0]), e)
	}
	return "", err
}

// Read is StreamReader.read(n): it reads up to n bytes, everything if n is
// negative.
func (r *StreamReader) Read(ctx context.Context, n int) (py.Bytes, error) {
	if r.err != nil {
		return "", r.err
	}
	if n == 0 {
		return "", nil
	}
	if n < 0 {
		var all []byte
		for {
			block, err := r.Read(ctx, r.limit)
			if err != nil {
				return "", err
			}
			if len(block) == 0 {
				return py.Bytes(all), nil
			}
			all = append(all, block...)
		}
	}
	if len(r.buffer) == 0 && !r.eof {
		if err := r.waitForData(ctx, "read"); err != nil {
			return "", err
		}
	}
	data := r.consume(min(n, len(r.buffer)))
	r.resumeTransport()
	return data, nil
}

// ReadExactly is StreamReader.readexactly(n). It returns IncompleteReadError when
// the stream ends before.
func (r *StreamReader) ReadExactly(ctx context.Context, n int) (py.Bytes, error) {
	if n < 0 {
		return "", py.NewValueError("readexactly size can not be less than zero")
	}
	if r.err != nil {
		return "", r.err
	}
	for len(r.buffer) < n {
		if r.eof {
			return "", incompleteRead(r.consume(len(r.buffer)), n)
		}
		if err := r.waitForData(ctx, "readexactly"); err != nil {
			return "", err
		}
	}
	data := r.consume(n)
	r.resumeTransport()
	return data, nil
}

// NextAny is one step of async for over the lines.
func (r *StreamReader) NextAny(ctx context.Context) (any, bool, error) {
	line, err := r.ReadLine(ctx)
	return line, len(line) > 0, err
}
