package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// storeFrozen lowers object.__setattr__(self, "name", v) in the __post_init__ of a
// frozen dataclass to an assignment of the field.
func (f *function) storeFrozen(e *ast.Call) {
	self, name, v := infer.FrozenStore(e)
	x, _, _ := f.place(self)
	field := f.program.structs[f.method].field(name)
	f.assign(&ir.FieldRef{X: x, Field: field.v}, f.to(field.typ, f.exprFor(v, field.typ)))
}
