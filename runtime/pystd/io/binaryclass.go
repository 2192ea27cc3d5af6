package io

import (
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

var fileIOClass, readerClass, writerClass, randomClass *py.Class

func init() {
	fileIOClass = py.NewNativeClass("_io", "FileIO", []*py.Class{rawBaseClass}, func(d *py.Definition) {
		d.New("FileIO(file, mode='r', closefd=True, opener=None)", func(file, mode, closefd, opener any) any {
			f := openBinary(file, strings.ReplaceAll(mode.(string), "b", ""), py.Truth(closefd), opener)
			f.class, f.unbuffered = fileIOClass, true
			return f
		})
		defineBinaryFile(d)
		d.Method("readall(self, /)", func(self any) any {
			f := py.PayloadAs[*binaryFile](self)
			if !f.closed && !f.canRead {
				panic(py.NewErrno(syscall.EBADF))
			}
			return py.Bytes(f.read(-1))
		})
		d.Getter("closefd", func(self any) any { return py.PayloadAs[*binaryFile](self).closefd })
	})
	readerClass = bufferedClass("BufferedReader", "readable")
	writerClass = bufferedClass("BufferedWriter", "writable")
	randomClass = bufferedClass("BufferedRandom", "seekable", "readable", "writable")
}

// bufferedClass makes the class of a buffer over a raw stream that is able to
// do what needs lists.
func bufferedClass(name string, needs ...string) *py.Class {
	return py.NewNativeClass("_io", name, []*py.Class{bufferedBaseClass}, func(d *py.Definition) {
		class := d.Class()
		d.New(name+"(raw, buffer_size=8192)", func(raw, size any) any {
			for _, need := range needs {
				if !py.Truth(py.CallMethod(raw, need)) {
					panic(unsupported("File or stream is not " + need + "."))
				}
			}
			n := py.As[int](py.Index(size))
			if n <= 0 {
				panic(exc.ValueError("buffer size must be strictly positive"))
			}
			f := newBuffered(raw, class)
			f.buffering = n
			return f
		})
		defineBinaryFile(d)
		defineBuffered(d)
		if name != "BufferedWriter" {
			definePeek(d)
		}
	})
}

// newBuffered makes a buffer over a raw stream.
func newBuffered(raw any, class *py.Class) *binaryFile {
	return &binaryFile{
		class: class, device: deviceOf(raw), rawFile: raw, closefd: true,
		canRead: class != writerClass, canWrite: class != readerClass,
	}
}

// NewBuffered is the stream that open gives a raw stream: a BufferedReader, a
// BufferedWriter or, for one that does both, a BufferedRWPair. A size below 1
// means the default.
func NewBuffered(raw any, reading, writing bool, size int) any {
	if reading && writing {
		return &bufferedPair{reader: NewBuffered(raw, true, false, size).(*binaryFile), writer: NewBuffered(raw, false, true, size).(*binaryFile)}
	}
	class := writerClass
	if reading {
		class = readerClass
	}
	f := newBuffered(raw, class)
	f.buffering = size
	return f
}

// raw is the unbuffered file below a buffered one.
func (f *binaryFile) raw() any {
	if f.rawFile == nil {
		f.rawFile = &binaryFile{
			class: fileIOClass, device: f.device, name: f.name, mode: f.mode, closefd: f.closefd, unbuffered: true,
			canRead: f.canRead, canWrite: f.canWrite, appending: f.appending,
		}
	}
	return f.rawFile
}

// attribute is one that a buffered file has from its raw stream.
func (f *binaryFile) attribute(name string, own any) any {
	if f.rawFile != nil && own == nil {
		return py.GetAttr(f.rawFile, name)
	}
	return own
}

func defineBuffered(d *py.Definition) {
	of := py.PayloadAs[*binaryFile]
	d.Getter("raw", func(self any) any {
		of(self).checkAttached()
		return of(self).raw()
	})
	d.Method("read1(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).read1(size(n))) })
	d.Method("readinto1(self, buffer, /)", readInto((*binaryFile).read1))
	d.Method("detach(self, /)", func(self any) any {
		f := of(self)
		f.checkAttached()
		f.checkFlush()
		f.flush()
		f.dropUnread()
		raw := f.raw()
		f.detached = true
		return raw
	})
}

func definePeek(d *py.Definition) {
	d.Method("peek(self, size=0, /)", func(self, _ any) any {
		f := py.PayloadAs[*binaryFile](self)
		f.checkReadable("peek")
		if len(f.unread) == 0 {
			f.fill()
		}
		return py.Bytes(f.unread)
	})
}

func defineBinaryFile(d *py.Definition) {
	of := py.PayloadAs[*binaryFile]
	open := func(self any) *binaryFile {
		of(self).checkOpen("I/O operation on closed file")
		return of(self)
	}
	d.Getter("name", func(self any) any { return of(self).attribute("name", of(self).name) })
	d.Getter("mode", func(self any) any {
		f := of(self)
		if f.mode == "" {
			return f.attribute("mode", nil)
		}
		return f.mode
	})
	d.Getter("closed", func(self any) any {
		f := of(self)
		if object, ok := f.device.(objectDevice); ok {
			return f.closed || py.Truth(py.GetAttr(object.raw, "closed"))
		}
		return f.closed
	})
	d.Method("read(self, size=-1, /)", func(self, n any) any {
		f := of(self)
		count := size(n)
		if count < -1 {
			panic(exc.ValueError("read length must be non-negative or -1"))
		}
		data := f.read(count)
		if len(data) == 0 && count != 0 && f.stalled {
			return nil
		}
		return py.Bytes(data)
	})
	d.Method("readinto(self, buffer, /)", readInto((*binaryFile).read))
	d.Method("readline(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).readLine(size(n))) })
	d.Method("write(self, buffer, /)", func(self, data any) any { return of(self).write(py.BytesLike(data)) })
	d.Method("flush(self, /)", func(self any) any {
		of(self).checkFlush()
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
		f := of(self)
		f.checkWritable("truncate", "truncate of closed file")
		f.flush()
		n := f.tell()
		if pos != nil {
			n = py.As[int](pos)
		}
		f.check(f.device.Truncate(int64(n)))
		return n
	})
	d.Method("fileno(self, /)", func(self any) any { return open(self).device.Number() })
	d.Method("isatty(self, /)", func(self any) any {
		return open(self).device.Terminal()
	})
	d.Method("readable(self, /)", func(self any) any {
		return of(self).class != writerClass && open(self).canRead
	})
	d.Method("writable(self, /)", func(self any) any {
		return of(self).class != readerClass && open(self).canWrite
	})
	d.Method("seekable(self, /)", func(self any) any { return open(self).seekable() })
	d.Method("__repr__(self, /)", func(self any) any {
		f := of(self)
		if f.class == fileIOClass {
			if f.closed {
				return "<_io.FileIO [closed]>"
			}
			return "<_io.FileIO name=" + py.Repr(f.name) + " mode=" + py.Repr(f.mode) + " closefd=" + py.Repr(f.closefd) + ">"
		}
		if f.detached {
			panic(closedFile("raw stream has been detached"))
		}
		if name := f.name; name != nil {
			return "<_io." + f.class.Name() + " name=" + py.Repr(name) + ">"
		}
		if f.rawFile != nil && py.HasAttr(f.rawFile, "name") {
			return "<_io." + f.class.Name() + " name=" + py.Repr(py.GetAttr(f.rawFile, "name")) + ">"
		}
		return "<_io." + f.class.Name() + ">"
	})
}

// checkFlush raises ValueError for a closed file.
func (f *binaryFile) checkFlush() {
	switch {
	case f.closed && (f.unbuffered || f.class == readerClass):
		panic(closedFile("I/O operation on closed file."))
	case f.closed:
		panic(closedFile("flush of closed file"))
	}
}

// readInto is a method that reads into a buffer.
func readInto(read func(f *binaryFile, n int) []byte) func(self, buffer any) any {
	return func(self, buffer any) any {
		f := py.PayloadAs[*binaryFile](self)
		f.checkReadable("readinto")
		data := read(f, bufferLength(buffer))
		py.SetItem(buffer, py.NewSlice(0, len(data), nil), py.Bytes(data))
		return len(data)
	}
}

// bufferLength is the number of bytes that fit a writable buffer. It raises
// TypeError for anything else.
func bufferLength(buffer any) int {
	switch b := py.Payload(buffer).(type) {
	case *py.ByteArray:
		return b.Len()
	case *py.MemoryView, py.Buffer:
		return len(py.BytesLike(buffer))
	}
	panic(exc.TypeError("readinto() argument must be read-write bytes-like object, not %s", py.TypeOf(buffer).Name()))
}

// NewBufferedDevice is a BufferedReader, or a BufferedWriter, of a device that
// is no object of the program. A size below 1 means the default.
func NewBufferedDevice(d Device, reading bool, size int) any {
	f := &binaryFile{class: writerClass, device: d, buffering: size, closefd: true, canRead: reading, canWrite: !reading}
	if reading {
		f.class = readerClass
	}
	return f
}
