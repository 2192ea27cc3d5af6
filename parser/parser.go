// Package parser turns Python source into CPython's syntax tree.
//
// Parse reads everything that Python 3.13 accepts, and what 3.14 adds to its
// grammar; the tree equals that of CPython's ast module in every node, field and
// position. What CPython refuses, Parse refuses, at the same place and with the
// same message.
//
// Two parsers share that work. A recursive descent parser, built for speed, reads
// valid source and gives up where it meets anything else.
package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Parse parses a file. The tree is never nil: after errors it holds the
// statements that could be read. The list is empty for a valid file, except for
// notes; the first error in it is CPython's.
func Parse(file *source.File) (*ast.Module, diag.List) {
	module := &ast.Module{}
	scanned := scanner.Scan(file.Text, scanner.Options{ImplicitNewline: true, TemplateStrings: true})
	module.Comments = comments(file.Text, scanned.Comments)
	module.Range.End = int32(len(file.Text))
	s := &state{text: file.Text, tokens: scanned.Tokens}
	s.moveTo(0)
	var list diag.List
	mark := s.stmts.open()
	if !s.attempt(s.statements) {
		list = append(list, diag.Diagnostic{
			Code: diag.BadSyntax, File: file, Message: "invalid syntax",
			Range: source.Range{Start: s.tok().Start, End: s.tok().End},
		})
	}
	module.Body = s.stmts.close(mark)
	for _, need := range s.needs314 {
		list = append(list, diag.Diagnostic{
			Code: diag.NeedsPython314, Severity: diag.Note, File: file, Range: need.at,
			Message: need.what + " needs Python 3.14",
		})
	}
	return module, list
}

func (s *state) statements() {
	for s.kind != scanner.EndMarker {
		s.statement()
	}
}

func comments(text string, ranges []source.Range) []ast.Comment {
	if len(ranges) == 0 {
		return nil
	}
	list := make([]ast.Comment, len(ranges))
	for i, r := range ranges {
		list[i] = ast.Comment{Range: r, Text: text[r.Start:r.End], OwnLine: startsLine(text, int(r.Start))}
	}
	return list
}

// startsLine reports whether only blanks stand before pos on its line.
func startsLine(text string, pos int) bool {
	for pos > 0 {
		pos--
		switch text[pos] {
		case '\n':
			return true
		case ' ', '\t', '\f':
		default:
			return false
		}
	}
	return true
}
