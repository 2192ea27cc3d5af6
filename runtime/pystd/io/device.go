package io

import (
	"errors"
	goio "io"
	"os"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// A Device is what a binary file reads and writes without a buffer: a file of
// the system, or a raw stream that the program or another package made. Its
// methods are called with the interpreter lock held.
type Device interface {
	goio.ReadWriteSeeker
	goio.Closer
	Truncate(size int64) error
	// Number is the file descriptor.
	Number() int
	Terminal() bool
}

// ErrNoData is what a Device that does not block returns when there is nothing
// to read, or no room to write.
var ErrNoData = errors.New("the device would block")

// systemDevice is a file of the system.
type systemDevice struct{ *os.File }

func (d systemDevice) Read(p []byte) (n int, err error) {
	py.Blocking(func() { n, err = d.File.Read(p) })
	return n, err
}

func (d systemDevice) Write(p []byte) (n int, err error) {
	py.Blocking(func() { n, err = d.File.Write(p) })
	return n, err
}

func (d systemDevice) Number() int { return int(d.Fd()) }

func (d systemDevice) Terminal() bool { return IsTerminal(d.Number()) }

// objectDevice is a raw stream of the program: an object with the methods of
// io.RawIOBase, whose exceptions come through as panics.
type objectDevice struct{ raw any }

// deviceOf is the device below a buffer over raw.
func deviceOf(raw any) Device {
	switch d := py.Payload(raw).(type) {
	case *binaryFile:
		return d.device
	case Device:
		return d
	}
	return objectDevice{raw}
}

func (d objectDevice) Read(p []byte) (int, error) {
	buffer := py.NewByteArray(string(make([]byte, len(p))))
	got := py.CallMethod(d.raw, "readinto", buffer)
	if got == nil {
		return 0, ErrNoData
	}
	n := py.As[int](got)
	if n < 0 || n > len(p) {
		panic(py.NewOSError("raw readinto() returned invalid length " + py.Str(n) + " (should have been between 0 and " + py.Str(len(p)) + ")"))
	}
	if n == 0 {
		return 0, goio.EOF
	}
	return copy(p, buffer.Data()[:n]), nil
}

func (d objectDevice) Write(p []byte) (int, error) {
	written := 0
	for written < len(p) {
		got := py.CallMethod(d.raw, "write", py.Bytes(p[written:]))
		if got == nil {
			return written, ErrNoData
		}
		n := py.As[int](got)
		if n < 0 || n > len(p)-written {
			panic(py.NewOSError("raw write() returned invalid length " + py.Str(n) + " (should have been between 0 and " + py.Str(len(p)-written) + ")"))
		}
		written += n
	}
	return written, nil
}

func (d objectDevice) Seek(offset int64, whence int) (int64, error) {
	return int64(py.As[int](py.CallMethod(d.raw, "seek", int(offset), whence))), nil
}

func (d objectDevice) Truncate(size int64) error {
	py.CallMethod(d.raw, "truncate", int(size))
	return nil
}

func (d objectDevice) Close() error {
	py.CallMethod(d.raw, "close")
	return nil
}

func (d objectDevice) Number() int { return py.As[int](py.CallMethod(d.raw, "fileno")) }

func (d objectDevice) Terminal() bool { return py.Truth(py.CallMethod(d.raw, "isatty")) }

// able asks a raw stream readable(), writable() or seekable().
func (d objectDevice) able(method string) bool { return py.Truth(py.CallMethod(d.raw, method)) }

// descriptorDevice is a file descriptor that the program gave a number for. It
// closes it when asked to, never by itself.
type descriptorDevice int

func (d descriptorDevice) Read(p []byte) (n int, err error) {
	py.Blocking(func() { n, err = retried(func() (int, error) { return syscall.Read(int(d), p) }) })
	if n == 0 && err == nil && len(p) > 0 {
		err = goio.EOF
	}
	return n, err
}

func (d descriptorDevice) Write(p []byte) (written int, err error) {
	py.Blocking(func() {
		for written < len(p) && err == nil {
			var n int
			n, err = retried(func() (int, error) { return syscall.Write(int(d), p[written:]) })
			written += n
		}
	})
	return written, err
}

// retried runs a system call again when a signal interrupts it.
func retried(call func() (int, error)) (int, error) {
	for {
		n, err := call()
		switch err {
		case nil:
			return n, nil
		case syscall.EINTR:
		case syscall.EAGAIN:
			return 0, ErrNoData
		default:
			return 0, err
		}
	}
}

func (d descriptorDevice) Seek(offset int64, whence int) (int64, error) {
	return syscall.Seek(int(d), offset, whence)
}

func (d descriptorDevice) Truncate(size int64) error { return syscall.Ftruncate(int(d), size) }

func (d descriptorDevice) Close() error { return syscall.Close(int(d)) }

func (d descriptorDevice) Number() int { return int(d) }

func (d descriptorDevice) Terminal() bool { return IsTerminal(int(d)) }
