package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// primary reads an atom and the attributes, calls and subscripts after it.
func (s *state) primary() ast.Expr {
	start := s.start()
	value := s.atom()
	for {
		switch s.kind {
		case scanner.Dot:
			s.next()
			attr := s.identifier()
			node := s.attributes.take()
			node.Base, node.Value, node.Attr = s.from(start), value, attr
			value = node
		case scanner.LParen:
			s.enter()
			node := s.calls.take()
			node.Func = value
			node.Args, node.Keywords = s.callArguments(true)
			node.Base = s.from(start)
			value = node
			s.leave()
		case scanner.LBracket:
			s.enter()
			s.next()
			slice := s.slices()
			s.expect(scanner.RBracket)
			node := s.subscripts.take()
			node.Base, node.Value, node.Slice = s.from(start), value, slice
			value = node
			s.leave()
		default:
			return value
		}
	}
}

func (s *state) name(ctx ast.ExprContext) *ast.Name {
	start := s.start()
	node := s.names.take()
	node.Id = s.identifier()
	node.Base, node.Ctx = s.from(start), ctx
	return node
}

func (s *state) constant(start int32, value any) ast.Expr {
	node := s.constants.take()
	node.Base, node.Value = s.from(start), value
	return node
}

func (s *state) atom() ast.Expr {
	start := s.start()
	switch s.kind {
	case scanner.Name:
		return s.name(ast.Load)
	case scanner.Number:
		return s.number()
	case scanner.String, scanner.FStringStart:
		return s.stringLiterals()
	case scanner.TStringStart:
		return s.templateLiterals()
	case scanner.LParen:
		s.enter()
		defer s.leave()
		return s.parenthesized()
	case scanner.LBracket:
		s.enter()
		defer s.leave()
		return s.list()
	case scanner.LBrace:
		s.enter()
		defer s.leave()
		return s.dictOrSet()
	case scanner.None:
		s.next()
		return s.constant(start, nil)
	case scanner.True:
		s.next()
		return s.constant(start, true)
	case scanner.False:
		s.next()
		return s.constant(start, false)
	case scanner.Ellipsis:
		s.next()
		return s.constant(start, ast.Ellipsis{})
	}
	s.fail()
	return nil
}

func (s *state) number() ast.Expr {
	start := s.start()
	value, fault := numberValue(s.tokenText())
	if fault != "" {
		s.fail()
	}
	s.next()
	return s.constant(start, value)
}

// parenthesized reads a tuple, a generator expression, or one expression in
// parentheses, which leave no trace in the tree.
func (s *state) parenthesized() ast.Expr {
	start := s.start()
	s.next()
	switch s.kind {
	case scanner.RParen:
		s.next()
		tuple := s.tuples.take()
		tuple.Base = s.from(start)
		return tuple
	case scanner.Yield:
		value := s.yield()
		s.expect(scanner.RParen)
		return value
	}
	first := s.starNamedExpression()
	_, isStarred := first.(*ast.Starred)
	switch {
	case s.kind == scanner.Comma:
		mark := s.exprs.open()
		s.exprs.add(first)
		for s.accept(scanner.Comma) && s.kind != scanner.RParen {
			s.exprs.add(s.starNamedExpression())
		}
		s.expect(scanner.RParen)
		tuple := s.tuples.take()
		tuple.Base, tuple.Elts = s.from(start), s.exprs.close(mark)
		return tuple
	case isStarred:
		s.fail()
	case s.startsComprehension():
		generators := s.comprehensions()
		s.expect(scanner.RParen)
		return &ast.GeneratorExp{Base: s.from(start), Elt: first, Generators: generators}
	}
	s.expect(scanner.RParen)
	return first
}

func (s *state) list() ast.Expr {
	start := s.start()
	s.next()
	mark := s.exprs.open()
	if s.kind != scanner.RBracket {
		first := s.starNamedExpression()
		if s.startsComprehension() {
			return s.listComprehension(start, first)
		}
		s.exprs.add(first)
		for s.accept(scanner.Comma) && s.kind != scanner.RBracket {
			s.exprs.add(s.starNamedExpression())
		}
	}
	s.expect(scanner.RBracket)
	node := s.listNodes.take()
	node.Base, node.Elts = s.from(start), s.exprs.close(mark)
	return node
}

func (s *state) listComprehension(start int32, element ast.Expr) ast.Expr {
	if _, isStarred := element.(*ast.Starred); isStarred {
		s.fail()
	}
	generators := s.comprehensions()
	s.expect(scanner.RBracket)
	return &ast.ListComp{Base: s.from(start), Elt: element, Generators: generators}
}

func (s *state) dictOrSet() ast.Expr {
	start := s.start()
	s.next()
	if s.kind == scanner.RBrace || s.kind == scanner.DoubleStar {
		return s.restOfDict(start, nil)
	}
	isKey := s.kind != scanner.Star && s.peek() != scanner.ColonEqual
	first := s.starNamedExpression()
	if s.kind == scanner.Colon && isKey {
		return s.restOfDict(start, first)
	}
	if s.startsComprehension() {
		if _, isStarred := first.(*ast.Starred); isStarred {
			s.fail()
		}
		generators := s.comprehensions()
		s.expect(scanner.RBrace)
		return &ast.SetComp{Base: s.from(start), Elt: first, Generators: generators}
	}
	mark := s.exprs.open()
	s.exprs.add(first)
	for s.accept(scanner.Comma) && s.kind != scanner.RBrace {
		s.exprs.add(s.starNamedExpression())
	}
	s.expect(scanner.RBrace)
	return &ast.Set{Base: s.from(start), Elts: s.exprs.close(mark)}
}

// restOfDict reads a dict after its brace, or after its first key if that has
// been read.
func (s *state) restOfDict(start int32, key ast.Expr) ast.Expr {
	// The stack holds keys and values in turns until the dict is complete.
	mark := s.exprs.open()
	for {
		if key == nil {
			if s.kind == scanner.RBrace {
				break
			}
			if s.kind != scanner.DoubleStar {
				key = s.expression()
			}
		}
		if key == nil {
			s.next()
			s.exprs.add(nil)
			s.exprs.add(s.bitwiseOr())
		} else {
			s.expect(scanner.Colon)
			value := s.expression()
			if s.exprs.open() == mark && s.startsComprehension() {
				generators := s.comprehensions()
				s.expect(scanner.RBrace)
				return &ast.DictComp{Base: s.from(start), Key: key, Value: value, Generators: generators}
			}
			s.exprs.add(key)
			s.exprs.add(value)
			key = nil
		}
		if !s.accept(scanner.Comma) {
			break
		}
	}
	s.expect(scanner.RBrace)
	node := s.dicts.take()
	node.Base = s.from(start)
	if pairs := s.exprs.close(mark); len(pairs) > 0 {
		n := len(pairs) / 2
		keys := make([]ast.Expr, n)
		for i := range n {
			keys[i] = pairs[2*i]
			pairs[i] = pairs[2*i+1]
		}
		clear(pairs[n:])
		node.Keys, node.Values = keys, pairs[:n:n]
	}
	return node
}

// slices reads the inside of a subscript.
func (s *state) slices() ast.Expr {
	start := s.start()
	first := s.slice()
	_, isStarred := first.(*ast.Starred)
	if s.kind != scanner.Comma && !isStarred {
		return first
	}
	mark := s.exprs.open()
	s.exprs.add(first)
	for s.accept(scanner.Comma) && s.kind != scanner.RBracket {
		s.exprs.add(s.slice())
	}
	tuple := s.tuples.take()
	tuple.Elts = s.exprs.close(mark)
	tuple.Base = s.from(start)
	return tuple
}

func (s *state) slice() ast.Expr {
	start := s.start()
	if s.kind == scanner.Star {
		s.mark()
		s.next()
		value := s.expression()
		return &ast.Starred{Base: s.from(start), Value: value}
	}
	var lower ast.Expr
	if s.kind != scanner.Colon {
		named := s.kind == scanner.Name && s.peek() == scanner.ColonEqual
		lower = s.namedExpression()
		if s.kind != scanner.Colon || named {
			return lower
		}
	}
	s.next()
	node := &ast.Slice{Lower: lower}
	if s.startsExpression() && s.kind != scanner.Star {
		node.Upper = s.expression()
	}
	if s.accept(scanner.Colon) && s.startsExpression() && s.kind != scanner.Star {
		node.Step = s.expression()
	}
	node.Base = s.from(start)
	return node
}

// startsComprehension reports whether a "for" clause comes next.
func (s *state) startsComprehension() bool {
	return s.kind == scanner.For || s.kind == scanner.Async && s.peek() == scanner.For
}

func (s *state) comprehensions() []*ast.Comprehension {
	var generators []*ast.Comprehension
	for s.startsComprehension() {
		node := &ast.Comprehension{}
		s.mark()
		start := s.start()
		if s.accept(scanner.Async) {
			node.IsAsync = 1
		}
		s.next()
		node.Target = s.targets(ast.Store, scanner.In)
		s.expect(scanner.In)
		node.Iter = s.disjunction()
		mark := s.exprs.open()
		for s.accept(scanner.If) {
			s.exprs.add(s.disjunction())
		}
		node.Ifs = s.exprs.close(mark)
		node.Base = s.from(start)
		generators = append(generators, node)
	}
	return generators
}

// callArguments reads the arguments of a call or the bases of a class. Only in
// a call may the sole argument be a generator expression without parentheses.
func (s *state) callArguments(isCall bool) ([]ast.Expr, []*ast.Keyword) {
	open := s.start()
	s.next()
	args, keywords := s.exprs.open(), s.keywords.open()
	var hasKeyword, hasDoubleStar bool
	for s.kind != scanner.RParen {
		switch {
		case s.kind == scanner.Star:
			if hasDoubleStar {
				s.fail()
			}
			s.mark()
			start := s.start()
			s.next()
			value := s.expression()
			s.exprs.add(&ast.Starred{Base: s.from(start), Value: value})
		case s.kind == scanner.DoubleStar:
			start := s.start()
			s.next()
			s.keyword(start, "")
			hasKeyword, hasDoubleStar = true, true
		case s.kind == scanner.Name && s.peek() == scanner.Assign:
			if s.keywords.open() > keywords {
				s.mark()
			}
			start := s.start()
			name := s.identifier()
			s.next()
			s.keyword(start, name)
			hasKeyword = true
		default:
			if hasKeyword {
				s.fail()
			}
			value := s.namedExpression()
			if s.startsComprehension() {
				if !isCall || s.exprs.open() != args {
					s.fail()
				}
				generators := s.comprehensions()
				s.expect(scanner.RParen)
				s.exprs.add(&ast.GeneratorExp{Base: s.from(open), Elt: value, Generators: generators})
				return s.exprs.close(args), nil
			}
			s.exprs.add(value)
		}
		if !s.accept(scanner.Comma) {
			break
		}
	}
	s.expect(scanner.RParen)
	return s.exprs.close(args), s.keywords.close(keywords)
}

// keyword reads the value of a keyword argument.
func (s *state) keyword(start int32, name string) {
	value := s.expression()
	node := s.keywordArg.take()
	node.Base, node.Arg, node.Value = s.from(start), name, value
	s.keywords.add(node)
}
