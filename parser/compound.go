package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// block reads what follows the colon of a compound statement: an indented block,
// or simple statements on the same line.
func (s *state) block() []ast.Stmt {
	mark := s.stmts.open()
	if s.kind != scanner.Newline {
		s.simpleStatements()
		return s.stmts.close(mark)
	}
	s.skip()
	if s.kind != scanner.Indent {
		s.fail()
	}
	s.enter()
	s.skip()
	for s.kind != scanner.Dedent {
		s.statement()
	}
	s.skip()
	s.leave()
	return s.stmts.close(mark)
}

func (s *state) colonBlock() []ast.Stmt {
	s.expect(scanner.Colon)
	return s.block()
}

// elseBlock reads an "else" clause, if there is one.
func (s *state) elseBlock() []ast.Stmt {
	if !s.accept(scanner.Else) {
		return nil
	}
	return s.colonBlock()
}

// ifStmt reads an "if" or "elif" and what belongs to it.
func (s *state) ifStmt() ast.Stmt {
	start := s.start()
	s.enter()
	defer s.leave()
	s.next()
	node := s.ifs.take()
	node.Test = s.namedExpression()
	node.Body = s.colonBlock()
	if s.kind == scanner.Elif {
		mark := s.stmts.open()
		s.stmts.add(s.ifStmt())
		node.Orelse = s.stmts.close(mark)
	} else {
		node.Orelse = s.elseBlock()
	}
	node.Base = s.from(start)
	return node
}

func (s *state) whileStmt() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.While{}
	node.Test = s.namedExpression()
	node.Body = s.colonBlock()
	node.Orelse = s.elseBlock()
	node.Base = s.from(start)
	return node
}

func (s *state) async() ast.Stmt {
	start := s.start()
	switch s.peek() {
	case scanner.Def:
		return s.function(start, nil)
	case scanner.For:
		s.next()
		return s.forStmt(start, true)
	case scanner.With:
		s.next()
		return s.withStmt(start, true)
	}
	s.fail()
	return nil
}

func (s *state) forStmt(start int32, isAsync bool) ast.Stmt {
	s.next()
	var loop ast.For
	loop.Target = s.targets(ast.Store, scanner.In)
	s.expect(scanner.In)
	loop.Iter = s.starExpressions()
	s.expect(scanner.Colon)
	loop.TypeComment = s.typeComment()
	loop.Body = s.block()
	loop.Orelse = s.elseBlock()
	loop.Base = s.from(start)
	if isAsync {
		node := ast.AsyncFor(loop)
		return &node
	}
	return &loop
}

func (s *state) withStmt(start int32, isAsync bool) ast.Stmt {
	s.next()
	var with ast.With
	// Parentheses around the items belong to the statement when a colon follows
	// them; else, or when what they hold are no items, they start an expression.
	if !(s.kind == scanner.LParen && s.attempt(func() { with.Items = s.parenthesizedItems() })) {
		with.Items = append(with.Items, s.withItem())
		for s.accept(scanner.Comma) {
			with.Items = append(with.Items, s.withItem())
		}
	}
	s.expect(scanner.Colon)
	with.TypeComment = s.typeComment()
	with.Body = s.block()
	with.Base = s.from(start)
	if isAsync {
		node := ast.AsyncWith(with)
		return &node
	}
	return &with
}

func (s *state) parenthesizedItems() []*ast.WithItem {
	s.next()
	items := []*ast.WithItem{s.withItem()}
	for s.accept(scanner.Comma) && s.kind != scanner.RParen {
		items = append(items, s.withItem())
	}
	s.expect(scanner.RParen)
	if s.kind != scanner.Colon {
		s.fail()
	}
	return items
}

func (s *state) withItem() *ast.WithItem {
	start := s.start()
	item := &ast.WithItem{ContextExpr: s.expression()}
	if s.accept(scanner.As) {
		item.OptionalVars = s.targetElement()
		s.makeTarget(item.OptionalVars, ast.Store)
	}
	item.Base = s.from(start)
	return item
}

func (s *state) tryStmt() ast.Stmt {
	start := s.start()
	s.next()
	var node ast.Try
	node.Body = s.colonBlock()
	isStar := s.kind == scanner.Except && s.peek() == scanner.Star
	for s.kind == scanner.Except {
		if (s.peek() == scanner.Star) != isStar {
			s.fail()
		}
		node.Handlers = append(node.Handlers, s.exceptHandler(isStar))
	}
	if len(node.Handlers) > 0 {
		node.Orelse = s.elseBlock()
	}
	if s.accept(scanner.Finally) {
		node.Finalbody = s.colonBlock()
	} else if len(node.Handlers) == 0 {
		s.fail()
	}
	node.Base = s.from(start)
	if isStar {
		star := ast.TryStar(node)
		return &star
	}
	return &node
}

func (s *state) exceptHandler(isStar bool) *ast.ExceptHandler {
	start := s.start()
	s.next()
	node := &ast.ExceptHandler{}
	if isStar {
		s.next()
	}
	if isStar || s.kind != scanner.Colon {
		node.Type = s.exceptionTypes()
		if s.accept(scanner.As) {
			node.Name = s.identifier()
		}
	}
	node.Body = s.colonBlock()
	node.Base = s.from(start)
	return node
}

// exceptionTypes reads the types of a handler. Several without parentheses are
// new in Python 3.14 (PEP 758), and then no "as" may follow.
func (s *state) exceptionTypes() ast.Expr {
	start := s.start()
	first := s.expression()
	if s.kind != scanner.Comma {
		return first
	}
	types := s.restOfTuple(start, first, (*state).expression)
	if s.kind != scanner.Colon {
		s.fail()
	}
	s.needs314 = append(s.needs314, need{"except without parentheses (PEP 758)", types.Span()})
	return types
}
