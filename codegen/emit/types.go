package emit

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/pyasync2go/pyasync2go/analyzer/ir"
)

// typ prints a type.
func (p *printer) typ(t ir.Type) *jen.Statement {
	switch t := t.(type) {
	case ir.Basic:
		return jen.Id(string(t))
	case *ir.Named:
		s := jen.Id(t.Name)
		if t.Pkg != "" {
			s = jen.Id(p.qualifier(t.Pkg)).Dot(t.Name)
		}
		if len(t.Args) > 0 {
			s.Index(p.typeList(t.Args))
		}
		return s
	case *ir.Local:
		return jen.Id(t.Name.Go)
	case *ir.Pointer:
		return jen.Op("*").Add(p.typ(t.Elem))
	case *ir.Slice:
		return jen.Index().Add(p.typ(t.Elem))
	case *ir.Map:
		return jen.Map(p.typ(t.Key)).Add(p.typ(t.Value))
	case *ir.Signature:
		return jen.Func().Add(p.signature(t))
	}
	panic(fmt.Sprintf("emit: type %T", t))
}

// typeList prints types with commas between them.
func (p *printer) typeList(types []ir.Type) *jen.Statement {
	var items []jen.Code
	for _, t := range types {
		items = append(items, p.typ(t))
	}
	return jen.List(items...)
}

// signature prints the parameters and results of a func type.
func (p *printer) signature(t *ir.Signature) *jen.Statement {
	var params []jen.Code
	for i, param := range t.Params {
		if slice, ok := param.(*ir.Slice); ok && t.Variadic && i == len(t.Params)-1 {
			params = append(params, jen.Op("...").Add(p.typ(slice.Elem)))
			continue
		}
		params = append(params, p.typ(param))
	}
	s := jen.Params(params...)
	switch len(t.Results) {
	case 0:
	case 1:
		s.Add(p.typ(t.Results[0]))
	default:
		s.Parens(p.typeList(t.Results))
	}
	return s
}

// params prints declared parameters; neighbours of the same type share it, as
// in func(a, b int).
func (p *printer) params(vars []*ir.Var) *jen.Statement {
	var groups []jen.Code
	for i := 0; i < len(vars); {
		typ := vars[i].Type
		var group []jen.Code
		for ; i < len(vars) && ir.Identical(vars[i].Type, typ); i++ {
			group = append(group, jen.Id(vars[i].Go))
		}
		groups = append(groups, jen.List(group...).Add(p.typ(typ)))
	}
	return jen.Params(groups...)
}

// results prints the results of a function, parenthesised where Go wants it.
func (p *printer) results(vars []*ir.Var) *jen.Statement {
	switch {
	case len(vars) == 0:
		return jen.Null()
	case vars[0].Hint != "":
		return p.params(vars)
	case len(vars) == 1:
		return p.typ(vars[0].Type)
	}
	var items []jen.Code
	for _, v := range vars {
		items = append(items, p.typ(v.Type))
	}
	return jen.Params(items...)
}
