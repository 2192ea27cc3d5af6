package scanner

import (
	"strings"
	"unicode/utf8"
)

// operators lists what may follow a first byte, longest first.
var operators = [128][]struct {
	tail string
	kind Kind
}{
	'(': {{"", LParen}},
	')': {{"", RParen}},
	'[': {{"", LBracket}},
	']': {{"", RBracket}},
	'{': {{"", LBrace}},
	'}': {{"", RBrace}},
	',': {{"", Comma}},
	';': {{"", Semicolon}},
	'~': {{"", Tilde}},
	':': {{"=", ColonEqual}, {"", Colon}},
	'.': {{"..", Ellipsis}, {"", Dot}},
	'!': {{"=", NotEqual}, {"", Exclamation}},
	'@': {{"=", AtAssign}, {"", At}},
	'=': {{"=", EqEqual}, {"", Assign}},
	'+': {{"=", PlusAssign}, {"", Plus}},
	'-': {{">", Arrow}, {"=", MinusAssign}, {"", Minus}},
	'*': {{"*=", DoubleStarAssign}, {"*", DoubleStar}, {"=", StarAssign}, {"", Star}},
	'/': {{"/=", DoubleSlashAssign}, {"/", DoubleSlash}, {"=", SlashAssign}, {"", Slash}},
	'%': {{"=", PercentAssign}, {"", Percent}},
	'&': {{"=", AmpAssign}, {"", Amp}},
	'|': {{"=", PipeAssign}, {"", Pipe}},
	'^': {{"=", CaretAssign}, {"", Caret}},
	'<': {{"<=", LeftShiftAssign}, {"<", LeftShift}, {"=", LessEqual}, {">", NotEqual}, {"", Less}},
	'>': {{">=", RightShiftAssign}, {">", RightShift}, {"=", GreaterEqual}, {"", Greater}},
}

func (s *scan) scanOperator(c byte) {
	start := s.pos
	var f *fstring
	if n := len(s.fstrings); n > 0 {
		f = &s.fstrings[n-1]
		if c == ':' && f.depth-1 == f.exprDepth {
			// A colon at the top of a replacement field starts the format.
			s.pos++
			s.emit(Colon, start, s.pos)
			f.inText, f.inFormat = true, true
			return
		}
	}
	if c < utf8.RuneSelf {
		for _, op := range operators[c] {
			if !strings.HasPrefix(s.text[start+1:], op.tail) {
				continue
			}
			s.pos += 1 + len(op.tail)
			if LParen <= op.kind && op.kind <= RBrace && !s.bracket(c, f) {
				return
			}
			s.emit(op.kind, start, s.pos)
			return
		}
	}
	s.pos++
	if c == '$' || c == '?' || c == '`' {
		// No token of Python; CPython leaves it to the parser to refuse them.
		s.emit(Unknown, start, s.pos)
		return
	}
	s.failHere("invalid non-printable character U+%04X", c)
}

// bracket keeps the stack of open brackets.
func (s *scan) bracket(c byte, f *fstring) bool {
	if c == '(' || c == '[' || c == '{' {
		if len(s.brackets) >= maxBrackets {
			s.failHere("too many nested parentheses")
			return false
		}
		s.brackets = append(s.brackets, bracket{c, int32(s.pos - 1)})
		if f != nil {
			f.depth++
		}
		return true
	}
	if f != nil && f.depth == 0 && c == '}' {
		s.failHere("f-string: single '}' is not allowed")
		return false
	}
	if len(s.brackets) == 0 {
		s.failHere("unmatched '%c'", c)
		return false
	}
	open := s.brackets[len(s.brackets)-1]
	s.brackets = s.brackets[:len(s.brackets)-1]
	if closingOf(open.open) != c {
		return s.mismatch(open, c, f)
	}
	if f == nil {
		return true
	}
	f.depth--
	if f.depth < 0 {
		s.failHere("f-string: unmatched '%c'", c)
		return false
	}
	if c == '}' && f.depth == f.exprDepth {
		f.exprDepth--
		f.inText, f.inFormat = true, false
	}
	return true
}

func closingOf(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

func (s *scan) mismatch(open bracket, c byte, f *fstring) bool {
	switch {
	case f != nil && open.open == '{' && f.depth-1 == f.exprDepth:
		s.failHere("f-string: unmatched '%c'", c)
	case strings.IndexByte(s.text[open.pos:s.pos], '\n') >= 0:
		line := strings.Count(s.text[:open.pos], "\n") + 1
		s.failHere("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.open, line)
	default:
		s.failHere("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.open)
	}
	return false
}
