package scope_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/analyzer/scope"
	"github.com/pyasync2go/pyasync2go/parser"
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

func build(t *testing.T, text string) (*ast.Module, *scope.Info) {
	t.Helper()
	m, diags := parser.Parse(source.New("test.py", []byte(text)))
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return m, scope.Build(m)
}

// TestNames compares every name of every block with what CPython's symtable
// module says of testdata/names.py.
func TestNames(t *testing.T) {
	text, err := os.ReadFile("testdata/names.py")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/names.txt")
	if err != nil {
		t.Fatal(err)
	}
	m, info := build(t, string(text))
	names := map[*scope.Scope]map[string]string{}
	note := func(s *scope.Scope, name string, sym *scope.Symbol) {
		if names[s] == nil {
			names[s] = map[string]string{}
		}
		if name == "__class__" { // symtable has it in the class instead
			return
		}
		switch {
		case sym.Kind == scope.Builtin:
			names[s][sym.Name] = "global"
		case sym.Scope == s:
			names[s][sym.Name] = "local"
		case sym.Kind == scope.Global:
			names[s][sym.Name] = "global"
		default:
			names[s][sym.Name] = "free"
		}
	}
	for _, s := range info.Scopes {
		for name, sym := range s.Symbols {
			note(s, name, sym)
		}
	}
	inScope(m, info, func(s *scope.Scope, name *ast.Name) { note(s, name.Id, info.Uses[name]) })
	got := map[string]bool{}
	for _, of := range names {
		var list []string
		for name, kind := range of {
			list = append(list, name+"="+kind)
		}
		slices.Sort(list)
		got[strings.Join(list, " ")] = true
	}
	for _, line := range strings.Split(strings.TrimSpace(string(want)), "\n") {
		block, list, _ := strings.Cut(line, ": ")
		if !got[list] {
			t.Errorf("no block has the names of %s:\n%s", block, list)
		}
	}
	if t.Failed() {
		for list := range got {
			t.Log(list)
		}
	}
}

// inScope calls visit with each name that is loaded and the scope it stands in.
func inScope(m *ast.Module, info *scope.Info, visit func(*scope.Scope, *ast.Name)) {
	for name := range info.Uses {
		var innermost *scope.Scope
		for node, s := range info.Scopes {
			inside := body(node)
			if within(name, inside) && !evaluatedOutside(node, name) &&
				(innermost == nil || body(innermost.Node).Start <= inside.Start && inside.End <= body(innermost.Node).End) {
				innermost = s
			}
		}
		visit(innermost, name)
	}
}

func within(n ast.Node, r source.Range) bool {
	return r.Start <= n.Span().Start && n.Span().End <= r.End
}

// evaluatedOutside reports whether a name stands in the first iterable of a generator expression.
func evaluatedOutside(n ast.Node, name *ast.Name) bool {
	g, ok := n.(*ast.GeneratorExp)
	return ok && within(name, g.Generators[0].Iter.Span())
}

// body is the range of what a block's own scope evaluates, without what the
// scope around evaluates for it.
func body(n ast.Node) source.Range {
	r := n.Span()
	switch n := n.(type) {
	case *ast.FunctionDef:
		r.Start = n.Body[0].Span().Start
	case *ast.AsyncFunctionDef:
		r.Start = n.Body[0].Span().Start
	case *ast.ClassDef:
		r.Start = n.Body[0].Span().Start
	}
	return r
}

func TestTypeParameters(t *testing.T) {
	_, info := build(t, `
T = 1
def first[T](x: T) -> T:
    return T
class Box[T](Base[T]):
    def get[K: T](self) -> K:
        return T, K
type Pair[T] = tuple[T, T]
T
`)
	var got []string
	for name, sym := range info.Uses {
		if name.Id == "T" || name.Id == "K" {
			got = append(got, fmt.Sprintf("%d:%s:%T", name.Span().Start, name.Id, sym.Bindings[0]))
		}
	}
	slices.SortFunc(got, func(a, b string) int {
		var x, y int
		fmt.Sscanf(a, "%d", &x)
		fmt.Sscanf(b, "%d", &y)
		return x - y
	})
	want := []string{
		"*ast.Name",
		"*ast.TypeVar", "*ast.TypeVar", "*ast.TypeVar",
		"*ast.TypeVar", "*ast.TypeVar", "*ast.TypeVar", "*ast.TypeVar", "*ast.TypeVar",
		"*ast.TypeVar", "*ast.TypeVar",
		"*ast.Name",
	}
	if len(got) != len(want) {
		t.Fatalf("got %d names: %v", len(got), got)
	}
	for i, g := range got {
		if !strings.HasSuffix(g, ":"+want[i]) {
			t.Errorf("name %d is %s, want a %s", i, g, want[i])
		}
	}
}

func TestCaptured(t *testing.T) {
	_, info := build(t, `
def outer(a, b, c, d):
    [a for _ in ()]
    (b for _ in ())
    lambda: c
    class C:
        x = d
`)
	want := map[string]bool{"a": false, "b": true, "c": true, "d": true}
	for _, s := range info.Scopes {
		for name, sym := range s.Symbols {
			if captured, ok := want[name]; ok && sym.Captured != captured {
				t.Errorf("%s: captured is %t", name, sym.Captured)
			}
		}
	}
}
