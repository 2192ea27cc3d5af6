package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// starExpressions reads what may stand on the right of "=": one expression, or a
// tuple without parentheses, with starred elements.
func (s *state) starExpressions() ast.Expr {
	start := s.start()
	first := s.starExpression()
	if s.kind != scanner.Comma {
		return first
	}
	return s.restOfTuple(start, first, (*state).starExpression)
}

// restOfTuple reads the elements after the first one, at its comma. A tuple ends
// after its last comma.
func (s *state) restOfTuple(start int32, first ast.Expr, element func(*state) ast.Expr) ast.Expr {
	mark := s.exprs.open()
	s.exprs.add(first)
	for s.accept(scanner.Comma) && s.startsExpression() {
		s.exprs.add(element(s))
	}
	tuple := s.tuples.take()
	tuple.Elts = s.exprs.close(mark)
	tuple.Base = s.from(start)
	return tuple
}

// startsExpression reports whether the current token can start an expression or
// a starred one.
func (s *state) startsExpression() bool {
	switch s.kind {
	case scanner.Name, scanner.Number, scanner.String, scanner.FStringStart, scanner.TStringStart,
		scanner.LParen, scanner.LBracket, scanner.LBrace, scanner.Ellipsis, scanner.Star,
		scanner.Plus, scanner.Minus, scanner.Tilde, scanner.Not, scanner.Lambda, scanner.Await,
		scanner.None, scanner.True, scanner.False:
		return true
	}
	return false
}

func (s *state) starExpression() ast.Expr {
	if s.kind == scanner.Star {
		return s.starred()
	}
	return s.expression()
}

func (s *state) starred() ast.Expr {
	s.mark()
	start := s.start()
	s.next()
	value := s.bitwiseOr()
	return &ast.Starred{Base: s.from(start), Value: value}
}

// starNamedExpression reads an element of a list, set or tuple in brackets.
func (s *state) starNamedExpression() ast.Expr {
	if s.kind == scanner.Star {
		return s.starred()
	}
	return s.namedExpression()
}

func (s *state) namedExpression() ast.Expr {
	if s.kind != scanner.Name || s.peek() != scanner.ColonEqual {
		return s.expression()
	}
	s.mark()
	start := s.start()
	target := s.name(ast.Store)
	s.declared = append(s.declared, target.Id)
	s.next()
	value := s.expression()
	return &ast.NamedExpr{Base: s.from(start), Target: target, Value: value}
}

// yieldOrStarExpressions reads the right side of an assignment, or the inside of
// a replacement field.
func (s *state) yieldOrStarExpressions() ast.Expr {
	if s.kind == scanner.Yield {
		return s.yield()
	}
	return s.starExpressions()
}

func (s *state) yield() ast.Expr {
	s.mark()
	start := s.start()
	s.next()
	if s.accept(scanner.From) {
		value := s.expression()
		return &ast.YieldFrom{Base: s.from(start), Value: value}
	}
	var value ast.Expr
	if s.startsExpression() {
		value = s.starExpressions()
	}
	return &ast.Yield{Base: s.from(start), Value: value}
}

func (s *state) expression() ast.Expr {
	if s.kind == scanner.Lambda {
		return s.lambda()
	}
	start := s.start()
	body := s.disjunction()
	if s.kind != scanner.If {
		return body
	}
	s.next()
	test := s.disjunction()
	s.expect(scanner.Else)
	s.enter()
	orelse := s.expression()
	s.leave()
	return &ast.IfExp{Base: s.from(start), Test: test, Body: body, Orelse: orelse}
}

func (s *state) lambda() ast.Expr {
	s.enter()
	defer s.leave()
	s.mark()
	start := s.start()
	s.next()
	args := s.parameters(scanner.Colon)
	s.expect(scanner.Colon)
	body := s.expression()
	return &ast.Lambda{Base: s.from(start), Args: args, Body: body}
}

func (s *state) disjunction() ast.Expr {
	start := s.start()
	first := s.conjunction()
	if s.kind != scanner.Or {
		return first
	}
	return s.restOfBoolOp(start, first, ast.Or, scanner.Or, (*state).conjunction)
}

func (s *state) conjunction() ast.Expr {
	start := s.start()
	var first ast.Expr
	if startsPrimary[s.kind] {
		// Most expressions are a primary and nothing else.
		first = s.primary()
		if !continuesPrimary[s.kind] {
			return first
		}
		first = s.restOfComparison(start, s.restOfBinary(start, s.restOfPower(start, first), 1))
	} else {
		first = s.inversion()
	}
	if s.kind != scanner.And {
		return first
	}
	return s.restOfBoolOp(start, first, ast.And, scanner.And, (*state).inversion)
}

// startsPrimary has the tokens that start a primary.
var startsPrimary = [256]bool{
	scanner.Name: true, scanner.Number: true, scanner.String: true, scanner.FStringStart: true, scanner.TStringStart: true,
	scanner.LParen: true, scanner.LBracket: true, scanner.LBrace: true, scanner.Ellipsis: true,
	scanner.None: true, scanner.True: true, scanner.False: true,
}

// continuesPrimary has the tokens that may follow a primary within a conjunction.
var continuesPrimary = func() (table [256]bool) {
	for kind := scanner.Plus; kind <= scanner.GreaterEqual; kind++ {
		table[kind] = true
	}
	for _, kind := range []scanner.Kind{scanner.At, scanner.And, scanner.In, scanner.Is, scanner.Not} {
		table[kind] = true
	}
	return table
}()

func (s *state) restOfBoolOp(start int32, first ast.Expr, op ast.BoolOperator, word scanner.Kind, operand func(*state) ast.Expr) ast.Expr {
	mark := s.exprs.open()
	s.exprs.add(first)
	for s.accept(word) {
		s.exprs.add(operand(s))
	}
	node := s.boolOps.take()
	node.Base, node.Op, node.Values = s.from(start), op, s.exprs.close(mark)
	return node
}

func (s *state) inversion() ast.Expr {
	if s.kind != scanner.Not {
		return s.comparison()
	}
	s.enter()
	start := s.start()
	s.next()
	operand := s.inversion()
	s.leave()
	return s.unary(start, ast.Not, operand)
}

func (s *state) unary(start int32, op ast.UnaryOperator, operand ast.Expr) ast.Expr {
	node := s.unaryOps.take()
	node.Base, node.Op, node.Operand = s.from(start), op, operand
	return node
}

func (s *state) comparison() ast.Expr {
	start := s.start()
	return s.restOfComparison(start, s.bitwiseOr())
}

// restOfComparison reads the operators and operands after the first operand.
func (s *state) restOfComparison(start int32, left ast.Expr) ast.Expr {
	op, ok := s.comparisonOperator()
	if !ok {
		return left
	}
	ops, operands := s.ops.open(), s.exprs.open()
	for ok {
		s.ops.add(op)
		s.exprs.add(s.bitwiseOr())
		op, ok = s.comparisonOperator()
	}
	node := s.compares.take()
	node.Base, node.Left = s.from(start), left
	node.Ops, node.Comparators = s.ops.close(ops), s.exprs.close(operands)
	return node
}

// comparisonOperator reads a comparison operator, if there is one.
func (s *state) comparisonOperator() (ast.CmpOp, bool) {
	var op ast.CmpOp
	switch s.kind {
	case scanner.EqEqual:
		op = ast.Eq
	case scanner.NotEqual:
		if s.tokenText() == "<>" {
			return 0, false
		}
		op = ast.NotEq
	case scanner.Less:
		op = ast.Lt
	case scanner.LessEqual:
		op = ast.LtE
	case scanner.Greater:
		op = ast.Gt
	case scanner.GreaterEqual:
		op = ast.GtE
	case scanner.In:
		op = ast.In
	case scanner.Not:
		if s.peek() != scanner.In {
			return 0, false
		}
		s.next()
		op = ast.NotIn
	case scanner.Is:
		op = ast.Is
		if s.peek() == scanner.Not {
			s.next()
			op = ast.IsNot
		}
	default:
		return 0, false
	}
	s.next()
	return op, true
}

// binaryOperator is an operator of two operands and how tightly it binds.
type binaryOperator struct {
	op         ast.Operator
	precedence uint8
}

// binaryOperators is indexed by token kind; other kinds have precedence 0.
var binaryOperators = [256]binaryOperator{
	scanner.Pipe:        {ast.BitOr, 1},
	scanner.Caret:       {ast.BitXor, 2},
	scanner.Amp:         {ast.BitAnd, 3},
	scanner.LeftShift:   {ast.LShift, 4},
	scanner.RightShift:  {ast.RShift, 4},
	scanner.Plus:        {ast.Add, 5},
	scanner.Minus:       {ast.Sub, 5},
	scanner.Star:        {ast.Mult, 6},
	scanner.Slash:       {ast.Div, 6},
	scanner.DoubleSlash: {ast.FloorDiv, 6},
	scanner.Percent:     {ast.Mod, 6},
	scanner.At:          {ast.MatMult, 6},
}

func (s *state) bitwiseOr() ast.Expr { return s.binary(1) }

// binary reads operands joined by operators of at least a precedence; all of
// them group to the left.
func (s *state) binary(least uint8) ast.Expr {
	start := s.start()
	return s.restOfBinary(start, s.factor(), least)
}

// restOfBinary reads the operators and operands after the first operand.
func (s *state) restOfBinary(start int32, left ast.Expr, least uint8) ast.Expr {
	for {
		op := binaryOperators[s.kind]
		if op.precedence < least {
			return left
		}
		s.next()
		right := s.binary(op.precedence + 1)
		node := s.binOps.take()
		node.Base, node.Left, node.Op, node.Right = s.from(start), left, op.op, right
		left = node
	}
}

func (s *state) factor() ast.Expr {
	var op ast.UnaryOperator
	switch s.kind {
	case scanner.Plus:
		op = ast.UAdd
	case scanner.Minus:
		op = ast.USub
	case scanner.Tilde:
		op = ast.Invert
	default:
		return s.power()
	}
	s.enter()
	start := s.start()
	s.next()
	operand := s.factor()
	s.leave()
	return s.unary(start, op, operand)
}

func (s *state) power() ast.Expr {
	start := s.start()
	return s.restOfPower(start, s.awaitPrimary())
}

// restOfPower reads the exponent after a base, if there is one.
func (s *state) restOfPower(start int32, base ast.Expr) ast.Expr {
	if s.kind != scanner.DoubleStar {
		return base
	}
	s.next()
	s.enter()
	exponent := s.factor()
	s.leave()
	node := s.binOps.take()
	node.Base, node.Left, node.Op, node.Right = s.from(start), base, ast.Pow, exponent
	return node
}

func (s *state) awaitPrimary() ast.Expr {
	if s.kind != scanner.Await {
		return s.primary()
	}
	s.mark()
	start := s.start()
	s.next()
	value := s.primary()
	return &ast.Await{Base: s.from(start), Value: value}
}
