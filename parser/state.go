package parser

import (
	"golang.org/x/text/unicode/norm"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// state is a run of the recursive descent parser over the tokens of a file. It
// knows only valid Python: on the first token that does not fit it gives up with
// errInvalid, and package blame says what is wrong.
type state struct {
	slabs
	stacks
	text   string
	tokens []scanner.Token
	pos    int
	kind   scanner.Kind // of tokens[pos]
	end    int32        // where the last token ended, blank tokens aside
	depth  int          // nesting of expressions and blocks
	// tooDeep is set when the descent gave up because of maxDepth.
	tooDeep bool

	statementStart int // index of the token that starts the statement
	failedAt       int // index of the token that did not fit
	typeComments   bool
	needs314       []need
	// What the checks of the compiler want to know; see checks.Program.
	declared []string
	marks    []int32
}

// need is a construct that only Python 3.14 knows.
type need struct {
	what string
	at   source.Range
}

// errInvalid is what the descent panics with when the source is not Python.
type errInvalid struct{}

// maxDepth bounds the recursion of the descent. CPython's parser gives up at 6000
// frames of grammar rules, of which a sign, an "elif" or a conditional expression
// takes one; brackets, which take many, are limited to 200 by the scanner.
const maxDepth = 5900

func (s *state) fail() { panic(errInvalid{}) }

func (s *state) enter() {
	s.depth++
	if s.depth > maxDepth {
		s.tooDeep = true
		s.fail()
	}
}

func (s *state) leave() { s.depth-- }

// start returns where the current token starts.
func (s *state) start() int32 { return s.tokens[s.pos].Start }

// peek returns the kind of the token after the current one.
func (s *state) peek() scanner.Kind {
	if s.pos+1 < len(s.tokens) {
		return s.tokens[s.pos+1].Kind
	}
	return scanner.EndMarker
}

// next moves past the current token, which becomes the end of what is parsed.
func (s *state) next() {
	s.end = s.tokens[s.pos].End
	s.skip()
}

// skip moves past a token that ends nothing: Newline, Indent or Dedent.
func (s *state) skip() {
	if s.pos+1 >= len(s.tokens) {
		s.fail()
	}
	s.pos++
	s.kind = s.tokens[s.pos].Kind
}

// moveTo makes the token at an index the current one.
func (s *state) moveTo(pos int) {
	s.pos = pos
	s.kind = s.tokens[pos].Kind
}

// accept moves past the current token if it has the kind.
func (s *state) accept(kind scanner.Kind) bool {
	if s.kind != kind {
		return false
	}
	s.next()
	return true
}

// expect moves past the current token, which must have the kind.
func (s *state) expect(kind scanner.Kind) {
	if s.kind != kind {
		s.fail()
	}
	s.next()
}

// tokenText returns the text of the current token.
func (s *state) tokenText() string {
	t := s.tokens[s.pos]
	return s.text[t.Start:t.End]
}

// isSoft reports whether the current token is the soft keyword word.
func (s *state) isSoft(word string) bool { return s.kind == scanner.Name && s.tokenText() == word }

// from returns the base of a node that started at an offset and ends here.
func (s *state) from(start int32) ast.Base {
	return ast.Base{Range: source.Range{Start: start, End: s.end}}
}

// identifier reads a name.
func (s *state) identifier() string {
	if s.kind != scanner.Name {
		s.fail()
	}
	name := normalizeName(s.tokenText())
	if name == "__debug__" {
		s.mark()
	}
	s.next()
	return name
}

// mark notes that the compiler may refuse what starts at the current token.
func (s *state) mark() { s.marks = append(s.marks, s.start()) }

// normalizeName brings an identifier into form NFKC, as PEP 3131 asks.
func normalizeName(name string) string {
	for i := 0; i < len(name); i++ {
		if name[i] >= 0x80 {
			return norm.NFKC.String(name)
		}
	}
	return name
}

// attempt runs parse; if the source does not fit it, attempt goes back to where
// it started and reports false.
func (s *state) attempt(parse func()) (ok bool) {
	pos, end, depth := s.pos, s.end, s.depth
	needs, marks := len(s.needs314), len(s.marks)
	exprs, stmts, keywords, params := s.exprs.open(), s.stmts.open(), s.keywords.open(), s.params.open()
	ops, patterns, strings := s.ops.open(), s.patterns.open(), s.strings.open()
	defer func() {
		switch r := recover().(type) {
		case nil:
		case errInvalid:
			s.failedAt = s.pos
			s.moveTo(pos)
			s.end, s.depth, s.needs314, s.marks = end, depth, s.needs314[:needs], s.marks[:marks]
			s.exprs.reopen(exprs)
			s.stmts.reopen(stmts)
			s.keywords.reopen(keywords)
			s.params.reopen(params)
			s.ops.reopen(ops)
			s.patterns.reopen(patterns)
			s.strings.reopen(strings)
			ok = false
		default:
			panic(r)
		}
	}()
	parse()
	return true
}
