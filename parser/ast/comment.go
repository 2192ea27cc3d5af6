package ast

import "github.com/pyasync2go/pyasync2go/parser/source"

// Comment is a comment of a file.
type Comment struct {
	Range source.Range
	// Text is the comment with its "#" and without its line end.
	Text string
	// OwnLine tells that nothing but blanks stands before it on its line.
	OwnLine bool
}
