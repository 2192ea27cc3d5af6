package lower

import (
	"strings"

	"github.com/pyasync2go/pyasync2go/analyzer/api"
	"github.com/pyasync2go/pyasync2go/analyzer/ir"
	"github.com/pyasync2go/pyasync2go/parser/ast"
)

// registerConstructor lets the class be called as a value.
func (f *function) registerConstructor(s *structType, add func(string, ir.Expr)) {
	n := f.program.facts.Method(s.class, "__init__")
	spec := s.class.Name + "()"
	var fn ir.Expr
	var defaults []ir.Expr
	switch {
	case n != nil:
		spec = specOf(f.program.definition(n), f.program.facts.Funcs[n].Method.Name+".__init__", func(e ast.Expr) { defaults = append(defaults, f.defaultValue(e)) })
		fn = &ir.FuncRef{Func: s.init}
	case s.facts.Dataclass != nil:
		spec, fn, defaults = f.fieldConstructor(s)
	case s.facts.Exception:
		return
	case s.init != nil:
		fn = &ir.FuncRef{Func: s.init}
	default:
		fn = &ir.FuncLit{
			Results: []*ir.Var{{Type: s.goType()}},
			Body:    []ir.Stmt{&ir.Return{Values: []ir.Expr{f.newStruct(s, nil)}}},
		}
	}
	v := pyCall("Func", append([]ir.Expr{str(spec), fn}, defaults...)...)
	switch {
	case n != nil:
		v = f.described(v, f.program.definition(n))
	case s.facts.Dataclass != nil && f.program.uses.Has(api.Annotations):
		v = method(v, "Annotate", f.fieldAnnotations(s))
	}
	add("__new__", v)
}

// fieldConstructor is the function that makes an instance of a dataclass of its
// fields' values, its signature, and its defaults.
func (f *function) fieldConstructor(s *structType) (spec string, fn ir.Expr, defaults []ir.Expr) {
	params := []string{"self"}
	name := s.class.Name + ".__init__"
	if s.named() {
		params[0], name = "_cls", s.class.Name+".__new__"
	}
	var ordered, byName []*structField
	for _, field := range s.allFields() {
		switch {
		case field.fact.NoInit:
		case field.fact.Positional():
			ordered = append(ordered, field)
		default:
			byName = append(byName, field)
		}
	}
	lit := &ir.FuncLit{Results: []*ir.Var{{Type: s.goType()}}}
	given := map[*structField]ir.Expr{}
	plain := len(byName) == 0 // the parameters are those of the Go constructor
	for i, field := range append(ordered, byName...) {
		if i == len(ordered) {
			params = append(params, "*")
		}
		param := &ir.Var{Hint: field.name, Type: f.goType(field.typ)}
		given[field] = &ir.Ref{Var: param}
		text := field.name
		switch {
		case field.fact.Factory != nil:
			plain = false
			text += "="
			defaults = append(defaults, &ir.Qual{Pkg: dataclassesPath, Name: "Made"})
			param.Type = ir.Any
			factory := &ir.FuncLit{
				Results: []*ir.Var{{Type: f.goType(field.typ)}},
				Body:    []ir.Stmt{&ir.Return{Values: []ir.Expr{f.fieldDefault(field)}}},
			}
			given[field] = &ir.Call{Fun: &ir.Qual{Pkg: dataclassesPath, Name: "GivenOr"}, Args: []ir.Expr{given[field], factory}}
		case field.fact.Default != nil:
			text += "="
			if literal, ok := literalText(field.fact.Default); ok {
				text += literal
			} else {
				defaults = append(defaults, f.defaultValue(field.fact.Default))
			}
		}
		params = append(params, text)
		lit.Params = append(lit.Params, param)
	}
	spec = name + "(" + strings.Join(params, ", ") + ")"
	values := map[*structField]ir.Expr{}
	var args []ir.Expr
	for _, field := range s.allFields() {
		v := given[field]
		if v == nil {
			v = f.fieldDefault(field)
			plain = plain && field.setAfterInit()
		}
		values[field] = v
		if !field.setAfterInit() {
			args = append(args, v)
		}
	}
	if s.init == nil {
		lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{f.structLiteral(s, values)}}}
		return spec, lit, defaults
	}
	if plain {
		return spec, &ir.FuncRef{Func: s.init}, defaults
	}
	if f.constructorFails(s) {
		lit.Results = append(lit.Results, &ir.Var{Type: ir.Error})
	}
	lit.Body = []ir.Stmt{&ir.Return{Values: []ir.Expr{&ir.Call{Fun: &ir.FuncRef{Func: s.init}, Args: args}}}}
	return spec, lit, defaults
}

// fieldAnnotations lowers the annotations of the constructor of a dataclass to a
// py.Kwargs.
func (f *function) fieldAnnotations(s *structType) *ir.Composite {
	kw := &ir.Composite{Type: &ir.Named{Pkg: pyPath, Name: "Kwargs"}}
	for _, field := range s.allFields() {
		if !field.fact.NoInit {
			kw.Elems = append(kw.Elems, ir.Element{Value: pair(field.name, f.annotation(field.decl.(*ast.AnnAssign).Annotation))})
		}
	}
	if !s.named() {
		kw.Elems = append(kw.Elems, ir.Element{Value: pair("return", &ir.Lit{})})
	}
	return kw
}

// structLiteral makes an instance of a dataclass of its fields' values.
func (f *function) structLiteral(s *structType, values map[*structField]ir.Expr) ir.Expr {
	lit := &ir.Composite{Type: &ir.Local{Name: s.name}, Ref: true}
	for _, field := range s.fields {
		lit.Elems = append(lit.Elems, ir.Element{Field: field.v, Value: values[field]})
	}
	lit.Lines = len(lit.Elems) > 3
	return lit
}

// constructThrough lowers a call of a static class that binds its arguments when
// it runs.
func (f *function) constructThrough(s *structType, e *ast.Call) value {
	f.takes(e, "call", "py.CallStar", "the arguments are bound when the call runs")
	return f.given(e, f.callObject(e, value{&ir.Ref{Var: s.value}, f.typeOf(e.Func)}).Expr)
}
