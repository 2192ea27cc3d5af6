package py

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// Statuses of a process that an exception ends.
const (
	exitFailure     = 1
	exitInterrupted = 130
)

// beforeExit are the functions that run when the program ends, before those of
// atExit.
var beforeExit []func()

// BeforeExit registers f to run at the end of the program before all functions
// of AtExit: what waits for threads, whose work those may need.
func BeforeExit(f func()) { beforeExit = append(beforeExit, f) }

// atExit are the functions that run when the program ends, last first.
var atExit []func()

// AtExit registers f to run at the end of the program, before what was
// registered earlier: atexit.register.
func AtExit(f func()) { atExit = append(atExit, f) }

// Main runs a program and ends the process: with status 0, with the code of
// SystemExit, with CPython's report of an uncaught exception and status 1, or by
// SIGINT for KeyboardInterrupt.
func Main(program func() error) {
	watchHeap()
	status := Run(program)
	if status == exitInterrupted {
		signal.Reset(os.Interrupt)
		_ = syscall.Kill(os.Getpid(), syscall.SIGINT)
	}
	os.Exit(status)
}

// Run runs a program as Main does and returns the status of the process.
func Run(program func() error) int {
	err := Try(program)
	status := report(err)
	atExit = append(atExit, beforeExit...)
	for len(atExit) > 0 {
		f := atExit[len(atExit)-1]
		atExit = atExit[:len(atExit)-1]
		if err := Try(func() error { f(); return nil }); err != nil {
			PrintException(AsException(err))
		}
	}
	Release(releasedAtExit...)
	if err := Try(func() error { FlushStdout(); return nil }); err != nil {
		fmt.Fprintf(os.Stderr, "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n%s\n",
			exceptionLine(AsException(err)))
		if status == 0 {
			status = 120
		}
	}
	return status
}

// report prints what an uncaught exception prints and returns the status it
// ends the process with.
func report(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, SystemExit):
		return exitStatus(AsException(err).exception())
	}
	_ = Try(func() error { FlushStdout(); return nil })
	PrintException(AsException(err))
	if errors.Is(err, KeyboardInterrupt) {
		return exitInterrupted
	}
	return exitFailure
}

// exitStatus is the status that SystemExit asks for; a code that is no int is
// printed.
func exitStatus(e *Exception) int {
	code, _ := e.fields.get("code")
	switch c := native(code).(type) {
	case nil:
		return 0
	case int:
		return c & 0xff
	case bool:
		return boolInt(c)
	}
	_ = Try(func() error { FlushStdout(); return nil })
	WriteStderr(Str(code) + "\n")
	return exitFailure
}

// WriteStderr writes to sys.stderr.
func WriteStderr(text string) {
	if Stderr != nil {
		if Try(func() error { CallMethod(Stderr, "write", text); return nil }) == nil {
			return
		}
	}
	w := bufio.NewWriter(os.Stderr)
	_, _ = w.WriteString(text)
	_ = w.Flush()
}
