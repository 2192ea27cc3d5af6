package scanner

import "fmt"

// Exception is the exception that CPython raises for an error.
type Exception uint8

// The exceptions that a source text can raise.
const (
	SyntaxError Exception = iota
	IndentationError
	TabError
)

// Error is a lexical error.
type Error struct {
	Exception Exception
	Message   string
	// Start and End are the bytes to blame. CPython derives the reported column
	// from Start.
	Start, End int32
	// AtEOF is set when the text ends too early.
	AtEOF bool
	// Raised is set when CPython's tokenizer raises the error itself: it then
	// comes before what the parser finds wrong earlier in the text.
	Raised bool
	// Open is the offset of the innermost bracket that is open, or -1.
	Open int32
	// InFString is set when the error lies within an f-string.
	InFString bool
}

// fail ends the scan with an error that blames the bytes [start, end).
func (s *scan) fail(start, end int, format string, args ...any) {
	s.err = &Error{Message: fmt.Sprintf(format, args...), Start: int32(start), End: int32(end), Raised: true, Open: -1, InFString: len(s.fstrings) > 0}
	if n := len(s.brackets); n > 0 {
		s.err.Open = s.brackets[n-1].pos
	}
}

// failLate ends the scan with an error that is reported only if the parser gets
// to it.
func (s *scan) failLate(at int, exception Exception, format string, args ...any) {
	s.fail(at, at, format, args...)
	s.err.Exception, s.err.Raised = exception, false
}

// failAtEOF ends the scan because the text ends too early.
func (s *scan) failAtEOF() {
	s.failLate(s.pos, SyntaxError, "unexpected EOF while parsing")
	s.err.AtEOF = true
}

// failHere blames the character before the read position, as CPython's
// tokenizer does for most of its errors.
func (s *scan) failHere(format string, args ...any) {
	start := s.pos - 1
	for start > 0 && s.text[start]&0xc0 == 0x80 {
		start--
	}
	s.fail(max(start, 0), max(start, 0), format, args...)
}
