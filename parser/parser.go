// Package parser turns Python source into CPython's syntax tree.
//
// Parse reads everything that Python 3.13 accepts, and what 3.14 adds to its
// grammar; the tree equals that of CPython's ast module in every node, field and
// position. What CPython refuses, Parse refuses, at the same place and with the
// same message.
//
// Two parsers share that work. A recursive descent parser, built for speed, reads
// valid source and gives up where it meets anything else. Then package blame runs
// CPython's own grammar over the statement in question, slowly, to find the words.
// Last, package checks finds what CPython's compiler refuses.
package parser

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/blame"
	"github.com/pyasync2go/pyasync2go/parser/checks"
	"github.com/pyasync2go/pyasync2go/parser/diag"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// MaxErrors is how many syntax errors Parse reports for a file.
const MaxErrors = 10

// options are those of CPython's compile that matter to the parser.
type options struct {
	start        string // start rule: file, interactive or eval
	typeComments bool
	// only313 refuses what Python 3.13 does not know.
	only313       bool
	topLevelAwait bool
}

// Parse parses a file. The tree is never nil: after errors it holds the
// statements that could be read. The list is empty for a valid file, except for
// notes; the first error in it is CPython's.
func Parse(file *source.File) (*ast.Module, diag.List) {
	module, list := parseTree(file, options{start: "file"})
	return module.(*ast.Module), list
}

// ParseExpression parses a text that is one expression, such as the text of an
// annotation. The expression is nil after an error.
func ParseExpression(file *source.File) (ast.Expr, diag.List) {
	expression, list := parseTree(file, options{start: "eval"})
	return expression.(*ast.Expression).Body, list
}

// run is the parse of one file.
type run struct {
	options
	file    *source.File
	buffer  *[]scanner.Token // what the tokens are written to
	from    int              // where the tokens start
	scanned scanner.Result
	list    diag.List
	// What the checks of the compiler want to know; see checks.Program.
	declared []string
	marks    []int32
}

func newRun(file *source.File, o options) *run {
	r := &run{options: o, file: file, buffer: tokenBuffers.Get().(*[]scanner.Token)}
	r.scan(0)
	if file.Err != nil {
		// What can be read of the text tells nothing about the rest.
		r.list = append(r.list, diag.Diagnostic{
			Code: diag.BadEncoding, File: file, Message: file.Err.Message, Range: r.undecodable(),
		})
	}
	return r
}

// undecodable returns what CPython blames for a byte that is not UTF-8: the string
// literal that it stands in, or else the byte alone.
func (r *run) undecodable() source.Range {
	bad, text := r.file.Err.Offset, r.file.Text
	if !r.file.Err.HasLine {
		return source.Range{Start: bad, End: bad}
	}
	for _, t := range r.scanned.Tokens {
		if t.Kind != scanner.String && t.Kind != scanner.Fault || t.Start > bad || bad >= max(t.End, int32(len(text))) {
			continue
		}
		// CPython takes the end of the literal in the file for an offset in the text
		// with U+FFFD, which has two bytes more for each bad one.
		end := t.End - 2*int32(strings.Count(text[t.Start:t.End], "\uFFFD"))
		for int(end) < len(text) && !utf8.RuneStart(text[end]) {
			end++
		}
		return source.Range{Start: t.Start, End: max(end, t.Start)}
	}
	return source.Range{Start: bad, End: bad}
}

// tokenBuffers holds slices for tokens that no run uses.
var tokenBuffers = sync.Pool{New: func() any { return new([]scanner.Token) }}

// close ends the run: nothing refers to its tokens any more.
func (r *run) close() {
	*r.buffer = r.scanned.Tokens[:0]
	r.scanned.Tokens = nil
	tokenBuffers.Put(r.buffer)
}

func (r *run) scan(from int) {
	r.from = from
	r.scanned = scanner.Scan(r.file.Text, scanner.Options{
		From:            from,
		ImplicitNewline: r.start == "file",
		FinalNewline:    r.start == "interactive",
		TemplateStrings: !r.only313,
		TypeComments:    r.typeComments,
		Buffer:          *r.buffer,
	})
}

// statements reads the statements of a file.
func (r *run) statements() []ast.Stmt {
	s := r.newState()
	mark := s.stmts.open()
	errors := 0
	for r.file.Err == nil && s.kind != scanner.EndMarker {
		s.statementStart = s.pos
		ok := s.attempt(func() {
			s.statement()
			r.refuse314(s)
		})
		r.notes(s)
		if !ok {
			r.blame(s)
			errors++
			if errors == MaxErrors || !r.resume(s, s.failedAt+1) {
				break
			}
		} else if errors > 0 && !r.resume(s, s.pos) {
			break
		}
	}
	body := s.stmts.close(mark)
	s.release()
	return body
}

// states holds those that are not in use, for their stacks.
var states = sync.Pool{New: func() any { return new(state) }}

func (r *run) newState() *state {
	s := states.Get().(*state)
	*s = state{stacks: s.stacks, text: r.file.Text, tokens: r.scanned.Tokens, typeComments: r.typeComments}
	s.moveTo(0)
	return s
}

func (s *state) release() {
	s.stacks.release()
	*s = state{stacks: s.stacks}
	states.Put(s)
}

// expression reads one expression up to the end of the text.
func (r *run) expression() ast.Expr {
	s := r.newState()
	defer s.release()
	var value ast.Expr
	ok := r.file.Err == nil && s.attempt(func() {
		start := s.start()
		value = s.expression()
		if s.kind == scanner.Comma {
			value = s.restOfTuple(start, value, (*state).expression)
		}
		for s.kind == scanner.Newline {
			s.skip()
		}
		if s.kind != scanner.EndMarker {
			s.fail()
		}
		r.refuse314(s)
	})
	r.notes(s)
	if ok {
		return value
	}
	if r.file.Err == nil {
		r.blame(s)
	}
	return nil
}

// check runs the checks of the compiler on what has been read without error.
func (r *run) check(body []ast.Stmt, expression ast.Expr) {
	if r.list.HasErrors() {
		return
	}
	faults := checks.Find(checks.Program{
		Body: body, Expression: expression, TopLevelAwait: r.topLevelAwait, Declared: r.declared, Marks: r.marks,
		Line: func(offset int32) int {
			line, _ := r.file.Position(offset)
			return line
		},
	})
	for _, fault := range faults[:min(len(faults), MaxErrors)] {
		r.list = append(r.list, diag.Diagnostic{Code: diag.BadScope, File: r.file, Message: fault.Message, Range: fault.Range})
	}
}

// refuse314 fails on what only Python 3.14 knows, if that is not wanted.
func (r *run) refuse314(s *state) {
	if r.only313 && len(s.needs314) > 0 {
		s.fail()
	}
}

// notes moves what needs Python 3.14 to the list, and keeps what else s has noted.
func (r *run) notes(s *state) {
	r.declared, r.marks = s.declared, s.marks
	for _, need := range s.needs314 {
		r.list = append(r.list, diag.Diagnostic{
			Code: diag.NeedsPython314, Severity: diag.Note, File: r.file, Range: need.at,
			Message: need.what + " needs Python 3.14",
		})
	}
	s.needs314 = nil
}

// blame finds out what is wrong with the statement that s gave up on.
func (r *run) blame(s *state) {
	at := s.tokens[s.failedAt]
	first := s.statementStart
	if r.typeComments {
		// A type comment where a block starts makes CPython's error rules blame
		// functions that are right, so they must see the statements before.
		first = 0
	}
	scanned, first := r.tokens313(first)
	fault := blame.Find(r.file.Text, scanned, first, r.start, literals{})
	if fault == nil {
		fault = &blame.Fault{Message: "invalid syntax", Start: at.Start, End: at.End}
		if s.tooDeep {
			fault.Message, fault.TooNested = blame.TooNested, true
		}
	}
	code := diag.BadSyntax
	switch {
	case fault.TooNested:
		code = diag.TooNested
	case fault.Exception == scanner.IndentationError:
		code = diag.BadIndentation
	case fault.Exception == scanner.TabError:
		code = diag.BadTabs
	}
	size := int32(len(r.file.Text))
	found := diag.Diagnostic{
		Code: code, File: r.file, Message: fault.Message, AtColumnZero: fault.AtColumnZero,
		Range: source.Range{Start: min(fault.Start, size), End: max(min(fault.End, size), min(fault.Start, size))},
	}
	// An error of the scanner may have been found before, from an earlier statement.
	isSame := func(d diag.Diagnostic) bool { return d.Range.Start == found.Range.Start && d.Message == found.Message }
	if !slices.ContainsFunc(r.list, isSame) {
		r.list = append(r.list, found)
	}
}

// tokens313 returns the tokens as Python 3.13 reads them, and where the one at an
// index is among them: the prefix of a template string is a name to 3.13. CPython
// blames the first template string, before which the tokens are the same.
func (r *run) tokens313(index int) (scanner.Result, int) {
	isTemplate := func(t scanner.Token) bool { return t.Kind == scanner.TStringStart }
	if !slices.ContainsFunc(r.scanned.Tokens, isTemplate) {
		return r.scanned, index
	}
	scanned := scanner.Scan(r.file.Text, scanner.Options{
		From: r.from, ImplicitNewline: r.start == "file", FinalNewline: r.start == "interactive", TypeComments: r.typeComments,
	})
	// A statement starts at the same place for both, unless 3.13 fails before it.
	at := r.scanned.Tokens[index]
	same := slices.IndexFunc(scanned.Tokens, func(t scanner.Token) bool { return t.Kind == at.Kind && t.Start == at.Start })
	if same < 0 {
		return r.scanned, index
	}
	return scanned, same
}

// parseTree parses a text by any start rule.
func parseTree(file *source.File, o options) (ast.Node, diag.List) {
	r := newRun(file, o)
	defer r.close()
	base := ast.Base{Range: source.Range{End: int32(len(file.Text))}}
	switch o.start {
	case "eval":
		value := r.expression()
		r.check(nil, value)
		return &ast.Expression{Base: base, Body: value}, r.list
	case "interactive":
		body := r.interactive()
		r.check(body, nil)
		return &ast.Interactive{Base: base, Body: body}, r.list
	}
	body := r.statements()
	r.check(body, nil)
	return &ast.Module{Base: base, Body: body, TypeIgnores: r.typeIgnores(), Comments: r.comments()}, r.list
}
