package emit_test

import (
	"go/format"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/emit"
	"github.com/pyasync2go/pyasync2go/codegen/irtest"
	"github.com/pyasync2go/pyasync2go/codegen/names"
)

func print(t *testing.T, prog *ir.Program) string {
	t.Helper()
	text, _, err := emit.File(prog.Files[0], names.Assign(prog))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(strings.TrimPrefix(string(text), "package main\n"))
}

// TestRoundTrip prints Go that was read, with its parentheses lost on the way.
func TestRoundTrip(t *testing.T) {
	for _, text := range []string{
		`func f(a, b, c int, ok bool) {
			g(a+b*c, (a+b)*c, a-(b-c), a-b-c, -(a + b), -a+b)
			g(!ok, !(a < b), !(ok && a < b), ok && (a < b || b < c))
			g(&a, *p, (*p)[1], -(-a), a<<(b+c), a<<b+c)
			g(v.(int), (*v).(int), f(a)[b])
		}`,
		`func f(a int) {
			if a == (point{1, 2}) {
				g([]int{1}, map[string]int{})
			}
			for _, x := range []int{1, 2} {
				g(x)
			}
			if g(point{1, 2}) {
				g()
			} else if a == 1 {
				g()
			} else {
				h()
			}
		}`,
		`func f(a int, b, c string) (int, error) {
			g(func(x int) int { return x + 1 })
			g(func() error {
				return h()
			})
			a++
			b += "x"
			var x int
			var y string = c
			x, y = g()
			_, y = g()
			return x, g(y)
		}`,
	} {
		want, err := format.Source([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), print(t, irtest.Read(t, text))); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func TestLiterals(t *testing.T) {
	for _, test := range []struct {
		value any
		want  string
	}{
		{1.0, "1.0"},
		{0.1, "0.1"},
		{1e100, "1e+100"},
		{1e10, "1e+10"},
		{1e6, "1000000.0"},
		{-2.5, "-2.5"},
		{-3, "-3"},
		{"plain", `"plain"`},
		{`say "hi"`, "`say \"hi\"`"},
		{"a `\"\"` b", "\"a `\\\"\\\"` b\""},
		{"line\n", `"line\n"`},
		{"\xed\xa0\x80", `"\xed\xa0\x80"`},
		{"tab\t\"x\"", `"tab\t\"x\""`},
		{true, "true"},
		{nil, "nil"},
	} {
		prog := &ir.Program{Files: []*ir.File{{Decls: []ir.Decl{&ir.VarDecl{
			Var: &ir.Var{Hint: "v", Type: ir.Any, Global: true}, Value: &ir.Lit{Value: test.value}, Infer: true,
		}}}}}
		if got := print(t, prog); got != "var v = "+test.want {
			t.Errorf("%#v: got %s, want %s", test.value, got, test.want)
		}
	}
}

// TestComments holds comments to the places where they stood.
func TestComments(t *testing.T) {
	x := &ir.Var{Hint: "x", Type: ir.Int}
	call := func(name string) *ir.Call { return &ir.Call{Fun: &ir.FuncRef{Func: &ir.Func{Go: name}}} }
	prog := &ir.Program{Files: []*ir.File{{
		Doc: []string{"A program.", "", "  indented"},
		Decls: []ir.Decl{
			&ir.CommentDecl{Meta: ir.Meta{Lead: []string{"!/usr/bin/env python3", "Section"}}},
			&ir.FuncDecl{
				Meta: ir.Meta{Lead: []string{"Before f."}, Trail: "at f"},
				Doc:  []string{"f does."},
				Name: &ir.Func{Hint: "f"},
				Body: []ir.Stmt{
					&ir.Let{Meta: ir.Meta{Trail: "noqa: E501", Spaced: true}, Vars: []*ir.Var{x}, Values: []ir.Expr{&ir.Lit{Value: 1}}},
					&ir.If{
						Meta: ir.Meta{Lead: []string{"go:build x"}, Trail: "why", Spaced: true},
						Cond: &ir.Binary{Op: "==", X: &ir.Ref{Var: x}, Y: &ir.Lit{Value: 1}},
						Then: []ir.Stmt{&ir.Do{Meta: ir.Meta{Trail: "now"}, X: call("g")}},
						Else: []ir.Stmt{&ir.Comment{Meta: ir.Meta{Lead: []string{"nothing"}}}},
					},
				},
			},
		},
		Trailer: []string{"the end"},
	}}}
	want := `// A program.
//
//	indented
package main

// Section

// Before f.
// f does.
func f() { // at f
	x := 1

	// go:build x
	if x == 1 { // why
		g() // now
	} else {
		// nothing
	}
}

// the end`
	if diff := cmp.Diff(want, print(t, prog)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
