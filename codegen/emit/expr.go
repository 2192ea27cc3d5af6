package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// Precedences of expressions; a binary operator has its own between them.
const (
	precLowest  = 0
	precUnary   = 6
	precPrimary = 7
)

// precedence returns that of a binary operator.
func precedence(op string) int {
	switch op {
	case "||":
		return 1
	case "&&":
		return 2
	case "==", "!=", "<", "<=", ">", ">=":
		return 3
	case "+", "-", "|", "^":
		return 4
	case "*", "/", "%", "<<", ">>", "&", "&^":
		return 5
	}
	panic("emit: operator " + op)
}

// expr prints an expression where no parentheses are needed.
func (p *printer) expr(e ir.Expr) *jen.Statement { return p.operand(e, precLowest) }

// inside prints an expression between brackets of any kind, where a composite
// literal needs no parentheses of its own.
func (p *printer) inside(e ir.Expr) *jen.Statement {
	defer p.setHeader(p.setHeader(false))
	return p.expr(e)
}

// setHeader sets p.header and returns what it was.
func (p *printer) setHeader(on bool) bool {
	was := p.header
	p.header = on
	return was
}

// inHeader prints an expression of the header of a statement.
func (p *printer) inHeader(e ir.Expr) *jen.Statement {
	defer p.setHeader(p.setHeader(true))
	return p.expr(e)
}

// operand prints an expression as an operand of an operator of precedence
// prec: with parentheses if it binds less.
func (p *printer) operand(e ir.Expr, prec int) *jen.Statement {
	own := precPrimary
	switch e := e.(type) {
	case *ir.Binary:
		own = precedence(e.Op)
	case *ir.Unary:
		own = precUnary
	case *ir.Lit:
		if v, ok := e.Value.(int); ok && v < 0 {
			own = precUnary
		}
		if v, ok := e.Value.(float64); ok && v < 0 {
			own = precUnary
		}
	case *ir.Composite:
		if e.Make != nil {
			own = precPrimary
		} else if p.header {
			own = -1
		} else if e.Ref {
			own = precUnary
		}
	}
	if own < prec || own < 0 {
		return jen.Parens(p.inside(e))
	}
	return p.bare(e)
}

// bare prints an expression without parentheses around it.
func (p *printer) bare(e ir.Expr) *jen.Statement {
	switch e := e.(type) {
	case *ir.Ref:
		return jen.Id(e.Var.Go)
	case *ir.FuncRef:
		return jen.Id(e.Func.Go)
	case *ir.MethodExpr:
		if e.Value {
			return jen.Id(e.Type.Go).Dot(e.Method.Go)
		}
		return jen.Parens(jen.Op("*").Id(e.Type.Go)).Dot(e.Method.Go)
	case *ir.Qual:
		if e.Pkg == "" {
			return jen.Id(e.Name)
		}
		return jen.Id(p.qualifier(e.Pkg)).Dot(e.Name)
	case *ir.Lit:
		return literal(e.Value)
	case ir.Verbatim:
		return jen.Id(string(e))
	case *ir.Call:
		return p.call(e)
	case *ir.Select:
		return p.operand(e.X, precPrimary).Dot(e.Name)
	case *ir.FieldRef:
		return p.operand(e.X, precPrimary).Dot(e.Field.Go)
	case *ir.EmbedRef:
		return p.operand(e.X, precPrimary).Dot(e.Type.Go)
	case *ir.MethodRef:
		return p.operand(e.X, precPrimary).Dot(e.Method.Go)
	case *ir.Index:
		return p.operand(e.X, precPrimary).Index(p.inside(e.Index))
	case *ir.SliceOf:
		low, high := jen.Empty(), jen.Empty()
		if e.Low != nil {
			low = p.inside(e.Low)
		}
		if e.High != nil {
			high = p.inside(e.High)
		}
		return p.operand(e.X, precPrimary).Index(low, high)
	case *ir.Unary:
		return p.unary(e)
	case *ir.Binary:
		prec := precedence(e.Op)
		return p.operand(e.X, prec).Op(e.Op).Add(p.operand(e.Y, prec+1))
	case *ir.Assert:
		return p.operand(e.X, precPrimary).Assert(p.typ(e.Type))
	case *ir.Convert:
		return p.conversion(e.Type).Call(p.inside(e.X))
	case *ir.Composite:
		return p.composite(e)
	case *ir.FuncLit:
		return p.funcLit(e)
	case *ir.TypeExpr:
		return p.typ(e.Type)
	}
	panic(fmt.Sprintf("emit: expression %T", e))
}

// unary prints a prefix operator. Two equal ones in a row would read as one
// other operator, so they are kept apart.
func (p *printer) unary(e *ir.Unary) *jen.Statement {
	x := p.operand(e.X, precUnary)
	switch inner := e.X.(type) {
	case *ir.Unary:
		if inner.Op == e.Op && e.Op != "!" && e.Op != "*" {
			x = jen.Parens(x)
		}
	case *ir.Lit:
		if p.negative(inner) {
			x = jen.Parens(x)
		}
	}
	return jen.Op(e.Op).Add(x)
}

// negative reports whether the literal starts with a minus sign.
func (p *printer) negative(lit *ir.Lit) bool {
	switch v := lit.Value.(type) {
	case int:
		return v < 0
	case float64:
		return v < 0
	}
	return false
}

// call prints a call.
func (p *printer) call(e *ir.Call) *jen.Statement {
	var fun *jen.Statement
	if t, ok := e.Fun.(*ir.TypeExpr); ok {
		fun = p.conversion(t.Type)
	} else {
		fun = p.operand(e.Fun, precPrimary)
	}
	if len(e.TypeArgs) > 0 {
		fun.Index(p.typeList(e.TypeArgs))
	}
	defer p.setHeader(p.setHeader(false))
	var args []jen.Code
	for i, arg := range e.Args {
		text := p.expr(arg)
		if e.Spread && i == len(e.Args)-1 {
			text.Op("...")
		}
		args = append(args, text)
	}
	return fun.Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: e.Lines}, args...)
}

// conversion prints a type that a parenthesis follows.
func (p *printer) conversion(t ir.Type) *jen.Statement {
	switch t.(type) {
	case *ir.Pointer, *ir.Signature:
		return jen.Parens(p.typ(t))
	}
	return p.typ(t)
}

// composite prints a composite literal.
func (p *printer) composite(e *ir.Composite) *jen.Statement {
	defer p.setHeader(p.setHeader(false))
	var elems []jen.Code
	for _, elem := range e.Elems {
		value := p.expr(elem.Value)
		switch {
		case e.Make != nil:
		case elem.Field != nil:
			value = jen.Id(elem.Field.Go).Op(":").Add(value)
		case elem.Name != "":
			value = jen.Id(elem.Name).Op(":").Add(value)
		case elem.Key != nil:
			value = p.expr(elem.Key).Op(":").Add(value)
		}
		elems = append(elems, value)
	}
	if e.Make != nil {
		return p.operand(e.Make, precPrimary).Call(elems...)
	}
	options := jen.Options{Open: "{", Close: "}", Separator: ",", Multi: e.Lines && len(elems) > 0}
	head := &jen.Statement{}
	if e.Type != nil {
		head = p.typ(e.Type)
	}
	s := head.Custom(options, elems...)
	if e.Ref {
		return jen.Op("&").Add(s)
	}
	return s
}

// funcLit prints a function literal.
func (p *printer) funcLit(e *ir.FuncLit) *jen.Statement {
	defer p.setHeader(p.setHeader(false))
	p.origins = append(p.origins, e.Origin)
	head := jen.Func().Add(p.params(e.Params)).Add(p.results(e.Results))
	if fitsLine(e) {
		p.places = append(p.places, e.Body[0].M().Range)
		return head.Op("{").Add(p.stmt(e.Body[0])).Op("}")
	}
	return head.Add(p.block("", e.Body))
}

// lineNodes is how many expressions a function literal on one line may have.
const lineNodes = 10

// fitsLine reports whether a function literal only returns a short value, as
// the order of a sort does. One that can fail is more than that to a reader.
func fitsLine(e *ir.FuncLit) bool {
	if len(e.Body) != 1 || len(e.Results) != 1 || e.Results[0].Type == ir.Error {
		return false
	}
	ret, ok := e.Body[0].(*ir.Return)
	if !ok || len(ret.Lead) > 0 || ret.Trail != "" {
		return false
	}
	nodes := 0
	ir.Inspect(ret, func(n any) bool {
		if _, nested := n.(*ir.FuncLit); nested {
			nodes = lineNodes
		}
		nodes++
		return true
	})
	return nodes <= lineNodes
}
