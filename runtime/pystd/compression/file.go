package compression

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// An Encoder compresses a stream piece by piece.
type Encoder interface {
	Compress(data []byte) []byte
	Finish() []byte
}

// A File is a BZ2File or LZMAFile.
type File struct {
	py.Attributes
	class   *py.Class
	object  any // the compressed file
	own     bool
	mode    string
	encoder Encoder // nil in a file for reading
	buffer  any     // what decompresses
	offset  int
}

// PyClass is the class of the file.
func (f *File) PyClass() *py.Class { return f.class }

// Open opens a path, or a file object, as the constructors of the classes do.
func (f *File) Open(class *py.Class, file any, mode string, format Format, encoder func() Encoder) {
	f.class = class
	switch mode {
	case "", "r", "rb":
		f.mode = "rb"
	case "w", "wb", "x", "xb", "a", "ab":
		f.mode = mode[:1] + "b"
		f.encoder = encoder()
	default:
		panic(exc.ValueError("Invalid mode: %s", py.Repr(mode)))
	}
	f.object = file
	switch {
	case IsPath(file):
		f.object, f.own = io.Open(file, f.mode), true
	case !py.HasAttr(file, "read") && !py.HasAttr(file, "write"):
		panic(exc.TypeError("filename must be a str, bytes, file or PathLike object"))
	}
	if f.encoder == nil {
		raw := NewReader(NewSource(f.object), func() Decoder { return NewWhole(format) })
		f.buffer = io.NewBufferedDevice(raw, true, 0)
	}
}

// IsPath reports whether a value is the path of a file.
func IsPath(v any) bool {
	switch py.Payload(v).(type) {
	case string, py.Bytes:
		return true
	}
	return py.HasAttr(v, "__fspath__")
}

func (f *File) need(writing bool) {
	switch {
	case f.object == nil:
		panic(exc.ValueError("I/O operation on closed file"))
	case writing && f.encoder == nil:
		panic(io.Unsupported("File not open for writing"))
	case !writing && f.encoder != nil:
		panic(io.Unsupported("File not open for reading"))
	}
}

func (f *File) put(data []byte) {
	if len(data) > 0 {
		py.CallMethod(f.object, "write", py.Bytes(data))
	}
}

func (f *File) close() {
	if f.object == nil {
		return
	}
	if f.encoder != nil {
		f.put(f.encoder.Finish())
	}
	object := f.object
	f.object = nil
	if f.own {
		py.CallMethod(object, "close")
	}
}

// DefineFile adds the methods that files of all formats have.
func DefineFile(d *py.Definition) {
	of := py.PayloadAs[*File]
	d.Alloc(func() any { return &File{class: d.Class()} })
	d.Getter("closed", func(self any) any { return of(self).object == nil })
	d.Getter("mode", func(self any) any { return of(self).mode })
	d.Getter("name", func(self any) any { return py.GetAttr(of(self).object, "name") })
	d.Method("write(self, data)", func(self, data any) any {
		f := of(self)
		f.need(true)
		if _, ok := py.Payload(data).(string); ok {
			panic(exc.TypeError("a bytes-like object is required, not 'str'"))
		}
		text := py.BytesLike(data)
		f.put(f.encoder.Compress([]byte(text)))
		f.offset += len(text)
		return len(text)
	})
	for _, name := range []string{"read", "read1", "peek", "readline"} {
		d.Method(name+"(self, size=-1)", func(self, size any) any {
			f := of(self)
			f.need(false)
			return py.CallMethod(f.buffer, name, size)
		})
	}
	d.Method("readinto(self, b)", func(self, buffer any) any {
		f := of(self)
		f.need(false)
		return py.CallMethod(f.buffer, "readinto", buffer)
	})
	d.Method("close(self)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("flush(self)", func(self any) any { return nil })
	d.Method("fileno(self)", func(self any) any { return py.CallMethod(of(self).object, "fileno") })
	d.Method("readable(self)", func(self any) any { return of(self).encoder == nil })
	d.Method("writable(self)", func(self any) any { return of(self).encoder != nil })
	d.Method("seekable(self)", func(self any) any { return of(self).encoder == nil })
	d.Method("seek(self, offset, whence=0)", func(self, offset, whence any) any {
		f := of(self)
		f.need(false)
		return py.CallMethod(f.buffer, "seek", number.Int(offset), number.Int(whence))
	})
	d.Method("tell(self)", func(self any) any {
		f := of(self)
		if f.encoder != nil {
			return f.offset
		}
		f.need(false)
		return py.CallMethod(f.buffer, "tell")
	})
}

// OpenText is the function open of a module: open makes the binary file of a
// mode.
func OpenText(filename, mode, encoding, errors, newline any, open func(mode string) any) any {
	text, plain := false, ""
	for _, c := range py.As[string](mode) {
		if c == 't' {
			text = true
		} else {
			plain += string(c)
		}
		if text && c == 'b' {
			panic(exc.ValueError("Invalid mode: %s", py.Repr(mode)))
		}
	}
	if text {
		return io.NewText(open(plain), encoding, errors, newline, "")
	}
	for i, name := range []string{"encoding", "errors", "newline"} {
		if []any{encoding, errors, newline}[i] != nil {
			panic(exc.ValueError("Argument '%s' not supported in binary mode", name))
		}
	}
	return open(plain)
}
