// Package scanner splits Python source into tokens as CPython's tokenizer does,
// f-strings (PEP 701) and template strings (PEP 750) included.
//
// A file is scanned whole, into one slice, before it is parsed: the parser then
// looks ahead and goes back by moving an index.
package scanner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/parser/source"
)

// Options change what the scanner accepts.
type Options struct {
	// From is the offset to start at: the first byte of a line.
	From int
	// ImplicitNewline ends the last line of the text when it has no line end.
	ImplicitNewline bool
	// FinalNewline puts one more Newline before the EndMarker, as CPython does
	// for a single interactive statement.
	FinalNewline bool
	// TemplateStrings knows the strings with prefix t of Python 3.14 (PEP 750).
	TemplateStrings bool
	// TypeComments makes tokens of "# type:" comments.
	TypeComments bool
}

// Result is what a scan yields.
type Result struct {
	// Tokens ends in an EndMarker, or in a Fault when Err is set.
	Tokens []Token
	// Comments holds every comment, "#" included, in order.
	Comments []source.Range
	// TypeIgnores holds what follows "# type: ignore" in each such comment.
	TypeIgnores []source.Range
	Err         *Error
}

// The limits of CPython's tokenizer.
const (
	maxBrackets    = 200
	maxIndents     = 100
	maxFStrings    = 150
	maxFExpression = 150
)

type bracket struct {
	open byte
	pos  int32
}

type indentation struct{ col, altCol int }

type scan struct {
	Options
	text     string
	pos      int
	tokens   []Token
	comments []source.Range
	ignores  []source.Range
	err      *Error

	indents  []indentation
	brackets []bracket
	fstrings []fstring
}

// Scan splits text, which has "\n" line ends and no NUL, into tokens.
func Scan(text string, options Options) Result {
	s := scan{Options: options, text: text, pos: options.From, indents: make([]indentation, 1, 16)}
	s.tokens = make([]Token, 0, (len(text)-options.From)/4+16)
	s.run()
	if s.err != nil {
		s.emit(Fault, int(s.err.Start), int(s.err.End))
	}
	return Result{Tokens: s.tokens, Comments: s.comments, TypeIgnores: s.ignores, Err: s.err}
}

func (s *scan) emit(kind Kind, start, end int) {
	s.tokens = append(s.tokens, Token{kind, int32(start), int32(end)})
}

// at returns the byte at i, or 0 after the end: the text itself has no NUL.
func (s *scan) at(i int) byte {
	if i < len(s.text) {
		return s.text[i]
	}
	return 0
}

func (s *scan) run() {
	lineStart := true
	for s.err == nil {
		if n := len(s.fstrings); n > 0 && s.fstrings[n-1].inText {
			s.scanFString(&s.fstrings[n-1])
			continue
		}
		if lineStart {
			lineStart = false
			if !s.scanIndentation() {
				return
			}
		}
		for is(s.at(s.pos), blank) {
			s.pos++
		}
		c := s.at(s.pos)
		switch {
		case is(c, identStart):
			s.scanWord()
		case is(c, digit), c == '.' && is(s.at(s.pos+1), digit):
			s.scanNumber()
		case c == '#':
			s.scanComment()
		case c == '\n':
			if len(s.brackets) == 0 {
				s.newline(s.pos)
				lineStart = true
			}
			s.pos++
		case c == '\'' || c == '"':
			s.scanString(s.pos)
		case c == '\\':
			s.scanContinuation()
		case c == 0:
			if s.endOfText() {
				return
			}
			lineStart = true
		default:
			s.scanOperator(c)
		}
	}
}

// newline ends a logical line, unless it holds no token. The token starts at the
// comment before the line end, if there is one, because CPython's does.
func (s *scan) newline(at int) {
	if !s.lastIsOpenLine() {
		return
	}
	start := at
	if n := len(s.comments); n > 0 && int(s.comments[n-1].End) == at && !s.lastIsTypeComment() {
		start = int(s.comments[n-1].Start)
	}
	s.emit(Newline, start, at+1)
}

// endOfText handles the end of the text where a token could start. It reports
// whether the scan is over; if not, a line end was implied.
func (s *scan) endOfText() bool {
	if len(s.brackets) > 0 {
		s.failAtEOF()
		return true
	}
	if s.ImplicitNewline && s.pos > 0 && s.lastIsOpenLine() {
		s.newline(s.pos)
		return false
	}
	if s.FinalNewline && len(s.tokens) > 0 {
		s.emit(Newline, s.pos, s.pos+1)
		if len(s.indents) > 1 {
			for range len(s.indents) - 1 {
				s.emit(Dedent, s.pos, s.pos)
			}
			s.indents = s.indents[:1]
			s.emit(Newline, s.pos, s.pos+1)
		}
	}
	s.emit(EndMarker, s.pos, s.pos)
	return true
}

// lastIsOpenLine reports whether the last token belongs to a line that no
// Newline has ended yet.
func (s *scan) lastIsOpenLine() bool {
	if len(s.tokens) == 0 {
		return false
	}
	switch s.tokens[len(s.tokens)-1].Kind {
	case Newline, Indent, Dedent:
		return false
	}
	return true
}

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

// scanComment reads a comment up to the line end.
func (s *scan) scanComment() {
	start := s.pos
	if n := strings.IndexByte(s.text[start:], '\n'); n >= 0 {
		s.pos = start + n
	} else {
		s.pos = len(s.text)
	}
	s.comments = append(s.comments, source.Range{Start: int32(start), End: int32(s.pos)})
	if s.TypeComments {
		s.typeComment(start)
	}
}

// typeComment makes a token of a comment "# type: ...", which "# type: ignore"
// never becomes a part of the grammar with.
func (s *scan) typeComment(start int) {
	body := strings.TrimLeft(s.text[start+1:s.pos], " \t")
	body, found := strings.CutPrefix(body, "type: ")
	if !found {
		return
	}
	body = strings.TrimLeft(body, " \t")
	at := s.pos - len(body)
	if tag, ignore := strings.CutPrefix(body, "ignore"); ignore &&
		(tag == "" || tag[0] < utf8.RuneSelf && !is(tag[0], identPart)) {
		s.ignores = append(s.ignores, source.Range{Start: int32(at + len("ignore")), End: int32(s.pos)})
		return
	}
	s.emit(TypeComment, at, s.pos)
}

// scanContinuation reads a backslash and the line end that must follow it.
func (s *scan) scanContinuation() bool {
	s.pos++
	if c := s.at(s.pos); c != '\n' {
		if c == 0 && s.ImplicitNewline {
			s.failAtEOF()
			return false
		}
		if c == 0 {
			s.pos--
		}
		s.failLate(s.pos, SyntaxError, "unexpected character after line continuation character")
		return false
	}
	s.pos++
	if s.pos >= len(s.text) {
		s.failAtEOF()
		return false
	}
	return true
}

// scanWord reads an identifier, a keyword, or the prefix of a string.
func (s *scan) scanWord() {
	start := s.pos
	text := s.text
	pos := start + 1
	high := text[start]
	for pos < len(text) && is(text[pos], identPart) {
		high |= text[pos]
		pos++
	}
	s.pos = pos
	if c := s.at(pos); (c == '"' || c == '\'') && pos-start <= 2 && s.scanPrefixed(start) {
		return
	}
	if high >= utf8.RuneSelf {
		if s.validIdentifier(start) {
			s.emit(Name, start, s.pos)
		}
		return
	}
	s.emit(keyword(text[start:pos]), start, pos)
}

// validIdentifier checks an identifier that is not all ASCII.
func (s *scan) validIdentifier(start int) bool {
	for at := start; at < s.pos; {
		r, size := utf8.DecodeRuneInString(s.text[at:])
		if validIdentRune(r, at == start) {
			at += size
			continue
		}
		s.pos = at + size
		if unicode.IsPrint(r) {
			s.failHere("invalid character '%c' (U+%04X)", r, r)
		} else {
			s.failHere("invalid non-printable character U+%04X", r)
		}
		return false
	}
	return true
}

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
