package io

import (
	"bytes"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

// BytesIO is io.BytesIO: bytes in memory.
type BytesIO struct {
	py.Attributes
	// content is an array so that getbuffer can give a view of it.
	content *py.ByteArray
	at      int
	closed  bool
}

// NewBytesIO makes a stream of the given bytes.
func NewBytesIO(data string) *BytesIO { return &BytesIO{content: py.NewByteArray(data)} }

// PyClass is the class BytesIO.
func (*BytesIO) PyClass() *py.Class { return bytesIOClass }

func (b *BytesIO) data() []byte { return b.content.Data() }

func (b *BytesIO) rest() []byte { return b.data()[min(b.at, b.content.Len()):] }

func (b *BytesIO) read(n int) []byte {
	rest := b.rest()
	if n >= 0 && n < len(rest) {
		rest = rest[:n]
	}
	b.at += len(rest)
	return rest
}

func (b *BytesIO) readLine(limit int) []byte {
	n := bytes.IndexByte(b.rest(), '\n') + 1
	if n == 0 {
		n = len(b.rest())
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	return b.read(n)
}

// write is b.write(data): it overwrites what is at the position.
func (b *BytesIO) write(text string) int {
	if text == "" {
		return 0
	}
	data := b.data()
	if b.at+len(text) > len(data) {
		if gap := b.at - len(data); gap > 0 {
			data = append(data, make([]byte, gap)...)
		}
		b.content.Resize(append(data[:b.at], text...))
	} else {
		copy(data[b.at:], text)
	}
	b.at += len(text)
	return len(text)
}

// seekTo is the position that seek names. It raises ValueError.
func seekTo(offset, whence, at, end int) int {
	switch whence {
	case 0:
		if offset < 0 {
			panic(exc.ValueError("negative seek value %d", offset))
		}
		return offset
	case 1:
		return max(at+offset, 0)
	case 2:
		return max(end+offset, 0)
	}
	panic(exc.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence))
}

var bytesIOClass *py.Class

func init() {
	bytesIOClass = py.NewNativeClass("_io", "BytesIO", []*py.Class{bufferedBaseClass}, defineBytesIO)
	stringIOClass = py.NewNativeClass("_io", "StringIO", []*py.Class{textBaseClass}, defineStringIO)
}

func defineBytesIO(d *py.Definition) {
	of := func(self any) *BytesIO {
		b := py.PayloadAs[*BytesIO](self)
		if b.closed {
			panic(closedFile("I/O operation on closed file."))
		}
		return b
	}
	d.Alloc(func() any { return NewBytesIO("") })
	d.Method("__iter__(self, /)", func(self any) any { return self })
	d.Init("__init__(self, initial_bytes=None)", func(self, initial any) any {
		b := py.PayloadAs[*BytesIO](self)
		b.at, b.content = 0, py.NewByteArray("")
		if initial != nil {
			b.content.SetData([]byte(py.BytesLike(initial)))
		}
		return nil
	})
	d.Getter("closed", func(self any) any { return py.PayloadAs[*BytesIO](self).closed })
	for _, name := range []string{"read", "read1"} {
		d.Method(name+"(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).read(size(n))) })
	}
	d.Method("readline(self, size=-1, /)", func(self, n any) any { return py.Bytes(of(self).readLine(size(n))) })
	d.Method("readinto(self, buffer, /)", func(self, buffer any) any {
		data := of(self).read(bufferLength(buffer))
		py.SetItem(buffer, py.NewSlice(0, len(data), nil), py.Bytes(data))
		return len(data)
	})
	d.Method("write(self, b, /)", func(self, data any) any { return of(self).write(py.BytesLike(data)) })
	d.Method("getvalue(self, /)", func(self any) any { return py.Bytes(of(self).data()) })
	d.Method("getbuffer(self, /)", func(self any) any { return py.NewMemoryView(of(self).content) })
	d.Method("seek(self, pos, whence=0, /)", func(self, offset, whence any) any {
		b := of(self)
		b.at = seekTo(py.As[int](offset), py.As[int](whence), b.at, b.content.Len())
		return b.at
	})
	d.Method("tell(self, /)", func(self any) any { return of(self).at })
	d.Method("truncate(self, size=None, /)", func(self, n any) any {
		b := of(self)
		length := b.at
		if n != nil {
			length = py.As[int](n)
		}
		if length < 0 {
			panic(exc.ValueError("negative size value %d", length))
		}
		if length < b.content.Len() {
			b.content.Resize(b.data()[:length])
		}
		return length
	})
	d.Method("close(self, /)", func(self any) any {
		b := py.PayloadAs[*BytesIO](self)
		if !b.closed {
			b.content.Resize(nil)
		}
		b.closed = true
		return nil
	})
	d.Method("__getstate__(self, /)", func(self any) any {
		b := of(self)
		return py.Tuple{py.Bytes(b.data()), b.at, nil}
	})
	d.Method("__setstate__(self, state, /)", func(self, state any) any {
		b, t := of(self), py.As[py.Tuple](state)
		if len(t) != 3 {
			panic(exc.TypeError("%s.__setstate__ argument should be 3-tuple, got %s", py.TypeOf(self).Name(), py.TypeOf(state).Name()))
		}
		b.content, b.at = py.NewByteArray(py.BytesLike(t[0])), py.As[int](t[1])
		return nil
	})
	alwaysTrue(d, func(self any) { of(self) })
}

// alwaysTrue adds what every stream in memory can do.
func alwaysTrue(d *py.Definition, check func(self any)) {
	for _, name := range []string{"readable", "writable", "seekable"} {
		d.Method(name+"(self, /)", func(self any) any {
			check(self)
			return true
		})
	}
}

// StringIO is io.StringIO: text in memory.
type StringIO struct {
	py.Attributes
	text    []rune
	at      int
	newline newlineMode
	closed  bool
	// seen are the kinds of line ends that were written.
	seen lineEnds
}

// NewStringIO makes a stream of the given text.
func NewStringIO(text string) *StringIO {
	return &StringIO{text: runes(text), newline: newlineOf("\n")}
}

// runes splits text into code points; lone surrogates stay whole.
func runes(text string) []rune {
	list := make([]rune, 0, len(text))
	for c := range py.StrIter(text) {
		list = append(list, rune(py.Ord(c)))
	}
	return list
}

func textOf(list []rune) string {
	var b strings.Builder
	for _, r := range list {
		if r >= 0xD800 && r < 0xE000 {
			b.WriteString(py.Chr(int(r)).(string))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// PyClass is the class StringIO.
func (*StringIO) PyClass() *py.Class { return stringIOClass }

// Value is s.getvalue().
func (s *StringIO) Value() string { return textOf(s.text) }

func (s *StringIO) rest() []rune { return s.text[min(s.at, len(s.text)):] }

func (s *StringIO) read(n int) string {
	rest := s.rest()
	if n >= 0 && n < len(rest) {
		rest = rest[:n]
	}
	s.at += len(rest)
	return textOf(rest)
}

func (s *StringIO) readLine(limit int) string {
	rest := s.rest()
	if limit >= 0 && limit < len(rest) {
		rest = rest[:limit]
	}
	text := textOf(rest)
	if end := s.newline.lineEnd(text, false); end >= 0 {
		return s.read(py.StrLen(text[:end]))
	}
	return s.read(len(rest))
}

// Write is s.write(text).
func (s *StringIO) Write(text string) int {
	n := py.StrLen(text)
	if s.newline.universal {
		s.seen.note(text, false)
	}
	if s.newline.translate {
		text = translated(text)
	} else if s.newline.write != "\n" {
		text = strings.ReplaceAll(text, "\n", s.newline.write)
	}
	list := runes(text)
	if gap := s.at - len(s.text); gap > 0 {
		s.text = append(s.text, make([]rune, gap)...)
	}
	copied := copy(s.text[s.at:], list)
	s.text = append(s.text, list[copied:]...)
	s.at += len(list)
	return n
}

var stringIOClass *py.Class

func defineStringIO(d *py.Definition) {
	of := func(self any) *StringIO {
		s := py.PayloadAs[*StringIO](self)
		if s.closed {
			panic(closedFile("I/O operation on closed file"))
		}
		return s
	}
	d.Alloc(func() any { return NewStringIO("") })
	d.Init("__init__(self, initial_value='', newline='\\n')", func(self, initial, newline any) any {
		s := py.PayloadAs[*StringIO](self)
		s.newline, s.text, s.at = newlineOf(newline), nil, 0
		if initial != nil {
			s.Write(textArgument(initial, "initial_value must be str or None"))
		}
		s.at = 0
		return nil
	})
	d.Getter("closed", func(self any) any { return py.PayloadAs[*StringIO](self).closed })
	d.Getter("line_buffering", func(any) any { return false })
	d.Getter("newlines", func(self any) any {
		if !of(self).newline.translate {
			return nil
		}
		return of(self).seen.value()
	})
	d.Method("read(self, size=-1, /)", func(self, n any) any { return of(self).read(size(n)) })
	d.Method("readline(self, size=-1, /)", func(self, n any) any { return of(self).readLine(size(n)) })
	d.Method("write(self, s, /)", func(self, text any) any {
		s := of(self)
		plain, ok := py.Payload(text).(string)
		if !ok {
			panic(exc.TypeError("string argument expected, got '%s'", py.TypeOf(text).Name()))
		}
		return s.Write(plain)
	})
	d.Method("getvalue(self, /)", func(self any) any { return of(self).Value() })
	d.Method("seek(self, pos, whence=0, /)", func(self, offset, whence any) any {
		s := of(self)
		to, from := py.As[int](offset), py.As[int](whence)
		switch {
		case from == 0 && to < 0:
			panic(exc.ValueError("Negative seek position %d", to))
		case from != 0 && to != 0:
			panic(py.NewOSError("Can't do nonzero cur-relative seeks"))
		}
		if from != 1 {
			s.at = seekTo(to, from, s.at, len(s.text))
		}
		return s.at
	})
	d.Method("tell(self, /)", func(self any) any { return of(self).at })
	d.Method("truncate(self, pos=None, /)", func(self, pos any) any {
		s := of(self)
		n := s.at
		if pos != nil {
			n = py.As[int](pos)
		}
		if n < 0 {
			panic(exc.ValueError("Negative size value %d", n))
		}
		s.text = s.text[:min(n, len(s.text))]
		return n
	})
	d.Method("flush(self, /)", func(any) any { return nil })
	d.Method("close(self, /)", func(self any) any {
		py.PayloadAs[*StringIO](self).closed = true
		return nil
	})
	alwaysTrue(d, func(self any) { of(self) })
}
