package emit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/codegen/names"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// A file whose Python lines can be shown ends with a table of them, which
// py.Source explains. Functions and statements are found again in the formatted
// text by their order.

// fileWithLines prints the file with its table.
func (p *printer) fileWithLines(f *ir.File) ([]byte, error) {
	runtime := p.qualifier("github.com/pyasync2go/pyasync2go/runtime/py")
	text, err := p.file(f)
	if err != nil {
		return nil, err
	}
	t := &lineTable{file: f, origins: p.origins, places: p.places, python: make([]int, bytes.Count(text, []byte("\n"))+2)}
	if err := t.read(text); err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	var out bytes.Buffer
	out.Write(text)
	fmt.Fprintf(&out, "\n// The lines of %s, which reprs of tasks show.\n", filepath.Base(f.Source))
	fmt.Fprintf(&out, "func init() {\n\t%s.Source(%q, %q, `%s`)\n}\n", runtime, names.FileName(f.Name), f.Source, t.text())
	return out.Bytes(), nil
}

// lineTable collects the lines of a file.
type lineTable struct {
	file      *ir.File
	origins   []*ir.Origin   // of the functions, in the order of the text
	places    []source.Range // of the statements of blocks, in the order of the text
	functions []string       // the entries of the functions
	python    []int          // the Python line of each Go line
}

// read finds the functions and statements of the text.
func (t *lineTable) read(text []byte) error {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, "", text, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	line := func(pos token.Pos) int { return set.Position(pos).Line }
	functions, statements := 0, 0
	listed := map[ast.Node]bool{}
	list := func(body []ast.Stmt) {
		for _, s := range body {
			if _, ok := s.(*ast.CaseClause); !ok {
				listed[s] = true
			}
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		if listed[n] {
			if statements < len(t.places) {
				t.statement(t.places[statements], line(n.Pos()), line(n.End()))
			}
			statements++
		}
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			if functions < len(t.origins) {
				t.function(t.origins[functions], line(n.Pos()), line(n.End()))
			}
			functions++
		case *ast.BlockStmt:
			list(n.List)
		case *ast.CaseClause:
			list(n.Body)
		}
		return true
	})
	if functions != len(t.origins) || statements != len(t.places) {
		return fmt.Errorf("%d functions and %d statements were printed as %d and %d",
			len(t.origins), len(t.places), functions, statements)
	}
	return nil
}

// statement notes that a statement stands on the given Go lines. Those within it
// come later.
func (t *lineTable) statement(at source.Range, first, last int) {
	if at.End == 0 {
		return
	}
	python, _ := t.file.Python.Position(at.Start)
	for i := first; i <= last; i++ {
		t.python[i] = python
	}
}

// function adds the entry of a function that stands on the given Go lines.
func (t *lineTable) function(o *ir.Origin, first, last int) {
	if o == nil {
		return
	}
	if o.Calls {
		t.functions = append(t.functions, strings.TrimSpace(fmt.Sprintf("%d-%d - %s", first, last, o.Name)))
		return
	}
	line, _ := t.file.Python.Position(o.Start)
	t.functions = append(t.functions, fmt.Sprintf("%d-%d %d %s", first, last, line, o.Name))
}

// text is the table: the functions, a line each, then the Go lines at which the
// Python line changes.
func (t *lineTable) text() string {
	var out strings.Builder
	for _, entry := range t.functions {
		out.WriteString("\n" + entry)
	}
	width, last := 100, 0
	for i, python := range slices.Concat(t.python, []int{0}) {
		if python == last || python == 0 {
			continue
		}
		last = python
		item := fmt.Sprintf("%d:%d", i, python)
		if width += len(item) + 1; width > 100 {
			out.WriteString("\n" + item)
			width = len(item)
			continue
		}
		out.WriteString(" " + item)
	}
	return out.String()
}
