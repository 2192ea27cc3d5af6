package socket

import (
	goio "io"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// rawFile is SocketIO: the raw stream that makefile puts its buffers on.
type rawFile struct {
	py.Attributes
	object   any // the socket, perhaps of a derived class
	socket   *Socket
	mode     string
	closed   bool
	timedOut bool
}

// PyClass is the class SocketIO.
func (*rawFile) PyClass() *py.Class { return rawFileClass }

func newRawFile(object any, mode string) *rawFile {
	s := of(object)
	s.files++
	return &rawFile{object: object, socket: s, mode: mode}
}

var rawFileClass *py.Class

func init() {
	base := io.Module().Attr("RawIOBase").(*py.Class)
	rawFileClass = py.NewNativeClass("socket", "SocketIO", []*py.Class{base}, defineRawFile)
}

func (f *rawFile) checkOpen() {
	if f.closed {
		panic(exc.ValueError("I/O operation on closed file."))
	}
}

// Read receives once. It returns io.EOF when the other side has ended, and
// io.ErrNoData when a socket that does not block has nothing.
func (f *rawFile) Read(p []byte) (int, error) {
	f.checkOpen()
	if !strings.Contains(f.mode, "r") {
		panic(py.NewOSError("not readable"))
	}
	if f.timedOut {
		panic(py.NewOSError("cannot read from timed out object"))
	}
	n := 0
	err := f.socket.attemptThrough(func() { n = f.socket.layer.Receive(p) }, pollIn, func() (err error) {
		n, _, err = receiveFrom(f.socket.fd, p, 0)
		return err
	})
	switch {
	case err == nil && n == 0:
		return 0, goio.EOF
	case err == nil:
		return n, nil
	case py.Matches(err, py.TimeoutError):
		f.timedOut = true
	case py.Matches(err, py.BlockingIOError):
		return 0, io.ErrNoData
	}
	panic(py.AsException(err))
}

// Write sends all of p, or what a socket that does not block takes.
func (f *rawFile) Write(p []byte) (int, error) {
	f.checkOpen()
	if !strings.Contains(f.mode, "w") {
		panic(py.NewOSError("not writable"))
	}
	written := 0
	for written < len(p) {
		n := 0
		err := f.socket.attemptThrough(func() { n = f.socket.layer.Send(p[written:]) }, pollOut, func() (err error) {
			n, err = syscall.SendmsgN(f.socket.fd, p[written:], nil, nil, syscall.MSG_NOSIGNAL)
			return err
		})
		if err != nil && py.Matches(err, py.BlockingIOError) {
			return written, io.ErrNoData
		}
		py.Check(err)
		written += n
	}
	return written, nil
}

// Seek raises: sockets have no position.
func (f *rawFile) Seek(int64, int) (int64, error) {
	panic(py.NewException(unsupported(), "File or stream is not seekable."))
}

// Truncate raises as Seek does.
func (f *rawFile) Truncate(int64) error {
	panic(py.NewException(unsupported(), "truncate"))
}

func unsupported() *py.Class { return io.Module().Attr("UnsupportedOperation").(*py.Class) }

// Close closes the stream, and the socket if that was closed before and this is
// its last stream.
func (f *rawFile) Close() error {
	if f.closed {
		return nil
	}
	f.closed = true
	f.socket.files--
	if f.socket.closed && f.socket.files <= 0 {
		f.socket.closeDescriptor()
	}
	return nil
}

// Number is the file descriptor.
func (f *rawFile) Number() int {
	f.checkOpen()
	return f.socket.fd
}

// Terminal is false.
func (f *rawFile) Terminal() bool { return false }

func defineRawFile(d *py.Definition) {
	raw := py.PayloadAs[*rawFile]
	d.New("SocketIO(sock, mode)", func(sock, mode any) any {
		m, _ := mode.(string)
		switch m {
		case "r", "w", "rw", "rb", "wb", "rwb":
		default:
			panic(exc.ValueError("invalid mode: %s", py.Repr(mode)))
		}
		return newRawFile(sock, m)
	})
	d.Method("readinto(self, b)", func(self, buffer any) any {
		data := make([]byte, into(buffer, 0, "readinto"))
		n, err := raw(self).Read(data)
		if err == io.ErrNoData {
			return nil
		}
		return fill(buffer, data[:n])
	})
	d.Method("write(self, b)", func(self, data any) any {
		f := raw(self)
		f.checkOpen()
		if !strings.Contains(f.mode, "w") {
			panic(py.NewException(unsupported(), "not writable"))
		}
		n := 0
		err := py.Try(func() error {
			n = f.socket.send([]byte(py.BytesLike(data)), 0)
			return nil
		})
		if err != nil && py.Matches(err, py.BlockingIOError) {
			return nil
		}
		py.Check(err)
		return n
	})
	able := func(name, letter string) {
		d.Method(name+"(self)", func(self any) any {
			raw(self).checkOpen()
			return strings.Contains(raw(self).mode, letter)
		})
	}
	able("readable", "r")
	able("writable", "w")
	d.Method("seekable(self)", func(self any) any {
		raw(self).checkOpen()
		return false
	})
	d.Method("fileno(self)", func(self any) any { return raw(self).Number() })
	d.Getter("closed", func(self any) any { return raw(self).closed })
	d.Getter("name", func(self any) any {
		if raw(self).closed {
			return -1
		}
		return raw(self).socket.fd
	})
	d.Getter("mode", func(self any) any { return fullMode(raw(self).mode) })
	d.Method("close(self)", func(self any) any {
		py.Check(raw(self).Close())
		return nil
	})
}

// fullMode is the mode attribute: always of a stream of bytes.
func fullMode(mode string) string {
	if strings.HasSuffix(mode, "b") {
		return mode
	}
	return mode + "b"
}

func defineFiles(d *py.Definition) {
	d.Method("makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None)",
		func(self, modeValue, buffering, encoding, errors, newline any) any {
			mode := py.As[string](modeValue)
			if strings.Trim(mode, "rwb") != "" {
				panic(exc.ValueError("invalid mode %s (only r, w, b allowed)", py.Repr(mode)))
			}
			writing := strings.Contains(mode, "w")
			reading := strings.Contains(mode, "r") || !writing
			binary := strings.Contains(mode, "b")
			rawMode := ""
			if reading {
				rawMode += "r"
			}
			if writing {
				rawMode += "w"
			}
			raw := newRawFile(self, rawMode)
			size := -1
			if buffering != nil {
				size = integer(buffering)
			}
			if size == 0 {
				if !binary {
					panic(exc.ValueError("unbuffered streams must be binary"))
				}
				return raw
			}
			buffer := io.NewBuffered(raw, reading, writing, size)
			if binary {
				return buffer
			}
			return io.NewText(buffer, encoding, errors, newline, mode)
		})
}
