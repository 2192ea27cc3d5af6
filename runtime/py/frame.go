package py

import (
	"os"
	"strings"
	"sync"
)

// Frame is one call of a Python function, in a program that can see frames: it
// knows the line that runs, and adds itself to the tracebacks of the exceptions
// that come through it.
type Frame struct {
	code   code
	line   int
	source string // of the line; "" if it is not known
}

// FrameClass is types.FrameType.
var FrameClass = newFinalClass("frame")

// PyClass is types.FrameType.
func (*Frame) PyClass() *Class { return FrameClass }

// NewFrame makes the frame of a call of the function with a __qualname__, which
// begins at a line of a source file.
func NewFrame(qualname, file string, line int) *Frame {
	return &Frame{code: code{qualname: qualname, file: SourcePath(file), line: line}, line: line}
}

// At tells that the statement on a line runs from now on, and what that line is.
func (f *Frame) At(line int, source ...string) {
	f.line, f.source = line, ""
	if len(source) > 0 {
		f.source = source[0]
	}
}

// Copy is a frame of the same call, at a line.
func (f *Frame) Copy(line int) *Frame { return &Frame{code: f.code, line: line} }

// Name is the name of the function, File its source file and Line the line that
// runs.
func (f *Frame) Name() string { return f.code.name() }

// File is the source file of the function.
func (f *Frame) File() string { return f.code.file }

// Raise is for what a raise statement raises: the frame begins a new entry of
// the traceback even if it has one already.
func (f *Frame) Raise(err error) error {
	e := AsException(err)
	f.enter(e.exception())
	return e
}

// Trace is for an exception that has come to the frame: it returns the exception
// with an entry for the frame in its traceback.
func (f *Frame) Trace(err error) error {
	if err == nil {
		return nil
	}
	e := AsException(err)
	if tb, ok := e.exception().traceback.(*Traceback); !ok || tb.frame != f {
		f.enter(e.exception())
	}
	return e
}

func (f *Frame) enter(e *Exception) {
	next, _ := e.traceback.(*Traceback)
	e.traceback = &Traceback{frame: f, line: f.line, source: f.source, next: next}
	e.raised = true
}

// Try is py.Try for the body of a statement of the function.
func (f *Frame) Try(body func() error) error { return f.Trace(Try(body)) }

// Unwind is deferred by the function: an exception that leaves it as a panic
// gets an entry for the frame.
func (f *Frame) Unwind() {
	r := recover()
	if r == nil {
		return
	}
	if err := Try(func() error { panic(r) }); err != nil {
		panic(f.Trace(err))
	}
}

func init() {
	frame := func(self any) *Frame { return self.(*Frame) }
	FrameClass.define(func(d *Definition) {
		d.Getter("f_code", func(self any) any { return &frame(self).code })
		d.Getter("f_lineno", func(self any) any { return frame(self).line })
		d.Method("__repr__(self, /)", func(self any) any {
			f := frame(self)
			return "<frame at " + addressText(f) + ", file " + Repr(f.code.file) + ", line " + Repr(f.line) + ", code " + f.Name() + ">"
		})
	})
}

// sources holds the lines of the files that were asked for.
var sources sync.Map

// SourceLines gives the lines of a source file with their newlines, none if it
// cannot be read: linecache.getlines.
func SourceLines(file string) []string {
	if lines, ok := sources.Load(file); ok {
		return lines.([]string)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil
	}
	lines := strings.SplitAfter(string(text), "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	} else {
		lines[last] += "\n"
	}
	sources.Store(file, lines)
	return lines
}

// ForgetSources drops the lines of all files: linecache.clearcache.
func ForgetSources() { sources.Clear() }

// SourceLine is a line of a source file, counted from 1, without the white space
// around it; "" if there is none.
func SourceLine(file string, line int) string {
	if lines := SourceLines(file); line >= 1 && line <= len(lines) {
		return strings.TrimSpace(lines[line-1])
	}
	return ""
}
