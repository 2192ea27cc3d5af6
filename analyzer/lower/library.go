package lower

import (
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// libraryType is the Go type of a type of the runtime.
func (l *lowerer) libraryType(t *types.Library) ir.Type { return ir.Any }

// libraryCall lowers a call that the library table has a static form for.
func (f *function) libraryCall(e *ast.Call, awaited bool) (value, bool) { return value{}, false }
