// Package analyzer reads a Python program and says what it means in Go's terms:
// it finds the modules, resolves names, infers types and effects, and lowers the
// program to the Go-shaped form of analyzer/ir that codegen prints.
package analyzer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/effect"
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/analyzer/lower"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// Analyze lowers a program that Load gave without errors. If the list has
// errors, the program holds constructs that do not convert and is not to be used.
func Analyze(in *Input) (*ir.Program, diag.List) {
	var typed []*infer.Module
	var mods []*lower.Module
	var checked []*effect.Module
	for _, m := range in.Modules {
		info := scope.Build(m.AST)
		typed = append(typed, &infer.Module{Name: m.Name, AST: m.AST, Scope: info})
		checked = append(checked, &effect.Module{File: m.File, AST: m.AST, Scope: info})
		mods = append(mods, &lower.Module{Name: m.Name, File: m.File, AST: m.AST, Scope: info})
	}
	prog, diags := lower.Program(mods, infer.Program(typed))
	return prog, append(diags, effect.Blocking(checked)...)
}
