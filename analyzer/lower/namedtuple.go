package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
)

// named reports whether the instances of a struct are named tuples.
func (s *structType) named() bool { return s.facts.Dataclass != nil && s.facts.Dataclass.Tuple }

// namedTuple is the struct of a named tuple of type t, nil for any other type.
func (f *function) namedTuple(t types.Type) *structType {
	if i, ok := t.(*types.Instance); ok {
		if s := f.program.structs[i.Class]; s != nil && s.named() {
			return s
		}
	}
	return nil
}

// item is the i-th item of a named tuple.
func (s *structType) item(v value, i int) value {
	return value{&ir.FieldRef{X: v.Expr, Field: s.fields[i].v}, s.fields[i].typ}
}
