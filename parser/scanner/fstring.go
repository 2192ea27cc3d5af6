package scanner

import "strings"

// fstring is the state of an f-string or template string that is being read.
type fstring struct {
	quotes string // the closing quotes
	start  int32  // of the literal, prefix included
	raw    bool
	// depth counts the brackets that are open within the string; exprDepth is
	// the depth of the innermost replacement field, or -1 outside of all.
	depth, exprDepth int
	// inText is set while literal text is read: the string's own, or a format's.
	inText   bool
	inFormat bool
}

func (s *scan) startFString(start int, kind Kind, raw bool) {
	if len(s.fstrings)+1 >= maxFStrings {
		s.pos++
		s.failHere("too many nested f-strings")
		return
	}
	quotes := s.text[s.pos : s.pos+1]
	if strings.HasPrefix(s.text[s.pos+1:], quotes+quotes) {
		quotes = s.text[s.pos : s.pos+3]
	}
	s.pos += len(quotes)
	s.emit(kind, start, s.pos)
	s.fstrings = append(s.fstrings, fstring{quotes: quotes, start: int32(start), raw: raw, exprDepth: -1, inText: true})
}

// scanFString reads one token of literal text, or the end of the string, or
// hands over to the expression of a replacement field.
func (s *scan) scanFString(f *fstring) {
	start := s.pos
	if s.at(start) == '{' && s.at(start+1) != '{' {
		s.enterField(f)
		return
	}
	if strings.HasPrefix(s.text[start:], f.quotes) {
		s.pos += len(f.quotes)
		s.emit(FStringEnd, start, s.pos)
		s.fstrings = s.fstrings[:len(s.fstrings)-1]
		return
	}
	s.pos = s.fstringText(f)
	if s.err == nil {
		s.emit(FStringMiddle, start, s.pos)
	}
}

// enterField switches to the expression after "{", which is not read yet.
func (s *scan) enterField(f *fstring) {
	f.exprDepth++
	if f.exprDepth >= maxFExpression {
		s.failHere("f-string: expressions nested too deeply")
		return
	}
	f.inText = false
}

// fstringText finds the end of the literal text at the read position. A doubled
// brace ends it, and belongs to it with both its characters.
func (s *scan) fstringText(f *fstring) int {
	text := s.text
	inFormat := f.inFormat && f.exprDepth >= 0
	inName := false // within \N{...}
	for pos := s.pos; ; {
		c := byte(0)
		if pos < len(text) {
			c = text[pos]
		}
		switch {
		case c == 0 || c == '\n' && len(f.quotes) == 1:
			isLineEnd := c == '\n' || s.ImplicitNewline && !strings.HasSuffix(text, "\n")
			if inFormat && isLineEnd {
				f.inText, f.inFormat = false, false
				return pos
			}
			s.unterminatedFString(f, pos)
			return pos
		case c == f.quotes[0] && strings.HasPrefix(text[pos:], f.quotes):
			return pos
		case c == '{':
			if !inFormat && pos+1 < len(text) && text[pos+1] == '{' {
				return pos + 2
			}
			s.pos = pos
			s.enterField(f)
			return pos
		case c == '}' && inName:
			return pos + 1
		case c == '}':
			if !inFormat && f.depth == 0 && pos+1 < len(text) && text[pos+1] == '}' {
				return pos + 2
			}
			f.inText = false
			return pos
		case c == '\\':
			pos++
			switch {
			case pos >= len(text):
			case text[pos] == '{' || text[pos] == '}':
			case text[pos] == 'N' && !f.raw && pos+1 < len(text) && text[pos+1] == '{':
				inName = true
				pos += 2
			default:
				pos++
			}
		default:
			pos++
		}
	}
}

func (s *scan) unterminatedFString(f *fstring, pos int) {
	start := int(f.start)
	if len(f.quotes) == 3 {
		s.fail(start, start, "unterminated triple-quoted f-string literal (detected at line %d)", s.lineOf(len(s.text)))
		return
	}
	s.fail(start, start, "unterminated f-string literal (detected at line %d)", s.lineOf(pos))
}
