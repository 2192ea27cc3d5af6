package scanner

import "strings"

// scanPrefixed reads a string literal whose prefix is the word from start to
// the quote at the read position. It reports false when that is no prefix.
func (s *scan) scanPrefixed(start int) bool {
	var raw, bytes, unicode, format, template bool
	for _, c := range []byte(s.text[start:s.pos]) {
		var flag *bool
		switch c | 0x20 {
		case 'r':
			flag = &raw
		case 'b':
			flag = &bytes
		case 'u':
			flag = &unicode
		case 'f':
			flag = &format
		case 't':
			flag = &template
		default:
			return false
		}
		if *flag {
			return false
		}
		*flag = true
	}
	kinds := 0
	for _, set := range []bool{bytes, unicode, format, template} {
		if set {
			kinds++
		}
	}
	if kinds > 1 || unicode && raw || template && !s.TemplateStrings {
		return false
	}
	switch {
	case format:
		s.startFString(start, FStringStart, raw)
	case template:
		s.startFString(start, TStringStart, raw)
	default:
		s.scanString(start)
	}
	return true
}

// scanString reads a plain string literal, whose opening quote is at the read
// position.
func (s *scan) scanString(start int) {
	open := s.pos
	quote := s.text[open]
	if s.at(open+1) == quote && s.at(open+2) == quote {
		s.scanTriple(start, open)
		return
	}
	text := s.text
	pos := open + 1
	escapedQuote := false
	for pos < len(text) {
		switch text[pos] {
		case quote:
			s.pos = pos + 1
			s.emit(String, start, s.pos)
			return
		case '\\':
			escapedQuote = escapedQuote || pos+1 < len(text) && text[pos+1] == quote
			pos++
		case '\n':
			s.unterminated(start, pos, escapedQuote)
			return
		}
		pos++
	}
	s.unterminated(start, min(pos, len(text)), escapedQuote)
}

func (s *scan) scanTriple(start, open int) {
	quotes := s.text[open : open+3]
	pos := open + 3
	for {
		next := strings.IndexAny(s.text[pos:], "\\"+quotes[:1])
		if next < 0 {
			if s.closesFString(quotes) {
				s.fail(start, start, "f-string: expecting '}'")
				return
			}
			s.fail(start, start, "unterminated triple-quoted string literal (detected at line %d)", s.lineOf(len(s.text)))
			return
		}
		pos += next
		switch {
		case s.text[pos] == '\\':
			pos = min(pos+2, len(s.text))
		case strings.HasPrefix(s.text[pos:], quotes):
			s.pos = pos + 3
			s.emit(String, start, s.pos)
			return
		default:
			pos++
		}
	}
}

// unterminated blames the start of a string that the line end at pos cuts off.
func (s *scan) unterminated(start, pos int, escapedQuote bool) {
	if s.closesFString(s.text[s.pos : s.pos+1]) {
		s.fail(start, start, "f-string: expecting '}'")
		return
	}
	hint := ""
	if escapedQuote {
		hint = "; perhaps you escaped the end quote?"
	}
	s.fail(start, start, "unterminated string literal (detected at line %d)%s", s.lineOf(pos), hint)
}

// closesFString reports whether quotes that open a string are rather those that
// end the f-string around it.
func (s *scan) closesFString(quotes string) bool {
	n := len(s.fstrings)
	return n > 0 && s.fstrings[n-1].quotes == quotes
}

// lineOf returns the line of a position; the line end that ends the text begins
// no new line.
func (s *scan) lineOf(pos int) int {
	before := s.text[:pos]
	if pos == len(s.text) {
		before = strings.TrimSuffix(before, "\n")
	}
	return strings.Count(before, "\n") + 1
}
