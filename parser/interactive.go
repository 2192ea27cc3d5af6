package parser

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// interactive reads a text as CPython's prompt does: one compound statement with
// a blank line after it, or one line of simple statements.
func (r *run) interactive() []ast.Stmt {
	s := r.newState()
	defer s.release()
	mark := s.stmts.open()
	ok := r.file.Err == nil && s.attempt(func() {
		isCompound := startsCompound(s.kind) || s.startsMatch()
		switch {
		case s.kind == scanner.Newline:
			s.stmts.add(&ast.Pass{Base: s.from(s.start())})
			s.moveTo(s.pos + 1)
		case s.kind == scanner.EndMarker:
			s.fail()
		default:
			s.statement()
			if isCompound {
				if s.kind != scanner.Newline {
					s.fail()
				}
				s.skip()
			}
			r.refuse314(s)
		}
	})
	r.notes(s)
	if !ok {
		if r.file.Err == nil {
			r.blame(s)
		}
		return nil
	}
	if end := s.tokens[s.pos-1]; hasCode(r.file.Text[min(int(end.End), len(r.file.Text)):]) {
		r.list = append(r.list, diag.Diagnostic{
			Code: diag.BadSyntax, File: r.file, Range: source.Range{Start: end.Start, End: end.End},
			Message: "multiple statements found while compiling a single statement",
		})
	}
	return s.stmts.close(mark)
}

func startsCompound(kind scanner.Kind) bool {
	switch kind {
	case scanner.If, scanner.Def, scanner.Class, scanner.At, scanner.For, scanner.While, scanner.With,
		scanner.Try, scanner.Async:
		return true
	}
	return false
}

// hasCode reports whether a text holds more than blanks and comments.
func hasCode(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimLeft(line, " \t\f"); line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}
