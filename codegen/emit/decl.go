package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// decls prints the declarations of a file. Variables, or constants, that
// follow each other without a blank line are one declaration in parentheses.
func (p *printer) decls(decls []ir.Decl) []jen.Code {
	var out []jen.Code
	for i := 0; i < len(decls); {
		if i > 0 {
			out = append(out, jen.Line())
		}
		group := varGroup(decls[i:])
		if len(group) > 1 {
			out = append(out, p.varGroup(group))
			i += len(group)
			continue
		}
		out = append(out, lead(decls[i].M(), true)...)
		if d := p.decl(decls[i]); d != nil {
			out = append(out, d)
		}
		i++
	}
	return out
}

// varGroup returns the leading declarations that belong into one group.
func varGroup(decls []ir.Decl) []*ir.VarDecl {
	var group []*ir.VarDecl
	for _, d := range decls {
		v, ok := d.(*ir.VarDecl)
		if !ok || len(group) > 0 && (v.Spaced || v.Const != group[0].Const) {
			break
		}
		group = append(group, v)
	}
	return group
}

func (p *printer) varGroup(group []*ir.VarDecl) *jen.Statement {
	var items []jen.Code
	for _, d := range group {
		items = append(items, lead(&d.Meta, true)...)
		for _, line := range commentLines(d.Doc) {
			items = append(items, jen.Comment(line))
		}
		items = append(items, p.varSpec(d))
	}
	return jen.Id(varKeyword(group[0])).Custom(jen.Options{Open: "(", Close: ")", Multi: true}, items...)
}

func varKeyword(d *ir.VarDecl) string {
	if d.Const {
		return "const"
	}
	return "var"
}

// varSpec prints a variable or constant without its keyword.
func (p *printer) varSpec(d *ir.VarDecl) *jen.Statement {
	out := jen.Id(varName(d.Var))
	if !d.Infer || d.Value == nil {
		out.Add(p.typ(d.Var.Type))
	}
	if d.Value != nil {
		out.Op("=").Add(p.expr(d.Value))
	}
	if comment := trail(&d.Meta); comment != "" {
		out.Comment(comment)
	}
	return out
}

// decl prints one declaration with its doc comment, nil for comments alone.
func (p *printer) decl(d ir.Decl) jen.Code {
	switch d := d.(type) {
	case *ir.FuncDecl:
		doc := d.Doc
		if d.Does != "" {
			doc = []string{d.Name.Go + " " + d.Does}
		}
		return documented(doc, p.funcDecl(d))
	case *ir.StructDecl:
		return documented(d.Doc, p.structDecl(d))
	case *ir.TypeDecl:
		return documented(d.Doc, jen.Type().Id(d.Name.Go).Add(p.typ(d.Type)))
	case *ir.InterfaceDecl:
		return documented(d.Doc, p.interfaceDecl(d))
	case *ir.VarDecl:
		return documented(d.Doc, jen.Id(varKeyword(d)).Add(p.varSpec(d)))
	case *ir.CommentDecl:
		return nil
	}
	panic(fmt.Sprintf("emit: declaration %T", d))
}

// documented puts a doc comment before a declaration.
func documented(doc []string, decl *jen.Statement) jen.Code {
	var items []jen.Code
	for _, line := range commentLines(doc) {
		items = append(items, jen.Comment(line))
	}
	if len(items) == 0 {
		return decl
	}
	return jen.Custom(jen.Options{Separator: "\n"}, append(items, decl)...)
}

func (p *printer) funcDecl(d *ir.FuncDecl) *jen.Statement {
	out := jen.Func()
	p.origins = append(p.origins, d.Origin)
	if d.Recv != nil {
		out.Add(p.params([]*ir.Var{d.Recv}))
	}
	return out.Id(d.Name.Go).Add(p.params(d.Params)).Add(p.results(d.Results)).Add(p.block(trail(&d.Meta), d.Body))
}

func (p *printer) structDecl(d *ir.StructDecl) *jen.Statement {
	if len(d.Embeds)+len(d.Fields) == 0 {
		return jen.Type().Id(d.Name.Go).Struct()
	}
	var items []jen.Code
	for _, t := range d.Embeds {
		items = append(items, p.typ(t))
	}
	for i, f := range d.Fields {
		items = append(items, lead(&f.Meta, i == 0)...)
		field := jen.Id(f.Var.Go).Add(p.typ(f.Var.Type))
		if f.Tag != "" && f.Tag != `py:"`+f.Var.Go+`"` { // else it would say what the name says
			field.Id("`" + f.Tag + "`")
		}
		if comment := trail(&f.Meta); comment != "" {
			field.Comment(comment)
		}
		items = append(items, field)
	}
	body := jen.Options{Open: "struct {", Close: "}", Multi: true}
	return jen.Type().Id(d.Name.Go).Custom(body, items...)
}

func (p *printer) interfaceDecl(d *ir.InterfaceDecl) *jen.Statement {
	var items []jen.Code
	for _, t := range d.Embeds {
		items = append(items, p.typ(t))
	}
	for _, m := range d.Methods {
		items = append(items, jen.Id(m.Name.Go).Add(p.params(m.Params)).Add(p.results(m.Results)))
	}
	return jen.Type().Id(d.Name.Go).Interface(items...)
}
