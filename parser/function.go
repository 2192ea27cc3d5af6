package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// decorated reads decorators and the function or class under them, whose node
// starts at its own keyword.
func (s *state) decorated() ast.Stmt {
	mark := s.exprs.open()
	for s.accept(scanner.At) {
		s.exprs.add(s.namedExpression())
		if s.kind != scanner.Newline {
			s.fail()
		}
		s.skip()
	}
	decorators := s.exprs.close(mark)
	switch {
	case s.kind == scanner.Class:
		return s.class(decorators)
	case s.kind == scanner.Def, s.kind == scanner.Async && s.peek() == scanner.Def:
		return s.function(s.start(), decorators)
	}
	s.fail()
	return nil
}

func (s *state) function(start int32, decorators []ast.Expr) ast.Stmt {
	isAsync := s.accept(scanner.Async)
	s.next()
	node := s.functions.take()
	node.DecoratorList = decorators
	node.Name = s.identifier()
	node.TypeParams = s.typeParams()
	s.expect(scanner.LParen)
	node.Args = s.parameters(scanner.RParen)
	s.expect(scanner.RParen)
	if s.accept(scanner.Arrow) {
		node.Returns = s.expression()
	}
	s.expect(scanner.Colon)
	node.TypeComment = s.functionTypeComment()
	node.Body = s.block()
	node.Base = s.from(start)
	if isAsync {
		async := ast.AsyncFunctionDef(*node)
		return &async
	}
	return node
}

// functionTypeComment reads the type comment of a function, which stands after
// the colon or alone on the first line of the body.
func (s *state) functionTypeComment() string {
	if !s.typeComments {
		return ""
	}
	if s.kind == scanner.TypeComment {
		comment := s.typeComment()
		if s.kind == scanner.Newline && s.peek() == scanner.TypeComment {
			s.fail()
		}
		return comment
	}
	if s.kind == scanner.Newline && s.peek() == scanner.TypeComment {
		s.skip()
		return s.typeComment()
	}
	return ""
}

func (s *state) class(decorators []ast.Expr) ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.ClassDef{DecoratorList: decorators}
	node.Name = s.identifier()
	node.TypeParams = s.typeParams()
	if s.kind == scanner.LParen {
		node.Bases, node.Keywords = s.callArguments(false)
	}
	node.Body = s.colonBlock()
	node.Base = s.from(start)
	return node
}

// parameters reads the parameters of a function, or of a lambda when a colon
// ends them.
func (s *state) parameters(until scanner.Kind) *ast.Arguments {
	node := s.arguments.take()
	start := s.start()
	s.positionalParameters(node, until)
	if s.kind == scanner.Star {
		s.starParameters(node, until)
	}
	if s.accept(scanner.DoubleStar) {
		node.Kwarg = s.parameter(until, false)
		s.endParameter(node.Kwarg, until)
	}
	if s.kind != until {
		s.fail()
	}
	node.Base = s.from(start)
	node.Range.End = max(node.Range.End, start)
	return node
}

// positionalParameters reads parameters up to "*", "**" or the end.
func (s *state) positionalParameters(node *ast.Arguments, until scanner.Kind) {
	params, defaults := s.params.open(), s.exprs.open()
	for s.kind != until && s.kind != scanner.Star && s.kind != scanner.DoubleStar {
		if s.kind == scanner.Slash {
			if node.Posonlyargs != nil || s.params.open() == params {
				s.fail()
			}
			s.next()
			node.Posonlyargs = s.params.close(params)
			if !s.accept(scanner.Comma) {
				if s.kind != until {
					s.fail()
				}
				break
			}
			if s.kind == scanner.TypeComment {
				last := node.Posonlyargs[len(node.Posonlyargs)-1]
				last.TypeComment = s.typeComment()
			}
			continue
		}
		param := s.parameter(until, false)
		s.params.add(param)
		if s.accept(scanner.Assign) {
			s.exprs.add(s.expression())
		} else if s.exprs.open() > defaults {
			s.fail()
		}
		if !s.endParameter(param, until) {
			break
		}
	}
	node.Args = s.params.close(params)
	node.Defaults = s.exprs.close(defaults)
}

// starParameters reads "*" or "*args" and the keyword-only parameters.
func (s *state) starParameters(node *ast.Arguments, until scanner.Kind) {
	s.next()
	if s.kind == scanner.Comma {
		s.next()
		if s.kind != scanner.Name {
			s.fail()
		}
	} else {
		node.Vararg = s.parameter(until, true)
		if !s.endParameter(node.Vararg, until) {
			return
		}
	}
	params, defaults := s.params.open(), s.exprs.open()
	for s.kind == scanner.Name {
		param := s.parameter(until, false)
		s.params.add(param)
		var value ast.Expr
		if s.accept(scanner.Assign) {
			value = s.expression()
		}
		s.exprs.add(value)
		if !s.endParameter(param, until) {
			break
		}
	}
	node.Kwonlyargs = s.params.close(params)
	node.KwDefaults = s.exprs.close(defaults)
}

// endParameter reads the comma after a parameter, and reports whether there is
// one, and a type comment.
func (s *state) endParameter(param *ast.Arg, until scanner.Kind) bool {
	more := s.accept(scanner.Comma)
	if s.kind == scanner.TypeComment && until == scanner.RParen {
		param.TypeComment = s.typeComment()
	}
	if !more && s.kind != until {
		s.fail()
	}
	return more
}

// parameter reads a name and, unless in a lambda, its annotation. That of *args
// may be starred (PEP 646).
func (s *state) parameter(until scanner.Kind, mayStar bool) *ast.Arg {
	start := s.start()
	node := s.args.take()
	node.Arg = s.identifier()
	if until != scanner.Colon && s.accept(scanner.Colon) {
		if mayStar {
			node.Annotation = s.starExpression()
		} else {
			node.Annotation = s.expression()
		}
	}
	node.Base = s.from(start)
	return node
}
