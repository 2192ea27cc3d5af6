package py

// Traceback stands for the __traceback__ of an exception that has been raised.
// Which frames the exception went through is not recorded.
type Traceback struct{}

// TracebackClass is types.TracebackType; FrameClass and CellClass are the types of
// frames and cells, of which there are no instances.
var (
	TracebackClass = newFinalClass("traceback")
	FrameClass     = newFinalClass("frame")
	CellClass      = newFinalClass("cell")
)

// PyClass is types.TracebackType.
func (*Traceback) PyClass() *Class { return TracebackClass }

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

// tracebackOf is the __traceback__ of an exception that is on its way.
func tracebackOf(e BaseException) any {
	e.exception().raised = true
	return GetAttr(e, "__traceback__")
}
