// Package ir is the form between the analyzer and codegen: a program as Go
// declarations, statements and expressions, typed and named but not yet
// spelled.
//
// It is shaped like Go because people read the result: structured statements,
// no control-flow graph. Python's order of evaluation is already made explicit
// (an expression that must be evaluated before another is a statement before
// it), so codegen decides only spelling: identifiers, imports and layout.
//
// Identifiers are *Var, *Func and *TypeName values, compared by pointer.
// Package codegen/names gives each its Go name from its Hint.
package ir

import (
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Program is what is generated for one Python program: a Go package main.
type Program struct {
	Files []*File
}

// File is one Go file, made from one Python module.
type File struct {
	Name    string // of the Go file, without .go
	Source  string // of the Python file, as messages show it
	Doc     []string
	Decls   []Decl
	Trailer []string // comments after the last declaration
	Links   []string // packages that it imports though it names nothing of them
	// Python is set where the program can show the lines of its Python source.
	Python *source.File
}

// Origin tells which Python function a Go function is. Function literals without
// one are parts of the function around them.
type Origin struct {
	Name  string // its __qualname__
	Start int32  // where its definition begins, decorators included
	Calls bool   // it does nothing but call that function, which stands elsewhere
}

// Var is a variable, parameter, constant or field-like name.
type Var struct {
	Hint    string // the Python name, or a Go name for what Python has no name for
	Type    Type
	Global  bool
	Go      string // its Go name, set by codegen/names
	Reads   int    // counted by codegen before printing
	Writes  int
	Context bool // it is the ctx parameter
	Python  bool // it is a variable of the Python program
}

// Func is the name of a function or method declared in the program.
type Func struct {
	Hint   string
	Method bool // named inside its receiver's type
	Go     string
}

// TypeName is the name of a struct or interface type declared in the program.
type TypeName struct {
	Hint string
	Go   string
}

// Meta is what every statement and declaration carries besides its meaning.
type Meta struct {
	Range  source.Range // in the Python file; zero if made up
	Lead   []string     // comment lines before it, without markers
	Trail  string       // comment at the end of its first line
	Spaced bool         // a blank line stands before it
}
