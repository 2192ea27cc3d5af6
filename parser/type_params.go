package parser

import (
	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

func (s *state) typeAlias() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.TypeAlias{Name: s.name(ast.Store)}
	node.TypeParams = s.typeParams()
	s.expect(scanner.Assign)
	node.Value = s.expression()
	node.Base = s.from(start)
	return node
}

// typeParams reads type parameters in brackets (PEP 695), if there are any.
func (s *state) typeParams() []ast.TypeParam {
	if s.kind != scanner.LBracket {
		return nil
	}
	s.next()
	var params []ast.TypeParam
	for {
		params = append(params, s.typeParam())
		if !s.accept(scanner.Comma) || s.kind == scanner.RBracket {
			break
		}
	}
	s.expect(scanner.RBracket)
	return params
}

func (s *state) declaredName() string {
	name := s.identifier()
	s.declared = append(s.declared, name)
	return name
}

func (s *state) typeParam() ast.TypeParam {
	start := s.start()
	switch {
	case s.accept(scanner.Star):
		node := &ast.TypeVarTuple{Name: s.declaredName()}
		if s.accept(scanner.Assign) {
			node.DefaultValue = s.starExpression()
		}
		node.Base = s.from(start)
		return node
	case s.accept(scanner.DoubleStar):
		node := &ast.ParamSpec{Name: s.declaredName()}
		if s.accept(scanner.Assign) {
			node.DefaultValue = s.expression()
		}
		node.Base = s.from(start)
		return node
	}
	node := &ast.TypeVar{Name: s.declaredName()}
	if s.accept(scanner.Colon) {
		node.Bound = s.expression()
	}
	if s.accept(scanner.Assign) {
		node.DefaultValue = s.expression()
	}
	node.Base = s.from(start)
	return node
}
