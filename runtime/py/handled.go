package py

// handledKey is where a thread keeps the exception that it is handling.
type handledKey struct{}

// SetHandled tells that the running thread handles e from now on: what
// sys.exception() returns and logging's exc_info=True shows. nil means none. It
// returns the exception that was handled before, to be set again at the end of
// the except clause.
func SetHandled(e error) (before error) {
	t := CurrentThread()
	before = HandledException()
	if e == nil && before == nil {
		return nil
	}
	if t.Data == nil {
		t.Data = map[any]any{}
	}
	if e == nil {
		delete(t.Data, handledKey{})
	} else {
		handled := AsException(e)
		handled.exception().raised = true
		t.Data[handledKey{}] = handled
	}
	return before
}

// Handling runs body as an except clause that handles e.
func Handling(e error, body func()) {
	before := SetHandled(e)
	defer SetHandled(before)
	body()
}

// HandledException is the exception that the running thread handles, nil if it
// handles none.
func HandledException() error {
	if e, ok := CurrentThread().Data[handledKey{}].(BaseException); ok {
		return e
	}
	return nil
}
