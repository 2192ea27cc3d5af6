// Package check holds converted code to what Go's own tools demand: it type
// checks a module on disk and runs the passes of go vet over it.
package check

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/passes/appends"
	"golang.org/x/tools/go/analysis/passes/assign"
	"golang.org/x/tools/go/analysis/passes/bools"
	"golang.org/x/tools/go/analysis/passes/composite"
	"golang.org/x/tools/go/analysis/passes/copylock"
	"golang.org/x/tools/go/analysis/passes/defers"
	"golang.org/x/tools/go/analysis/passes/errorsas"
	"golang.org/x/tools/go/analysis/passes/lostcancel"
	"golang.org/x/tools/go/analysis/passes/nilfunc"
	"golang.org/x/tools/go/analysis/passes/printf"
	"golang.org/x/tools/go/analysis/passes/shift"
	"golang.org/x/tools/go/analysis/passes/stringintconv"
	"golang.org/x/tools/go/analysis/passes/structtag"
	"golang.org/x/tools/go/analysis/passes/unmarshal"
	"golang.org/x/tools/go/analysis/passes/unreachable"
	"golang.org/x/tools/go/analysis/passes/unusedresult"
	"golang.org/x/tools/go/packages"

	"github.com/pyasync2go/pyasync2go/codegen/project"
)

// passes are those of go vet that can find something in converted code.
var passes = []*analysis.Analyzer{
	appends.Analyzer, assign.Analyzer, bools.Analyzer, composite.Analyzer, copylock.Analyzer, defers.Analyzer,
	errorsas.Analyzer, lostcancel.Analyzer, nilfunc.Analyzer, printf.Analyzer, shift.Analyzer,
	stringintconv.Analyzer, structtag.Analyzer, unmarshal.Analyzer, unreachable.Analyzer, unusedresult.Analyzer,
}

// Finding is one thing that is wrong with the code.
type Finding struct {
	Pos     token.Position
	Message string
}

// String returns the finding as compilers print it.
func (f Finding) String() string {
	if !f.Pos.IsValid() {
		return f.Message
	}
	return fmt.Sprintf("%s: %s", f.Pos, f.Message)
}

// Module checks the packages that the patterns name in the module at dir. The
// error says that they could not be loaded at all.
func Module(dir string, patterns ...string) ([]Finding, error) {
	fset := token.NewFileSet()
	pkgs, err := packages.Load(&packages.Config{
		// Without their imports: of those the compiler's export data is enough.
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes |
			packages.NeedTypesInfo | packages.NeedTypesSizes | packages.NeedModule,
		Dir: dir,
		// As it is built, so that the go command compiles nothing twice.
		BuildFlags: []string{"-trimpath", "-mod=vendor"},
		Fset:       fset,
		Env:        project.Environ(false),
	}, patterns...)
	if err != nil {
		return nil, err
	}
	var findings []Finding
	for _, pkg := range pkgs {
		for _, e := range pkg.Errors {
			findings = append(findings, Finding{Message: e.Error()})
		}
	}
	if len(findings) > 0 {
		return findings, nil
	}
	graph, err := checker.Analyze(passes, pkgs, nil)
	if err != nil {
		return nil, err
	}
	for action := range graph.All() {
		if action.Err != nil {
			return nil, fmt.Errorf("%s: %w", action.Analyzer.Name, action.Err)
		}
		if !action.IsRoot {
			continue
		}
		for _, d := range action.Diagnostics {
			message := fmt.Sprintf("%s (%s)", d.Message, action.Analyzer.Name)
			findings = append(findings, Finding{Pos: fset.Position(d.Pos), Message: message})
		}
	}
	slices.SortFunc(findings, func(a, b Finding) int { return strings.Compare(a.String(), b.String()) })
	return findings, nil
}
