package analyzer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
)

// Statistics tells how much of a program that Load gave has static types.
func Statistics(in *Input) *infer.Statistics {
	var mods []*infer.Module
	for _, m := range in.Modules {
		mods = append(mods, &infer.Module{Name: m.Name, AST: m.AST, Scope: scope.Build(m.AST)})
	}
	return infer.Program(mods).Statistics()
}
