package gzip

import (
	"hash/crc32"
	"strings"
	"syscall"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/compression"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/deflate"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/zlib"
)

// writeBuffer is how much GzipFile collects before it compresses.
const writeBuffer = 128 << 10

// file is GzipFile.
type file struct {
	py.Attributes
	name    any
	object  any // the compressed file
	own     any // the compressed file if it is to be closed
	writing bool
	buffer  any // BufferedReader or BufferedWriter over what decompresses or compresses
	stream  *deflate.Compressor
	sum     uint32
	size    uint32
	offset  int
	mtime   any
}

// PyClass is the class GzipFile.
func (*file) PyClass() *py.Class { return fileClass }

func errorClass() *py.Class { return zlib.Module().Attr("error").(*py.Class) }

func bytesIO() any { return io.Module().Attr("BytesIO") }

var fileClass = py.NewNativeClass("gzip", "GzipFile", []*py.Class{io.Module().Attr("BufferedIOBase").(*py.Class)}, defineFile)

func initFile(self, filename, modeValue, level, object, mtime any) any {
	f := py.PayloadAs[*file](self)
	mode := "rb"
	if modeValue != nil {
		mode = py.As[string](modeValue)
		if strings.ContainsAny(mode, "tU") {
			panic(exc.ValueError("Invalid mode: %s", py.Repr(mode)))
		}
		if mode != "" && !strings.Contains(mode, "b") {
			mode += "b"
		}
	} else if object != nil {
		if m, ok := py.Payload(py.GetAttrOr(object, "mode", nil)).(string); ok {
			mode = m
		}
	}
	if object == nil {
		object = io.Open(filename, mode)
		f.own = object
	}
	if filename == nil {
		filename = py.GetAttrOr(object, "name", "")
		switch py.Payload(filename).(type) {
		case string, py.Bytes:
		default:
			filename = ""
		}
	} else if py.HasAttr(filename, "__fspath__") {
		filename = py.CallMethod(filename, "__fspath__")
	}
	f.name, f.object = filename, object
	switch {
	case strings.HasPrefix(mode, "r"):
		raw := compression.NewReader(compression.NewSource(object), func() compression.Decoder {
			return newReader(func(t any) { f.mtime = t })
		})
		f.buffer = io.NewBufferedDevice(raw, true, 0)
	case strings.HasPrefix(mode, "w"), strings.HasPrefix(mode, "a"), strings.HasPrefix(mode, "x"):
		f.writing, f.mtime = true, mtime
		n := number.Int(level)
		f.stream = deflate.NewCompressor(n, -15, 8, deflate.DefaultStrategy)
		if f.stream == nil {
			panic(exc.ValueError("Invalid initialization option"))
		}
		f.buffer = io.NewBufferedDevice(&compression.Writer{Put: f.put}, false, writeBuffer)
		f.writeHeader(n)
	default:
		panic(exc.ValueError("Invalid mode: %s", py.Repr(mode)))
	}
	return nil
}

// writeHeader writes the header, with the file's name without .gz.
func (f *file) writeHeader(level int) {
	name := ""
	switch n := py.Payload(f.name).(type) {
	case string:
		name = n
	case py.Bytes:
		name = string(n)
	}
	name = name[strings.LastIndexByte(name, '/')+1:]
	name = strings.TrimSuffix(name, ".gz")
	latin := ""
	if err := py.Try(func() error { latin = string(py.StrEncode(name, "latin-1", "strict")); return nil }); err != nil {
		latin = ""
	}
	header := []byte{0x1f, 0x8b, 8, 0}
	if latin != "" {
		header[3] = flagName
	}
	header = append(header, littleEndian(modified(f.mtime))...)
	extra := byte(0)
	switch level {
	case 9:
		extra = 2
	case 1:
		extra = 4
	}
	header = append(header, extra, unknownSystem)
	if latin != "" {
		header = append(append(header, latin...), 0)
	}
	py.CallMethod(f.object, "write", py.Bytes(header))
}

// put compresses data.
func (f *file) put(data []byte) {
	f.output(f.stream.Compress(data, deflate.NoFlush))
	f.sum = crc32.Update(f.sum, crc32.IEEETable, data)
	f.size += uint32(len(data))
	f.offset += len(data)
}

func (f *file) output(data []byte) {
	if len(data) > 0 {
		py.CallMethod(f.object, "write", py.Bytes(data))
	}
}

func (f *file) checkOpen() {
	if f.object == nil {
		panic(exc.ValueError("I/O operation on closed file"))
	}
}

// need checks that the file is open for reading, or for writing.
func (f *file) need(writing bool, method string) {
	f.checkOpen()
	if f.writing == writing {
		return
	}
	kind := "write-only"
	if writing {
		kind = "read-only"
	}
	panic(py.NewOSError(int(syscall.EBADF), method+"() on "+kind+" GzipFile object"))
}

func (f *file) close() {
	if f.object == nil || f.buffer == nil {
		return
	}
	object, own := f.object, f.own
	defer func() {
		f.object, f.own = nil, nil
		if own != nil {
			py.CallMethod(own, "close")
		}
	}()
	if f.writing {
		py.CallMethod(f.buffer, "flush")
		f.output(f.stream.Compress(nil, deflate.Finish))
		py.CallMethod(object, "write", py.Bytes(append(littleEndian(f.sum), littleEndian(f.size)...)))
	}
}

// seekForWriting writes zeros up to a position.
func (f *file) seekForWriting(offset, whence int) any {
	switch whence {
	case 0:
	case 1:
		py.CallMethod(f.buffer, "flush")
		offset += f.offset
	default:
		panic(exc.ValueError("Seek from end not supported"))
	}
	if offset < f.offset {
		panic(py.NewOSError("Negative seek in write mode"))
	}
	zeros := make([]byte, 1024)
	for count := offset - f.offset; count > 0; count -= len(zeros) {
		py.CallMethod(f.buffer, "write", py.Bytes(zeros[:min(count, len(zeros))]))
	}
	return f.offset
}

func defineFile(d *py.Definition) {
	of := py.PayloadAs[*file]
	d.Alloc(func() any { return &file{} })
	d.Init("__init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None)", initFile)
	d.Getter("name", func(self any) any { return of(self).name })
	d.Getter("mode", func(self any) any {
		if of(self).writing {
			return "wb"
		}
		return "rb"
	})
	d.Getter("fileobj", func(self any) any { return of(self).object })
	d.Getter("myfileobj", func(self any) any { return of(self).own })
	d.Getter("mtime", func(self any) any { return of(self).mtime })
	d.Getter("closed", func(self any) any { return of(self).object == nil })
	d.Method("write(self, data)", func(self, data any) any {
		f := of(self)
		f.need(true, "write")
		text := bytesOf(data)
		py.CallMethod(f.buffer, "write", py.Bytes(text))
		return len(text)
	})
	for _, name := range []string{"read", "read1", "peek", "readline"} {
		method := name
		d.Method(name+"(self, size=-1)", func(self, size any) any {
			f := of(self)
			f.need(false, method)
			return py.CallMethod(f.buffer, method, size)
		})
	}
	d.Method("readinto(self, b)", func(self, buffer any) any {
		f := of(self)
		f.need(false, "read")
		return py.CallMethod(f.buffer, "readinto", buffer)
	})
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("flush(self, zlib_mode=2)", func(self, mode any) any {
		f := of(self)
		f.checkOpen()
		if f.writing {
			py.CallMethod(f.buffer, "flush")
			f.output(f.stream.Compress(nil, deflate.Flush(number.Int(mode))))
			py.CallMethod(f.object, "flush")
		}
		return nil
	})
	d.Method("fileno(self)", func(self any) any { return py.CallMethod(of(self).object, "fileno") })
	d.Method("rewind(self)", func(self any) any {
		f := of(self)
		if f.writing {
			panic(py.NewOSError("Can't rewind in write mode"))
		}
		py.CallMethod(f.buffer, "seek", 0)
		return nil
	})
	d.Method("readable(self)", func(self any) any { return !of(self).writing })
	d.Method("writable(self)", func(self any) any { return of(self).writing })
	d.Method("seekable(self)", func(self any) any { return true })
	d.Method("seek(self, offset, whence=0)", func(self, offset, whence any) any {
		f := of(self)
		f.checkOpen()
		if f.writing {
			return f.seekForWriting(number.Int(offset), number.Int(whence))
		}
		return py.CallMethod(f.buffer, "seek", offset, whence)
	})
	d.Method("tell(self)", func(self any) any {
		f := of(self)
		f.checkOpen()
		if f.writing {
			py.CallMethod(f.buffer, "flush")
			return f.offset
		}
		return py.CallMethod(f.buffer, "tell")
	})
	d.Method("__repr__(self)", func(self any) any {
		inner := py.Repr(of(self).object)
		return "<gzip " + inner[1:len(inner)-1] + " " + py.Str(py.Call(py.Builtin("hex"), py.ID(self))) + ">"
	})
}
