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
	// Buffer is overwritten with the tokens, if it has room for some.
	Buffer []Token
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
	maxFExpression = 3
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
	s.tokens = options.Buffer[:0]
	if cap(s.tokens) == 0 {
		s.tokens = make([]Token, 0, (len(text)-options.From)/4+16)
	}
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
