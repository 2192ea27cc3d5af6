package lower

import (
	"sort"
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// Comments stand on lines of their own before a statement, at the end of a
// line, or after the last statement of a block, where their indentation tells
// which block they belong to. Each is used once.

// commentQueue holds the comments of a module that are not placed yet.
type commentQueue struct {
	all  []ast.Comment
	used []bool
}

func newComments(m *ast.Module) commentQueue {
	return commentQueue{m.Comments, make([]bool, len(m.Comments))}
}

// text is a comment without its marker.
func commentText(c ast.Comment) string { return strings.TrimSpace(strings.TrimPrefix(c.Text, "#")) }

// isDirective reports whether a comment is an instruction to a Python tool,
// which means nothing in Go.
func isDirective(c ast.Comment) bool {
	text := commentText(c)
	for _, prefix := range []string{"type:", "noqa", "pragma:", "pylint:", "fmt:", "ruff:", "mypy:", "pyright:", "isort:", "-*-", "!"} {
		if strings.HasPrefix(text, prefix) {
			return true
		}
	}
	return false
}

// start is where a statement begins, decorators included.
func start(s ast.Stmt) int32 {
	var decorators []ast.Expr
	switch s := s.(type) {
	case *ast.FunctionDef:
		decorators = s.DecoratorList
	case *ast.AsyncFunctionDef:
		decorators = s.DecoratorList
	case *ast.ClassDef:
		decorators = s.DecoratorList
	}
	if len(decorators) > 0 {
		return decorators[0].Span().Start
	}
	return s.Span().Start
}

// before takes the comments on lines of their own before a statement, and tells
// whether a blank line stands before them.
func (q *commentQueue) before(m *module, s ast.Stmt, first bool) (lines []string, spaced bool) {
	at := start(s)
	begin := at
	n := sort.Search(len(q.all), func(i int) bool { return q.all[i].Range.Start >= at })
	i := n
	for i > 0 && !q.used[i-1] && q.all[i-1].OwnLine {
		i--
	}
	for ; i < n; i++ {
		q.used[i] = true
		if isDirective(q.all[i]) {
			continue
		}
		if len(lines) == 0 {
			begin = q.all[i].Range.Start
		}
		lines = append(lines, commentText(q.all[i]))
	}
	return lines, !first && m.blankBefore(begin)
}

// blankBefore reports whether the line before the one that holds offset is blank.
func (m *module) blankBefore(offset int32) bool {
	text := m.File.Text[:offset]
	i := strings.LastIndexByte(text, '\n')
	if i < 0 {
		return false
	}
	j := strings.LastIndexByte(text[:i], '\n')
	return strings.TrimSpace(text[j+1:i]) == ""
}

// after takes the comment at the end of a statement's line: of its last line,
// or of the header line of a compound statement.
func (q *commentQueue) after(m *module, s ast.Stmt) string {
	at := s.Span().End
	switch s := s.(type) {
	case *ast.If:
		at = s.Test.Span().End
	case *ast.While:
		at = s.Test.Span().End
	case *ast.For:
		at = s.Iter.Span().End
	case *ast.AsyncFor:
		at = s.Iter.Span().End
	case *ast.With:
		at = s.Items[len(s.Items)-1].ContextExpr.Span().End
	case *ast.AsyncWith:
		at = s.Items[len(s.Items)-1].ContextExpr.Span().End
	case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.Try, *ast.TryStar, *ast.Match:
		return ""
	}
	n := sort.Search(len(q.all), func(i int) bool { return q.all[i].Range.Start >= at })
	if n == len(q.all) || q.used[n] || q.all[n].OwnLine {
		return ""
	}
	if strings.Contains(m.File.Text[at:q.all[n].Range.Start], "\n") {
		return ""
	}
	q.used[n] = true
	if isDirective(q.all[n]) {
		return ""
	}
	return commentText(q.all[n])
}

// ending takes the comments after the last statement of a block that are
// indented as the block is.
func (q *commentQueue) ending(m *module, body []ast.Stmt) []string {
	last := body[len(body)-1].Span().End
	_, indent := m.File.Position(start(body[0]))
	n := sort.Search(len(q.all), func(i int) bool { return q.all[i].Range.Start >= last })
	var lines []string
	for ; n < len(q.all) && !q.used[n] && q.all[n].OwnLine; n++ {
		gap := m.File.Text[last:q.all[n].Range.Start]
		if strings.TrimSpace(gap) != "" {
			break
		}
		if _, col := m.File.Position(q.all[n].Range.Start); col < indent || col == 0 {
			break
		}
		q.used[n] = true
		last = q.all[n].Range.End
		if !isDirective(q.all[n]) {
			lines = append(lines, commentText(q.all[n]))
		}
	}
	return lines
}

// rest takes the comments after the last statement of the module.
func (q *commentQueue) rest(m *module) []string {
	if len(m.AST.Body) == 0 {
		return nil
	}
	end := m.AST.Body[len(m.AST.Body)-1].Span().End
	var lines []string
	for i, c := range q.all {
		if c.Range.Start >= end && c.OwnLine && !q.used[i] && !isDirective(c) {
			q.used[i] = true
			lines = append(lines, commentText(c))
		}
	}
	return lines
}

// docstring is a docstring as Go doc comment lines; with a name, it is made to
// begin as Go's do.
func (f *function) docstring(body []ast.Stmt, name string) []string {
	doc, ok := docstringOf(body)
	if !ok {
		return nil
	}
	lines := strings.Split(doc, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Split(strings.Trim(strings.Join(lines, "\n"), "\n"), "\n")
}
