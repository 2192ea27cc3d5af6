package shlex

import (
	"strings"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/exc"
)

const (
	wordCharacters      = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
	latinWordCharacters = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
	shellPunctuation    = "();<>|&"
)

// The states of a lexer apart from quotes and escapes, which are named by their
// character.
const (
	betweenWords  = " "
	inWord        = "a"
	inPunctuation = "c"
	atEnd         = ""
)

// A lexer is shlex.shlex.
type lexer struct {
	py.Attributes
	// text is what is left to read; stream is read if it is not nil.
	text            string
	stream          any
	infile          any
	posix           bool
	commenters      string
	wordChars       string
	whitespace      string
	whitespaceSplit bool
	quotes          string
	escape          string
	escapedQuotes   string
	punctuation     string
	state           string
	line            int
	current         string
	source          any
	pushed          []any
	pushedChars     []string
	files           []sourceFile
}

// A sourceFile is where reading goes on when a file that was pushed ends.
type sourceFile struct {
	text   string
	stream any
	infile any
	line   int
}

// PyClass is shlex.shlex.
func (*lexer) PyClass() *py.Class { return lexerClass }

func newLexer(input, infile any, posix bool, punctuation string) *lexer {
	l := &lexer{}
	l.init(input, infile, posix, punctuation)
	return l
}

func (l *lexer) init(input, infile any, posix bool, punctuation string) {
	l.setInput(input)
	l.infile, l.posix, l.punctuation = infile, posix, punctuation
	l.commenters, l.wordChars, l.whitespace = "#", wordCharacters, " \t\r\n"
	l.quotes, l.escape, l.escapedQuotes = `'"`, `\`, `"`
	l.state, l.line = betweenWords, 1
	if posix {
		l.wordChars += latinWordCharacters
	}
	if punctuation != "" {
		l.wordChars = strings.Map(func(r rune) rune {
			if strings.ContainsRune(punctuation, r) {
				return -1
			}
			return r
		}, l.wordChars+"~-./*?=")
	}
}

func (l *lexer) setInput(input any) {
	l.text, l.stream = "", nil
	if text, ok := py.Payload(input).(string); ok {
		l.text = text
	} else {
		l.stream = input
	}
}

// read is the next character, empty at the end.
func (l *lexer) read() string {
	if n := len(l.pushedChars); n > 0 {
		c := l.pushedChars[n-1]
		l.pushedChars = l.pushedChars[:n-1]
		return c
	}
	if l.stream != nil {
		return py.As[string](py.CallMethod(l.stream, "read", 1))
	}
	_, n := utf8.DecodeRuneInString(l.text)
	c := l.text[:n]
	l.text = l.text[n:]
	return c
}

// skipLine reads the rest of a comment.
func (l *lexer) skipLine() {
	l.line++
	if l.stream != nil {
		py.CallMethod(l.stream, "readline")
		return
	}
	_, l.text, _ = strings.Cut(l.text, "\n")
}

// eof is what get_token returns at the end.
func (l *lexer) eof() any {
	if l.posix {
		return nil
	}
	return ""
}

// token is the next token, false at the end. It raises ValueError.
func (l *lexer) token() (any, bool) {
	t := l.getToken()
	if l.posix {
		return t, t != nil
	}
	return t, t != ""
}

func (l *lexer) getToken() any {
	if n := len(l.pushed); n > 0 {
		t := l.pushed[n-1]
		l.pushed = l.pushed[:n-1]
		return t
	}
	raw := l.readToken()
	for l.source != nil && raw != nil && py.Equal(raw, l.source) {
		if spec := py.CallMethod(l, "sourcehook", l.readToken()); py.Truth(spec) {
			pair := py.Unpack(spec, 2)
			l.pushSource(pair[1], pair[0])
		}
		raw = l.getToken()
	}
	for raw == l.eof() {
		n := len(l.files)
		if n == 0 {
			return l.eof()
		}
		if l.stream != nil {
			py.CallMethod(l.stream, "close")
		}
		f := l.files[n-1]
		l.files = l.files[:n-1]
		l.text, l.stream, l.infile, l.line = f.text, f.stream, f.infile, f.line
		l.state = betweenWords
		raw = l.getToken()
	}
	return raw
}

func (l *lexer) pushSource(stream, file any) {
	l.files = append(l.files, sourceFile{l.text, l.stream, l.infile, l.line})
	l.setInput(stream)
	l.infile, l.line = file, 1
}

func in(c, set string) bool { return c != "" && strings.Contains(set, c) }

// readToken reads a token from the input. It raises ValueError when the input
// ends inside quotes or after an escape.
func (l *lexer) readToken() any {
	s := tokenScan{lexer: l, escaped: betweenWords}
	for s.step(l.read()) {
	}
	result := l.current
	l.current = ""
	if l.posix && !s.quoted && result == "" {
		return nil
	}
	return result
}

// A tokenScan is what is known while a token is read.
type tokenScan struct {
	*lexer
	quoted bool
	// escaped is the state to return to after an escape.
	escaped string
}

// complete tells whether there is a token to return.
func (s *tokenScan) complete() bool { return s.current != "" || s.posix && s.quoted }

// step takes the next character and reports whether the token goes on.
func (s *tokenScan) step(c string) bool {
	if c == "\n" {
		s.line++
	}
	switch {
	case s.state == atEnd:
		s.current = ""
		return false
	case s.state == betweenWords:
		return s.between(c)
	case in(s.state, s.quotes):
		return s.inQuotes(c)
	case in(s.state, s.escape):
		if c == "" {
			panic(exc.ValueError("No escaped character"))
		}
		if in(s.escaped, s.quotes) && c != s.state && c != s.escaped {
			s.current += s.state
		}
		s.current += c
		s.state = s.escaped
		return true
	}
	return s.within(c)
}

func (s *tokenScan) between(c string) bool {
	switch {
	case c == "":
		s.state = atEnd
		return false
	case in(c, s.whitespace):
		return !s.complete()
	case in(c, s.commenters):
		s.skipLine()
	case s.posix && in(c, s.escape):
		s.escaped, s.state = inWord, c
	case in(c, s.wordChars):
		s.current, s.state = c, inWord
	case in(c, s.punctuation):
		s.current, s.state = c, inPunctuation
	case in(c, s.quotes):
		if !s.posix {
			s.current = c
		}
		s.state = c
	case s.whitespaceSplit:
		s.current, s.state = c, inWord
	default:
		s.current = c
		return false
	}
	return true
}

func (s *tokenScan) inQuotes(c string) bool {
	s.quoted = true
	switch {
	case c == "":
		panic(exc.ValueError("No closing quotation"))
	case c == s.state && !s.posix:
		s.current += c
		s.state = betweenWords
		return false
	case c == s.state:
		s.state = inWord
	case s.posix && in(c, s.escape) && in(s.state, s.escapedQuotes):
		s.escaped, s.state = s.state, c
	default:
		s.current += c
	}
	return true
}

// within takes a character of a word or of punctuation.
func (s *tokenScan) within(c string) bool {
	switch {
	case c == "":
		s.state = atEnd
		return false
	case in(c, s.whitespace):
		s.state = betweenWords
		return !s.complete()
	case in(c, s.commenters):
		s.skipLine()
		if s.posix {
			s.state = betweenWords
			return !s.complete()
		}
	case s.state == inPunctuation:
		if in(c, s.punctuation) {
			s.current += c
			return true
		}
		s.pushedChars = append(s.pushedChars, c)
		s.state = betweenWords
		return false
	case s.posix && in(c, s.quotes):
		s.state = c
	case s.posix && in(c, s.escape):
		s.escaped, s.state = inWord, c
	case in(c, s.wordChars), in(c, s.quotes), s.whitespaceSplit && !in(c, s.punctuation):
		s.current += c
	default:
		if s.punctuation != "" {
			s.pushedChars = append(s.pushedChars, c)
		} else {
			s.pushed = append(s.pushed, c)
		}
		s.state = betweenWords
		return !s.complete()
	}
	return true
}
