package io

import "github.com/pyasync2go/pyasync2go/runtime/py"

// The abstract classes. Their methods work on any object that defines the
// primitive ones, so that programs can derive from them.
var baseClass, rawBaseClass, bufferedBaseClass, textBaseClass *py.Class

func init() {
	object := []*py.Class{py.ObjectClass}
	baseClass = py.NewNativeClass("io", "IOBase", object, defineBase)
	bases := []*py.Class{baseClass}
	rawBaseClass = py.NewNativeClass("io", "RawIOBase", bases, func(d *py.Definition) {
		d.Method("readall(self, /)", func(self any) any {
			var all []byte
			for {
				chunk := py.CallMethod(self, "read", bufferSize)
				if chunk == nil || py.Len(chunk) == 0 {
					return py.Bytes(all)
				}
				all = append(all, py.BytesLike(chunk)...)
			}
		})
		d.Method("read(self, size=-1, /)", func(self, n any) any {
			if size(n) < 0 {
				return py.CallMethod(self, "readall")
			}
			buffer := py.NewByteArray(string(make([]byte, size(n))))
			got := py.CallMethod(self, "readinto", buffer)
			if got == nil {
				return nil
			}
			return py.Bytes(buffer.Data()[:py.As[int](got)])
		})
	})
	bufferedBaseClass = py.NewNativeClass("io", "BufferedIOBase", bases, func(d *py.Definition) {
		refuse(d, "read", "read1", "write", "detach", "readinto")
	})
	textBaseClass = py.NewNativeClass("io", "TextIOBase", bases, func(d *py.Definition) {
		refuse(d, "read", "readline", "write", "detach")
		d.Getter("encoding", func(any) any { return nil })
		d.Getter("errors", func(any) any { return nil })
		d.Getter("newlines", func(any) any { return nil })
	})
}

// refuse adds methods that a derived class must define to have them.
func refuse(d *py.Definition, names ...string) {
	for _, name := range names {
		d.Method(name+"(self, /, *args)", func(_, _ any) any { panic(unsupported(name)) })
	}
}

// closedMark is the attribute by which a derived class knows it was closed.
const closedMark = "__IOBase_closed"

func isClosed(self any) bool { return py.Truth(py.GetAttr(self, "closed")) }

func checkOpen(self any) {
	if isClosed(self) {
		panic(closedFile("I/O operation on closed file."))
	}
}

func defineBase(d *py.Definition) {
	d.Getter("closed", func(self any) any { return py.Truth(py.GetAttrOr(self, closedMark, false)) })
	d.Method("close(self, /)", func(self any) any {
		if isClosed(self) {
			return nil
		}
		py.CallMethod(self, "flush")
		py.SetAttr(self, closedMark, true)
		return nil
	})
	d.Method("flush(self, /)", func(self any) any {
		checkOpen(self)
		return nil
	})
	refuse(d, "seek", "truncate", "fileno")
	d.Method("tell(self, /)", func(self any) any { return py.CallMethod(self, "seek", 0, 1) })
	for _, name := range []string{"isatty", "readable", "writable", "seekable"} {
		d.Method(name+"(self, /)", func(self any) any {
			checkOpen(self)
			return false
		})
	}
	d.Method("__enter__(self, /)", func(self any) any {
		checkOpen(self)
		return self
	})
	d.Method("__exit__(self, /, *args)", func(self, _ any) any {
		py.CallMethod(self, "close")
		return nil
	})
	d.Method("__iter__(self, /)", func(self any) any {
		checkOpen(self)
		return self
	})
	d.Method("__next__(self, /)", func(self any) any {
		line := py.CallMethod(self, "readline")
		if py.Len(line) == 0 {
			panic(py.NewStopIteration())
		}
		return line
	})
	d.Method("readlines(self, hint=-1, /)", func(self, hint any) any {
		lines, total, limit := py.ListOf[any](), 0, size(hint)
		for line := range py.Iter(self) {
			lines.Append(line)
			if total += py.Len(line); limit > 0 && total >= limit {
				break
			}
		}
		return lines
	})
	d.Method("writelines(self, lines, /)", func(self, lines any) any {
		checkOpen(self)
		for line := range py.Iter(lines) {
			py.CallMethod(self, "write", line)
		}
		return nil
	})
	d.Method("readline(self, size=-1, /)", func(self, n any) any {
		limit := size(n)
		var line []byte
		for limit < 0 || len(line) < limit {
			b := py.BytesLike(py.CallMethod(self, "read", 1))
			line = append(line, b...)
			if b == "" || b == "\n" {
				break
			}
		}
		return py.Bytes(line)
	})
}
