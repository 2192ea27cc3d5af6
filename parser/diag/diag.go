// Package diag holds what the tool has to say about a source file: errors,
// warnings and notes, each with a stable code and a place.
package diag

import (
	"cmp"
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Severity tells what a diagnostic means for the conversion.
type Severity uint8

// The severities. After an Error the construct is not converted; a Warning tells
// that the converted program may behave differently; a Note says look here.
const (
	Error Severity = iota
	Warning
	Note
)

var severityNames = [...]string{"error", "warning", "note"}

// String returns the word for a severity.
func (s Severity) String() string { return severityNames[s] }

// MarshalText makes a severity a word in JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Diagnostic is one finding.
type Diagnostic struct {
	Code     Code
	Severity Severity
	File     *source.File
	Range    source.Range
	Message  string
	// AtColumnZero is set when CPython names column 0 of the line where Range
	// starts, as it does for what has no text.
	AtColumnZero bool
	// Hint says what to do about it, or is empty.
	Hint string
}

// Position returns the line and column of the diagnostic, both counted from 1,
// the column in code points. An error that CPython pins on nothing in the line
// has column 0, and line 0 where there is no line.
func (d Diagnostic) Position() (line, column int) {
	if d.AtColumnZero && d.File.Text == "" {
		return 0, 0
	}
	line, _ = d.File.Position(d.Range.Start)
	if d.AtColumnZero {
		return line, 0
	}
	return line, d.File.Column(d.Range.Start) + 1
}

// List is a list of findings.
type List []Diagnostic

// HasErrors reports whether one of the findings is an Error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// HasSyntaxErrors reports whether a part of a file could not be read, so that its
// tree is not whole. What only the compiler refuses (BadScope) leaves it whole.
func (l List) HasSyntaxErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool {
		switch d.Code {
		case BadSyntax, BadIndentation, BadTabs, BadEncoding, TooNested:
			return true
		}
		return false
	})
}

// Sorted returns the findings by file, place, code and text, without repetitions.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, compare)
	return slices.CompactFunc(sorted, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(fileName(a), fileName(b)),
		cmp.Compare(a.Range.Start, b.Range.Start),
		cmp.Compare(a.Range.End, b.Range.End),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}

func fileName(d Diagnostic) string {
	if d.File == nil {
		return ""
	}
	return d.File.Name
}
