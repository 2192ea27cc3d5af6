package ir

import (
	"fmt"
	"strings"
)

// Print returns a stable text of the program, for reading and for tests: each
// node as an s-expression, each statement on its own line.
func Print(prog *Program) string {
	p := &textPrinter{ids: map[any]int{}}
	for _, f := range prog.Files {
		p.line("file %s from %s", f.Name, f.Source)
		p.indent++
		for _, d := range f.Decls {
			p.decl(d)
		}
		p.indent--
	}
	return p.out.String()
}

// textPrinter numbers variables and labels, because their hints are not unique.
type textPrinter struct {
	out    strings.Builder
	indent int
	ids    map[any]int
}

func (p *textPrinter) line(format string, args ...any) {
	p.out.WriteString(strings.Repeat("  ", p.indent))
	fmt.Fprintf(&p.out, format, args...)
	p.out.WriteByte('\n')
}

// name returns the hint of a variable or label with its number.
func (p *textPrinter) name(key any, hint string) string {
	id, ok := p.ids[key]
	if !ok {
		id = len(p.ids) + 1
		p.ids[key] = id
	}
	return fmt.Sprintf("%s#%d", hint, id)
}

func (p *textPrinter) variable(v *Var) string {
	if v == nil {
		return "_"
	}
	return p.name(v, v.Hint)
}

func (p *textPrinter) typed(vars []*Var) string {
	var items []string
	for _, v := range vars {
		items = append(items, p.variable(v)+" "+TypeString(v.Type))
	}
	return "(" + strings.Join(items, ", ") + ")"
}

func (p *textPrinter) label(l *Label) string {
	if l == nil {
		return ""
	}
	return " " + p.name(l, l.Hint)
}

func (p *textPrinter) decl(d Decl) {
	switch d := d.(type) {
	case *FuncDecl:
		recv := ""
		if d.Recv != nil {
			recv = p.typed([]*Var{d.Recv}) + "."
		}
		p.line("func %s%s%s %s", recv, d.Name.Hint, p.typed(d.Params), p.typed(d.Results))
		p.block(d.Body)
	case *StructDecl:
		p.line("struct %s", d.Name.Hint)
		p.indent++
		for _, t := range d.Embeds {
			p.line("embed %s", TypeString(t))
		}
		for _, f := range d.Fields {
			p.line("field %s %s %q", p.variable(f.Var), TypeString(f.Var.Type), f.Tag)
		}
		p.indent--
	case *TypeDecl:
		p.line("type %s %s", d.Name.Hint, TypeString(d.Type))
	case *InterfaceDecl:
		p.line("interface %s", d.Name.Hint)
		p.indent++
		for _, t := range d.Embeds {
			p.line("embed %s", TypeString(t))
		}
		for _, m := range d.Methods {
			p.line("method %s%s %s", m.Name.Hint, p.typed(m.Params), p.typed(m.Results))
		}
		p.indent--
	case *VarDecl:
		word := "var"
		if d.Const {
			word = "const"
		}
		p.line("%s %s %s = %s", word, p.variable(d.Var), TypeString(d.Var.Type), p.expr(d.Value))
	case *CommentDecl:
		p.line("comment")
	}
}

func (p *textPrinter) block(list []Stmt) {
	p.indent++
	for _, s := range list {
		p.stmt(s)
	}
	p.indent--
}

func (p *textPrinter) stmt(s Stmt) {
	switch s := s.(type) {
	case *Let:
		var vars []string
		for _, v := range s.Vars {
			vars = append(vars, p.variable(v))
		}
		p.line("let %s = %s", strings.Join(vars, ", "), p.exprs(s.Values))
	case *Declare:
		p.line("declare %s %s = %s", p.variable(s.Var), TypeString(s.Var.Type), p.expr(s.Value))
	case *Assign:
		p.line("assign %s = %s", p.exprs(s.Targets), p.exprs(s.Values))
	case *Update:
		p.line("update %s %s= %s", p.expr(s.Target), s.Op, p.expr(s.Value))
	case *Do:
		p.line("do %s", p.expr(s.X))
	case *If:
		p.line("if %s", p.expr(s.Cond))
		p.optional("init", s.Init)
		p.block(s.Then)
		if len(s.Else) > 0 {
			p.line("else")
			p.block(s.Else)
		}
	case *For:
		p.line("for%s %s", p.label(s.Label), p.expr(s.Cond))
		p.optional("init", s.Init)
		p.optional("post", s.Post)
		p.block(s.Body)
	case *Range:
		p.line("range%s %s, %s = %s", p.label(s.Label), p.variable(s.Key), p.variable(s.Value), p.expr(s.X))
		p.block(s.Body)
	case *Switch:
		p.line("switch%s %s", p.label(s.Label), p.expr(s.Tag))
		p.optional("init", s.Init)
		p.cases(s.Cases)
	case *TypeSwitch:
		p.line("typeswitch %s = %s", p.variable(s.Bind), p.expr(s.X))
		p.cases(s.Cases)
	case *Return:
		p.line("return %s", p.exprs(s.Values))
	case *Break:
		p.line("break%s", p.label(s.Label))
	case *Continue:
		p.line("continue%s", p.label(s.Label))
	case *Defer:
		p.line("defer %s", p.expr(s.X))
	case *Block:
		p.line("block")
		p.block(s.Body)
	case *Comment:
		p.line("comment")
	}
}

// optional prints the Init or Post of a statement.
func (p *textPrinter) optional(word string, s Stmt) {
	if s != nil {
		p.line("%s:", word)
		p.block([]Stmt{s})
	}
}

func (p *textPrinter) cases(cases []Case) {
	for _, c := range cases {
		if c.Values == nil {
			p.line("default")
		} else {
			p.line("case %s", p.exprs(c.Values))
		}
		p.block(c.Body)
	}
}

func (p *textPrinter) exprs(list []Expr) string {
	var items []string
	for _, e := range list {
		items = append(items, p.expr(e))
	}
	return strings.Join(items, ", ")
}

func (p *textPrinter) expr(e Expr) string {
	switch e := e.(type) {
	case nil:
		return "_"
	case *Ref:
		return p.variable(e.Var)
	case *FuncRef:
		return e.Func.Hint
	case *MethodExpr:
		return fmt.Sprintf("(*%s).%s", e.Type.Hint, e.Method.Hint)
	case *Qual:
		if e.Pkg == "" {
			return e.Name
		}
		return e.Pkg[strings.LastIndexByte(e.Pkg, '/')+1:] + "." + e.Name
	case *Lit:
		return fmt.Sprintf("%#v", e.Value)
	case Verbatim:
		return string(e)
	case *Call:
		types := ""
		if len(e.TypeArgs) > 0 {
			types = "[" + typeStrings(e.TypeArgs) + "]"
		}
		spread := ""
		if e.Spread {
			spread = "..."
		}
		return fmt.Sprintf("%s%s(%s%s)", p.expr(e.Fun), types, p.exprs(e.Args), spread)
	case *Select:
		return p.expr(e.X) + "." + e.Name
	case *FieldRef:
		return p.expr(e.X) + "." + p.variable(e.Field)
	case *EmbedRef:
		return p.expr(e.X) + "." + e.Type.Hint
	case *MethodRef:
		return p.expr(e.X) + "." + e.Method.Hint
	case *Index:
		return fmt.Sprintf("%s[%s]", p.expr(e.X), p.expr(e.Index))
	case *SliceOf:
		return fmt.Sprintf("%s[%s:%s]", p.expr(e.X), p.expr(e.Low), p.expr(e.High))
	case *Unary:
		return fmt.Sprintf("(%s %s)", e.Op, p.expr(e.X))
	case *Binary:
		return fmt.Sprintf("(%s %s %s)", p.expr(e.X), e.Op, p.expr(e.Y))
	case *Assert:
		return fmt.Sprintf("%s.(%s)", p.expr(e.X), TypeString(e.Type))
	case *Convert:
		return fmt.Sprintf("%s(%s)", TypeString(e.Type), p.expr(e.X))
	case *Composite:
		return p.composite(e)
	case *FuncLit:
		return p.funcLit(e)
	case *TypeExpr:
		return TypeString(e.Type)
	}
	return fmt.Sprintf("%T", e)
}

func (p *textPrinter) composite(e *Composite) string {
	if e.Make != nil {
		var args []string
		for _, elem := range e.Elems {
			args = append(args, p.expr(elem.Value))
		}
		return fmt.Sprintf("%s(%s)", p.expr(e.Make), strings.Join(args, ", "))
	}
	var items []string
	for _, elem := range e.Elems {
		key := ""
		switch {
		case elem.Field != nil:
			key = p.variable(elem.Field) + ": "
		case elem.Name != "":
			key = elem.Name + ": "
		case elem.Key != nil:
			key = p.expr(elem.Key) + ": "
		}
		items = append(items, key+p.expr(elem.Value))
	}
	ref := ""
	if e.Ref {
		ref = "&"
	}
	return fmt.Sprintf("%s%s{%s}", ref, TypeString(e.Type), strings.Join(items, ", "))
}

// funcLit prints a function literal over several lines.
func (p *textPrinter) funcLit(e *FuncLit) string {
	inner := &textPrinter{ids: p.ids, indent: p.indent}
	inner.block(e.Body)
	end := strings.Repeat("  ", p.indent)
	return fmt.Sprintf("func%s %s {\n%s%s}", p.typed(e.Params), p.typed(e.Results), inner.out.String(), end)
}

// TypeString returns the text of a type, packages by the last element of their path.
func TypeString(t Type) string {
	switch t := t.(type) {
	case nil:
		return "_"
	case Basic:
		return string(t)
	case *Named:
		name := t.Pkg[strings.LastIndexByte(t.Pkg, '/')+1:] + "." + t.Name
		if len(t.Args) > 0 {
			name += "[" + typeStrings(t.Args) + "]"
		}
		return strings.TrimPrefix(name, ".")
	case *Local:
		return t.Name.Hint
	case *Pointer:
		return "*" + TypeString(t.Elem)
	case *Slice:
		return "[]" + TypeString(t.Elem)
	case *Map:
		return "map[" + TypeString(t.Key) + "]" + TypeString(t.Value)
	case *Signature:
		return "func(" + typeStrings(t.Params) + ") (" + typeStrings(t.Results) + ")"
	}
	return fmt.Sprintf("%T", t)
}

func typeStrings(types []Type) string {
	var items []string
	for _, t := range types {
		items = append(items, TypeString(t))
	}
	return strings.Join(items, ", ")
}
