package lower

import (
	"math"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// docstringOf is the docstring that a body begins with, as __doc__ gives it.
func docstringOf(body []ast.Stmt) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	s, ok := body[0].(*ast.ExprStmt)
	if !ok {
		return "", false
	}
	c, ok := s.Value.(*ast.Constant)
	if !ok {
		return "", false
	}
	text, ok := c.Value.(string)
	return compiledDoc(text), ok
}

func withoutDocstring(body []ast.Stmt) []ast.Stmt {
	if _, ok := docstringOf(body); ok {
		return body[1:]
	}
	return body
}

// compiledDoc is what CPython's compiler makes of a docstring: tabs are spaces, the
// first line begins with what is none, and the others without the indentation that
// they have in common.
func compiledDoc(text string) string {
	lines := strings.Split(expandTabs(text), "\n")
	margin := math.MaxInt
	for _, line := range lines[1:] {
		if bare := strings.TrimLeft(line, " "); bare != "" {
			margin = min(margin, len(line)-len(bare))
		}
	}
	if margin == math.MaxInt {
		margin = 0
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i, line := range lines[1:] {
		lines[i+1] = line[min(margin, len(line)-len(strings.TrimLeft(line, " "))):]
	}
	return strings.Join(lines, "\n")
}

// expandTabs is str.expandtabs.
func expandTabs(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	var b strings.Builder
	column := 0
	for _, r := range text {
		switch r {
		case '\t':
			n := 8 - column%8
			b.WriteString(strings.Repeat(" ", n))
			column += n
		case '\n', '\r':
			b.WriteRune(r)
			column = 0
		default:
			b.WriteRune(r)
			column++
		}
	}
	return b.String()
}
