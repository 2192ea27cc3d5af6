package py

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// SourcePlace is a line of the Python program, and the __qualname__ of the
// function that it belongs to, as far as that is known.
type SourcePlace struct {
	File     string
	Line     int
	Function string
}

// String is the place as CPython's reprs have it.
func (p SourcePlace) String() string { return p.File + ":" + strconv.Itoa(p.Line) }

// SourceFunction is a Go function as the table of its file has it.
type SourceFunction struct {
	// Defined is where the Python function is defined, decorators included.
	Defined SourcePlace
	// Calls says that the Go function does nothing but call the Python function,
	// which stands elsewhere: Defined has no line.
	Calls       bool
	first, last int // its Go lines
}

// sourceFile is what is known of a Go file of the program.
type sourceFile struct {
	path      string
	table     string
	read      sync.Once
	functions []SourceFunction
	lines     []int // the Python line of each Go line
}

// sourceFiles are the files of the program, by the names of the Go files.
var sourceFiles = map[string]*sourceFile{}

// Source tells which lines of a Python file the functions and statements of a Go
// file of package main were converted from. The table has a line for each
// function, "FIRST-LAST LINE QUALNAME": its Go lines, and the line of its
// definition, "-" if it only calls that function. Then follow the Go lines at which the Python line changes, "GO:PYTHON".
func Source(goFile, pythonFile, table string) {
	sourceFiles[goFile] = &sourceFile{path: SourcePath(pythonFile), table: table}
}

// StartDirectory is the directory that the program was started in. It must be asked
// for before the program goes to another.
var StartDirectory = sync.OnceValue(func() string {
	directory, _ := os.Getwd()
	return directory
})

// SourcePath is the absolute path of a source file, which was converted from the
// directory that the program is started in.
func SourcePath(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(StartDirectory(), file)
}

// ShowsLines reports whether the program can tell the lines of its source.
func ShowsLines() bool { return len(sourceFiles) > 0 }

// parse reads the table.
func (f *sourceFile) parse() {
	for _, row := range strings.Split(f.table, "\n") {
		span, rest, _ := strings.Cut(row, " ")
		first, last, isFunction := strings.Cut(span, "-")
		if !isFunction {
			f.parseLines(row)
			continue
		}
		fn := SourceFunction{Defined: SourcePlace{File: f.path}}
		fn.first, _ = strconv.Atoi(first)
		fn.last, _ = strconv.Atoi(last)
		line, name, _ := strings.Cut(rest, " ")
		fn.Calls = line == "-"
		fn.Defined.Line, _ = strconv.Atoi(line)
		fn.Defined.Function = name
		f.functions = append(f.functions, fn)
	}
}

func (f *sourceFile) parseLines(row string) {
	for _, item := range strings.Fields(row) {
		from, to, _ := strings.Cut(item, ":")
		goLine, _ := strconv.Atoi(from)
		python, _ := strconv.Atoi(to)
		for len(f.lines) < goLine {
			f.lines = append(f.lines, f.line(len(f.lines)-1))
		}
		f.lines = append(f.lines, python)
	}
}

// line is the Python line of a Go line.
func (f *sourceFile) line(goLine int) int {
	if len(f.lines) == 0 {
		return 0
	}
	return f.lines[max(0, min(goLine, len(f.lines)-1))]
}

// function is the innermost function that a Go line belongs to; nil if the line
// is one of the module's own.
func (f *sourceFile) function(goLine int) *SourceFunction {
	var found *SourceFunction
	for i := range f.functions {
		fn := &f.functions[i]
		if fn.first <= goLine && goLine <= fn.last && (found == nil || fn.first >= found.first) {
			found = fn
		}
	}
	return found
}

func sourceOf(function, file string) *sourceFile {
	if !strings.HasPrefix(function, "main.") {
		return nil
	}
	f := sourceFiles[filepath.Base(file)]
	if f != nil {
		f.read.Do(f.parse)
	}
	return f
}

// SourceOf tells which function of the program a frame belongs to, nil for that
// of the module, and which line it is at. ok is false for a frame of the runtime.
func SourceOf(frame *runtime.Frame) (fn *SourceFunction, at SourcePlace, ok bool) {
	f := sourceOf(frame.Function, frame.File)
	if f == nil {
		return nil, SourcePlace{}, false
	}
	fn = f.function(frame.Line)
	at = SourcePlace{File: f.path, Line: f.line(frame.Line), Function: "<module>"}
	if fn != nil {
		at.Function = fn.Defined.Function
	}
	return fn, at, true
}

// CallerPlace is where the function of the program stands that called the runtime,
// the one that called that function at level 2, and so on. It is unknown in what the
// event loop does itself.
func CallerPlace(level int) (SourcePlace, bool) {
	if !ShowsLines() {
		return SourcePlace{}, false
	}
	pcs := make([]uintptr, 128)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var inner *SourceFunction
	for seen := false; ; {
		frame, more := frames.Next()
		fn, at, ok := SourceOf(&frame)
		switch {
		case ok && fn != nil && fn.Calls:
		case ok && (!seen || fn != inner):
			if level--; level <= 0 {
				return at, true
			}
			inner, seen = fn, true
		case !ok && !seen && strings.Contains(frame.Function, "/runtime/asyncio."):
			return SourcePlace{}, false
		}
		if !more {
			return SourcePlace{}, false
		}
	}
}

// CodeOf is the code of a Go func, 0 if f is none.
func CodeOf(f any) uintptr {
	if v := reflect.ValueOf(f); v.Kind() == reflect.Func {
		return v.Pointer()
	}
	return 0
}

// CodePlace tells where the Python function is defined that the Go code at an
// address is, or calls. The place has no line if the function is not one of the
// program.
func CodePlace(code uintptr) (SourcePlace, bool) {
	if code == 0 || !ShowsLines() {
		return SourcePlace{}, false
	}
	fn := runtime.FuncForPC(code)
	file, line := fn.FileLine(code)
	if f := sourceOf(fn.Name(), file); f != nil {
		g := f.function(line)
		switch {
		case g == nil || g.first != line || g.Defined.Function == "":
		case g.Calls:
			if p, ok := NamedPlace(g.Defined.Function); ok {
				return p, true
			}
			return SourcePlace{Function: g.Defined.Function}, true
		default:
			return g.Defined, true
		}
	}
	return SourcePlace{}, false
}

// FunctionPlace tells where a function of the program is defined.
func FunctionPlace(f *Function) (SourcePlace, bool) {
	if !ShowsLines() || f.kind == builtinFunction {
		return SourcePlace{}, false
	}
	if p, ok := CodePlace(CodeOf(f.fn)); ok {
		return p, true
	}
	return NamedPlace(f.sig.name)
}

// NamedPlace tells where the first function with a __qualname__ is defined.
func NamedPlace(qualname string) (SourcePlace, bool) {
	for _, f := range sourceFiles {
		f.read.Do(f.parse)
		for i := range f.functions {
			if fn := &f.functions[i]; !fn.Calls && fn.Defined.Function == qualname {
				return fn.Defined, true
			}
		}
	}
	return SourcePlace{}, false
}
