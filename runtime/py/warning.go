package py

import "sync"

// WarningHandler does something with a warning. at has no line if the place is not
// known; source is the object that the warning is about, or nil.
type WarningHandler func(w BaseException, at SourcePlace, source any)

// warningHandler is the handler of the module warnings, in programs that have it.
var warningHandler WarningHandler = showOnce

// HandleWarnings sets what is done with the warnings of the runtime.
func HandleWarnings(handler WarningHandler) { warningHandler = handler }

// shownWarnings are the warnings that have been shown, with their places.
var shownWarnings sync.Map

// showOnce shows a warning, once for each place.
func showOnce(w BaseException, at SourcePlace, source any) {
	text := FormatWarning(w, at, source)
	if _, shown := shownWarnings.LoadOrStore(text, true); !shown {
		WriteStderr(text)
	}
}

// FormatWarning is the text that the report of a warning has.
func FormatWarning(w BaseException, at SourcePlace, source any) string {
	class := w.PyClass().name + ": "
	place := "__main__: "
	if at.Line > 0 {
		place = at.String() + ": "
	}
	text := place + class + Str(w) + "\n"
	if line := SourceLine(at.File, at.Line); line != "" {
		text += "  " + line + "\n"
	}
	if source != nil {
		text += class + "Enable tracemalloc to get the object allocation traceback\n"
	}
	return text
}

// NeverAwaited warns that a coroutine object is dropped which has not started. Its
// name is the coroutine's __qualname__.
func NeverAwaited(name string) {
	at, _ := CallerPlace(1)
	c := NewCoroutine(name, nil)
	c.Close()
	Unraisable(c, func() {
		warningHandler(NewRuntimeWarning("coroutine '"+name+"' was never awaited"), at, c)
	})
}
