package analyzer

import (
	"github.com/pyasync2go/pyasync2go/analyzer/effect"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
)

// Sites lists the places where a program that Load gave is asynchronous.
func Sites(in *Input) []effect.Site {
	var mods []*effect.Module
	for _, m := range in.Modules {
		mods = append(mods, &effect.Module{File: m.File, AST: m.AST, Scope: scope.Build(m.AST)})
	}
	return effect.Sites(mods)
}
