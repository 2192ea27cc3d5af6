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
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
)

// Analysis is what is known of a program.
type Analysis struct {
	// Program is its Go-shaped form. If the diagnostics have errors, it holds
	// constructs that do not convert and is not to be used.
	Program *ir.Program

	modules []*effect.Module
	facts   *infer.Facts
	rungs   lower.Rungs
}

// Analyze lowers a program that Load gave without errors. That a name is given
// another value shows only in the lowering, which then is done again; so it is where
// attributes were made properties of classes that cannot be structs.
func Analyze(in *Input) (*Analysis, diag.List) {
	for _, m := range in.Modules {
		mapsAsGenerators(m.AST)
	}
	overridden := overriddenAttributes(in.Modules)
	replacing := lower.NewReplacing()
	for {
		a, found, diags := analyze(in, replacing)
		if !replacing.Join(found) && !overridden.restore(a.facts) {
			return a, diags
		}
	}
}

// analyze is Analyze where it is known which names are given other values.
func analyze(in *Input, replacing *lower.Replacing) (*Analysis, *lower.Replacing, diag.List) {
	var typed []*infer.Module
	var mods []*lower.Module
	a := &Analysis{}
	scopes := map[*Module]*scope.Info{}
	for _, m := range in.Modules {
		info := scope.Build(m.AST)
		if bindBuiltins(m.AST, info) {
			info = scope.Build(m.AST)
		}
		info.Replace(replacing.Names[m.Name], replacing.Names["builtins"], replacing.Values[m.Name])
		for e := range replacing.Uses {
			info.Hide(e)
		}
		postponeImports(m, info, replacing)
		scopes[m] = info
		typed = append(typed, &infer.Module{Name: m.Name, Package: m.Package, AST: m.AST, Scope: info})
		a.modules = append(a.modules, &effect.Module{File: m.File, AST: m.AST, Scope: info})
		mods = append(mods, &lower.Module{Name: m.Name, Package: m.Package, File: m.File, AST: m.AST, Scope: info})
	}
	cyclic := cyclicImports(in, scopes)
	a.facts = infer.Program(typed)
	program, rungs, found, diags := lower.Program(mods, a.facts)
	a.Program, a.rungs = program, rungs
	return a, found, append(append(cyclic, diags...), effect.Blocking(a.modules)...)
}

// Sites lists the places where the program is asynchronous.
func (a *Analysis) Sites() []effect.Site {
	return effect.Sites(a.modules, func(n ast.Node) string { return a.rungs[n].Form })
}

// Statistics tells how much of the program has static types.
func (a *Analysis) Statistics() *infer.Statistics { return a.facts.Statistics() }

// Rungs lists the forms that the constructs of the program took.
func (a *Analysis) Rungs() []lower.Rung {
	var list []lower.Rung
	for _, m := range a.modules {
		list = append(list, a.rungs.Of(m.File)...)
	}
	return list
}
