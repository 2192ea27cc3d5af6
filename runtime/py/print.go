package py

import (
	"bufio"
	"io"
	"os"
	"strings"
)

// Stdout, Stderr and Stdin are sys.stdout, sys.stderr and sys.stdin once the
// program has replaced them, or module sys has been used; nil stands for the
// process's own.
var (
	Stdout any
	Stderr any
	Stdin  any
)

// output is what print writes to while sys.stdout is the process's own.
var output = bufio.NewWriterSize(os.Stdout, 8192)

// WriteStdout writes to the process's standard output, in order with print.
func WriteStdout(text string) {
	if _, err := output.WriteString(text); err != nil {
		Raise(AsException(err))
	}
	if !buffered {
		FlushStdout()
	}
}

// buffered tells whether output waits until it is flushed.
var buffered bool

// BufferStdout makes output to a file or a pipe wait until it is flushed, which
// Main does at the end, as CPython does.
func BufferStdout() {
	info, err := os.Stdout.Stat()
	buffered = err == nil && info.Mode()&os.ModeCharDevice == 0
}

// FlushStdout writes what is waiting. It raises OSError.
func FlushStdout() {
	if err := output.Flush(); err != nil {
		output.Reset(io.Discard)
		Raise(AsException(err))
	}
}

// PrintOptions are the keyword arguments of print; the zero value is print's
// own defaults.
type PrintOptions struct {
	Sep   any
	End   any
	File  any
	Flush bool
}

// Print is print(*args).
func Print(args ...any) { printValues(args, nil, nil, nil, false) }

// PrintWith is print(*args, sep=, end=, file=, flush=).
func PrintWith(args []any, opts PrintOptions) {
	printValues(args, opts.Sep, opts.End, opts.File, opts.Flush)
}

func printValues(args []any, sep, end, file any, flush bool) {
	separator := printOption(sep, "sep", " ")
	ending := printOption(end, "end", "\n")
	Settle()
	if file == nil {
		file = Stdout
	}
	if file == nil {
		if len(args) == 1 {
			WriteStdout(Str(args[0]) + ending)
		} else {
			var b strings.Builder
			for i, a := range args {
				if i > 0 {
					b.WriteString(separator)
				}
				b.WriteString(Str(a))
			}
			b.WriteString(ending)
			WriteStdout(b.String())
		}
		if flush {
			FlushStdout()
		}
		return
	}
	write := GetAttr(file, "write")
	for i, a := range args {
		if i > 0 {
			Call(write, separator)
		}
		Call(write, Str(a))
	}
	Call(write, ending)
	if flush {
		CallMethod(file, "flush")
	}
}

func printOption(v any, name, otherwise string) string {
	if v == nil {
		return otherwise
	}
	s, ok := native(v).(string)
	if !ok {
		raisef(NewTypeError, "%s must be None or a string, not %s", name, typeName(v))
	}
	return s
}

// input is the process's standard input.
var input = bufio.NewReader(os.Stdin)

// inputClosed tells that exit() has closed it.
var inputClosed bool

// StdinReader returns the reader of the process's standard input that Input
// uses, so that others read on where it stopped.
func StdinReader() *bufio.Reader { return input }

// Input is input(prompt). It raises EOFError at the end of the input.
func Input(prompt any) string {
	if text := Str(prompt); text != "" {
		printValues([]any{text}, nil, "", nil, true)
	} else if Stdout == nil {
		FlushStdout()
	}
	var line string
	if Stdin != nil {
		line = Str(CallMethod(Stdin, "readline"))
	} else if inputClosed {
		raisef(NewValueError, "I/O operation on closed file.")
	} else {
		Blocking(func() { line, _ = input.ReadString('\n') })
		line = strings.ToValidUTF8(line, "\ufffd")
	}
	if line == "" {
		raisef(NewEOFError, "EOF when reading a line")
	}
	return strings.TrimSuffix(line, "\n")
}
