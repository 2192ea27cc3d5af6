// Package infer finds static types over a whole program: of every expression,
// variable, parameter, result and attribute. It also decides which functions
// and classes can take their static form.
package infer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/analyzer/types"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Facts is what is known of a program.
//
// The promises that lowering builds on:
//   - Every value that flows into a variable, parameter, field, result or
//     element has a type that converts to its type without loss: the same
//     type, any type into Any (boxing), None or T into Optional[T], Int into
//     BigInt. The one exception: a value of type Any flows into an annotated
//     variable; lowering then checks it where it flows (py.As).
//   - Two containers that may be the same object have the same element types.
type Facts struct {
	exprs   map[ast.Expr]types.Type
	Vars    map[*scope.Symbol]types.Type
	Funcs   map[ast.Node]*Func // *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.Lambda
	Classes map[*ast.ClassDef]*Class
}

// TypeOf returns the type of the value of e where it stands, narrowed by the
// tests around it; Any if nothing is known.
func (f *Facts) TypeOf(e ast.Expr) types.Type {
	if t, ok := f.exprs[e]; ok {
		return t
	}
	return types.Any
}

// Func is what is known of a function, method or lambda.
type Func struct {
	Static    bool       // it is only called directly, by name or as a method of a static class: a plain Go function or closure
	Why       string     // why a def is not static: "it has decorators"
	Value     bool       // it is (also) used as a value, so a *py.Function is needed beside it
	Result    types.Type // what return statements give: of the awaited value for an async def, of the return value of a generator
	Yields    types.Type // of a generator's elements; nil if it is none
	Fails     bool       // its Go form has an error result
	Method    *ast.ClassDef
	Generator bool
	Async     bool
}

// Class is what is known of a class.
type Class struct {
	Static     bool   // it becomes a Go struct
	Why        string // why it is not static
	Fields     []Field
	Exception  bool // it derives from BaseException
	Dataclass  bool
	Registered bool // its instances meet dynamic operations, so it needs a py.StructClass
}

// Field is an attribute that instances of a static class have, in order of first assignment.
type Field struct {
	Name string
	Type types.Type
	Decl ast.Node // the annotated assignment or the assignment in __init__
}
