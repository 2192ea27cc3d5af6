package codecs

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/define"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/io"
)

// lineChunk is how many bytes a StreamReader takes at a time while it looks for
// the end of a line.
const lineChunk = 72

// forwarding lets reads of missing attributes go to the stream that self wraps,
// and makes self the context manager that closes it.
func forwarding(b *define.Body) {
	b.Method("__getattr__(self, name)", func(self, name any) any {
		return py.GetAttr(py.GetAttr(self, "stream"), py.As[string](name))
	})
	b.Method("__enter__(self)", func(self any) any { return self })
	b.Method("__exit__(self, type, value, tb)", func(self, _, _, _ any) any {
		py.CallMethod(py.GetAttr(self, "stream"), "close")
		return nil
	})
}

// writerOf makes the class of the stream writers of a codec.
func writerOf(key string) any {
	return define.Class("encodings."+key, "StreamWriter", []any{baseClasses()["Codec"]}, func(b *define.Body) {
		b.Method("__init__(self, stream, errors='strict')", func(self, stream, errors any) any {
			py.SetAttr(self, "stream", stream)
			py.SetAttr(self, "errors", errors)
			py.SetAttr(self, "_encoder", py.Call(encoderOf(key), errors))
			return nil
		})
		b.Method("write(self, object)", func(self, text any) any {
			py.CallMethod(py.GetAttr(self, "stream"), "write", py.CallMethod(py.GetAttr(self, "_encoder"), "encode", text))
			return nil
		})
		b.Method("writelines(self, list)", func(self, list any) any {
			var text strings.Builder
			for line := range py.Iter(list) {
				text.WriteString(py.As[string](line))
			}
			py.CallMethod(self, "write", text.String())
			return nil
		})
		b.Method("reset(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "_encoder"), "reset") })
		forwarding(b)
	})
}

// readerOf makes the class of the stream readers of a codec.
func readerOf(key string) any {
	return define.Class("encodings."+key, "StreamReader", []any{baseClasses()["Codec"]}, func(b *define.Body) {
		b.Method("__init__(self, stream, errors='strict')", func(self, stream, errors any) any {
			py.SetAttr(self, "stream", stream)
			py.SetAttr(self, "errors", errors)
			py.SetAttr(self, "_decoder", py.Call(decoderOf(key), errors))
			py.SetAttr(self, "charbuffer", "")
			return nil
		})
		b.Method("read(self, size=-1, chars=-1, firstline=False)", func(self, size, chars, _ any) any {
			wanted, text := py.As[int](chars), py.As[string](py.GetAttr(self, "charbuffer"))
			for wanted < 0 || py.StrLen(text) < wanted {
				more, ended := fill(self, py.As[int](size))
				text += more
				if ended || wanted < 0 && (py.As[int](size) < 0 || text != "") {
					break
				}
			}
			if wanted < 0 || wanted > py.StrLen(text) {
				wanted = py.StrLen(text)
			}
			py.SetAttr(self, "charbuffer", py.StrSlice(text, wanted, nil, nil))
			return py.StrSlice(text, nil, wanted, nil)
		})
		b.Method("readline(self, size=None, keepends=True)", func(self, _, keep any) any { return readLine(self, py.Truth(keep)) })
		b.Method("readlines(self, sizehint=None, keepends=True)", func(self, _, keep any) any {
			return py.CallMethod(py.CallMethod(self, "read"), "splitlines", keep)
		})
		b.Method("__iter__(self)", func(self any) any { return self })
		b.Method("__next__(self)", func(self any) any {
			line := py.CallMethod(self, "readline")
			if !py.Truth(line) {
				py.Raise(py.NewStopIteration())
			}
			return line
		})
		b.Method("reset(self)", func(self any) any {
			py.SetAttr(self, "charbuffer", "")
			return py.CallMethod(py.GetAttr(self, "_decoder"), "reset")
		})
		b.Method("seek(self, offset, whence=0)", func(self, offset, whence any) any {
			py.CallMethod(py.GetAttr(self, "stream"), "seek", offset, whence)
			return py.CallMethod(self, "reset")
		})
		forwarding(b)
	})
}

// fill decodes up to size bytes of the stream, all of it if size is negative,
// and tells whether it has ended.
func fill(self any, size int) (text string, ended bool) {
	var data any
	if size < 0 {
		data = py.CallMethod(py.GetAttr(self, "stream"), "read")
	} else {
		data = py.CallMethod(py.GetAttr(self, "stream"), "read", size)
	}
	ended = size < 0 || py.Len(data) == 0
	return py.As[string](py.CallMethod(py.GetAttr(self, "_decoder"), "decode", data)), ended
}

func readLine(self any, keep bool) string {
	text := py.As[string](py.GetAttr(self, "charbuffer"))
	for {
		lines := py.StrSplitLines(text, true)
		whole := lines.Len() > 1
		if lines.Len() == 1 && !strings.HasSuffix(text, "\r") {
			whole = py.StrSplitLines(text, false).Get(0) != text
		}
		more, ended := "", false
		if !whole {
			more, ended = fill(self, lineChunk)
			text += more
		}
		if !whole && !ended {
			continue
		}
		line := ""
		if lines := py.StrSplitLines(text, true); lines.Len() > 0 {
			line = lines.Get(0)
		}
		py.SetAttr(self, "charbuffer", text[len(line):])
		if !keep && line != "" {
			return py.StrSplitLines(line, false).Get(0)
		}
		return line
	}
}

// addStreams adds the classes of streams and open.
func addStreams(m *py.Module) {
	for _, class := range baseClasses() {
		m.Class(class)
	}
	both := define.Class("codecs", "StreamReaderWriter", nil, func(b *define.Body) {
		b.Set("encoding", "unknown")
		b.Method("__init__(self, stream, Reader, Writer, errors='strict')", func(self, stream, reader, writer, errors any) any {
			py.SetAttr(self, "stream", stream)
			py.SetAttr(self, "reader", py.Call(reader, stream, errors))
			py.SetAttr(self, "writer", py.Call(writer, stream, errors))
			py.SetAttr(self, "errors", errors)
			return nil
		})
		forward := func(part, spec string) {
			name, _, _ := strings.Cut(spec, "(")
			b.Method(spec, func(slots []any) any {
				return py.CallKw(py.GetAttr(py.GetAttr(slots[0], part), name), py.StarArgs(py.Star(slots[1])), py.KwFrom(slots[2]))
			})
		}
		for _, name := range []string{"read", "readline", "readlines"} {
			forward("reader", name+"(self, *args, **kwargs)")
		}
		for _, name := range []string{"write", "writelines"} {
			forward("writer", name+"(self, *args, **kwargs)")
		}
		b.Method("__iter__(self)", func(self any) any { return self })
		b.Method("__next__(self)", func(self any) any { return py.CallMethod(py.GetAttr(self, "reader"), "__next__") })
		b.Method("seek(self, offset, whence=0)", func(self, offset, whence any) any {
			py.CallMethod(py.GetAttr(self, "stream"), "seek", offset, whence)
			py.CallMethod(py.GetAttr(self, "reader"), "reset")
			return nil
		})
		forwarding(b)
	})
	m.Class(both)
	m.Func("open(filename, mode='r', encoding=None, errors='strict', buffering=-1)", func(name, mode, encoding, errors, buffering any) any {
		if encoding != nil && !strings.Contains(py.As[string](mode), "b") {
			mode = py.As[string](mode) + "b"
		}
		file := py.Call(io.Module().Attr("open"), name, mode, buffering)
		if encoding == nil {
			return file
		}
		info := lookup(encoding)
		stream := py.Call(both, file, py.GetAttr(info, "streamreader"), py.GetAttr(info, "streamwriter"), errors)
		py.SetAttr(stream, "encoding", encoding)
		return stream
	})
}
