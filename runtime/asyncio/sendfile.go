package asyncio

import (
	"context"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// fileRange is what of a file sendfile sends.
type fileRange struct {
	file   any
	offset int
	count  int // -1: to the end
}

// newFileRange checks the arguments of sendfile.
func newFileRange(file, offset, count any) fileRange {
	if mode, ok := py.GetAttrOr(file, "mode", "b").(string); ok && !strings.Contains(mode, "b") {
		py.Raise(py.NewValueError("file should be opened in binary mode"))
	}
	r := fileRange{file: file, count: -1}
	if count != nil {
		r.count = checkedInt(count, 1, "count must be a positive integer (got ")
	}
	r.offset = checkedInt(offset, 0, "offset must be a non-negative integer (got ")
	return r
}

// checkedInt returns an int argument that is at least least.
func checkedInt(v any, least int, complaint string) int {
	n, ok := py.Payload(v).(int)
	if !ok {
		py.Raise(py.NewTypeError(complaint + py.Repr(v) + ")"))
	}
	if n < least {
		py.Raise(py.NewValueError(complaint + py.Repr(v) + ")"))
	}
	return n
}

// checkRegular raises SendfileNotAvailableError for what is no file of the
// system.
func (r fileRange) checkRegular() error {
	if py.Try(func() error { py.CallMethod(r.file, "fileno"); return nil }) != nil {
		return newError(SendfileNotAvailableError, []any{"not a regular file"})
	}
	return nil
}

// sendRange writes a part of a file to a socket, whose descriptor sock is or
// has, and returns how many bytes that were.
func (l *Loop) sendRange(ctx context.Context, sock any, r fileRange) (any, error) {
	// The system reads a file from the offset on, whatever its position is.
	if r.offset != 0 || r.checkRegular() == nil {
		py.CallMethod(r.file, "seek", r.offset)
	}
	total := 0
	for r.count < 0 || total < r.count {
		size := largestRead
		if r.count >= 0 {
			size = min(size, r.count-total)
		}
		chunk := bytesOf(py.CallMethod(r.file, "read", size))
		if len(chunk) == 0 {
			break
		}
		if err := l.sendAll(ctx, sock, chunk); err != nil {
			return nil, err
		}
		total += len(chunk)
	}
	return total, nil
}

// sendFile is loop.sendfile: what the transport holds back is written first, and
// nothing is read or written by others until the file is sent.
func (t *Transport) sendFile(ctx context.Context, r fileRange, fallback bool) (any, error) {
	if t.closing {
		return nil, py.NewRuntimeError("Transport is closing")
	}
	if t.kind != socketTransport {
		return nil, py.NewRuntimeError("sendfile is not supported for transport " + py.Repr(t))
	}
	if !fallback {
		if err := r.checkRegular(); err != nil {
			return nil, err
		}
	}
	if !t.paused {
		t.pauseReading()
		defer t.resumeReading()
	}
	t.emptied = newFuture[any](t.loop)
	defer func() { t.emptied = nil }()
	if len(t.buffer) == 0 {
		t.emptied.SetResult(nil)
	}
	if _, err := t.emptied.Await(ctx); err != nil {
		return nil, err
	}
	return t.loop.sendRange(ctx, t.fd, r)
}

// endEmptying tells sendfile that the buffer is empty, or why it never will be.
func (t *Transport) endEmptying(err error) {
	switch {
	case t.emptied == nil || t.emptied.Finished():
	case err != nil:
		t.emptied.SetException(err)
	default:
		t.emptied.SetResult(nil)
	}
}
