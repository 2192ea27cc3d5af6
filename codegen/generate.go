// Package codegen turns a lowered program into the text of Go files.
package codegen

import (
	"slices"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/emit"
	"github.com/pyasync2go/pyasync2go/codegen/names"
	"github.com/pyasync2go/pyasync2go/codegen/tidy"
)

// File is one Go file of a package main.
type File struct {
	Name  string // with .go
	Text  []byte
	Table bool // it holds nothing but the table of the Python lines of another file
}

// Result is the Go text of a program, and what it needs to build.
type Result struct {
	Files   []File
	Imports []string // import paths, in order
}

// Generate tidies and names the program in place and prints it. An error is a
// defect of lowering: a form that has no Go text.
func Generate(prog *ir.Program) (*Result, error) {
	tidy.Program(prog)
	imports := names.Assign(prog)
	paths := imports.Paths()
	result := &Result{}
	for _, f := range prog.Files {
		paths = append(paths, f.Links...)
		text, lines, err := emit.File(f, imports)
		if err != nil {
			return nil, err
		}
		result.Files = append(result.Files, File{Name: names.FileName(f.Name), Text: text})
		if lines != nil {
			result.Files = append(result.Files, File{Name: names.FileName(f.Name + "_lines"), Text: lines, Table: true})
		}
	}
	slices.Sort(paths)
	result.Imports = slices.Compact(paths)
	return result, nil
}
