package parser

import (
	"strings"
	"unicode"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
	"github.com/pyasync2go/pyasync2go/parser/source"
)

// stringLiterals reads one or more string literals side by side, which make one
// node: a Constant, or a JoinedStr when one of them is an f-string.
func (s *state) stringLiterals() ast.Expr {
	start := s.start()
	if s.kind == scanner.String && !startsString(s.peek()) {
		return s.stringLiteral()
	}
	mark := s.exprs.open()
	isFormat := false
	for startsString(s.kind) {
		if s.kind == scanner.String {
			s.exprs.add(s.stringLiteral())
		} else {
			isFormat = true
			s.fstring()
		}
	}
	if s.kind == scanner.TStringStart {
		s.fail()
	}
	parts := s.exprs.close(mark)
	if !isFormat {
		return s.concatenate(start, parts)
	}
	node := s.joined.take()
	node.Base, node.Values = s.from(start), s.fold(parts)
	return node
}

func startsString(kind scanner.Kind) bool {
	return kind == scanner.String || kind == scanner.FStringStart
}

// stringLiteral reads one literal that is no f-string.
func (s *state) stringLiteral() ast.Expr {
	start := s.start()
	value, isUnicode, fault := stringValue(s.tokenText())
	if fault != nil {
		s.fail()
	}
	s.next()
	node := s.constants.take()
	node.Base, node.Value, node.Unicode = s.from(start), value, isUnicode
	return node
}

// concatenate joins literals that are all text or all bytes. The first one says
// whether the result counts as written with the prefix u.
func (s *state) concatenate(start int32, parts []ast.Expr) ast.Expr {
	var joined strings.Builder
	_, isBytes := parts[0].(*ast.Constant).Value.(ast.Bytes)
	for _, part := range parts {
		switch value := part.(*ast.Constant).Value.(type) {
		case string:
			if isBytes {
				s.fail()
			}
			joined.WriteString(value)
		case ast.Bytes:
			if !isBytes {
				s.fail()
			}
			joined.WriteString(string(value))
		}
	}
	node := s.constants.take()
	node.Base, node.Unicode = s.from(start), parts[0].(*ast.Constant).Unicode
	node.Value = joined.String()
	if isBytes {
		node.Value = ast.Bytes(joined.String())
	}
	return node
}

// fold joins neighbouring constants among the parts of an f-string and drops
// empty ones.
func (s *state) fold(parts []ast.Expr) []ast.Expr {
	kept := parts[:0]
	for i := 0; i < len(parts); {
		first, isConstant := parts[i].(*ast.Constant)
		if !isConstant {
			kept = append(kept, parts[i])
			i++
			continue
		}
		run := i + 1
		for run < len(parts) {
			if _, isConstant := parts[run].(*ast.Constant); !isConstant {
				break
			}
			run++
		}
		if run > i+1 {
			s.joinConstants(first, parts[i:run])
		}
		if text, isText := first.Value.(string); !isText {
			s.fail() // bytes beside an f-string
		} else if text != "" {
			kept = append(kept, first)
		}
		i = run
	}
	clear(parts[len(kept):])
	return kept
}

// joinConstants puts the text of a run of constants into the first of them.
func (s *state) joinConstants(first *ast.Constant, run []ast.Expr) {
	var joined strings.Builder
	for _, part := range run {
		text, isText := part.(*ast.Constant).Value.(string)
		if !isText {
			s.fail()
		}
		joined.WriteString(text)
	}
	first.Value = joined.String()
	first.Range.End = run[len(run)-1].Span().End
}

// fstring reads an f-string and adds its parts to the open list.
func (s *state) fstring() {
	isRaw := strings.ContainsAny(s.tokenText(), "rR")
	s.enter()
	s.next()
	for s.kind != scanner.FStringEnd {
		if s.kind == scanner.FStringMiddle {
			if part := s.fstringMiddle(isRaw); part.Value != "" {
				s.exprs.add(part)
			}
			continue
		}
		s.replacementField()
	}
	s.next()
	s.leave()
}

func (s *state) fstringMiddle(isRaw bool) *ast.Constant {
	start := s.start()
	text := s.tokenText()
	if strings.HasSuffix(text, "{{") || strings.HasSuffix(text, "}}") {
		text = text[:len(text)-1]
	}
	if !isRaw {
		var fault *literalFault
		if text, fault = unescape(text, false); fault != nil {
			s.fail()
		}
	}
	s.next()
	node := s.constants.take()
	node.Base, node.Value = s.from(start), text
	return node
}

// replacementField reads an expression in braces and adds a FormattedValue, with
// the text of the expression before it when it ends in "=".
func (s *state) replacementField() {
	start := s.start()
	field := s.field()
	conversion := field.conversion
	if field.isDebug {
		s.exprs.add(s.debugText(field))
		if conversion < 0 && field.format == nil {
			conversion = 'r'
		}
	}
	node := s.formatted.take()
	node.Base, node.Value, node.Conversion, node.FormatSpec = s.from(start), field.value, conversion, field.format
	s.exprs.add(node)
}

// field is what stands in the braces of a replacement field.
type field struct {
	value      ast.Expr
	isDebug    bool
	conversion int // as in ast.FormattedValue
	format     ast.Expr
	text       source.Range // from after the brace to the conversion, format or end
}

func (s *state) field() field {
	s.enter()
	defer s.leave()
	f := field{conversion: -1}
	s.expect(scanner.LBrace)
	f.text.Start = s.end
	f.value = s.yieldOrStarExpressions()
	f.isDebug = s.accept(scanner.Assign)
	f.text.End = s.start()
	if s.accept(scanner.Exclamation) {
		if s.kind != scanner.Name || s.start() != s.end {
			s.fail()
		}
		switch name := s.tokenText(); name {
		case "s", "r", "a":
			f.conversion = int(name[0])
		default:
			s.fail()
		}
		s.next()
	}
	if s.kind == scanner.Colon {
		f.format = s.formatSpec()
	}
	s.expect(scanner.RBrace)
	return f
}

// debugText returns the source of a field with "=", without its comments.
func (s *state) debugText(f field) ast.Expr {
	node := s.constants.take()
	node.Range, node.Value = f.text, withoutComments(s.text[f.text.Start:f.text.End])
	return node
}

// withoutComments cuts from each "#" to the line end. CPython 3.13.0 does not
// look whether the "#" stands in a string, and neither do we.
func withoutComments(text string) string {
	if strings.IndexByte(text, '#') < 0 {
		return text
	}
	var kept strings.Builder
	for line := range strings.SplitAfterSeq(text, "\n") {
		code, _, hasComment := strings.Cut(line, "#")
		kept.WriteString(code)
		if hasComment && strings.HasSuffix(line, "\n") {
			kept.WriteByte('\n')
		}
	}
	return kept.String()
}

// formatSpec reads a format specification after its colon.
func (s *state) formatSpec() ast.Expr {
	start := s.start()
	s.next()
	mark := s.exprs.open()
	hasField := false
	for s.kind == scanner.FStringMiddle || s.kind == scanner.LBrace {
		if s.kind == scanner.FStringMiddle {
			if part := s.fstringMiddle(false); part.Value != "" {
				s.exprs.add(part)
			}
		} else {
			hasField = true
			s.replacementField()
		}
	}
	parts := s.exprs.close(mark)
	if len(parts) > 1 && !hasField {
		// CPython makes a Constant, not a JoinedStr, of several pieces of text.
		return s.concatenate(start, parts)
	}
	node := s.joined.take()
	node.Base, node.Values = s.from(start), s.fold(parts)
	return node
}

// templateLiterals reads one or more template strings side by side (PEP 750).
func (s *state) templateLiterals() ast.Expr {
	start := s.start()
	mark := s.exprs.open()
	for s.kind == scanner.TStringStart {
		isRaw := strings.ContainsAny(s.tokenText(), "rR")
		s.next()
		for s.kind != scanner.FStringEnd {
			if s.kind == scanner.FStringMiddle {
				s.exprs.add(s.fstringMiddle(isRaw))
			} else {
				s.interpolation()
			}
		}
		s.next()
	}
	if startsString(s.kind) {
		s.fail()
	}
	node := &ast.TemplateStr{Base: s.from(start), Values: s.fold(s.exprs.close(mark))}
	s.needs314 = append(s.needs314, need{"template strings (PEP 750)", node.Range})
	return node
}

// interpolation reads a replacement field of a template string.
func (s *state) interpolation() {
	start := s.start()
	field := s.field()
	text := withoutComments(s.text[field.text.Start:field.text.End])
	conversion := field.conversion
	if field.isDebug {
		s.exprs.add(s.debugText(field))
		text = strings.TrimRightFunc(text, func(r rune) bool { return r == '=' || unicode.IsSpace(r) })
		if conversion < 0 && field.format == nil {
			conversion = 'r'
		}
	}
	s.exprs.add(&ast.Interpolation{
		Base: s.from(start), Value: field.value, Str: strings.TrimRightFunc(text, unicode.IsSpace),
		Conversion: conversion, FormatSpec: field.format,
	})
}
