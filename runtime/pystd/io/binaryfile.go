package io

import (
	"bytes"
	"errors"
	goio "io"
	"os"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// binaryFile is an open file of bytes: FileIO, and with a buffer
// BufferedReader, BufferedWriter and BufferedRandom.
type binaryFile struct {
	py.Attributes
	class      *py.Class
	file       *os.File
	name       any
	mode       string
	closefd    bool
	unbuffered bool
	closed     bool
	canRead    bool
	canWrite   bool
	appending  bool
	// unread is what was read ahead, pending what is to be written.
	unread  []byte
	pending []byte
}

// writers are the open files with something to write; they are flushed at the
// end of the program and before another file is opened, because CPython would
// have closed those that nothing refers to.
var writers = map[*binaryFile]bool{}

func init() {
	py.AtExit(flushWriters)
}

func flushWriters() {
	for f := range writers {
		_ = py.Try(func() error {
			f.flush()
			return nil
		})
	}
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

func (f *binaryFile) checkReadable() {
	if f.closed {
		panic(closedFile("read of closed file"))
	}
	if !f.canRead {
		panic(unsupported("not readable"))
	}
}

func (f *binaryFile) checkWritable() {
	if f.closed {
		panic(closedFile("write to closed file"))
	}
	if !f.canWrite {
		panic(unsupported("not writable"))
	}
}

// fill reads ahead once and reports whether there was anything.
func (f *binaryFile) fill() bool {
	f.flush()
	chunk := make([]byte, bufferSize)
	var n int
	var err error
	py.Blocking(func() { n, err = f.file.Read(chunk) })
	if n > 0 {
		f.unread = append(f.unread, chunk[:n]...)
		return true
	}
	if err != nil && !errors.Is(err, goio.EOF) {
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
	f.checkReadable()
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
	f.checkReadable()
	if len(f.unread) == 0 {
		f.fill()
	}
	if n < 0 || n > len(f.unread) {
		n = len(f.unread)
	}
	return f.take(n)
}

func (f *binaryFile) readLine(limit int) []byte {
	f.checkReadable()
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
	f.checkWritable()
	f.dropUnread()
	if f.unbuffered {
		_, err := f.file.WriteString(data)
		f.check(err)
		return len(data)
	}
	f.pending = append(f.pending, data...)
	writers[f] = true
	if len(f.pending) > bufferSize {
		f.flush()
	}
	return len(data)
}

// dropUnread moves the file back to where the program has read to.
func (f *binaryFile) dropUnread() {
	if len(f.unread) == 0 {
		return
	}
	_, err := f.file.Seek(-int64(len(f.unread)), goio.SeekCurrent)
	f.check(err)
	f.unread = nil
}

func (f *binaryFile) flush() {
	if len(f.pending) == 0 {
		return
	}
	data := f.pending
	f.pending = nil
	delete(writers, f)
	var err error
	py.Blocking(func() { _, err = f.file.Write(data) })
	f.check(err)
}

func (f *binaryFile) close() {
	if f.closed {
		return
	}
	f.flush()
	f.closed = true
	delete(writers, f)
	if f.closefd {
		f.check(f.file.Close())
	}
}

func (f *binaryFile) seek(offset, whence int) int {
	if f.closed {
		panic(closedFile("seek of closed file"))
	}
	f.flush()
	if whence == 1 {
		offset -= len(f.unread)
	}
	if whence == 0 && offset < 0 {
		panic(py.NewErrno(syscall.EINVAL))
	}
	f.unread = nil
	at, err := f.file.Seek(int64(offset), whence)
	f.check(err)
	return int(at)
}

func (f *binaryFile) tell() int {
	if f.closed {
		panic(closedFile("tell of closed file"))
	}
	at, err := f.file.Seek(0, goio.SeekCurrent)
	f.check(err)
	if f.appending && len(f.pending) > 0 {
		end, err := f.file.Seek(0, goio.SeekEnd)
		f.check(err)
		at = end
	}
	return int(at) - len(f.unread) + len(f.pending)
}

func (f *binaryFile) seekable() bool {
	_, err := f.file.Seek(0, goio.SeekCurrent)
	return err == nil
}

var fileIOClass, readerClass, writerClass, randomClass *py.Class

func init() {
	fileIOClass = py.NewNativeClass("_io", "FileIO", []*py.Class{rawBaseClass}, func(d *py.Definition) {
		d.New("FileIO(file, mode='r', closefd=True, opener=None)", func(file, mode, closefd, opener any) any {
			f := openBinary(file, strings.ReplaceAll(mode.(string), "b", ""), py.Truth(closefd), opener)
			f.class, f.unbuffered = fileIOClass, true
			return f
		})
		defineBinaryFile(d)
		d.Getter("closefd", func(self any) any { return py.PayloadAs[*binaryFile](self).closefd })
	})
	buffered := func(name string) *py.Class {
		return py.NewNativeClass("_io", name, []*py.Class{bufferedBaseClass}, func(d *py.Definition) {
			class := d.Class()
			d.New(name+"(raw, buffer_size=8192)", func(raw, _ any) any {
				f, ok := py.Payload(raw).(*binaryFile)
				if !ok {
					panic(py.NewNotImplementedError(name + " of a raw stream that is no file"))
				}
				copied := *f
				copied.class, copied.unbuffered = class, false
				return &copied
			})
			defineBinaryFile(d)
		})
	}
	readerClass = buffered("BufferedReader")
	writerClass = buffered("BufferedWriter")
	randomClass = buffered("BufferedRandom")
}

func defineBinaryFile(d *py.Definition) {
	of := py.PayloadAs[*binaryFile]
	open := func(self any) *binaryFile {
		f := of(self)
		if f.closed {
			panic(closedFile("I/O operation on closed file."))
		}
		return f
	}
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("mode", func(self any) any { return of(self).mode })
	d.Getter("closed", func(self any) any { return of(self).closed })
	d.Getter("raw", func(self any) any { return self })
	d.Method("read(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).read(size(n))) })
	d.Method("read1(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).read1(size(n))) })
	d.Method("readall(self, /)", func(self any) any { return py.Bytes(of(self).read(-1)) })
	d.Method("peek(self, size=0, /)", func(self, _ any) any {
		f := of(self)
		f.checkReadable()
		if len(f.unread) == 0 {
			f.fill()
		}
		return py.Bytes(f.unread)
	})
	into := func(self, buffer any) any {
		data := of(self).read(py.Len(buffer))
		py.SetItem(buffer, py.NewSlice(0, len(data), nil), py.Bytes(data))
		return len(data)
	}
	d.Method("readinto(self, buffer, /)", into)
	d.Method("readinto1(self, buffer, /)", into)
	d.Method("readline(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).readLine(size(n))) })
	d.Method("write(self, buffer, /)", func(self, data any) any { return of(self).write(py.BytesLike(data)) })
	d.Method("flush(self, /)", func(self any) any {
		if of(self).closed {
			panic(closedFile("flush of closed file"))
		}
		of(self).flush()
		return nil
	})
	d.Method("close(self, /)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("seek(self, target, whence=0, /)", func(self, offset, whence any) any {
		return of(self).seek(py.As[int](offset), py.As[int](whence))
	})
	d.Method("tell(self, /)", func(self any) any { return of(self).tell() })
	d.Method("truncate(self, pos=None, /)", func(self, pos any) any {
		f := open(self)
		f.checkWritable()
		f.flush()
		n := f.tell()
		if pos != nil {
			n = py.As[int](pos)
		}
		f.check(f.file.Truncate(int64(n)))
		return n
	})
	d.Method("fileno(self, /)", func(self any) any { return int(open(self).file.Fd()) })
	d.Method("isatty(self, /)", func(self any) any {
		info, err := open(self).file.Stat()
		return err == nil && info.Mode()&os.ModeCharDevice != 0
	})
	d.Method("readable(self, /)", func(self any) any { return open(self).canRead })
	d.Method("writable(self, /)", func(self any) any { return open(self).canWrite })
	d.Method("seekable(self, /)", func(self any) any { return open(self).seekable() })
	d.Method("__repr__(self, /)", func(self any) any {
		f := of(self)
		if f.unbuffered {
			if f.closed {
				return "<_io.FileIO [closed]>"
			}
			return "<_io.FileIO name=" + py.Repr(f.name) + " mode=" + py.Repr(f.mode) + " closefd=" + py.Repr(f.closefd) + ">"
		}
		return "<_io." + f.class.Name() + " name=" + py.Repr(f.name) + ">"
	})
}
