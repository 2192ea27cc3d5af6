package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// startsMatch reports whether a match statement starts here, and not a statement
// with a variable called match. Only a match statement has a colon as the last
// token of its line, with a subject before it.
func (s *state) startsMatch() bool {
	if !s.isSoft("match") || s.peek() == scanner.Colon || s.peek() == scanner.Newline {
		return false
	}
	for i := s.pos; i+1 < len(s.tokens); i++ {
		if s.tokens[i+1].Kind == scanner.Newline {
			return s.tokens[i].Kind == scanner.Colon
		}
	}
	return false
}

func (s *state) match() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.Match{}
	subject := s.start()
	node.Subject = s.starNamedExpression()
	if s.kind == scanner.Comma {
		node.Subject = s.restOfTuple(subject, node.Subject, (*state).starNamedExpression)
	} else if _, isStarred := node.Subject.(*ast.Starred); isStarred {
		s.fail()
	}
	s.expect(scanner.Colon)
	s.skip()
	if s.kind != scanner.Indent {
		s.fail()
	}
	s.skip()
	for {
		node.Cases = append(node.Cases, s.matchCase())
		if s.kind == scanner.Dedent {
			break
		}
	}
	s.skip()
	node.Base = s.from(start)
	return node
}

func (s *state) matchCase() *ast.MatchCase {
	if !s.isSoft("case") {
		s.fail()
	}
	start := s.start()
	s.next()
	node := &ast.MatchCase{Pattern: s.topPattern()}
	if s.accept(scanner.If) {
		node.Guard = s.namedExpression()
	}
	node.Body = s.colonBlock()
	node.Base = s.from(start)
	return node
}

// topPattern reads the pattern of a case, which may be a sequence without
// brackets.
func (s *state) topPattern() ast.Pattern {
	start := s.start()
	first := s.patternOrStar()
	if s.kind != scanner.Comma {
		if _, isStar := first.(*ast.MatchStar); isStar {
			s.fail()
		}
		return first
	}
	mark := s.patterns.open()
	s.patterns.add(first)
	for s.accept(scanner.Comma) && s.kind != scanner.Colon && s.kind != scanner.If {
		s.patterns.add(s.patternOrStar())
	}
	return &ast.MatchSequence{Base: s.from(start), Patterns: s.patterns.close(mark)}
}

func (s *state) patternOrStar() ast.Pattern {
	start := s.start()
	if !s.accept(scanner.Star) {
		return s.asPattern()
	}
	if s.isSoft("_") {
		s.next()
		return &ast.MatchStar{Base: s.from(start)}
	}
	name := s.captureName()
	return &ast.MatchStar{Base: s.from(start), Name: name}
}

// captureName reads a name that a pattern binds.
func (s *state) captureName() string {
	if s.isSoft("_") {
		s.fail()
	}
	name := s.identifier()
	switch s.kind {
	case scanner.Dot, scanner.LParen, scanner.Assign:
		s.fail()
	}
	return name
}

func (s *state) asPattern() ast.Pattern {
	s.enter()
	defer s.leave()
	start := s.start()
	pattern := s.orPattern()
	if !s.accept(scanner.As) {
		return pattern
	}
	name := s.captureName()
	return &ast.MatchAs{Base: s.from(start), Pattern: pattern, Name: name}
}

func (s *state) orPattern() ast.Pattern {
	start := s.start()
	first := s.closedPattern()
	if s.kind != scanner.Pipe {
		return first
	}
	mark := s.patterns.open()
	s.patterns.add(first)
	for s.accept(scanner.Pipe) {
		s.patterns.add(s.closedPattern())
	}
	return &ast.MatchOr{Base: s.from(start), Patterns: s.patterns.close(mark)}
}

func (s *state) closedPattern() ast.Pattern {
	start := s.start()
	switch s.kind {
	case scanner.Number, scanner.Minus, scanner.Plus, scanner.String, scanner.FStringStart, scanner.TStringStart:
		value := s.literalPattern()
		return &ast.MatchValue{Base: s.from(start), Value: value}
	case scanner.None:
		s.next()
		return &ast.MatchSingleton{Base: s.from(start)}
	case scanner.True, scanner.False:
		value := s.kind == scanner.True
		s.next()
		return &ast.MatchSingleton{Base: s.from(start), Value: value}
	case scanner.LParen:
		return s.groupOrSequencePattern()
	case scanner.LBracket:
		s.next()
		mark := s.patterns.open()
		for s.kind != scanner.RBracket {
			s.patterns.add(s.patternOrStar())
			if !s.accept(scanner.Comma) {
				break
			}
		}
		s.expect(scanner.RBracket)
		return &ast.MatchSequence{Base: s.from(start), Patterns: s.patterns.close(mark)}
	case scanner.LBrace:
		return s.mappingPattern()
	case scanner.Name:
		return s.namePattern()
	}
	s.fail()
	return nil
}

// literalPattern reads a number, possibly signed or complex, or strings.
func (s *state) literalPattern() ast.Expr {
	start := s.start()
	switch s.kind {
	case scanner.String, scanner.FStringStart:
		return s.stringLiterals()
	case scanner.TStringStart:
		return s.templateLiterals()
	}
	left := s.signedNumber()
	if s.kind != scanner.Plus && s.kind != scanner.Minus {
		return left
	}
	op := binaryOperators[s.kind].op
	s.next()
	if s.kind != scanner.Number || isImaginary(left) {
		s.fail()
	}
	right := s.number()
	if !isImaginary(right) {
		s.fail()
	}
	return &ast.BinOp{Base: s.from(start), Left: left, Op: op, Right: right}
}

// signedNumber reads a number; "+" leaves no trace in the tree.
func (s *state) signedNumber() ast.Expr {
	start := s.start()
	switch {
	case s.accept(scanner.Minus):
		if s.kind != scanner.Number {
			s.fail()
		}
		operand := s.number()
		return &ast.UnaryOp{Base: s.from(start), Op: ast.USub, Operand: operand}
	case s.accept(scanner.Plus):
		s.needs314 = append(s.needs314, need{"a literal pattern with a plus sign", s.from(start).Range})
	}
	if s.kind != scanner.Number {
		s.fail()
	}
	return s.number()
}

func isImaginary(e ast.Expr) bool {
	if unary, ok := e.(*ast.UnaryOp); ok {
		e = unary.Operand
	}
	constant, ok := e.(*ast.Constant)
	if !ok {
		return false
	}
	_, imaginary := constant.Value.(ast.Imaginary)
	return imaginary
}

// groupOrSequencePattern reads what stands in parentheses: a pattern, which they
// leave no trace around, or a sequence.
func (s *state) groupOrSequencePattern() ast.Pattern {
	start := s.start()
	s.next()
	mark := s.patterns.open()
	isSequence := s.kind == scanner.RParen
	for s.kind != scanner.RParen {
		pattern := s.patternOrStar()
		s.patterns.add(pattern)
		if !s.accept(scanner.Comma) {
			break
		}
		isSequence = true
	}
	s.expect(scanner.RParen)
	patterns := s.patterns.close(mark)
	if isSequence {
		return &ast.MatchSequence{Base: s.from(start), Patterns: patterns}
	}
	if _, isStar := patterns[0].(*ast.MatchStar); isStar {
		s.fail()
	}
	return patterns[0]
}

// namePattern reads a pattern that starts with a name: a capture, the wildcard,
// a dotted value, or a class.
func (s *state) namePattern() ast.Pattern {
	start := s.start()
	if s.isSoft("_") && s.peek() != scanner.Dot && s.peek() != scanner.LParen {
		s.next()
		return &ast.MatchAs{Base: s.from(start)}
	}
	value := s.nameOrAttribute()
	switch s.kind {
	case scanner.LParen:
		return s.classPattern(start, value)
	case scanner.Assign:
		s.fail()
	}
	if name, isName := value.(*ast.Name); isName {
		return &ast.MatchAs{Base: s.from(start), Name: name.Id}
	}
	return &ast.MatchValue{Base: s.from(start), Value: value}
}

func (s *state) nameOrAttribute() ast.Expr {
	start := s.start()
	var value ast.Expr = s.name(ast.Load)
	for s.accept(scanner.Dot) {
		attr := s.identifier()
		value = &ast.Attribute{Base: s.from(start), Value: value, Attr: attr}
	}
	return value
}

func (s *state) classPattern(start int32, class ast.Expr) ast.Pattern {
	node := &ast.MatchClass{Cls: class}
	s.next()
	for s.kind != scanner.RParen {
		if s.kind == scanner.Name && s.peek() == scanner.Assign {
			node.KwdAttrs = append(node.KwdAttrs, s.identifier())
			s.next()
			node.KwdPatterns = append(node.KwdPatterns, s.asPattern())
		} else {
			if node.KwdAttrs != nil {
				s.fail()
			}
			node.Patterns = append(node.Patterns, s.asPattern())
		}
		if !s.accept(scanner.Comma) {
			break
		}
	}
	s.expect(scanner.RParen)
	node.Base = s.from(start)
	return node
}

func (s *state) mappingPattern() ast.Pattern {
	start := s.start()
	node := &ast.MatchMapping{}
	s.next()
	for s.kind != scanner.RBrace {
		if s.accept(scanner.DoubleStar) {
			node.Rest = s.captureName()
			s.accept(scanner.Comma)
			break
		}
		node.Keys = append(node.Keys, s.mappingKey())
		s.expect(scanner.Colon)
		node.Patterns = append(node.Patterns, s.asPattern())
		if !s.accept(scanner.Comma) {
			break
		}
	}
	s.expect(scanner.RBrace)
	node.Base = s.from(start)
	return node
}

func (s *state) mappingKey() ast.Expr {
	start := s.start()
	switch s.kind {
	case scanner.None:
		s.next()
		return s.constant(start, nil)
	case scanner.True, scanner.False:
		value := s.kind == scanner.True
		s.next()
		return s.constant(start, value)
	case scanner.Name:
		key := s.nameOrAttribute()
		if _, isName := key.(*ast.Name); isName {
			s.fail()
		}
		return key
	}
	return s.literalPattern()
}
