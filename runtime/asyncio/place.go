package asyncio

import (
	"runtime"
	"strings"

	"github.com/pyasync2go/pyasync2go/runtime/py"
)

// Where a coroutine is, is found when it is asked for: the stack of its task is
// woken for as long as it takes to look at it.

// stackRequest asks the strand that wakes next for its stack.
type stackRequest struct {
	asker strand
	pcs   []uintptr
}

// answer gives the stack of me, which was woken for that, and waits again.
func (r *stackRequest) answer(l *Loop, me *strand) {
	l.stackWanted = nil
	r.pcs = callers()
	me.switchTo(&r.asker)
}

// callers is the stack of the caller, innermost first.
func callers() []uintptr {
	pcs := make([]uintptr, 64)
	for {
		n := runtime.Callers(2, pcs)
		if n < len(pcs) {
			return pcs[:n]
		}
		pcs = make([]uintptr, 2*len(pcs))
	}
}

// stackOf is the stack of a strand that waits, or that of the caller.
func (l *Loop) stackOf(s *strand) []uintptr {
	if s.at == nil {
		return callers()
	}
	r := &stackRequest{}
	l.stackWanted = r
	r.asker.at, s.at = s.at, nil
	r.asker.at.exchange()
	l.awaitTurn(&r.asker)
	return r.pcs
}

// line is where the coroutine called qualname, or else the outermost one, of a
// task is that has begun.
func (t *task) line(qualname string) (py.SourcePlace, bool) {
	l := t.loop
	if l.thread == nil || py.CurrentThread() != l.thread {
		return py.SourcePlace{}, false
	}
	if t.first == leftAtFirstAwait {
		return placeOn(t.outerTask().stackOfFirstAwait(), qualname)
	}
	return placeOn(l.stackOf(&t.strand), qualname)
}

// placeOn finds the line at which a coroutine is on a stack: that of the
// innermost frame of the first function on it which is called qualname.
func placeOn(pcs []uintptr, qualname string) (place py.SourcePlace, found bool) {
	var all []runtime.Frame
	for frames := runtime.CallersFrames(pcs); ; {
		frame, more := frames.Next()
		all = append(all, frame)
		if !more {
			break
		}
	}
	var function *py.SourceFunction
	var entry string
	for i := len(all) - 1; i >= 0; i-- {
		frame := &all[i]
		if strings.HasSuffix(frame.Function, "asyncio.(*task).park") {
			break // what follows is the loop's, which runs on the stack
		}
		fn, at, ok := py.SourceOf(frame)
		switch {
		case !ok || fn == nil:
		case found && (fn.Calls || fn != function || frame.Function == entry):
			return place, true
		case found:
			place = at
		case !fn.Calls && (qualname == "" || fn.Defined.Function == qualname):
			place, function, entry, found = at, fn, frame.Function, true
		}
	}
	return place, found
}

// firstAwaitStack is what a restartable coroutine that is asked for its first await
// panics with there.
type firstAwaitStack []uintptr

// stackOfFirstAwait calls the function of a coroutine that left at its first await
// once more, up to that await, and returns the stack there.
func (t *Task[T]) stackOfFirstAwait() (pcs []uintptr) {
	c, ok := t.coro.(*Coroutine[T])
	if !ok || c.run == nil {
		return nil
	}
	t.first = askedForPlace
	defer func() {
		t.first = leftAtFirstAwait
		stack, ok := recover().(firstAwaitStack)
		if ok {
			pcs = stack
		}
	}()
	_, _ = c.run(&t.task)
	return nil
}

// describeCoroutine is asyncio.coroutines._format_coroutine.
func describeCoroutine(coro any, t *task) string {
	name, defined, known := definitionOf(coro)
	if library, ok := libraryCoroutines[name]; ok && !known {
		return name + "()" + library.describe(t)
	}
	at, known := t.placeIn(&name, defined, known)
	state := " running at "
	if t.done() {
		state = " done, defined at "
	}
	if name == "" {
		name = "coroutine"
	}
	if !known {
		return name + "()" + strings.TrimRight(strings.Split(state, ",")[0], " at")
	}
	return name + "()" + state + at.String()
}

// definitionOf is the __qualname__ of a coroutine and where its function is defined.
func definitionOf(coro any) (name string, defined py.SourcePlace, known bool) {
	name, _ = py.GetAttrOr(coro, "__qualname__", "").(string)
	switch c := coro.(type) {
	case interface{ codeOf() uintptr }:
		defined, known = py.CodePlace(c.codeOf())
		if name == "" {
			name = defined.Function
		}
		known = known && defined.Line > 0
	case *py.Coroutine:
		defined, known = c.Defined()
	}
	return name, defined, known
}

// placeIn is where the coroutine of the task is: where it is defined before it has
// begun and after it has ended. It sets a name that is not known.
func (t *task) placeIn(name *string, defined py.SourcePlace, known bool) (at py.SourcePlace, found bool) {
	if !known && *name != "" {
		defined, known = py.NamedPlace(*name)
	}
	if !t.done() && t.outerTask().progress() != coroutineCreated && py.ShowsLines() {
		function := *name
		if known {
			function = defined.Function
		}
		if at, ok := t.line(function); ok {
			if *name == "" {
				*name = at.Function
			}
			return at, true
		}
	}
	return defined, known
}

// libraryPath is where the official images of CPython have its library.
const libraryPath = "/usr/local/lib/python3.13/asyncio/"

// libraryPlace is where a coroutine function of CPython's library is defined, and
// the line at which it waits. The lines are those of 3.13.0.
type libraryPlace struct {
	file           string
	defined, waits int
	yields         int // where it gives the others a turn, waiting for nothing
}

func (p libraryPlace) describe(t *task) string {
	state := " running at "
	if t.done() {
		state = " done, defined at "
	}
	return state + py.SourcePlace{File: libraryPath + p.file, Line: p.line(t)}.String()
}

// line is where the coroutine of a task is.
func (p libraryPlace) line(t *task) int {
	switch {
	case t.done(), t.outerTask().progress() == coroutineCreated:
		return p.defined
	case t.waiter == nil && p.yields > 0:
		return p.yields
	}
	return p.waits
}

// libraryCoroutines are the coroutine functions of the library by __qualname__.
var libraryCoroutines = map[string]libraryPlace{
	"sleep":                    {file: "tasks.py", defined: 703, waits: 718, yields: 706},
	"wait_for":                 {file: "tasks.py", defined: 459, waits: 507},
	"wait":                     {file: "tasks.py", defined: 424, waits: 451},
	"to_thread":                {file: "threads.py", defined: 12, waits: 25},
	"Queue.get":                {file: "queues.py", defined: 172, waits: 186},
	"Queue.put":                {file: "queues.py", defined: 125, waits: 139},
	"Queue.join":               {file: "queues.py", defined: 242, waits: 251},
	"Event.wait":               {file: "locks.py", defined: 200, waits: 213},
	"Lock.acquire":             {file: "locks.py", defined: 90, waits: 110},
	"Semaphore.acquire":        {file: "locks.py", defined: 386, waits: 407},
	"Condition.wait":           {file: "locks.py", defined: 248, waits: 272},
	"Condition.wait_for":       {file: "locks.py", defined: 303, waits: 313},
	"Barrier.wait":             {file: "locks.py", defined: 511, waits: 527},
	"StreamReader.read":        {file: "streams.py", defined: 688, waits: 730},
	"StreamReader.readline":    {file: "streams.py", defined: 543, waits: 562},
	"StreamReader.readexactly": {file: "streams.py", defined: 739, waits: 769},
	"StreamReader.readuntil":   {file: "streams.py", defined: 574, waits: 677},
	"open_connection":          {file: "streams.py", defined: 26, waits: 48},
	"start_server":             {file: "streams.py", defined: 54, waits: 84},
	"StreamWriter.drain":       {file: "streams.py", defined: 363, waits: 386},
	"StreamWriter.wait_closed": {file: "streams.py", defined: 357, waits: 358},
	"Server.serve_forever":     {file: "base_events.py", defined: 369, waits: 380},
	"Server.wait_closed":       {file: "base_events.py", defined: 390, waits: 415},
	"Server.start_serving":     {file: "base_events.py", defined: 363, waits: 367},
}

// libraryFunction is a callback of CPython's library as reprs show it.
func libraryFunction(name, file string, line int) string {
	if !py.ShowsLines() {
		return name + "()"
	}
	return name + "() at " + py.SourcePlace{File: libraryPath + file, Line: line}.String()
}

// callbackPlace is what CPython's format_helpers._format_callback_source adds to
// the name of a callback: where the function is defined.
func callbackPlace(fn any) string {
	for {
		if py.TypeOf(fn).Name() == "partial" && py.HasAttr(fn, "func") {
			fn = py.GetAttr(fn, "func")
			continue
		}
		f, ok := fn.(*py.Function)
		if !ok {
			return ""
		}
		if wrapped := py.GetAttrOr(f, "__wrapped__", nil); wrapped != nil {
			fn = wrapped
			continue
		}
		if p, ok := py.FunctionPlace(f); ok {
			return " at " + p.String()
		}
		return ""
	}
}
