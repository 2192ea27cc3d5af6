package py

// A Handling is an except clause that runs: the exception that it handles, and the
// clause that it runs inside of. What is suspended has a list of its own that begins
// with a Handling without an exception, whose outer one is that of who resumed it, as
// CPython has an exc_info for each coroutine and generator.
type Handling struct {
	exception BaseException
	outer     *Handling
}

// innermost is the innermost exception that is handled, nil if there is none.
func (h *Handling) innermost() BaseException {
	for ; h != nil; h = h.outer {
		if h.exception != nil {
			return h.exception
		}
	}
	return nil
}

// Enter makes h, which handles nothing itself, the innermost of a thread.
func (h *Handling) Enter(t *Thread) { h.outer, t.Handling = t.Handling, h }

// Leave ends what Enter began.
func (h *Handling) Leave(t *Thread) { t.Handling, h.outer = h.outer, nil }

// MoveTo leaves h, and what runs inside of it, inside of outer from now on.
func (h *Handling) MoveTo(outer *Handling) { h.outer = outer }

// Handle runs body as an except clause that handles e: sys.exception() returns it,
// and logging's exc_info=True shows it.
func Handle(e error, body func()) {
	handled := AsException(e)
	handled.exception().raised = true
	h := &Handling{exception: handled, outer: current.Handling}
	current.Handling = h
	defer func() { current.Handling = h.outer }()
	body()
}

// HandledException is the exception that the running code handles, nil if it handles
// none.
func HandledException() error {
	if e := current.Handling.innermost(); e != nil {
		return e
	}
	return nil
}

// Caught is an exception that a try statement has caught: one that was raised while
// another was being handled has that as its __context__.
func Caught(err error) error { return WithContext(err, HandledException()) }

// Raised is an exception that a raise statement raises: its __context__ is the
// exception that is being handled, and not what it was before.
func Raised(err error) error {
	handled := current.Handling.innermost()
	if handled == nil || err == nil {
		return err
	}
	e := AsException(err)
	if base := e.exception(); base != handled.exception() && base.Context != handled {
		base.Context = nil
		linkContext(e, handled)
	}
	return err
}
