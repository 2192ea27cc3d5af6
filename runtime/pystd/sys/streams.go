package sys

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
	pyio "github.com/pyasync2go/pyasync2go/runtime/pystd/io"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/number"
)

// addStreams adds stdin, stdout and stderr. Setting one of them changes what
// print, input and the traceback of an uncaught exception use.
func addStreams(m *py.Module) {
	stream := func(name string, variable *any, process func() any) {
		m.Lazy("__"+name+"__", process)
		m.Variable(name, func() any {
			if *variable == nil {
				return process()
			}
			return *variable
		}, func(value any) {
			if value == process() {
				value = nil
			}
			*variable = value
		})
	}
	stream("stdin", &py.Stdin, sync.OnceValue(func() any { return &input{text: true} }))
	stream("stdout", &py.Stdout, sync.OnceValue(func() any { return &output{text: true} }))
	stream("stderr", &py.Stderr, func() any { return pyio.StandardError() })
}

// An output is the process's standard output: the text stream, or the stream
// of bytes below it.
type output struct {
	py.Attributes
	text bool
}

// PyClass is TextIOWrapper or BufferedWriter.
func (o *output) PyClass() *py.Class {
	if o.text {
		return textOutputClass
	}
	return binaryOutputClass
}

var textOutputClass = py.NewNativeClass("_io", "TextIOWrapper", nil, func(d *py.Definition) {
	d.Method("write(self, text, /)", func(_, text any) any {
		s, ok := py.Payload(text).(string)
		if !ok {
			panic(exc.TypeError("write() argument must be str, not %s", py.TypeOf(text).Name()))
		}
		py.WriteStdout(string(py.StrEncode(s, "utf-8", "strict")))
		return py.StrLen(s)
	})
	defineOutput(d)
	defineText(d, "<stdout>", "w")
	d.Getter("buffer", func(any) any { return binaryOutput })
})

var binaryOutputClass = py.NewNativeClass("_io", "BufferedWriter", nil, func(d *py.Definition) {
	d.Method("write(self, buffer, /)", func(_, data any) any {
		if _, ok := data.(string); ok {
			panic(exc.TypeError("a bytes-like object is required, not 'str'"))
		}
		b := py.BytesLike(data)
		py.WriteStdout(b)
		return len(b)
	})
	defineOutput(d)
	d.Getter("name", func(any) any { return "<stdout>" })
	d.Getter("mode", func(any) any { return "wb" })
})

var binaryOutput = &output{}

func defineOutput(d *py.Definition) {
	d.Method("writelines(self, lines, /)", func(self, lines any) any {
		for line := range py.Iter(lines) {
			py.CallMethod(self, "write", line)
		}
		return nil
	})
	d.Method("flush(self, /)", func(any) any {
		py.FlushStdout()
		return nil
	})
	d.Method("fileno(self, /)", func(any) any { return 1 })
	d.Method("isatty(self, /)", func(any) any { return isTerminal(os.Stdout) })
	d.Method("readable(self, /)", func(any) any { return false })
	d.Method("writable(self, /)", func(any) any { return true })
	d.Method("seekable(self, /)", func(any) any { return false })
	d.Method("close(self, /)", func(any) any {
		py.FlushStdout()
		return nil
	})
	d.Getter("closed", func(any) any { return false })
}

func defineText(d *py.Definition, name, mode string) {
	d.Method("__repr__(self, /)", func(any) any {
		return "<_io.TextIOWrapper name='" + name + "' mode='" + mode + "' encoding='utf-8'>"
	})
	d.Method("reconfigure(self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
		func([]any) any { return nil })
	d.Getter("name", func(any) any { return name })
	d.Getter("mode", func(any) any { return mode })
	d.Getter("encoding", func(any) any { return "utf-8" })
	d.Getter("errors", func(any) any { return "strict" })
	d.Getter("newlines", func(any) any { return nil })
	d.Getter("line_buffering", func(any) any { return isTerminal(os.Stdout) })
	d.Getter("write_through", func(any) any { return false })
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Name() != "null"
}

// An input is the process's standard input: the text stream, or the stream of
// bytes below it.
type input struct {
	py.Attributes
	text bool
}

// PyClass is TextIOWrapper or BufferedReader.
func (in *input) PyClass() *py.Class {
	if in.text {
		return textInputClass
	}
	return binaryInputClass
}

// value is what was read as str or bytes.
func (in *input) value(b []byte) any {
	if !in.text {
		return py.Bytes(b)
	}
	text := py.BytesDecode(string(b), "utf-8", "strict")
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// Next is the next line.
func (in *input) Next() (any, bool) {
	line := in.line()
	return in.value(line), len(line) > 0
}

func (in *input) line() []byte {
	var line []byte
	var err error
	py.Blocking(func() { line, err = py.StdinReader().ReadBytes('\n') })
	if err != nil && err != io.EOF {
		py.Check(err)
	}
	return line
}

// read reads n characters or bytes, everything when n is negative.
func (in *input) read(n int) any {
	var data bytes.Buffer
	var err error
	py.Blocking(func() {
		source := py.StdinReader()
		switch {
		case n < 0:
			_, err = io.Copy(&data, source)
		case in.text:
			for range n {
				r, size, readErr := source.ReadRune()
				if readErr != nil || size == 0 {
					err = readErr
					return
				}
				data.WriteRune(r)
			}
		default:
			_, err = io.CopyN(&data, source, int64(n))
		}
	})
	if err != nil && err != io.EOF {
		py.Check(err)
	}
	return in.value(data.Bytes())
}

var binaryInput = &input{}

var textInputClass = py.NewNativeClass("_io", "TextIOWrapper", nil, func(d *py.Definition) {
	defineInput(d)
	defineText(d, "<stdin>", "r")
	d.Getter("buffer", func(any) any { return binaryInput })
})

var binaryInputClass = py.NewNativeClass("_io", "BufferedReader", nil, func(d *py.Definition) {
	defineInput(d)
	d.Getter("name", func(any) any { return "<stdin>" })
	d.Getter("mode", func(any) any { return "rb" })
})

func defineInput(d *py.Definition) {
	of := py.PayloadAs[*input]
	d.Method("read(self, size=-1, /)", func(self, size any) any {
		if size == nil {
			return of(self).read(-1)
		}
		return of(self).read(number.Int(size))
	})
	d.Method("readline(self, size=-1, /)", func(self, _ any) any { return of(self).value(of(self).line()) })
	d.Method("readlines(self, hint=-1, /)", func(self, _ any) any {
		lines := py.ListOf[any]()
		for line := range py.Iter(self) {
			lines.Append(line)
		}
		return lines
	})
	d.Method("__iter__(self, /)", func(self any) any { return self })
	d.Method("__next__(self, /)", func(self any) any {
		line, ok := of(self).Next()
		if !ok {
			py.Raise(py.NewStopIteration())
		}
		return line
	})
	d.Method("fileno(self, /)", func(any) any { return 0 })
	d.Method("isatty(self, /)", func(any) any { return isTerminal(os.Stdin) })
	d.Method("readable(self, /)", func(any) any { return true })
	d.Method("writable(self, /)", func(any) any { return false })
	d.Method("seekable(self, /)", func(any) any { return false })
	d.Method("close(self, /)", func(any) any { return nil })
	d.Getter("closed", func(any) any { return false })
}
