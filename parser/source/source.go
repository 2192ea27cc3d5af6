// Package source holds the text of a Python file and places in it.
//
// A place is a byte offset into File.Text, which is always UTF-8 with "\n" line
// ends, whatever the file on disk looked like. Lines and columns are worked out
// only when somebody asks, because most runs never ask.
package source

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// Range is the half-open range of bytes [Start, End) of a file.
type Range struct{ Start, End int32 }

// Contains reports whether inner lies within r.
func (r Range) Contains(inner Range) bool { return r.Start <= inner.Start && inner.End <= r.End }

// File is a Python source file, decoded.
type File struct {
	// Name is the path as the user gave it.
	Name string
	// Text is the decoded text: UTF-8 without a byte order mark, "\n" at the end
	// of each line. A file that cannot be decoded has the text up to the fault, and
	// the rest of its line with U+FFFD for the bytes at fault.
	Text string
	// Err tells why the content could not be decoded, or is nil.
	Err *DecodeError

	lineOnce sync.Once
	lines    []int32 // offset of each line's first byte
}

// New decodes the content of a file as CPython does: a byte order mark or a
// coding comment (PEP 263) names the encoding, UTF-8 is the default.
func New(name string, content []byte) *File {
	text, err := decode(content)
	return &File{Name: name, Text: normalizeNewlines(text), Err: err}
}

// NewText returns a file whose text is already decoded; as for CPython's
// compile(str), a coding comment in it means nothing.
func NewText(name, text string) *File {
	if at := strings.IndexByte(text, 0); at >= 0 {
		return &File{Name: name, Text: text[:at], Err: errNull}
	}
	return &File{Name: name, Text: normalizeNewlines(text)}
}

// normalizeNewlines turns "\r\n" and a lone "\r" into "\n".
func normalizeNewlines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

func (f *File) index() []int32 {
	f.lineOnce.Do(func() {
		lines := make([]int32, 1, 1+strings.Count(f.Text, "\n"))
		for i := 0; i < len(f.Text); i++ {
			next := strings.IndexByte(f.Text[i:], '\n')
			if next < 0 {
				break
			}
			i += next
			lines = append(lines, int32(i+1))
		}
		f.lines = lines
	})
	return f.lines
}

// Position returns the line of an offset, counted from 1, and its column, as a
// count of UTF-8 bytes from 0.
func (f *File) Position(offset int32) (line, col int) {
	lines := f.index()
	n := sort.Search(len(lines), func(i int) bool { return lines[i] > offset })
	return n, int(offset - lines[n-1])
}

// Column returns the column of an offset as a count of code points from 0.
func (f *File) Column(offset int32) int {
	_, col := f.Position(offset)
	return utf8.RuneCountInString(f.Text[int(offset)-col : offset])
}

// LineCount returns how many lines the file has; text after the last line end
// counts as a line, even when it is empty.
func (f *File) LineCount() int { return len(f.index()) }

// LineStart returns the offset of a line's first byte. Lines count from 1.
func (f *File) LineStart(line int) int32 { return f.index()[line-1] }

// Line returns the text of a line, counted from 1, without its line end.
func (f *File) Line(line int) string {
	lines := f.index()
	start := lines[line-1]
	if line < len(lines) {
		return f.Text[start : lines[line]-1]
	}
	return f.Text[start:]
}

// Slice returns the text of a range.
func (f *File) Slice(r Range) string { return f.Text[r.Start:r.End] }
