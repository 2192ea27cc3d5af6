package io

import (
	"bytes"
	"errors"
	goio "io"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// binaryFile is an open file of bytes: FileIO, and with a buffer
// BufferedReader, BufferedWriter and BufferedRandom.
type binaryFile struct {
	py.Attributes
	class      *py.Class
	device     Device
	name       any
	mode       string
	closefd    bool
	unbuffered bool
	closed     bool
	canRead    bool
	canWrite   bool
	appending  bool
	detached   bool
	// rawFile is the raw attribute of a buffered file, made at its first use.
	rawFile any
	// buffering is the size of the buffer, 0 for the default.
	buffering int
	// stalled tells that the last read found nothing yet, rather than the end.
	stalled bool
	// unread is what was read ahead, unwritten what is to be written.
	unread    []byte
	unwritten *unwritten
}

// PyClass is the class of the file.
func (f *binaryFile) PyClass() *py.Class { return f.class }

// check panics when a call of Go's os failed.
func (f *binaryFile) check(err error) {
	if err == nil {
		return
	}
	var errno syscall.Errno
	if errors.As(err, &errno) {
		panic(py.NewErrno(errno))
	}
	panic(py.AsException(err))
}

func (f *binaryFile) checkAttached() {
	if f.detached {
		panic(closedFile("raw stream has been detached"))
	}
}

// checkOpen raises ValueError for a closed file, with what CPython's class says.
func (f *binaryFile) checkOpen(buffered string) {
	if !f.closed {
		return
	}
	if f.unbuffered {
		buffered = "I/O operation on closed file"
	}
	panic(closedFile(buffered))
}

// checkReadable raises what an operation does if it cannot be done: a writer only
// has it from the base of its class.
func (f *binaryFile) checkReadable(operation string) {
	f.checkAttached()
	if f.class == writerClass {
		if operation != "read1" {
			operation = "read"
		}
		panic(unsupported(operation))
	}
	if operation == "read1" {
		operation = "read"
	}
	f.checkOpen(operation + " of closed file")
	switch {
	case f.canRead:
	case f.unbuffered:
		panic(unsupported("File not open for reading"))
	default:
		panic(unsupported("not readable"))
	}
}

func (f *binaryFile) checkWritable(operation, closed string) {
	f.checkAttached()
	if f.class == readerClass && operation == "write" {
		panic(unsupported(operation))
	}
	f.checkOpen(closed)
	switch {
	case f.class == readerClass:
		panic(unsupported(operation))
	case !f.canWrite && f.unbuffered:
		panic(unsupported("File not open for writing"))
	case !f.canWrite:
		panic(unsupported("not writable"))
	}
}

func (f *binaryFile) bufferSize() int {
	if f.buffering > 0 {
		return f.buffering
	}
	return bufferSize
}

// fill reads ahead once and reports whether there was anything.
func (f *binaryFile) fill() bool {
	f.flush()
	f.stalled = false
	chunk := make([]byte, f.bufferSize())
	n, err := f.device.Read(chunk)
	if n > 0 {
		f.unread = append(f.unread, chunk[:n]...)
		return true
	}
	f.stalled = errors.Is(err, ErrNoData)
	if err != nil && !f.stalled && !errors.Is(err, goio.EOF) {
		f.check(err)
	}
	return false
}

func (f *binaryFile) take(n int) []byte {
	data := f.unread[:n:n]
	f.unread = f.unread[n:]
	return data
}

// read returns n bytes, fewer at the end of the file, all for a negative n.
func (f *binaryFile) read(n int) []byte {
	f.checkReadable("read")
	for n < 0 || len(f.unread) < n {
		if !f.fill() {
			break
		}
		if f.unbuffered && n >= 0 {
			break
		}
	}
	if n < 0 || n > len(f.unread) {
		n = len(f.unread)
	}
	return f.take(n)
}

// read1 returns at most n bytes with at most one read of the file.
func (f *binaryFile) read1(n int) []byte {
	f.checkReadable("read1")
	if len(f.unread) == 0 {
		f.fill()
	}
	if n < 0 || n > len(f.unread) {
		n = len(f.unread)
	}
	return f.take(n)
}

func (f *binaryFile) readLine(limit int) []byte {
	f.checkReadable("readline")
	searched := 0
	for {
		if i := bytes.IndexByte(f.unread[searched:], '\n'); i >= 0 {
			n := searched + i + 1
			if limit >= 0 {
				n = min(n, limit)
			}
			return f.take(n)
		}
		searched = len(f.unread)
		if limit >= 0 && searched >= limit {
			return f.take(limit)
		}
		if !f.fill() {
			return f.take(len(f.unread))
		}
	}
}

// write adds to what is to be written.
func (f *binaryFile) write(data string) int {
	f.checkWritable("write", "write to closed file")
	f.dropUnread()
	if f.unbuffered {
		n, err := f.device.Write([]byte(data))
		f.check(err)
		return n
	}
	f.put(data)
	if len(f.pending()) > f.bufferSize() {
		f.flush()
	}
	return len(data)
}

// dropUnread moves the file back to where the program has read to.
func (f *binaryFile) dropUnread() {
	if len(f.unread) == 0 {
		return
	}
	_, err := f.device.Seek(-int64(len(f.unread)), goio.SeekCurrent)
	f.check(err)
	f.unread = nil
}

func (f *binaryFile) flush() {
	if device, ok := f.device.(interface{ Flush() error }); ok {
		f.check(device.Flush())
	}
	size := len(f.pending())
	if size == 0 {
		return
	}
	err := f.unwritten.write()
	if errors.Is(err, ErrNoData) {
		panic(py.NewBlockingIOError(int(syscall.EAGAIN), "write could not complete without blocking", size-len(f.pending())))
	}
	f.check(err)
}

func (f *binaryFile) close() {
	if f.closed {
		return
	}
	defer func() {
		f.closed = true
		if f.unwritten != nil {
			delete(waiting, f.unwritten)
		}
		if f.closefd {
			f.check(f.device.Close())
		}
	}()
	f.flush()
}

func (f *binaryFile) seek(offset, whence int) int {
	f.checkOpen("seek of closed file")
	f.requireSeekable()
	f.flush()
	if whence == 1 {
		offset -= len(f.unread)
	}
	if whence == 0 && offset < 0 {
		panic(py.NewErrno(syscall.EINVAL))
	}
	f.unread = nil
	at, err := f.device.Seek(int64(offset), whence)
	f.check(err)
	return int(at)
}

func (f *binaryFile) requireSeekable() {
	if object, ok := f.device.(objectDevice); ok && !object.able("seekable") {
		panic(unsupported("File or stream is not seekable."))
	}
}

func (f *binaryFile) tell() int {
	f.checkOpen("I/O operation on closed file")
	at, err := f.device.Seek(0, goio.SeekCurrent)
	f.check(err)
	if f.appending && len(f.pending()) > 0 {
		end, err := f.device.Seek(0, goio.SeekEnd)
		f.check(err)
		at = end
	}
	return int(at) - len(f.unread) + len(f.pending())
}

func (f *binaryFile) seekable() bool {
	if object, ok := f.device.(objectDevice); ok {
		return object.able("seekable")
	}
	_, err := f.device.Seek(0, goio.SeekCurrent)
	return err == nil
}
