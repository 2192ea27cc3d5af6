package parser

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/parser/ast"
	"github.com/pyasync2go/pyasync2go/parser/scanner"
)

// statement reads a compound statement or a line of simple ones and adds what it
// finds to the open list of statements.
func (s *state) statement() {
	switch s.kind {
	case scanner.If:
		s.stmts.add(s.ifStmt())
	case scanner.Def:
		s.stmts.add(s.function(s.start(), nil))
	case scanner.Class:
		s.stmts.add(s.class(nil))
	case scanner.At:
		s.stmts.add(s.decorated())
	case scanner.For:
		s.stmts.add(s.forStmt(s.start(), false))
	case scanner.While:
		s.stmts.add(s.whileStmt())
	case scanner.With:
		s.stmts.add(s.withStmt(s.start(), false))
	case scanner.Try:
		s.stmts.add(s.tryStmt())
	case scanner.Async:
		s.stmts.add(s.async())
	case scanner.Name:
		if s.startsMatch() {
			s.stmts.add(s.match())
			return
		}
		s.simpleStatements()
	default:
		s.simpleStatements()
	}
}

// simpleStatements reads a line of simple statements, up to its Newline.
func (s *state) simpleStatements() {
	for {
		s.stmts.add(s.simpleStatement())
		if s.kind == scanner.Semicolon {
			s.next()
			if s.kind != scanner.Newline {
				continue
			}
		}
		if s.kind != scanner.Newline {
			s.fail()
		}
		s.skip()
		return
	}
}

func (s *state) simpleStatement() ast.Stmt {
	start := s.start()
	switch s.kind {
	case scanner.Return:
		s.next()
		node := s.returns.take()
		if s.startsExpression() {
			node.Value = s.starExpressions()
		}
		node.Base = s.from(start)
		return node
	case scanner.Import:
		return s.importStmt()
	case scanner.From:
		return s.importFrom()
	case scanner.Raise:
		return s.raise()
	case scanner.Pass:
		s.next()
		return &ast.Pass{Base: s.from(start)}
	case scanner.Break:
		s.next()
		return &ast.Break{Base: s.from(start)}
	case scanner.Continue:
		s.next()
		return &ast.Continue{Base: s.from(start)}
	case scanner.Del:
		return s.del()
	case scanner.Assert:
		s.next()
		test := s.expression()
		var msg ast.Expr
		if s.accept(scanner.Comma) {
			msg = s.expression()
		}
		return &ast.Assert{Base: s.from(start), Test: test, Msg: msg}
	case scanner.Global:
		names := s.nameList()
		return &ast.Global{Base: s.from(start), Names: names}
	case scanner.Nonlocal:
		names := s.nameList()
		return &ast.Nonlocal{Base: s.from(start), Names: names}
	case scanner.Yield:
		value := s.yield()
		node := s.exprStmts.take()
		node.Base, node.Value = s.from(start), value
		return node
	case scanner.Name:
		if s.tokenText() == "type" && s.peek() == scanner.Name {
			return s.typeAlias()
		}
	}
	return s.assignmentOrExpression()
}

// assignmentOrExpression reads a statement that starts with an expression and
// tells from the token after it what it is.
func (s *state) assignmentOrExpression() ast.Stmt {
	start := s.start()
	inParens := s.kind == scanner.LParen
	value := s.starExpressions()
	switch {
	case s.kind == scanner.Assign:
		return s.assign(start, value)
	case s.kind == scanner.Colon:
		return s.annotated(start, value, inParens)
	case s.kind.IsAugmentedAssign():
		s.makeSingleTarget(value)
		op := augmentedOperators[s.kind]
		s.next()
		right := s.yieldOrStarExpressions()
		return &ast.AugAssign{Base: s.from(start), Target: value, Op: op, Value: right}
	}
	node := s.exprStmts.take()
	node.Base, node.Value = s.from(start), value
	return node
}

var augmentedOperators = [256]ast.Operator{
	scanner.PlusAssign: ast.Add, scanner.MinusAssign: ast.Sub, scanner.StarAssign: ast.Mult,
	scanner.SlashAssign: ast.Div, scanner.DoubleSlashAssign: ast.FloorDiv, scanner.PercentAssign: ast.Mod,
	scanner.AtAssign: ast.MatMult, scanner.AmpAssign: ast.BitAnd, scanner.PipeAssign: ast.BitOr,
	scanner.CaretAssign: ast.BitXor, scanner.LeftShiftAssign: ast.LShift,
	scanner.RightShiftAssign: ast.RShift, scanner.DoubleStarAssign: ast.Pow,
}

func (s *state) assign(start int32, first ast.Expr) ast.Stmt {
	mark := s.exprs.open()
	value := first
	for s.accept(scanner.Assign) {
		s.makeTarget(value, ast.Store)
		s.exprs.add(value)
		value = s.yieldOrStarExpressions()
	}
	node := s.assigns.take()
	node.Targets, node.Value = s.exprs.close(mark), value
	node.TypeComment = s.typeComment()
	node.Base = s.from(start)
	return node
}

func (s *state) annotated(start int32, target ast.Expr, inParens bool) ast.Stmt {
	s.makeSingleTarget(target)
	node := &ast.AnnAssign{Target: target}
	if _, isName := target.(*ast.Name); isName && !inParens {
		node.Simple = 1
	}
	s.next()
	node.Annotation = s.expression()
	if s.accept(scanner.Assign) {
		node.Value = s.yieldOrStarExpressions()
	}
	node.Base = s.from(start)
	return node
}

// typeComment reads a type comment, if there is one.
func (s *state) typeComment() string {
	if s.kind != scanner.TypeComment {
		return ""
	}
	text := s.tokenText()
	s.next()
	return text
}

func (s *state) raise() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.Raise{}
	if s.startsExpression() && s.kind != scanner.Star {
		node.Exc = s.expression()
		if s.accept(scanner.From) {
			node.Cause = s.expression()
		}
	}
	node.Base = s.from(start)
	return node
}

func (s *state) del() ast.Stmt {
	start := s.start()
	s.next()
	mark := s.exprs.open()
	for {
		target := s.targetElement()
		s.makeTarget(target, ast.Del)
		s.exprs.add(target)
		if !s.accept(scanner.Comma) || s.kind == scanner.Semicolon || s.kind == scanner.Newline {
			break
		}
	}
	return &ast.Delete{Base: s.from(start), Targets: s.exprs.close(mark)}
}

// nameList reads the names after "global" or "nonlocal".
func (s *state) nameList() []string {
	s.next()
	mark := s.strings.open()
	s.strings.add(s.identifier())
	for s.accept(scanner.Comma) {
		s.strings.add(s.identifier())
	}
	names := s.strings.close(mark)
	s.declared = append(s.declared, names...)
	return names
}

func (s *state) importStmt() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.Import{}
	for {
		alias := s.aliases.take()
		at := s.start()
		alias.Name = s.dottedName()
		if s.accept(scanner.As) {
			alias.Asname = s.identifier()
		}
		alias.Base = s.from(at)
		node.Names = append(node.Names, alias)
		if !s.accept(scanner.Comma) {
			break
		}
	}
	node.Base = s.from(start)
	return node
}

// dottedName reads names joined by dots, which blanks may surround.
func (s *state) dottedName() string {
	start := s.start()
	name := s.identifier()
	if s.kind != scanner.Dot {
		return name
	}
	parts := []string{name}
	length := len(name)
	for s.accept(scanner.Dot) {
		part := s.identifier()
		parts = append(parts, part)
		length += 1 + len(part)
	}
	if joined := s.text[start:s.end]; len(joined) == length {
		return normalizeName(joined)
	}
	return strings.Join(parts, ".")
}

func (s *state) importFrom() ast.Stmt {
	start := s.start()
	s.next()
	node := &ast.ImportFrom{}
	for {
		if s.accept(scanner.Dot) {
			node.Level++
		} else if s.accept(scanner.Ellipsis) {
			node.Level += 3
		} else {
			break
		}
	}
	if s.kind != scanner.Import || node.Level == 0 {
		node.Module = s.dottedName()
	}
	s.expect(scanner.Import)
	switch {
	case s.kind == scanner.Star:
		alias := s.aliases.take()
		at := s.start()
		s.next()
		alias.Base, alias.Name = s.from(at), "*"
		node.Names = []*ast.Alias{alias}
	case s.accept(scanner.LParen):
		for {
			node.Names = append(node.Names, s.importedName())
			if !s.accept(scanner.Comma) || s.kind == scanner.RParen {
				break
			}
		}
		s.expect(scanner.RParen)
	default:
		node.Names = append(node.Names, s.importedName())
		for s.accept(scanner.Comma) {
			node.Names = append(node.Names, s.importedName())
		}
	}
	node.Base = s.from(start)
	return node
}

func (s *state) importedName() *ast.Alias {
	alias := s.aliases.take()
	start := s.start()
	alias.Name = s.identifier()
	if s.accept(scanner.As) {
		alias.Asname = s.identifier()
	}
	alias.Base = s.from(start)
	return alias
}
