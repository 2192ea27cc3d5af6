package parser

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// resume moves on after an error, from the token at a position, to a statement
// that can be read on its own: one at the left margin, or a function or class at
// any depth. It reports whether there is one.
//
// What follows an error is read only for the sake of more errors, so resume rather
// passes over a statement than take a part of a broken one for a statement.
func (r *run) resume(s *state, from int) bool {
	for i := max(from, 1); i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch before := s.tokens[i-1].Kind; {
		case t.Kind == scanner.EndMarker:
		case t.Kind == scanner.Fault && !r.scanned.Err.AtEOF:
			// It is yet to be reported.
			s.moveTo(i)
			return true
		case before != scanner.Newline && before != scanner.Dedent && before != scanner.Indent:
		case startsDefinition(t.Kind), r.atMargin(t) && startsStatement(t.Kind):
			s.moveTo(i)
			s.depth = 0
			return true
		}
	}
	return s.tokens[len(s.tokens)-1].Kind == scanner.Fault && r.resumeAfterFault(s)
}

// resumeAfterFault scans the text again from the next line after the error that
// is reported last, if the text before it does not run to the end of the file.
func (r *run) resumeAfterFault(s *state) bool {
	err := r.scanned.Err
	if strings.HasPrefix(err.Message, "unterminated triple-quoted") {
		return false
	}
	text := r.file.Text
	at := max(int(r.list[len(r.list)-1].Range.Start), r.from)
	if !err.AtEOF {
		at = max(at, int(err.Start))
	}
	for at < len(text) {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			return false
		}
		at += end + 1
		if at == len(text) || !startsLogicalLine(text[at]) {
			continue
		}
		comments := r.scanned.Comments
		for len(comments) > 0 && int(comments[len(comments)-1].Start) >= at {
			comments = comments[:len(comments)-1]
		}
		r.scan(at)
		r.scanned.Comments = append(comments[:len(comments):len(comments)], r.scanned.Comments...)
		s.tokens = r.scanned.Tokens
		s.moveTo(0)
		s.depth = 0
		return s.kind != scanner.EndMarker && (startsStatement(s.kind) || r.resume(s, 1))
	}
	return false
}

// atMargin reports whether a token starts a line without indentation.
func (r *run) atMargin(t scanner.Token) bool {
	return t.Start == 0 || r.file.Text[t.Start-1] == '\n'
}

// startsLogicalLine reports whether a line that starts with c may start a statement.
func startsLogicalLine(c byte) bool {
	return c == '@' || c == '_' || 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80
}

// startsDefinition reports whether a token starts a function, a class or their
// decorators.
func startsDefinition(kind scanner.Kind) bool {
	switch kind {
	case scanner.Def, scanner.Class, scanner.At, scanner.Async:
		return true
	}
	return false
}

// startsStatement reports whether a token can start a statement. One that goes on
// with a statement before cannot, nor can a token without text.
func startsStatement(kind scanner.Kind) bool {
	switch kind {
	case scanner.Elif, scanner.Else, scanner.Except, scanner.Finally, scanner.RParen, scanner.RBracket, scanner.RBrace,
		scanner.Indent, scanner.Dedent, scanner.Newline, scanner.EndMarker, scanner.Fault:
		return false
	}
	return true
}
