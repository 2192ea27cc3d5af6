package lower

import (
	"cmp"
	"slices"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Rung is the form that a construct took: which step of the ladder of
// docs/architecture.md.
type Rung struct {
	File  *source.File
	Range source.Range
	Kind  string // of the construct: "def", "class", "call", "await", "try", "with", "for"
	Form  string // what stands there in Go
	Why   string // why it is no more idiomatic form; "" for the most idiomatic
}

// takes notes the form that a node takes. A node that is lowered several times,
// as in the copies of a finally block, has one rung.
func (f *function) takes(n ast.Node, kind, form, why string) {
	f.program.rungs[n] = Rung{f.File, n.Span(), kind, form, why}
}

// Rungs are the forms of the constructs of a program, module by module, in the
// order of the text.
type Rungs map[ast.Node]Rung

// Of returns the rungs within a file.
func (r Rungs) Of(file *source.File) []Rung {
	var list []Rung
	for _, rung := range r {
		if rung.File == file {
			list = append(list, rung)
		}
	}
	slices.SortFunc(list, func(a, b Rung) int {
		return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(a.Range.End, b.Range.End), cmp.Compare(a.Kind, b.Kind))
	})
	return list
}
