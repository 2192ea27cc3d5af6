package io

import (
	"os"
	"sync"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// StandardError is sys.stderr: what the program has set, or the stream of the
// process.
func StandardError() any {
	if py.Stderr != nil {
		return py.Stderr
	}
	return processStderr()
}

var processStderr = sync.OnceValue(func() any {
	return newStandard(systemDevice{os.Stderr}, "<stderr>", "w", "backslashreplace")
})

// ProcessOutput is the standard output of the process as a text stream.
func ProcessOutput() any { return processOutput() }

var processOutput = sync.OnceValue(func() *textFile {
	return newStandard(outputDevice{systemDevice{os.Stdout}}, "<stdout>", "w", "strict")
})

// ProcessInput is the standard input of the process as a text stream. From its
// first call on, the builtin input reads from it.
func ProcessInput() any { return processInput() }

var processInput = sync.OnceValue(func() *textFile {
	t := newStandard(inputDevice{systemDevice{os.Stdin}}, "<stdin>", "r", "strict")
	if py.Stdin == nil {
		py.Stdin = t
	}
	return t
})

// newStandard makes a text stream of the process. Its line ends are not
// translated.
func newStandard(d Device, name, mode, errorMode string) *textFile {
	f := &binaryFile{class: writerClass, device: d, name: name, mode: "wb", unbuffered: true, canWrite: true, closefd: true}
	if mode == "r" {
		f.class, f.mode, f.unbuffered, f.canRead, f.canWrite = readerClass, "rb", false, true, false
	}
	t := newTextFile(f, "utf-8", errorMode, "\n")
	t.encoding, t.mode, t.lineBuffering = "utf-8", mode, mode == "w" && d.Terminal()
	return t
}

// outputDevice writes to the standard output in order with print.
type outputDevice struct{ systemDevice }

func (outputDevice) Write(p []byte) (int, error) {
	py.WriteStdout(string(p))
	return len(p), nil
}

func (outputDevice) Flush() error {
	py.FlushStdout()
	return nil
}

// Close makes print fail as it does in CPython; the file descriptor stays.
func (outputDevice) Close() error {
	py.FlushStdout()
	py.Stdout = processOutput()
	return nil
}

// inputDevice reads where the builtin input stopped.
type inputDevice struct{ systemDevice }

func (inputDevice) Read(p []byte) (n int, err error) {
	py.Blocking(func() { n, err = py.StdinReader().Read(p) })
	return n, err
}

func (d inputDevice) Seek(offset int64, whence int) (int64, error) {
	if whence == 1 {
		offset -= int64(py.StdinReader().Buffered())
	}
	at, err := d.File.Seek(offset, whence)
	if err == nil {
		py.StdinReader().Reset(os.Stdin)
	}
	return at, err
}

func (inputDevice) Close() error { return nil }
