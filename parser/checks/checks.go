// Package checks finds what CPython's compiler refuses in a text that parses:
// names that are declared twice over, "return" outside a function, and the like.
//
// It works in CPython's order. First come the future imports, then a pass that
// enters names into scopes, then the analysis of those scopes, then a pass in the
// order in which CPython generates code. A fault in one of the first three ends
// the checks, as it ends CPython's compilation; the last goes on to find more.
package checks

import (
	"fmt"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Fault is one error: CPython's message and the node that it blames.
type Fault struct {
	Message string
	Range   source.Range
}

// Program is what is checked: the statements of a file or a single expression.
type Program struct {
	Body       []ast.Stmt
	Expression ast.Expr
	// Line returns the line of an offset.
	Line func(offset int32) int
	// TopLevelAwait allows await outside functions, as in CPython's REPL.
	TopLevelAwait bool
	// Declares is set when something in the program says which scope a name belongs
	// to: "global", "nonlocal", ":=" or type parameters. In other programs, which
	// are most, no use of a name can be wrong, and none is noted.
	Declares bool
}

// Find returns the errors of a program; the first is CPython's.
func Find(p Program) (faults []Fault) {
	f := finder{Program: p, scopes: map[any]*scope{}}
	f.nameChild, f.emitChild = f.name, func(node ast.Node) { f.emit(node.(ast.Expr)) }
	defer func() {
		switch r := recover().(type) {
		case nil:
		case errFound:
			faults = f.faults
		default:
			panic(r)
		}
	}()
	f.futures()
	f.enterNames()
	if f.Declares {
		f.analyze(f.module, nil, nil)
	}
	f.emitProgram()
	return f.faults
}

type finder struct {
	Program
	faults            []Fault
	futureAnnotations bool
	lastFutureLine    int // of the imports that may stand at the start

	module, current *scope
	stack           []*scope
	scopes          map[any]*scope // by the node that opens the scope
	class           string         // the class around, which private names belong to

	unit *unit // of the code generation

	nameChild, emitChild func(ast.Node) // the two visitors, as values
}

// errFound ends the checks at a fault after which CPython does not go on.
type errFound struct{}

// fail reports a fault that ends the checks.
func (f *finder) fail(at source.Range, format string, args ...any) {
	f.report(at, format, args...)
	panic(errFound{})
}

func (f *finder) report(at source.Range, format string, args ...any) {
	f.faults = append(f.faults, Fault{fmt.Sprintf(format, args...), at})
}
