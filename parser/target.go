package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// targets reads the target of a "for" up to the token that ends it: one target
// or a tuple of them.
func (s *state) targets(ctx ast.ExprContext, until scanner.Kind) ast.Expr {
	start := s.start()
	first := s.targetElement()
	if s.kind == scanner.Comma {
		mark := s.exprs.open()
		s.exprs.add(first)
		for s.accept(scanner.Comma) && s.kind != until {
			s.exprs.add(s.targetElement())
		}
		tuple := s.tuples.take()
		tuple.Elts = s.exprs.close(mark)
		tuple.Base = s.from(start)
		first = tuple
	}
	s.makeTarget(first, ctx)
	return first
}

// targetElement reads more than a target may be, but no comparison, so that the
// "in" of a loop is left alone; makeTarget refuses what is no target.
func (s *state) targetElement() ast.Expr {
	if s.kind == scanner.Star {
		return s.starred()
	}
	return s.awaitPrimary()
}

// makeTarget marks an expression as one that is stored to or deleted.
func (s *state) makeTarget(target ast.Expr, ctx ast.ExprContext) {
	switch node := target.(type) {
	case *ast.Name:
		node.Ctx = ctx
	case *ast.Attribute:
		node.Ctx = ctx
	case *ast.Subscript:
		node.Ctx = ctx
	case *ast.Starred:
		if ctx == ast.Del {
			s.fail()
		}
		node.Ctx = ctx
		if _, nested := node.Value.(*ast.Starred); nested {
			s.fail()
		}
		s.makeTarget(node.Value, ctx)
	case *ast.Tuple:
		node.Ctx = ctx
		for _, element := range node.Elts {
			s.makeTarget(element, ctx)
		}
	case *ast.List:
		node.Ctx = ctx
		for _, element := range node.Elts {
			s.makeTarget(element, ctx)
		}
	default:
		s.fail()
	}
}

// makeSingleTarget marks the target of an augmented or annotated assignment,
// which may not be a list or tuple.
func (s *state) makeSingleTarget(target ast.Expr) {
	switch target.(type) {
	case *ast.Name, *ast.Attribute, *ast.Subscript:
		s.makeTarget(target, ast.Store)
	default:
		s.fail()
	}
}
