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
	"slices"
	"strings"

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
	// Declared has the names of which something says to what scope they belong:
	// "global", "nonlocal", ":=" or a type parameter. Only their uses can be wrong.
	Declared []string
	// Marks has, in order, the offsets of what can be wrong in an expression:
	// lambdas, comprehensions, yields, awaits, named expressions, stars, further
	// keyword arguments, and the name __debug__. What covers none needs no check.
	Marks []int32
}

// Find returns the errors of a program; the first is CPython's.
func Find(p Program) (faults []Fault) {
	f := finder{Program: p, scopes: map[any]*scope{}, declared: map[string]bool{}}
	for _, name := range p.Declared {
		f.declared[name] = true
		f.anyDeclared = f.anyDeclared || strings.HasPrefix(name, "__")
	}
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
	if len(f.declared) > 0 {
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
	freeScopes      []scope
	stack           []*scope
	scopes          map[any]*scope // by the node that opens the scope
	class           string         // the class around, which private names belong to
	declared        map[string]bool
	anyDeclared     bool // one of them may be private: another name in another class

	unit *unit // of the code generation

	nameChild, emitChild func(ast.Node) // the two visitors, as values
}

// isMarked reports whether something in a range can be wrong.
func (f *finder) isMarked(r source.Range) bool {
	i, _ := slices.BinarySearch(f.Marks, r.Start)
	return i < len(f.Marks) && f.Marks[i] < r.End
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
