package scanner

import "strings"

// scanIndentation reads the blank start of a line, skips lines without tokens,
// and emits the Indent or Dedents of the first line that has one. It reports
// whether the scan goes on.
func (s *scan) scanIndentation() bool {
	for {
		col, altCol, continued := 0, 0, -1
		start := s.pos
	measure:
		for {
			switch s.at(s.pos) {
			case ' ':
				col++
				altCol++
			case '\t':
				col = (col/8 + 1) * 8
				altCol++
			case '\f':
				col, altCol = 0, 0
			case '\\':
				// Only the blanks before the first backslash indent the line.
				if continued < 0 {
					continued = col
				}
				if !s.scanContinuation() {
					return false
				}
				continue
			default:
				break measure
			}
			s.pos++
		}
		switch c := s.at(s.pos); {
		case c == '#':
			s.scanComment()
			if s.err != nil {
				return false
			}
			if s.lastIsTypeComment() {
				return true
			}
			if s.at(s.pos) == '\n' {
				s.pos++
			}
			continue
		case c == '\n':
			s.pos++
			continue
		case c == 0 && s.pos > start && s.ImplicitNewline:
			return s.indent(0, 0, s.pos)
		}
		if continued > 0 {
			col, altCol = continued, continued
		}
		return s.indent(col, altCol, s.pos)
	}
}

// lastIsTypeComment reports whether the last token is a type comment: its line
// then ends in a Newline, though it holds nothing else.
func (s *scan) lastIsTypeComment() bool {
	return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Kind == TypeComment
}

// indent compares a line's indentation with the enclosing ones.
func (s *scan) indent(col, altCol, at int) bool {
	top := s.indents[len(s.indents)-1]
	switch {
	case col == top.col:
		return altCol == top.altCol || s.inconsistentTabs()
	case col > top.col:
		if len(s.indents) >= maxIndents {
			s.failLate(s.lineStart(s.pos), IndentationError, "too many levels of indentation")
			return false
		}
		if altCol <= top.altCol {
			return s.inconsistentTabs()
		}
		s.indents = append(s.indents, indentation{col, altCol})
		s.emit(Indent, at, at)
		return true
	}
	for len(s.indents) > 1 && col < s.indents[len(s.indents)-1].col {
		s.indents = s.indents[:len(s.indents)-1]
		s.emit(Dedent, at, at)
	}
	top = s.indents[len(s.indents)-1]
	if col != top.col {
		// CPython finds the fault before it hands out any of the Dedents.
		for len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Kind == Dedent && int(s.tokens[len(s.tokens)-1].Start) == at {
			s.tokens = s.tokens[:len(s.tokens)-1]
		}
		end := strings.IndexByte(s.text[at:], '\n')
		if end < 0 {
			end = len(s.text) - at
			if !s.ImplicitNewline {
				end--
			}
		}
		s.failLate(at+end, IndentationError, "unindent does not match any outer indentation level")
		return false
	}
	return altCol == top.altCol || s.inconsistentTabs()
}

func (s *scan) inconsistentTabs() bool {
	s.failLate(s.lineStart(s.pos), TabError, "inconsistent use of tabs and spaces in indentation")
	return false
}

func (s *scan) lineStart(pos int) int { return strings.LastIndexByte(s.text[:pos], '\n') + 1 }
