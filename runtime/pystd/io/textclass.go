package io

import (
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// textWrapperClass is the class TextIOWrapper.
var textWrapperClass *py.Class

func init() {
	textWrapperClass = py.NewNativeClass("_io", "TextIOWrapper", []*py.Class{textBaseClass}, defineTextFile)
}

// textArgument checks the argument of write.
func textArgument(v any, expected string) string {
	s, ok := py.Payload(v).(string)
	if !ok {
		panic(exc.TypeError("%s, not %s", expected, py.TypeOf(v).Name()))
	}
	return s
}

func defineTextFile(d *py.Definition) {
	of := py.PayloadAs[*textFile]
	d.New("TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)",
		func(buffer, encoding, errors, newline, line, through any) any {
			t := newTextFile(buffer, encoding, errors, newline)
			t.lineBuffering = py.Truth(line)
			return t
		})
	d.Getter("buffer", func(self any) any { return of(self).buffer })
	d.Getter("encoding", func(self any) any { return of(self).encoding })
	d.Getter("errors", func(self any) any { return of(self).errors })
	d.Getter("newlines", func(self any) any { return of(self).seen.value() })
	d.Getter("write_through", func(self any) any { return false })
	d.Getter("line_buffering", func(self any) any { return of(self).lineBuffering })
	d.Getter("name", func(self any) any { return py.GetAttr(of(self).buffer, "name") })
	d.Getter("mode", func(self any) any {
		if of(self).mode == "" {
			panic(exc.AttributeError("'_io.TextIOWrapper' object has no attribute 'mode'"))
		}
		return of(self).mode
	})
	d.Getter("closed", func(self any) any {
		t := of(self)
		return t.closed || py.Truth(py.GetAttrOr(t.buffer, "closed", false))
	})
	d.Method("read(self, size=-1, /)", func(self, n any) any { return of(self).read(size(n)) })
	d.Method("readline(self, size=-1, /)", func(self, n any) any { return of(self).readLine(size(n)) })
	d.Method("write(self, text, /)", func(self, text any) any {
		return of(self).write(textArgument(text, "write() argument must be str"))
	})
	d.Method("flush(self, /)", func(self any) any {
		of(self).checkOpen()
		of(self).flush()
		return nil
	})
	d.Method("close(self, /)", func(self any) any {
		of(self).close()
		return nil
	})
	d.Method("seek(self, cookie, whence=0, /)", func(self, offset, whence any) any {
		return of(self).seek(py.As[int](offset), py.As[int](whence))
	})
	d.Method("tell(self, /)", func(self any) any { return of(self).tell() })
	d.Method("truncate(self, pos=None, /)", func(self, pos any) any {
		t := of(self)
		t.flush()
		if pos == nil {
			pos = t.tell()
		}
		return py.CallMethod(t.buffer, "truncate", pos)
	})
	d.Method("detach(self, /)", func(self any) any {
		t := of(self)
		t.checkOpen()
		t.flush()
		t.detached = true
		return t.buffer
	})
	d.Method("reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
		func(self, encoding, errors, newline, line, _ any) any {
			t := of(self)
			t.checkOpen()
			t.flush()
			if s, ok := encoding.(string); ok {
				t.encoding = s
			}
			if s, ok := errors.(string); ok {
				t.errors = s
			}
			if newline != nil {
				t.newline = newlineOf(newline)
			}
			if line != nil {
				t.lineBuffering = py.Truth(line)
			}
			if f, ok := t.buffer.(*binaryFile); ok && py.Stdout == nil && (encoding != nil || errors != nil || newline != nil) {
				if _, standard := f.device.(outputDevice); standard {
					py.Stdout = t // print must encode as t does
				}
			}
			return nil
		})
	for _, name := range []string{"fileno", "isatty", "readable", "writable", "seekable"} {
		d.Method(name+"(self, /)", func(self any) any {
			return py.CallMethod(of(self).buffer, name)
		})
	}
	d.Method("__next__(self, /)", func(self any) any {
		line := of(self).readLine(-1)
		if line == "" {
			panic(py.NewStopIteration())
		}
		return line
	})
	d.Method("__repr__(self, /)", func(self any) any {
		t := of(self)
		text := "<_io.TextIOWrapper"
		if name := py.GetAttrOr(t.buffer, "name", nil); name != nil {
			text += " name=" + py.Repr(name)
		}
		if t.mode != "" {
			text += " mode=" + py.Repr(t.mode)
		}
		return text + " encoding=" + py.Repr(t.encoding) + ">"
	})
}
