package py

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
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
	writeStderr(Str(code) + "\n")
	return exitFailure
}

func writeStderr(text string) {
	if Stderr != nil {
		if Try(func() error { CallMethod(Stderr, "write", text); return nil }) == nil {
			return
		}
	}
	w := bufio.NewWriter(os.Stderr)
	_, _ = w.WriteString(text)
	_ = w.Flush()
}

// PrintException writes the report of an uncaught exception to sys.stderr.
func PrintException(e BaseException) { writeStderr(FormatException(e)) }

// FormatException is the report of an exception: its causes, a header for the
// traceback, its class, text and notes, and the members of groups in boxes.
// The lines of the source are not in it.
func FormatException(e BaseException) string {
	r := &exceptionReport{seen: map[*Exception]bool{}}
	r.chain(e, true)
	return r.text.String()
}

// exceptionReport writes exceptions as CPython's traceback module does.
type exceptionReport struct {
	text  strings.Builder
	seen  map[*Exception]bool
	depth int
	// needClose is set while the box of a group is open.
	needClose bool
}

const (
	causeText   = "The above exception was the direct cause of the following exception:"
	contextText = "During handling of the above exception, another exception occurred:"
	// maxGroupWidth and maxGroupDepth limit what is shown of a group.
	maxGroupWidth = 15
	maxGroupDepth = 10
)

func (r *exceptionReport) indent() string { return strings.Repeat(" ", 2*r.depth) }

// line writes one line with the margin of the group it is in.
func (r *exceptionReport) line(text string) {
	margin := ""
	if r.depth > 0 {
		margin = r.indent() + "| "
	}
	r.text.WriteString(margin + text + "\n")
}

// chain writes the causes of e, then e.
func (r *exceptionReport) chain(e BaseException, withChain bool) {
	base := e.exception()
	r.seen[base] = true
	if withChain {
		switch {
		case base.Cause != nil && !r.seen[base.Cause.exception()]:
			r.chain(base.Cause, true)
			r.between(causeText)
		case base.Cause == nil && base.Context != nil && !base.SuppressContext && !r.seen[base.Context.exception()]:
			r.chain(base.Context, true)
			r.between(contextText)
		}
	}
	if isGroup(e) {
		r.group(e)
		return
	}
	r.line("Traceback (most recent call last):")
	r.describe(e)
}

func (r *exceptionReport) between(text string) {
	r.line("")
	r.line(text)
	r.line("")
}

// describe writes the lines of the exception itself.
func (r *exceptionReport) describe(e BaseException) {
	for l := range strings.SplitSeq(exceptionLine(e), "\n") {
		r.line(l)
	}
	notes := e.exception().Notes
	if notes == nil {
		return
	}
	for note := range notes.All() {
		for l := range strings.SplitSeq(Str(note), "\n") {
			r.line(l)
		}
	}
}

// group writes an exception group and its members.
func (r *exceptionReport) group(e BaseException) {
	if r.depth > maxGroupDepth {
		r.line("... (max_group_depth is " + Str(maxGroupDepth) + ")")
		return
	}
	top := r.depth == 0
	if top {
		r.depth++
		r.text.WriteString("  + Exception Group Traceback (most recent call last):\n")
	} else {
		r.line("Exception Group Traceback (most recent call last):")
	}
	r.describe(e)
	members := Exceptions(e)
	shown := min(len(members), maxGroupWidth)
	total := shown
	if len(members) > maxGroupWidth {
		total++
	}
	r.needClose = false
	for i := range total {
		last := i == total-1
		if last {
			r.needClose = true
		}
		title := Str(i + 1)
		if i >= shown {
			title = "..."
		}
		bar := "  "
		if i == 0 {
			bar = "+-"
		}
		r.text.WriteString(r.indent() + bar + "+---------------- " + title + " ----------------\n")
		r.depth++
		if i >= shown {
			rest := len(members) - shown
			r.line("and " + Str(rest) + " more exception" + pluralS(rest != 1))
		} else {
			r.chain(members[i], true)
		}
		if last && r.needClose {
			r.text.WriteString(r.indent() + "+------------------------------------\n")
			r.needClose = false
		}
		r.depth--
	}
	if top {
		r.depth--
	}
}

// exceptionLine is the last line of a report: the class and the text, with the
// suggestion that CPython makes for a mistyped name.
func exceptionLine(e BaseException) string {
	class := e.PyClass()
	name := class.qualname
	if class.module != "builtins" && class.module != "__main__" {
		name = class.module + "." + name
	}
	var text string
	if Try(func() error { text = Str(e); return nil }) != nil {
		text = "<exception str() failed>"
	}
	text += attributeSuggestion(e)
	if text == "" {
		return name
	}
	return name + ": " + text
}

// attributeSuggestion is the hint after the text of an AttributeError.
func attributeSuggestion(e BaseException) string {
	if !e.PyClass().IsSubclassOf(AttributeError) {
		return ""
	}
	name, _ := e.exception().fields.get("name")
	o, known := e.exception().fields.get("obj")
	wrong, ok := name.(string)
	if !ok || !known {
		return ""
	}
	var names []string
	if Try(func() error { names = Dir(o); return nil }) != nil {
		return ""
	}
	if best := SuggestName(wrong, names); best != "" {
		return ". Did you mean: '" + best + "'?"
	}
	return ""
}
