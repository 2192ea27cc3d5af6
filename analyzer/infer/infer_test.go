package infer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/infer"
	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// TestTypes infers the programs of testdata. A comment at the end of a line
// lists expressions of that line with the types that they must have:
// x => int; f(x) => list[str].
func TestTypes(t *testing.T) {
	names, err := filepath.Glob("testdata/*.py")
	if err != nil || len(names) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) { checkTypes(t, name) })
	}
}

func checkTypes(t *testing.T, name string) {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file := source.New(name, text)
	module, diags := parser.Parse(file)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	facts := infer.Program([]*infer.Module{{Name: "__main__", AST: module, Scope: scope.Build(module)}})
	type place struct {
		line int
		text string
	}
	found := map[place][]string{}
	ast.Inspect(module, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			line, _ := file.Position(e.Span().Start)
			at := place{line, file.Slice(e.Span())}
			found[at] = append(found[at], facts.TypeOf(e).String())
		}
		return true
	})
	for i, line := range strings.Split(string(text), "\n") {
		_, comment, ok := strings.Cut(line, "  # ")
		if !ok {
			continue
		}
		for _, want := range strings.Split(comment, "; ") {
			expr, typ, ok := strings.Cut(want, " => ")
			if !ok {
				t.Errorf("%s:%d: bad expectation %q", name, i+1, want)
				continue
			}
			types := found[place{i + 1, expr}]
			if len(types) == 0 {
				t.Errorf("%s:%d: no expression %q", name, i+1, expr)
			}
			for _, got := range types {
				if got != typ {
					t.Errorf("%s:%d: %s is %s, want %s", name, i+1, expr, got, typ)
				}
			}
		}
	}
}

// TestDeterministic infers the same program again and again.
func TestDeterministic(t *testing.T) {
	text, err := os.ReadFile("testdata/containers.py")
	if err != nil {
		t.Fatal(err)
	}
	file := source.New("containers.py", text)
	module, _ := parser.Parse(file)
	infer1 := func() string {
		var out strings.Builder
		facts := infer.Program([]*infer.Module{{Name: "__main__", AST: module, Scope: scope.Build(module)}})
		ast.Inspect(module, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				out.WriteString(facts.TypeOf(e).String() + "\n")
			}
			return true
		})
		return out.String()
	}
	want := infer1()
	for range 10 {
		if infer1() != want {
			t.Fatal("types differ from run to run")
		}
	}
}
