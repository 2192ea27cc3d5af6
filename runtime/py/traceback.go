package py

// Traceback stands for the __traceback__ of an exception that has been raised.
// Which frames the exception went through is not recorded.
type Traceback struct{}

var tracebackClass = newFinalClass("traceback")

// PyClass is types.TracebackType.
func (*Traceback) PyClass() *Class { return tracebackClass }

func (e *Exception) getTraceback() any {
	if e.traceback == nil && e.raised {
		e.traceback = &Traceback{}
	}
	return e.traceback
}

func (e *Exception) setTraceback(tb any) {
	if _, ok := tb.(*Traceback); !ok && tb != nil {
		raisef(NewTypeError, "__traceback__ must be a traceback or None")
	}
	e.traceback, e.raised = tb, false
}
