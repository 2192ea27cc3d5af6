package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// block prints statements between braces; comment stands after the opening one.
func (p *printer) block(comment string, body []ir.Stmt) *jen.Statement {
	return braced(comment, p.stmts(body))
}

// braced prints items between braces, one a line; comment stands after the
// opening brace.
func braced(comment string, items []jen.Code) *jen.Statement {
	switch {
	case comment != "" && len(items) == 0:
		items = []jen.Code{jen.Empty()}
	case len(items) == 0:
		return jen.Id("{}")
	}
	open := "{"
	if comment != "" {
		open = "{ " + comment
	}
	return jen.Custom(jen.Options{Open: open, Close: "}", Multi: true}, items...)
}

// stmts prints the statements of a block, one item a line.
func (p *printer) stmts(body []ir.Stmt) []jen.Code {
	var items []jen.Code
	for i, s := range body {
		m := s.M()
		comment := trail(m)
		if _, ok := s.(*ir.Comment); !ok {
			p.places = append(p.places, m.Range)
		}
		if comment != "" && !opensBlock(s) && holdsFuncLit(s) {
			// The first line ends inside the function literal.
			items = append(items, lead(m, i == 0)...)
			items = append(items, jen.Comment(comment))
			items = append(items, p.stmt(s))
			continue
		}
		items = append(items, lead(m, i == 0)...)
		if _, ok := s.(*ir.Comment); ok {
			continue
		}
		text := p.stmt(s)
		if label := labelOf(s); label != nil && label.Used {
			items = append(items, jen.Id(label.Go).Op(":"))
		}
		if comment != "" && !opensBlock(s) {
			text.Comment(comment)
		}
		items = append(items, text)
	}
	return items
}

// opensBlock reports whether the first line of the statement ends with a brace.
func opensBlock(s ir.Stmt) bool {
	switch s.(type) {
	case *ir.If, *ir.For, *ir.Range, *ir.Switch, *ir.TypeSwitch, *ir.Block:
		return true
	}
	return false
}

// holdsFuncLit reports whether a function literal with a body stands in the statement.
func holdsFuncLit(s ir.Stmt) bool {
	found := false
	ir.Inspect(s, func(n any) bool {
		if lit, ok := n.(*ir.FuncLit); ok && len(lit.Body) > 0 {
			found = true
		}
		return !found
	})
	return found
}

// labelOf returns the label that a statement carries.
func labelOf(s ir.Stmt) *ir.Label {
	switch s := s.(type) {
	case *ir.For:
		return s.Label
	case *ir.Range:
		return s.Label
	case *ir.Switch:
		return s.Label
	}
	return nil
}

// stmt prints a statement without its label and comments.
func (p *printer) stmt(s ir.Stmt) *jen.Statement {
	switch s := s.(type) {
	case *ir.Let, *ir.Assign, *ir.Update, *ir.Do:
		return p.simple(s)
	case *ir.Declare:
		return p.declare(s)
	case *ir.If:
		return p.ifStmt(s)
	case *ir.For:
		return p.forStmt(s)
	case *ir.Range:
		return p.rangeStmt(s)
	case *ir.Switch:
		header := jen.Switch()
		if s.Init != nil {
			header.Add(p.initStmt(s.Init)).Op(";")
		}
		if s.Tag != nil {
			header.Add(p.inHeader(s.Tag))
		}
		return header.Add(p.cases(trail(&s.Meta), s.Cases))
	case *ir.TypeSwitch:
		header := jen.Switch()
		if s.Bind != nil {
			header.Id(s.Bind.Go).Op(":=")
		}
		defer p.setHeader(p.setHeader(true))
		header.Add(p.operand(s.X, precPrimary)).Assert(jen.Type())
		return header.Add(p.cases(trail(&s.Meta), s.Cases))
	case *ir.Return:
		if len(s.Values) == 0 {
			return jen.Return()
		}
		return jen.Return(p.exprList(s.Values))
	case *ir.Break:
		return branch("break", s.Label)
	case *ir.Continue:
		return branch("continue", s.Label)
	case *ir.Defer:
		return jen.Defer().Add(p.expr(s.X))
	case *ir.Block:
		return p.block(trail(&s.Meta), s.Body)
	}
	panic(fmt.Sprintf("emit: statement %T", s))
}

// simple prints a statement that can also stand in a header.
func (p *printer) simple(s ir.Stmt) *jen.Statement {
	switch s := s.(type) {
	case *ir.Let:
		return p.varList(s.Vars).Op(":=").Add(p.exprList(s.Values))
	case *ir.Assign:
		var targets []jen.Code
		for _, t := range s.Targets {
			if t == nil {
				targets = append(targets, jen.Id("_"))
				continue
			}
			targets = append(targets, p.expr(t))
		}
		return jen.List(targets...).Op("=").Add(p.exprList(s.Values))
	case *ir.Update:
		if s.Value == nil {
			return p.expr(s.Target).Op(s.Op + s.Op)
		}
		return p.expr(s.Target).Op(s.Op + "=").Add(p.expr(s.Value))
	case *ir.Do:
		return p.expr(s.X)
	}
	panic(fmt.Sprintf("emit: simple statement %T", s))
}

// initStmt prints the Init or Post of a header.
func (p *printer) initStmt(s ir.Stmt) *jen.Statement {
	defer p.setHeader(p.setHeader(true))
	return p.simple(s)
}

func (p *printer) exprList(list []ir.Expr) *jen.Statement {
	var items []jen.Code
	for _, e := range list {
		items = append(items, p.expr(e))
	}
	return jen.List(items...)
}

func (p *printer) varList(vars []*ir.Var) *jen.Statement {
	var items []jen.Code
	for _, v := range vars {
		items = append(items, jen.Id(varName(v)))
	}
	return jen.List(items...)
}

// varName returns the name of a variable, the blank identifier for nil.
func varName(v *ir.Var) string {
	if v == nil {
		return "_"
	}
	return v.Go
}

func (p *printer) declare(s *ir.Declare) *jen.Statement {
	out := jen.Var().Id(varName(s.Var))
	if !s.Infer || s.Value == nil {
		out.Add(p.typ(s.Var.Type))
	}
	if s.Value != nil {
		out.Op("=").Add(p.expr(s.Value))
	}
	return out
}

func (p *printer) ifStmt(s *ir.If) *jen.Statement {
	out := jen.If()
	if s.Init != nil {
		out.Add(p.initStmt(s.Init)).Op(";")
	}
	out.Add(p.inHeader(s.Cond)).Add(p.block(trail(&s.Meta), s.Then))
	if len(s.Else) == 0 {
		return out
	}
	if len(s.Else) == 1 {
		if next, ok := s.Else[0].(*ir.If); ok && len(commentLines(next.Lead)) == 0 {
			return out.Else().Add(p.ifStmt(next))
		}
	}
	return out.Else().Add(p.block("", s.Else))
}

func (p *printer) forStmt(s *ir.For) *jen.Statement {
	out := jen.Id("for")
	switch {
	case s.Init != nil || s.Post != nil:
		if s.Init != nil {
			out.Add(p.initStmt(s.Init))
		}
		out.Op(";")
		if s.Cond != nil {
			out.Add(p.inHeader(s.Cond))
		}
		out.Op(";")
		if s.Post != nil {
			out.Add(p.initStmt(s.Post))
		}
	case s.Cond != nil:
		out.Add(p.inHeader(s.Cond))
	}
	return out.Add(p.block(trail(&s.Meta), s.Body))
}

func (p *printer) rangeStmt(s *ir.Range) *jen.Statement {
	out := jen.Id("for")
	define := ":="
	if s.Assign {
		define = "="
	}
	switch {
	case s.Value != nil:
		out.List(jen.Id(varName(s.Key)), jen.Id(s.Value.Go)).Op(define)
	case s.Key != nil:
		out.Id(s.Key.Go).Op(define)
	}
	return out.Id("range").Add(p.inHeader(s.X)).Add(p.block(trail(&s.Meta), s.Body))
}

// cases prints the body of a switch.
func (p *printer) cases(comment string, cases []ir.Case) *jen.Statement {
	defer p.setHeader(p.setHeader(false))
	var items []jen.Code
	for i := range cases {
		c := &cases[i]
		items = append(items, lead(&c.Meta, i == 0)...)
		head := jen.Id("default").Op(":")
		if c.Values != nil {
			head = jen.Id("case").Add(p.exprList(c.Values)).Op(":")
		}
		if text := trail(&c.Meta); text != "" {
			head.Comment(text)
		}
		items = append(items, head)
		items = append(items, p.stmts(c.Body)...)
	}
	return braced(comment, items)
}

func branch(word string, label *ir.Label) *jen.Statement {
	if label == nil || !label.Used {
		return jen.Id(word)
	}
	return jen.Id(word).Id(label.Go)
}
