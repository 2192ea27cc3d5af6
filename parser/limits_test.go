package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// TestNestingLimits checks that deep nesting is refused, as CPython refuses it
// where it has a limit of its own, and never overflows the stack.
func TestNestingLimits(t *testing.T) {
	const deep = 100_000
	blocks := func(n int) string {
		var text strings.Builder
		for i := range n {
			text.WriteString(strings.Repeat(" ", i) + "if x:\n")
		}
		return text.String() + strings.Repeat(" ", n) + "pass\n"
	}
	for _, test := range []struct {
		name, text, want string
	}{
		{"199 brackets", strings.Repeat("(", 199) + "x" + strings.Repeat(")", 199), ""},
		{"201 brackets", strings.Repeat("(", 201) + "x" + strings.Repeat(")", 201), "too many nested parentheses"},
		{"99 blocks", blocks(99), ""},
		{"100 blocks", blocks(100), "too many levels of indentation"},
		{"signs", strings.Repeat("-", deep) + "x", "too many nested constructs"},
		{"nots", strings.Repeat("not ", deep) + "x", "too many nested constructs"},
		{"lambdas", strings.Repeat("lambda: ", deep) + "x", "too many nested constructs"},
		{"conditions", strings.Repeat("x if y else ", deep) + "x", "too many nested constructs"},
		{"powers", strings.Repeat("x**", deep) + "x", "too many nested constructs"},
		{"elifs", "if x: pass\n" + strings.Repeat("elif x: pass\n", deep), "too many nested constructs"},
		{"attributes", "x" + strings.Repeat(".y", deep), ""},
		{"sums", "x" + strings.Repeat("+x", deep), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, list := Parse(source.NewText("deep.py", test.text))
			got := ""
			if err := firstError(list); err != nil {
				got = err.Message
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestErrorList checks that errors after the first are found, up to a limit, and
// that the statements between them are kept.
func TestErrorList(t *testing.T) {
	var text strings.Builder
	for i := range 15 {
		fmt.Fprintf(&text, "def f%d():\n    x = = 1\nok%d = %d\n", i, i, i)
	}
	module, list := Parse(source.NewText("bad.py", text.String()))
	if len(list) != MaxErrors {
		t.Fatalf("%d errors, want %d", len(list), MaxErrors)
	}
	for i, d := range list {
		if line, column := d.Position(); line != 3*i+2 || column != 9 || d.Message != "invalid syntax" || d.Code != diag.BadSyntax {
			t.Errorf("error %d is at %d:%d: %s", i, line, column, d.Message)
		}
	}
	if len(module.Body) != MaxErrors-1 {
		t.Errorf("%d statements are kept, want %d", len(module.Body), MaxErrors-1)
	}
}

// TestPython314 checks that what only 3.14 knows is read, with a note.
func TestPython314(t *testing.T) {
	text := "try:\n    pass\nexcept A, B:\n    x = t'{y}'\n"
	_, list := Parse(source.NewText("new.py", text))
	var got []string
	for _, d := range list {
		line, column := d.Position()
		got = append(got, fmt.Sprintf("%d:%d %s %s", line, column, d.Severity, d.Message))
	}
	want := "3:8 note except without parentheses (PEP 758) needs Python 3.14; 4:9 note template strings (PEP 750) needs Python 3.14"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %q", got)
	}
}

// TestErrorAfterTemplateString checks that an error behind a template string is
// found where it stands, though Python 3.13 counts other tokens before it.
func TestErrorAfterTemplateString(t *testing.T) {
	_, list := Parse(source.NewText("new.py", "x = t'{a}' t'b'\ny z\n"))
	last := list[len(list)-1]
	if line, column := last.Position(); line != 2 || column != 3 || last.Message != "invalid syntax" {
		t.Errorf("%d:%d %s", line, column, last.Message)
	}
}
