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
	// AtEOF is set when the file ends too early: what is missing is then for the
	// parser to say, who knows which bracket is open.
	AtEOF bool
	// NoToken is set when CPython blames the tokens read so far, not a place in
	// the text.
	NoToken bool
}

// fail ends the scan with an error that blames the bytes [start, end).
func (s *scan) fail(start, end int, format string, args ...any) {
	s.err = &Error{Message: fmt.Sprintf(format, args...), Start: int32(start), End: int32(end)}
}

// failHere blames the character before the read position, as CPython's
// tokenizer does for most of its errors.
func (s *scan) failHere(format string, args ...any) {
	start := s.pos - 1
	for start > 0 && s.text[start]&0xc0 == 0x80 {
		start--
	}
	s.fail(max(start, 0), s.pos, format, args...)
}
