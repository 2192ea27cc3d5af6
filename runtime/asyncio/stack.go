package asyncio

import (
	"fmt"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// stack is Task.get_stack(limit=limit): the frames of the traceback of what the task
// ended with, or the one frame of the coroutine that it waits in.
func (t *task) stack(limit any) []*py.Frame {
	if t.done() {
		frames := tracebackFrames(t.err)
		if n, ok := limit.(int); ok && n < len(frames) {
			frames = frames[:n]
		}
		return frames
	}
	if n, ok := limit.(int); ok && n < 1 {
		return nil
	}
	if f := t.frame(); f != nil {
		return []*py.Frame{f}
	}
	return nil
}

func tracebackFrames(err error) (frames []*py.Frame) {
	if err == nil {
		return nil
	}
	for tb := py.GetAttrOr(py.AsException(err), "__traceback__", nil); tb != nil; tb = py.GetAttrOr(tb, "tb_next", nil) {
		if f, ok := py.GetAttrOr(tb, "tb_frame", nil).(*py.Frame); ok {
			line, _ := py.GetAttr(tb, "tb_lineno").(int)
			frames = append(frames, f.Copy(line))
		}
	}
	return frames
}

// frame is that of the coroutine of a task that has not ended; nil if it is not known.
func (t *task) frame() *py.Frame {
	name, defined, known := definitionOf(t.outerTask().coroutine())
	if library, ok := libraryCoroutines[name]; ok && !known {
		return py.NewFrame(name, libraryPath+library.file, library.defined).Copy(library.line(t))
	}
	at, known := t.placeIn(&name, defined, known)
	if !known {
		return nil
	}
	return py.NewFrame(name, at.File, defined.Line).Copy(at.Line)
}

// printStack is Task.print_stack(limit=limit, file=file): without a file, the entries
// of the stack go to sys.stderr, and the rest to sys.stdout.
func (t *task) printStack(limit, file any) {
	frames := t.stack(limit)
	head := "Stack for %s (most recent call last):\n"
	switch {
	case len(frames) == 0:
		head = "No stack for %s\n"
	case t.err != nil:
		head = "Traceback for %s (most recent call last):\n"
	}
	writeTo(file, fmt.Sprintf(head, py.Repr(t.object())))
	var text strings.Builder
	for _, f := range frames {
		line := py.GetAttr(f, "f_lineno").(int)
		fmt.Fprintf(&text, "  File \"%s\", line %d, in %s\n", f.File(), line, f.Name())
		if lines := py.SourceLines(f.File()); line <= len(lines) {
			fmt.Fprintf(&text, "    %s\n", strings.TrimSpace(lines[line-1]))
		}
	}
	if file != nil {
		writeTo(file, text.String())
	} else {
		py.WriteStderr(text.String())
	}
	if t.err != nil {
		for _, line := range py.ReportException(py.AsException(t.err), py.ReportOptions{Limit: new(int), Unchained: true}) {
			writeTo(file, line)
		}
	}
}

func writeTo(file any, text string) {
	py.PrintWith([]any{text}, py.PrintOptions{End: "", File: file})
}
