package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// structType is the Go struct of a static class.
type structType struct {
	name   *ir.TypeName
	class  *ast.ClassDef
	fields []*structField
}

type structField struct {
	name string
	typ  types.Type
	v    *ir.Var
}

func (s *structType) field(name string) *structField {
	for _, f := range s.fields {
		if f.name == name {
			return f
		}
	}
	return nil
}

// staticClass declares the struct, the constructor and the methods of a static class.
func (f *function) staticClass(n *ast.ClassDef) {}

// constructStatic lowers a call of a static class.
func (f *function) constructStatic(e *ast.Call) (value, bool) { return value{}, false }

// awaitMethod lowers await o.method(...) on a static class.
func (f *function) awaitMethod(e *ast.Call) (value, bool) { return value{}, false }
