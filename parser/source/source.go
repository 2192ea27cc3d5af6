// Package source holds the text of a Python file and places in it.
package source

// Range is the half-open range of bytes [Start, End) of a file.
type Range struct{ Start, End int32 }

// Contains reports whether inner lies within r.
func (r Range) Contains(inner Range) bool { return r.Start <= inner.Start && inner.End <= r.End }
